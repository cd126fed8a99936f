import { isFault } from '../../contract/fault.ts';
import { newClient } from '../../desk/core/client.ts';
import { findCount, getData, readWords } from './options.ts';
import { exitCodeOf, faultAnswer } from './outcome.ts';
import { withDesk } from './with-desk.ts';
import { type ExitCode, type World, writeJson } from './world.ts';

/** `demo`: a practice office, and its users and password as one JSON line. */
export async function runDemo(words: readonly string[], world: World): Promise<ExitCode> {
  const read = readWords(words, 'demo');
  const asked = { cases: findCount(read, 'cases'), seed: findCount(read, 'seed'), password: read.options.password };
  // What was not asked is left to the contract's own defaults.
  const input = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
  const made = await withDesk(world, { dataFolder: getData(read), opener: 'demo' }, (desk) =>
    desk.call('office.openPractice', input, newClient()),
  );
  const answer = isFault(made) ? faultAnswer(made) : made;
  await writeJson(world, answer.ok ? answer.value : answer);
  return exitCodeOf(answer);
}
