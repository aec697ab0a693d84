import { z } from 'zod';
import type { Simulator } from '../../../src/simulator/simulator.ts';
import { getJson } from './control.ts';

const entry = z.looseObject({ number: z.int(), kind: z.string() });

export async function recordOf(simulator: Simulator, after = 0) {
  return z.array(entry).parse(await getJson(simulator, `/_control/record?after=${after}`));
}
