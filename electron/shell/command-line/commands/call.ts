import path from 'node:path';
import { existsSync } from 'node:fs';
import { isFault, type Fault } from '../../../contract/base/fault.ts';
import { inputIssue } from '../../../contract/base/input-issues.ts';
import { type Client, newClient } from '../../../desk/core/session/client.ts';
import type { Desk } from '../../../desk/desk.ts';
import { findCall } from './find-call.ts';
import { type Words, findCredentials, findNow, getData, readWords, UsageError } from '../options.ts';
import { writeWhole } from '../../../disk/durable.ts';
import { type Answer, exitCodeOf, faultAnswer, findDocumentId } from '../outcome.ts';
import { readInput, inputInvalid, maxInputBytes, parseJson, readLines } from './read-input.ts';
import { prepare, withDesk, withEmptyDesk, type Credentials } from '../with-desk.ts';
import { type ExitCode, type World, say, writeJson } from '../world.ts';

/** `call`: one call, its answer as one JSON line, and its document into a file where asked. */
export async function runCall(words: readonly string[], world: World): Promise<ExitCode> {
  const read = readWords(words, 'call');
  const [name, source] = read.positionals;
  if (name === undefined) throw new UsageError('Thiếu tên lệnh gọi.', 'The name of the call is missing.');
  const asked = { now: findNow(read), credentials: findCredentials(read, world.env) };
  const { out } = read.options;
  // Before anything is done: a case must not be received only to find no place for its paper.
  if (out !== undefined && !existsSync(path.dirname(path.resolve(out)))) {
    throw new UsageError(`Không có thư mục để ghi «${out}».`, `There is no folder to write “${out}” into.`);
  }

  const input = await readInput(source, world.stdin);
  if (isFault(input)) {
    await writeJson(world, faultAnswer(input));
    const [issue = inputIssue('', 'invalid')] = input.data.issues;
    const where = source === '-' ? 'stdin' : source;
    say(world, `${where}: ${issue.vi}`, `${where}: ${issue.en}`);
    return 2;
  }

  const ended = await openFor(name, read, world, async (desk, hasOffice) => {
    const client = newClient();
    const refused = hasOffice ? await prepare(desk, client, { ...asked, forCalls: true }) : undefined;
    const answer = refused ?? (await desk.call(name, input.value, client));
    await writeJson(world, answer);
    if (!answer.ok || out === undefined) return exitCodeOf(answer);
    return saveDocument(world, desk, client, answer.value, out);
  });
  if (!isFault(ended)) return ended;
  const answer = faultAnswer(ended);
  await writeJson(world, answer);
  return exitCodeOf(answer);
}

/** A read that anyone may make asks nothing of an office, so it works without one; every other call needs its folder. */
function openFor(
  name: string,
  read: Words,
  world: World,
  use: (desk: Desk, hasOffice: boolean) => Promise<ExitCode>,
): ReturnType<typeof withDesk<ExitCode>> {
  const call = findCall(name);
  const needsNone = call === undefined || (call.kind === 'read' && call.role === 'anyone');
  if (needsNone && read.options.data === undefined) return withEmptyDesk(world, (desk) => use(desk, false));
  // An office is set up by a write; a read of a folder without one was sent to the wrong folder.
  const isRead = call?.kind !== 'write';
  return withDesk(world, { dataFolder: getData(read), opener: `call ${name}`, isRead }, (desk) => use(desk, true));
}

async function saveDocument(world: World, desk: Desk, client: Client, value: unknown, out: string): Promise<ExitCode> {
  const paper = await findPaper(desk, client, value);
  if (paper === undefined) {
    say(
      world,
      'Câu trả lời này không kèm giấy nào nên không ghi tệp.',
      'This answer has no document, so no file was written.',
    );
    return 1;
  }
  if (!paper.ok) {
    say(world, `Chưa ghi được giấy: ${paper.fault.message}`, `The document was not written: ${paper.fault.code}`);
    return exitCodeOf(paper);
  }
  const { base64 } = paper.value as { base64: string };
  writeWhole(path.resolve(out), Buffer.from(base64, 'base64'));
  return 0;
}

async function findPaper(desk: Desk, client: Client, value: unknown): Promise<Answer | undefined> {
  if (typeof (value as { base64?: unknown } | null)?.base64 === 'string') return { ok: true, value };
  const documentId = findDocumentId(value);
  return documentId === undefined ? undefined : desk.call('paper.download', { documentId }, client);
}

/**
 * `batch`: one call a line, one answer a line, in order, each only after its commit is on disk. A line that is no call is
 * answered with a fault and the rest goes on; so the end is 0 even then, and 3 only where an answer was a bug or a disaster.
 */
export async function runBatch(words: readonly string[], world: World): Promise<ExitCode> {
  const read = readWords(words, 'batch');
  const asked = { now: findNow(read), credentials: findCredentials(read, world.env) };
  const ended = await withDesk(world, { dataFolder: getData(read), opener: 'batch' }, async (desk) => {
    const client = newClient();
    const refused = await prepare(desk, client, { ...asked, forCalls: true });
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
  const asked = line === undefined ? inputInvalid('input-too-large') : readCall(line);
  if (isFault(asked)) return faultAnswer(asked);
  const answer = await desk.call(asked.call, asked.input, client);
  if (answer.ok || answer.fault.code !== 'session-expired' || credentials === undefined) return answer;
  // The ten idle minutes are for people who leave their chair; a script that waits for its next line has not left.
  // A code of a phone is good for once: who has one signs in again by hand.
  const { code: _used, ...again } = credentials;
  const signedIn = await desk.call('account.signIn', again, client);
  return signedIn.ok ? desk.call(asked.call, asked.input, client) : signedIn;
}

function readCall(line: string): { readonly call: string; readonly input: unknown } | Fault<'input-invalid'> {
  const parsed = parseJson(line);
  if (isFault(parsed)) return parsed;
  const { call, input = {} } = (parsed.value ?? {}) as { call?: unknown; input?: unknown };
  return typeof call === 'string' ? { call, input } : inputInvalid('call-missing');
}
