import { type Fault, isFault } from '../../../contract/base/fault.ts';
import { type Client, newClient } from '../../../desk/core/session/client.ts';
import type { TwoSaid } from '../../../desk/common/office/two-persons.ts';
import type { Desk } from '../../../desk/desk.ts';
import { UsageError, findCredentials, findSecond, getData, readWords } from '../options.ts';
import { exitCodeOf, faultAnswer } from '../outcome.ts';
import { prepare, withDesk } from '../with-desk.ts';
import { type ExitCode, type World, writeJson } from '../world.ts';

/** `join`: a data folder joins the centre whose code this is; one JSON line. */
export async function runJoin(words: readonly string[], world: World): Promise<ExitCode> {
  const { positionals, options } = readWords(words, 'join');
  const [code] = positionals;
  if (code === undefined)
    throw new UsageError(
      'Thiếu mã nhập trung tâm (in bằng «hub enrol»).',
      'The centre’s code is missing (“hub enrol” prints it).',
    );
  return inCentre('join', words, world, (desk, client, said) => desk.centre.join(code, client, said, options.as));
}

/** `sync`: pushes and pulls until nothing is left, once; one JSON line. */
export async function runSync(words: readonly string[], world: World): Promise<ExitCode> {
  return inCentre('sync', words, world, (desk) => desk.centre.sync());
}

/** `hub leave --data DIR`: everything goes up, and the desk is an island again; one JSON line. Of a sealed office, or one that two keep, `--user` says whose word DESK_PASSWORD is, else it is `admin`’s. */
export async function runLeave(words: readonly string[], world: World): Promise<ExitCode> {
  return inCentre('hub', words, world, (desk, client, said) => desk.centre.leave(client, said));
}

/** Opens the desk, as whoever is named where it is sealed, and does one thing that goes outward; one JSON line. */
export async function inCentre(
  name: 'join' | 'sync' | 'hub' | 'city',
  words: readonly string[],
  world: World,
  work: (desk: Desk, client: Client, said: TwoSaid) => Promise<object | Fault>,
): Promise<ExitCode> {
  const read = readWords(words, name);
  const found = findCredentials(read, world.env);
  const isKeepers = found !== undefined && read.options.user === undefined && (name === 'hub' || name === 'city');
  const credentials = isKeepers ? { ...found, username: 'admin' } : found;
  const second = findSecond(world.env);
  const done = await withDesk(world, { dataFolder: getData(read), opener: name, isRead: true }, async (desk) => {
    const client = newClient();
    // Whoever has the folder of an office that is not sealed needs no password to it, unless they say who they are.
    const isAsked = desk.isClosed() || read.options.user !== undefined;
    const refused = await prepare(desk, client, { now: undefined, credentials: isAsked ? credentials : undefined });
    if (refused !== undefined) return refused;
    return work(desk, client, { ownPassword: credentials?.password, second });
  });
  const answer =
    'ok' in done ? (done as ReturnType<typeof faultAnswer>) : isFault(done) ? faultAnswer(done) : undefined;
  await writeJson(world, answer ?? done);
  return answer === undefined ? 0 : exitCodeOf(answer);
}
