import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { CatalogueListPreview } from '../../../contract/catalogue/office-catalogue.ts';
import { fault, isFault } from '../../../contract/base/fault.ts';
import { readJson } from '../../../contract/base/foreign-json.ts';
import { readPack } from '../../../desk/catalogue/packs/read-pack.ts';
import { fingerprintOf, newPublisherKey, signPack } from '../../../desk/catalogue/packs/signature.ts';
import { newClient } from '../../../desk/core/session/client.ts';
import { type Words, UsageError, findCredentials, getData, readWords } from '../options.ts';
import { type Answer, exitCodeOf, faultAnswer } from '../outcome.ts';
import { prepare, withDesk } from '../with-desk.ts';
import { type ExitCode, type World, writeJson } from '../world.ts';

/** `national FILE`: what the national record would change of the catalogue, as one JSON line; with `take` it is taken. */
export function runNational(words: readonly string[], world: World): Promise<ExitCode> {
  const read = readWords(words, 'national');
  const [file, act] = read.positionals;
  if (act !== undefined && act !== 'take')
    throw new UsageError(
      `Chỉ có «take» hoặc không có gì, không phải «${act}».`,
      `Only “take” or nothing, not “${act}”.`,
    );
  const { from, title } = read.options;
  if (from === undefined) throw new UsageError('Thiếu ngày áp dụng: --from DAY.', 'The day is missing: --from DAY.');
  const bytes = bytesOf(file);
  if (
    bytes
      .toString('utf8')
      .replace(/^\ufeff/, '')
      .trim() === ''
  )
    return ended(world, unreadable('tệp trống, không có gì trong đó', 'the file is empty'));
  const input = {
    format: formatOf(bytes, file),
    base64: bytes.toString('base64'),
    from,
    title: (title ?? path.basename(file ?? '')).slice(0, 200),
  };
  const name = act === 'take' ? 'catalogue.takeList' : 'catalogue.previewList';
  return callAsSupervisor(read, world, { name, input, isRead: act === undefined, refused: noListIn });
}

/** On a screen a person says which column is which; here nobody can, and what has no head and no row with a code is no list. */
function noListIn(value: unknown): Answer | undefined {
  const { head, added, changed, ended: gone, unchanged } = value as CatalogueListPreview;
  const isSomething = head !== null || added.length + changed.length + gone.length + unchanged > 0;
  return isSomething
    ? undefined
    : unreadable(
        'trong tệp không có dòng tiêu đề, cũng không có thủ tục nào',
        'there is no head and no procedure in it',
      );
}

function unreadable(reason: string, reasonEn: string): Answer {
  return faultAnswer(fault('list-unreadable', { reason, reasonEn }));
}

/** By its first bytes: a workbook is a zip, and one of long ago begins with another sign that the desk names; JSON begins with a bracket, or is called so. */
function formatOf(bytes: Buffer, file = ''): 'csv' | 'xlsx' | 'json' {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return 'xlsx';
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) return 'xlsx';
  if (path.extname(file).toLowerCase() === '.json') return 'json';
  return /^\ufeff?\s*[[{]/.test(bytes.toString('utf8', 0, 64)) ? 'json' : 'csv';
}

type Act = (read: Words, world: World) => Promise<ExitCode>;

/** `pack …`: data packs, at who publishes them and at the office that takes them; each answer is one JSON line. */
const acts: Readonly<Record<string, Act>> = {
  'new-key': newKey,
  make,
  sign,
  show: (read, world) => askPack(read, world, 'pack.preview', true),
  trust,
  take: (read, world) => askPack(read, world, 'pack.take', false),
  list: (read, world) => callAsSupervisor(read, world, { name: 'pack.list', input: {}, isRead: true }),
  back,
};

export function runPack(words: readonly string[], world: World): Promise<ExitCode> {
  const read = readWords(words, 'pack');
  const [name = ''] = read.positionals;
  const act = Object.hasOwn(acts, name) ? acts[name] : undefined;
  if (act === undefined)
    throw new UsageError(
      `Cần một trong: ${Object.keys(acts).join(', ')}; không phải «${name}».`,
      `One of ${Object.keys(acts).join(', ')} is needed, not “${name}”.`,
    );
  return act({ ...read, positionals: read.positionals.slice(1) }, world);
}

/** The private half goes into a file that nobody else may read; on stdout what others may know. Never over a key that is there. */
function newKey({ positionals: [file] }: Words, world: World): Promise<ExitCode> {
  if (file === undefined)
    throw new UsageError('Thiếu tệp khóa: pack new-key KEY.pem.', 'The key file is missing: pack new-key KEY.pem.');
  if (existsSync(file))
    throw new UsageError(
      `Đã có tệp «${file}»: không ghi đè lên khóa.`,
      `“${file}” is there already: no key is written over.`,
    );
  const { pem, key } = newPublisherKey();
  writeFileSync(file, pem, { mode: 0o600, flag: 'wx' });
  return ended(world, { ok: true, value: { file, key, fingerprint: fingerprintOf(key) } });
}

function make(read: Words, world: World): Promise<ExitCode> {
  const to = neededOf(read, 'to');
  const input = { title: neededOf(read, 'title'), publisher: neededOf(read, 'publisher'), ...kindsOf(read) };
  return callAsSupervisor(read, world, {
    name: 'pack.make',
    input,
    isRead: true,
    done: (value) => {
      const { text, kinds } = value as { text: string; kinds: unknown };
      writeFileSync(to, text);
      return { file: to, kinds };
    },
  });
}

/** Signs what was read and found sound: a pack that no office could read is not signed. */
function sign({ positionals: [file, keyFile], options }: Words, world: World): Promise<ExitCode> {
  const to = neededOf({ positionals: [], options }, 'to');
  const [text, pem] = [bytesOf(file).toString('utf8'), bytesOf(keyFile).toString('utf8')];
  const unsigned = withoutSignature(text);
  const read = readPack(unsigned);
  if (isFault(read)) return ended(world, faultAnswer(read));
  let signed;
  try {
    signed = signPack(JSON.parse(unsigned) as { title: string; publisher: string }, pem);
  } catch {
    throw new UsageError(
      `«${keyFile}» không phải khóa riêng Ed25519 (PEM).`,
      `“${keyFile}” is no private key of Ed25519 (PEM).`,
    );
  }
  writeFileSync(to, `${JSON.stringify(signed, null, 1)}\n`);
  const { title, publisher, signature } = signed;
  return ended(world, { ok: true, value: { file: to, title, publisher, fingerprint: fingerprintOf(signature.key) } });
}

/** Signed once more, by another key or after a change: the signature before says nothing of it. */
function withoutSignature(text: string): string {
  const read = readJson(text)?.value as { signature?: unknown } | null | undefined;
  if (read === undefined || read === null) return text;
  const { signature: _before, ...pack } = read;
  return JSON.stringify(pack);
}

function askPack(read: Words, world: World, name: string, isRead: boolean): Promise<ExitCode> {
  const text = bytesOf(read.positionals[0]).toString('utf8');
  return callAsSupervisor(read, world, {
    name,
    input: { text, from: neededOf(read, 'from'), ...kindsOf(read) },
    isRead,
  });
}

function trust(read: Words, world: World): Promise<ExitCode> {
  const [file, fingerprint] = read.positionals;
  if (fingerprint === undefined)
    throw new UsageError(
      'Thiếu vân khóa mà nơi phát hành đã đưa: pack trust FILE "XXXX XXXX XXXX XXXX".',
      'The fingerprint that the publisher gave is missing: pack trust FILE "XXXX XXXX XXXX XXXX".',
    );
  const pack = readPack(bytesOf(file).toString('utf8'));
  if (isFault(pack)) return ended(world, faultAnswer(pack));
  const { signature, publisher } = pack.pack;
  if (signature === undefined) return ended(world, faultAnswer(fault('data-pack-unsigned', {})));
  const { reason = 'So vân khóa với nơi phát hành', publisher: called = publisher } = read.options;
  const input = { key: signature.key, name: called, fingerprint, reason };
  return callAsSupervisor(read, world, { name: 'pack.trust', input, isRead: false });
}

function back(read: Words, world: World): Promise<ExitCode> {
  const [id] = read.positionals;
  if (id === undefined)
    throw new UsageError('Thiếu mã gói (xem pack list).', 'The id of the pack is missing (see pack list).');
  const input = { id, reason: neededOf(read, 'reason'), ...kindsOf(read) };
  return callAsSupervisor(read, world, { name: 'pack.rollBack', input, isRead: false });
}

function neededOf({ options }: Words, name: 'from' | 'to' | 'title' | 'publisher' | 'reason'): string {
  const value = options[name];
  if (value !== undefined && value !== '') return value;
  throw new UsageError(`Thiếu --${name}.`, `--${name} is missing.`);
}

function kindsOf({ options: { kinds } }: Words): { readonly kinds?: readonly string[] } {
  return kinds === undefined ? {} : { kinds: kinds.split(',').map((kind) => kind.trim()) };
}

/** What a supervisor does with the office's data from the command line: signed in, one call, its answer as one JSON line. */
async function callAsSupervisor(
  read: Words,
  world: World,
  {
    name,
    input,
    isRead,
    done,
    refused: refusalOf = () => undefined,
  }: {
    readonly name: string;
    readonly input: object;
    readonly isRead: boolean;
    readonly done?: (value: unknown) => unknown;
    /** Why an answer is none here, though the call has one. */
    readonly refused?: (value: unknown) => Answer | undefined;
  },
): Promise<ExitCode> {
  const credentials = findCredentials({ ...read, options: { user: 'supervisor', ...read.options } }, world.env);
  const answer = await withDesk(world, { dataFolder: getData(read), opener: name, isRead }, async (desk) => {
    const client = newClient();
    const refused = await prepare(desk, client, { now: undefined, credentials });
    return refused ?? desk.call(name, input, client);
  });
  if (isFault(answer)) return ended(world, faultAnswer(answer));
  const refusal = answer.ok ? refusalOf(answer.value) : undefined;
  if (refusal !== undefined) return ended(world, refusal);
  return ended(world, answer.ok && done !== undefined ? { ok: true, value: done(answer.value) } : answer);
}

async function ended(world: World, answer: Answer): Promise<ExitCode> {
  await writeJson(world, answer);
  return exitCodeOf(answer);
}

/** The bytes of a file that was named; no file is a wrong usage. */
function bytesOf(file: string | undefined): Buffer {
  if (file === undefined) throw new UsageError('Thiếu tên tệp.', 'The file is missing.');
  try {
    return readFileSync(file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
    throw new UsageError(`Không đọc được tệp «${file}» (${code}).`, `The file “${file}” cannot be read (${code}).`);
  }
}
