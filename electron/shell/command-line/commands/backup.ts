import path from 'node:path';
import { isFault } from '../../../contract/base/fault.ts';
import { type RestorePerson, restoreDesk } from '../../../desk/safety/backup/restore-desk.ts';
import { newClient } from '../../../desk/core/session/client.ts';
import { nodePorts } from '../../node-ports.ts';
import { placesBelow, sourceRoot } from '../../places.ts';
import { UsageError, type Words, findCredentials, findSecond, getData, readWords } from '../options.ts';
import { type Answer, exitCodeOf, faultAnswer } from '../outcome.ts';
import { logOf, prepare, withDesk } from '../with-desk.ts';
import { type ExitCode, type World, writeJson } from '../world.ts';

/** `backup`: one proven backup, as one JSON line. */
export async function runBackup(words: readonly string[], world: World): Promise<ExitCode> {
  const read = readWords(words, 'backup');
  const { to } = read.options;
  if (to === undefined || to === '')
    throw new UsageError('Thiếu nơi để bản sao lưu: --to DIR2.', 'The place for the backup is missing: --to DIR2.');
  const credentials = findCredentials(read, world.env);
  const made = await withDesk(world, { dataFolder: getData(read), opener: 'backup', isRead: true }, async (desk) => {
    const refused = await prepare(desk, newClient(), { now: undefined, credentials });
    return refused ?? desk.backup(path.resolve(to));
  });
  if ('ok' in made) return end(world, made);
  if (isFault(made)) return end(world, faultAnswer(made));
  const { file, manifest } = made.backup;
  const { stateHash, cases, seconds } = manifest;
  return end(world, { ok: true, value: { file, stateHash, cases, seconds } });
}

/** `restore`: a register in a folder that holds none, as one JSON line. */
export async function runRestore(words: readonly string[], world: World): Promise<ExitCode> {
  const read = readWords(words, 'restore');
  const [from] = read.positionals;
  if (from === undefined)
    throw new UsageError('Thiếu bản sao lưu cần khôi phục.', 'The backup to bring back is missing.');
  const { resourcesFolder, version } = placesBelow(sourceRoot);
  const ports = nodePorts({
    dataFolder: getData(read),
    resourcesFolder,
    version,
    opener: 'restore',
    log: logOf(world),
  });
  const restored = await restoreDesk(ports, path.resolve(from), ...personsOf(read, world.env));
  if (isFault(restored)) return end(world, faultAnswer(restored));
  const { manifest, stateHash, spent } = restored;
  const { madeAt, cases } = manifest;
  return end(world, { ok: true, value: { folder: ports.dataFolder, stateHash, cases, madeAt, spent } });
}

/** Who stands for a restore: who is named, the second person of an office that two keep, the key on paper. */
function personsOf(read: Words, env: World['env']): RestorePerson[] {
  const recoveryKey = env['DESK_RECOVERY_KEY'] ?? '';
  // Where the paper is given, a password that lies about in the environment is nobody's until a name is.
  const first = recoveryKey !== '' && read.options.user === undefined ? undefined : findCredentials(read, env);
  return [first, findSecond(env), recoveryKey === '' ? undefined : { recoveryKey }].flatMap((one) => one ?? []);
}

async function end(world: World, answer: Answer): Promise<ExitCode> {
  await writeJson(world, answer);
  return exitCodeOf(answer);
}
