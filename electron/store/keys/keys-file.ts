import { copyFileSync, existsSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Fault, fault, isFault } from '../../contract/base/fault.ts';
import { canonicalJson } from '../../domain/base/canonical-json.ts';
import { syncFile, syncFolder, writeDurably } from '../../disk/durable.ts';
import { derive, isCostAllowed, isSame, macOf } from './primitives.ts';

/** Both lie in the data folder: whoever loses one of them has not lost the register. The first is the newer one. */
export const keysFileNames = ['keys.json', 'keys-2.json'] as const;

const newestFormat = 1;
/** Fifty accounts with two slots each take 40 kB; what is larger is not read. */
const mostBytes = 256 * 1024;

/** Bytes as base64url without its end signs. */
function bytesOf(length: number) {
  return z
    .string()
    .regex(/^[A-Za-z0-9_-]+$/)
    .refine((text) => Buffer.from(text, 'base64url').length === length);
}

const keyId = z.string().regex(/^[0-9a-f]{32}$/);
/** The public halves, of which the key's name is the hash: whoever knows the name can hold them to it. */
const halves = { keyId, x25519: bytesOf(32), ed25519: bytesOf(32) };

/** The file's key in a box for one pair of keys: ephemeral 32, key 32, tag 16. */
const Seal = z.strictObject({ keyId, box: bytesOf(80) });
/** `salt` is the first 16 bytes of the file: it says which file it is, and so which key opens it. */
const SealedFile = z.strictObject({ salt: bytesOf(16), seals: z.array(Seal).max(200) });
/** Whose seed is wrapped under what a password gives: nonce 12, seed 32, tag 16. */
const Slot = z.strictObject({
  username: z.string().min(1).max(100),
  ...halves,
  kdf: z
    .strictObject({ ln: z.int(), r: z.int(), p: z.int(), salt: bytesOf(16) })
    .refine((kdf) => isCostAllowed(kdf), { error: 'kdf' }),
  wrapped: bytesOf(60),
  /** Made from the hash of a password that stood in a plain register: who kept a copy of that has it too, so it goes at the next sign-in. */
  of: z.literal('hash').optional(),
});

/** What a closed desk says of itself before anybody has signed in; nothing of any person. */
const Office = z.strictObject({
  unitName: z.string().max(300),
  centreName: z.string().max(300),
  deskName: z.string().max(100),
  deskCode: z.string().max(20),
  practice: z.boolean(),
});

/** Which seals are for the key on paper, and since when; two while one takes the place of the other. Nothing else of it is kept. */
const Recovery = z.strictObject({ ...halves, madeOn: z.iso.date() });

const Content = z.strictObject({
  format: z.literal(newestFormat),
  office: Office,
  files: z.array(SealedFile).min(1).max(4),
  accounts: z.array(Slot).max(200),
  recovery: z.array(Recovery).max(4).optional(),
});
export const Keys = Content.extend({ mac: bytesOf(32) });

export type ClosedOffice = z.infer<typeof Office>;
export type Slot = z.infer<typeof Slot>;
export type Seal = z.infer<typeof Seal>;
export type SealedFile = z.infer<typeof SealedFile>;
export type KeysContent = z.infer<typeof Content>;
export type Keys = z.infer<typeof Keys>;

export type KeysFault = Fault<'keys-damaged' | 'store-newer'>;

/** Whether a folder has keys at all, readable or not. */
export function hasKeys(folder: string): boolean {
  return keysFileNames.some((name) => existsSync(join(folder, name)));
}

/**
 * The keys of a folder: the first copy that can be read and names this file. A copy that cannot be read is passed over while the other can.
 * @param salt the first 16 bytes of the register
 */
export function readKeys(folder: string, salt: Uint8Array): Keys | KeysFault | Fault<'keys-foreign'> {
  const found = keysFileNames
    .filter((name) => existsSync(join(folder, name)))
    .map((name) => readCopy(join(folder, name)));
  const whole = found.filter((one): one is Keys => !isFault(one));
  const fits = whole.find((keys) => findFile(keys, salt) !== undefined);
  if (fits !== undefined) return fits;
  if (whole.length > 0) return fault('keys-foreign', { path: join(folder, keysFileNames[0]) });
  const worst = found.find((one) => isFault(one) && one.fault === 'store-newer') ?? found[0];
  return (worst as KeysFault | undefined) ?? fault('keys-damaged', { reason: 'missing' });
}

function readCopy(path: string): Keys | KeysFault {
  try {
    const found = statSync(path);
    // A pipe would be waited for without end.
    if (!found.isFile()) return fault('keys-damaged', { reason: 'no file' });
    if (found.size > mostBytes) return fault('keys-damaged', { reason: 'size' });
    return parseKeys(readFileSync(path, 'utf8'));
  } catch (error) {
    const { code } = error as { code?: unknown };
    return fault('keys-damaged', { reason: typeof code === 'string' ? code : 'unreadable' });
  }
}

/** The reason is the place where it is wrong, never what stands there. */
export function parseKeys(text: string): Keys | KeysFault {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return fault('keys-damaged', { reason: 'json' });
  }
  const format = (value as { format?: unknown } | null)?.format;
  if (typeof format === 'number' && Number.isInteger(format) && format > newestFormat)
    return fault('store-newer', { version: format });
  const parsed = Keys.safeParse(value);
  if (parsed.success) return parsed.data;
  return fault('keys-damaged', { reason: parsed.error.issues[0]?.path.map(String).join('.') ?? '' });
}

export function findFile({ files }: KeysContent, salt: Uint8Array): SealedFile | undefined {
  const wanted = Buffer.from(salt).toString('base64url');
  return files.find((file) => file.salt === wanted);
}

/** As text, vouched for by whoever has the file's key. */
export function keysText(content: KeysContent, fileKey: Uint8Array): string {
  const { format, office, files, accounts, recovery } = content;
  const told = { format, office, files, accounts, ...(recovery === undefined ? {} : { recovery }) };
  const mac = keysMac(told, fileKey).toString('base64url');
  return `${JSON.stringify({ ...told, mac }, null, 1)}\n`;
}

/** Whether nobody without the file's key wrote this. An older copy of ours passes: the register says whose slots still count. */
export function isVouchedFor({ mac, ...content }: Keys, fileKey: Uint8Array): boolean {
  return isSame(keysMac(content, fileKey), Buffer.from(mac, 'base64url'));
}

function keysMac(content: KeysContent, fileKey: Uint8Array): Buffer {
  const key = derive(fileKey, Buffer.alloc(0), 'mot-cua-desk 1 keys.json');
  try {
    return macOf(key, canonicalJson(content));
  } finally {
    key.fill(0);
  }
}

/** Both copies, each whole or as it was: a kill in between leaves two that both open. Throws what the system throws. */
export function writeKeys(folder: string, text: string, step: (name: string) => void = () => undefined): void {
  for (const name of keysFileNames) {
    const path = join(folder, name);
    writeDurably(`${path}.new`, text);
    step(`written ${name}`);
    renameSync(`${path}.new`, path);
    syncFolder(folder);
    step(`placed ${name}`);
  }
}

/** The keys that lie beside a backup, beside what comes back from it. Throws what the system throws. */
export function copyKeys(from: string, to: string): void {
  for (const name of keysFileNames.filter((one) => existsSync(join(from, one)))) {
    copyFileSync(join(from, name), join(to, name));
    syncFile(join(to, name));
  }
  syncFolder(to);
}
