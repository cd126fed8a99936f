import { isFault } from '../../contract/fault.ts';
import { getData, readWords } from './options.ts';
import { faultAnswer } from './outcome.ts';
import { withDesk } from './with-desk.ts';
import { type ExitCode, type World, writeJson } from './world.ts';

/** `verify`: the report as one JSON line. A store that does not even open is as bad an answer as a broken chain: 1. */
export async function runVerify(words: readonly string[], world: World): Promise<ExitCode> {
  const dataFolder = getData(readWords(words, 'verify'));
  const report = await withDesk(world, { dataFolder, opener: 'verify', isRead: true }, async (desk) => desk.verify());
  if (isFault(report)) {
    await writeJson(world, faultAnswer(report));
    return 1;
  }
  await writeJson(world, report);
  return report.ok ? 0 : 1;
}
