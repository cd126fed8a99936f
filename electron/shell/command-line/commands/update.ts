import path from 'node:path';
import { isHeld } from '../../../desk/opening/take-over.ts';
import { findDataPlace, foldersOf } from '../../data-place.ts';
import { defaultMachineFolder, machineFolderOf, placesBelow, sourceRoot } from '../../places.ts';
import { releaseKeys } from '../../update/release-keys.ts';
import { startInstaller } from '../../update/start-installer.ts';
import { goBack, update } from '../../update/update.ts';
import { UsageError, readWords } from '../options.ts';
import { type ExitCode, type World, writeJson } from '../world.ts';

/** `update FILE`, `update back`: another version of the program, as one JSON line. */
export async function runUpdate(words: readonly string[], world: World): Promise<ExitCode> {
  const { positionals, options } = readWords(words, 'update');
  const [asked] = positionals;
  if (asked === undefined) throw new UsageError('Thiếu tệp cập nhật.', 'The update file is missing.');
  const place = options.data === undefined ? findDataPlace(foldersOf(), false) : { dataFolder: options.data };
  const dataFolder = 'refused' in place ? undefined : place.dataFolder;
  const situation = {
    keys: releaseKeys,
    version: placesBelow(sourceRoot).version,
    platform: process.platform,
    arch: process.arch,
    now: Date.now(),
    keptFolder: path.join(dataFolder === undefined ? defaultMachineFolder() : machineFolderOf(dataFolder), 'updates'),
    isOpen: () => dataFolder !== undefined && isHeld(dataFolder),
    run: startInstaller,
  };
  const answer = asked === 'back' ? goBack(situation) : update(path.resolve(asked), situation);
  await writeJson(world, answer);
  return answer.ok ? 0 : 1;
}
