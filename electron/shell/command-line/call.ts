import { existsSync } from 'node:fs';
import path from 'node:path';
import { isFault } from '../../contract/fault.ts';
import { type Client, newClient } from '../../desk/core/client.ts';
import type { Desk } from '../../desk/desk.ts';
import { findCall } from './find-call.ts';
import { type Words, findCredentials, findNow, getData, readWords } from './options.ts';
import { type Answer, exitCodeOf, faultAnswer } from './outcome.ts';
import { readInput } from './read-input.ts';
import { findDocumentId, writeWhole } from './save-document.ts';
import { prepare } from './sign-in.ts';
import { UsageError } from './usage.ts';
import { withDesk, withEmptyDesk } from './with-desk.ts';
import { type ExitCode, type World, say, writeJson } from './world.ts';

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
    say(world, ...inputSentences(source, input.data.issues[0]?.message));
    return 2;
  }

  const ended = await openFor(name, read, world, async (desk, hasOffice) => {
    const client = newClient();
    const refused = hasOffice ? await prepare(desk, client, asked) : undefined;
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
  await writeWhole(path.resolve(out), Buffer.from(base64, 'base64'));
  return 0;
}

async function findPaper(desk: Desk, client: Client, value: unknown): Promise<Answer | undefined> {
  if (typeof (value as { base64?: unknown } | null)?.base64 === 'string') return { ok: true, value };
  const documentId = findDocumentId(value);
  return documentId === undefined ? undefined : desk.call('paper.download', { documentId }, client);
}

function inputSentences(source = '', reason = ''): [string, string] {
  const where = source === '-' ? 'stdin' : source;
  const sentences: Readonly<Record<string, [string, string]>> = {
    'not-json': [`Nội dung của ${where} không phải JSON đúng.`, `What stands in ${where} is not valid JSON.`],
    'not-utf-8': [`Nội dung của ${where} không phải UTF-8.`, `What stands in ${where} is not UTF-8.`],
    'too-large': [`${where} lớn hơn 4 MiB.`, `${where} is larger than 4 MiB.`],
  };
  return sentences[reason] ?? [`Không đọc được ${where} (${reason}).`, `${where} cannot be read (${reason}).`];
}
