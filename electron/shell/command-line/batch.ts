import { type Fault, isFault } from '../../contract/fault.ts';
import { type Client, newClient } from '../../desk/core/client.ts';
import type { Desk } from '../../desk/desk.ts';
import { findCredentials, findNow, getData, readWords } from './options.ts';
import { type Answer, exitCodeOf, faultAnswer } from './outcome.ts';
import { inputInvalid, maxInputBytes, parseJson } from './read-input.ts';
import { readLines } from './read-lines.ts';
import { type Credentials, prepare } from './sign-in.ts';
import { withDesk } from './with-desk.ts';
import { type ExitCode, type World, writeJson } from './world.ts';

/**
 * `batch`: one call a line, one answer a line, in order, each only after its commit is on disk. A line that is no call is
 * answered with a fault and the rest goes on; so the end is 0 even then, and 3 only where an answer was a bug or a disaster.
 */
export async function runBatch(words: readonly string[], world: World): Promise<ExitCode> {
  const read = readWords(words, 'batch');
  const asked = { now: findNow(read), credentials: findCredentials(read, world.env) };
  const ended = await withDesk(world, { dataFolder: getData(read), opener: 'batch' }, async (desk) => {
    const client = newClient();
    const refused = await prepare(desk, client, asked);
    return refused ?? answerLines(world, desk, client, asked.credentials);
  });
  if (typeof ended === 'number') return ended;
  const answer = isFault(ended) ? faultAnswer(ended) : ended;
  await writeJson(world, answer);
  return exitCodeOf(answer);
}

async function answerLines(
  world: World,
  desk: Desk,
  client: Client,
  credentials: Credentials | undefined,
): Promise<ExitCode> {
  let worst: ExitCode = 0;
  try {
    for await (const line of readLines(world.stdin, maxInputBytes)) {
      const answer = await answerLine(line, desk, client, credentials);
      if (exitCodeOf(answer) === 3) worst = 3;
      await writeJson(world, answer);
      if (world.stop.aborted) return 130;
    }
  } catch (error) {
    if (world.stop.aborted) return 130;
    throw error;
  }
  return worst;
}

async function answerLine(
  line: string | undefined,
  desk: Desk,
  client: Client,
  credentials: Credentials | undefined,
): Promise<Answer> {
  const asked = line === undefined ? inputInvalid('too-large') : readCall(line);
  if (isFault(asked)) return faultAnswer(asked);
  const answer = await desk.call(asked.call, asked.input, client);
  if (answer.ok || answer.fault.code !== 'session-expired' || credentials === undefined) return answer;
  // The ten idle minutes are for people who leave their chair; a script that waits for its next line has not left.
  const signedIn = await desk.call('account.signIn', credentials, client);
  return signedIn.ok ? desk.call(asked.call, asked.input, client) : signedIn;
}

function readCall(line: string): { readonly call: string; readonly input: unknown } | Fault<'input-invalid'> {
  const parsed = parseJson(line);
  if (isFault(parsed)) return parsed;
  const { call, input = {} } = (parsed.value ?? {}) as { call?: unknown; input?: unknown };
  return typeof call === 'string' ? { call, input } : inputInvalid('call-missing');
}
