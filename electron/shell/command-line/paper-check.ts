import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { isFault } from '../../contract/fault.ts';
import { createPaper } from '../../paper/paper.ts';
import { placesBelow, sourceRoot } from '../places.ts';
import { readWords } from './options.ts';
import { faultAnswer } from './outcome.ts';
import { writeWhole } from './save-document.ts';
import { UsageError } from './usage.ts';
import { type ExitCode, type World, writeJson } from './world.ts';

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
    fontsFolder: path.join(resourcesFolder, 'fonts'),
  });
  const form = path.basename(file, '.json');
  const checked = await paper.check(form, readFileSync(file, 'utf8'));
  if (isFault(checked)) {
    await writeJson(world, faultAnswer(checked));
    return 1;
  }
  if (options.out !== undefined) await writeWhole(path.resolve(options.out), checked.pdf);
  await writeJson(world, { ok: true, value: { form, pages: checked.pages } });
  return 0;
}
