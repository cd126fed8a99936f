import { createHash, createPublicKey, verify } from 'node:crypto';
import { closeSync, fstatSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs';

/**
 * An update as a file: three lines (what it is, what it says, its signature) and then the installer, byte by byte. The signature is over the first two
 * lines, and those hold the hash of the installer: nothing of it is read as anything before both are proven.
 */
export const firstLine = 'mot-cua-desk update 1';
const longestHead = 16_384;

export type UpdateHead = {
  readonly version: string;
  readonly platform: string;
  readonly arch: string;
  /** What the installer is: it decides how it is started. */
  readonly kind: 'nsis' | 'deb' | 'appimage';
  /** The oldest version that still opens a register which this one has worked in: the way back ends there. */
  readonly minReader: string;
  readonly fileName: string;
  readonly bytes: number;
  readonly sha256: string;
};

/** What is wrong with a file that was given as an update; each with a sentence in update.ts. */
export type UpdateFault = 'update-off' | 'update-broken' | 'update-other-system' | 'update-not-newer';

/** What stands before 32 raw bytes so that Node reads them as a key (RFC 8410). */
const spki = Buffer.from('302a300506032b6570032100', 'hex');

/** A version as three numbers; undefined for what is none. */
function readVersion(text: string): readonly [number, number, number] | undefined {
  const found = /^(\d{1,4})\.(\d{1,4})\.(\d{1,4})$/.exec(text);
  return found === null ? undefined : [Number(found[1]), Number(found[2]), Number(found[3])];
}

/** Below zero where `one` is the older; what is no version is older than all. */
export function compareVersions(one: string, other: string): number {
  const [left, right] = [readVersion(one) ?? [-1, 0, 0], readVersion(other) ?? [-1, 0, 0]];
  return left[0] - right[0] || left[1] - right[1] || left[2] - right[2];
}

export type Opened = { readonly head: UpdateHead; readonly text: string; readonly bodyAt: number };

/** The head of a file whose signature holds under one of the keys; `bodyAt` is where the installer begins. */
export function readHead(file: string, keys: readonly string[]): Opened | UpdateFault {
  if (keys.length === 0) return 'update-off';
  const handle = openSync(file, 'r');
  try {
    const buffer = Buffer.alloc(longestHead);
    const lines = splitHead(buffer.subarray(0, readSync(handle, buffer, 0, longestHead, 0)));
    if (lines === undefined) return 'update-broken';
    const { signed, signature, bodyAt } = lines;
    if (!keys.some((key) => isSigned(key, signed, signature))) return 'update-broken';
    const head = parseHead(signed);
    if (head === undefined || fstatSync(handle).size !== bodyAt + head.bytes) return 'update-broken';
    return { head, text: buffer.toString('latin1', 0, bodyAt), bodyAt };
  } finally {
    closeSync(handle);
  }
}

function splitHead(bytes: Buffer): { signed: Buffer; signature: Buffer; bodyAt: number } | undefined {
  const first = bytes.indexOf(10);
  const second = bytes.indexOf(10, first + 1);
  const third = bytes.indexOf(10, second + 1);
  if (first === -1 || second === -1 || third === -1) return undefined;
  if (bytes.toString('latin1', 0, first) !== firstLine) return undefined;
  const signature = Buffer.from(bytes.toString('latin1', second + 1, third), 'base64url');
  return { signed: bytes.subarray(0, second + 1), signature, bodyAt: third + 1 };
}

function isSigned(key: string, signed: Buffer, signature: Buffer): boolean {
  const raw = Buffer.from(key, 'base64url');
  if (raw.length !== 32 || signature.length !== 64) return false;
  const asKey = createPublicKey({ key: Buffer.concat([spki, raw]), format: 'der', type: 'spki' });
  return verify(null, signed, asKey, signature);
}

/** Only after the signature held: what our own key signed may still be of a form that this version does not know. */
function parseHead(signed: Buffer): UpdateHead | undefined {
  let found: Partial<Record<keyof UpdateHead, unknown>>;
  try {
    found = JSON.parse(signed.toString('utf8', firstLine.length + 1)) as typeof found;
  } catch {
    return undefined;
  }
  const { version, platform, arch, kind, minReader, fileName, bytes, sha256 } = found;
  const isRight =
    typeof version === 'string' &&
    readVersion(version) !== undefined &&
    typeof minReader === 'string' &&
    readVersion(minReader) !== undefined &&
    typeof platform === 'string' &&
    typeof arch === 'string' &&
    (kind === 'nsis' || kind === 'deb' || kind === 'appimage') &&
    typeof fileName === 'string' &&
    // A plain name: it becomes one of a file in a folder of ours.
    /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/.test(fileName) &&
    typeof bytes === 'number' &&
    Number.isSafeInteger(bytes) &&
    bytes > 0 &&
    typeof sha256 === 'string' &&
    /^[0-9a-f]{64}$/.test(sha256);
  return isRight ? { version, platform, arch, kind, minReader, fileName, bytes, sha256 } : undefined;
}

/**
 * Copies the installer out of a file and says whether what was written is what the head says. What is run afterwards is this copy, never the file
 * that was given: that one may be exchanged in between.
 */
export function unpackBody(file: string, { head, text, bodyAt }: Opened, to: string): UpdateFault | null {
  const from = openSync(file, 'r');
  const out = openSync(to, 'wx', 0o700);
  try {
    // The head once more, from the handle that is read: the file may be another one by now.
    const again = Buffer.alloc(bodyAt);
    readSync(from, again, 0, bodyAt, 0);
    if (again.toString('latin1') !== text) return 'update-broken';
    const hash = createHash('sha256');
    const block = Buffer.alloc(1_048_576);
    let left = head.bytes;
    for (let at = bodyAt; left > 0;) {
      const read = readSync(from, block, 0, Math.min(block.length, left), at);
      if (read === 0) return 'update-broken';
      hash.update(block.subarray(0, read));
      writeSync(out, block, 0, read);
      at += read;
      left -= read;
    }
    fsyncSync(out);
    return hash.digest('hex') === head.sha256 ? null : 'update-broken';
  } finally {
    closeSync(from);
    closeSync(out);
  }
}
