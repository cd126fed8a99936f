import { isFault } from '../../contract/fault.ts';
import { readWords } from './options.ts';
import { exitCodeOf, faultAnswer } from './outcome.ts';
import { withEmptyDesk } from './with-desk.ts';
import { type ExitCode, type World, writeJson } from './world.ts';

/** `calls`: the contract as one JSON line. */
export async function runCalls(words: readonly string[], world: World): Promise<ExitCode> {
  readWords(words, 'calls');
  const calls = await withEmptyDesk(world, async (desk) => desk.calls());
  const refused = isFault(calls) ? faultAnswer(calls) : undefined;
  await writeJson(world, refused ?? calls);
  return refused === undefined ? 0 : exitCodeOf(refused);
}
