/** Takes the folder named on the command line, says so, and holds it: for tests that need another process. */
import { takeDataFolder } from '../../src/storage/data-folder/data-folder.ts';

try {
  const held = await takeDataFolder(process.argv[2] ?? '');
  held.onCommand(async (command, input) => ({ output: `${command} ${JSON.stringify(input)}`, exitCode: 0 }));
  process.stdout.write('held\n');
  // A server that is unreferenced does not keep a process: this one has to stay.
  process.stdin.resume();
} catch (error) {
  process.stdout.write(`refused: ${error instanceof Error ? error.message : String(error)}\n`);
}
