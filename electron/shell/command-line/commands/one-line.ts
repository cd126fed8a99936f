import { readTextFile } from '../../../paper/forms/text-file.ts';
import { wronglySaved } from '../../../paper/forms/files.ts';
import path from 'node:path';
import { fault, isFault } from '../../../contract/base/fault.ts';
import { readWords, findCount, findCredentials, getData, UsageError } from '../options.ts';
import { writeWhole } from '../../../disk/durable.ts';
import { exitCodeOf, faultAnswer } from '../outcome.ts';
import { prepare, withEmptyDesk, withDesk } from '../with-desk.ts';
import { type ExitCode, type World, writeJson } from '../world.ts';
import { newClient } from '../../../desk/core/session/client.ts';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createPaper } from '../../../paper/paper.ts';
import { fontsFolderOf, placesBelow, sourceRoot } from '../../places.ts';

/** `calls`: the contract as one JSON line. */
export async function runCalls(words: readonly string[], world: World): Promise<ExitCode> {
  readWords(words, 'calls');
  const calls = await withEmptyDesk(world, async (desk) => desk.calls());
  const refused = isFault(calls) ? faultAnswer(calls) : undefined;
  await writeJson(world, refused ?? calls);
  return refused === undefined ? 0 : exitCodeOf(refused);
}

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

/** `verify`: the report as one JSON line. A store that does not even open is as bad an answer as a broken chain: 1. */
export async function runVerify(words: readonly string[], world: World): Promise<ExitCode> {
  const read = readWords(words, 'verify');
  const credentials = findCredentials(read, world.env);
  const report = await withDesk(world, { dataFolder: getData(read), opener: 'verify', isRead: true }, async (desk) => {
    // A plain register is looked at by whoever has it, as before; a sealed one opens to an account.
    if (!desk.isClosed()) return desk.verify();
    const refused = await prepare(desk, newClient(), { now: undefined, credentials });
    if (refused !== undefined) return refused;
    return desk.isClosed() ? faultAnswer(fault('sign-in-required', {})) : desk.verify();
  });
  if (isFault(report)) {
    await writeJson(world, faultAnswer(report));
    return 1;
  }
  await writeJson(world, report);
  return report.ok ? 0 : 1;
}

const largest = 500_000;

/** `paper.check`: a form file, named as in the office's folder (`mau-05.json`), before it is put there. It needs no office. */
export async function runPaperCheck(words: readonly string[], world: World): Promise<ExitCode> {
  const { positionals, options } = readWords(words, 'paper.check');
  const [file] = positionals;
  if (file === undefined) throw new UsageError('Thiếu tệp mẫu giấy.', 'The form file is missing.');
  if (!existsSync(file) || !statSync(file).isFile() || statSync(file).size > largest) {
    throw new UsageError(
      `Không đọc được tệp mẫu «${file}»: cần một tệp JSON không quá 500 kB.`,
      `The form file “${file}” cannot be read: it has to be a JSON file of at most 500 kB.`,
    );
  }
  const { resourcesFolder } = placesBelow(sourceRoot);
  const paper = createPaper({
    formsFolder: path.join(resourcesFolder, 'forms'),
    fontsFolder: fontsFolderOf(resourcesFolder),
  });
  const form = path.basename(file, '.json');
  const read = readTextFile(readFileSync(file));
  const checked = 'refused' in read ? wronglySaved(form, read.refused) : await paper.check(form, read.text);
  if (isFault(checked)) {
    await writeJson(world, faultAnswer(checked));
    return 1;
  }
  if (options.out !== undefined) writeWhole(path.resolve(options.out), checked.pdf);
  await writeJson(world, { ok: true, value: { form, pages: checked.pages } });
  return 0;
}
