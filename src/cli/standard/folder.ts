import { fileURLToPath } from 'node:url';
import { Option } from 'commander';

/** The folder of standards that comes with the program. */
const STANDARDS = fileURLToPath(new URL('../../../data/standards', import.meta.url));

export function folderOption(): Option {
  return new Option('--folder <path>', 'the folder of standards').default(STANDARDS, 'data/standards');
}
