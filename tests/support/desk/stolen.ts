import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { inflateSync } from 'node:zlib';

/** Every way a text may lie in a file. */
function formsOf(text: string): Buffer[] {
  const utf8 = Buffer.from(text);
  const inBase64 = [0, 1, 2].map((shift) => {
    const coded = Buffer.concat([Buffer.alloc(shift), utf8])
      .toString('base64')
      .replaceAll('=', '');
    // The first and the last signs hang on what stands beside.
    return Buffer.from(coded.slice(shift === 0 ? 0 : shift + 1, -2));
  });
  return [utf8, Buffer.from(text, 'utf16le'), Buffer.from(text, 'utf16le').swap16(), ...inBase64].concat(
    Buffer.from(utf8.toString('hex')),
  );
}

export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

/** Which of the texts lie anywhere in a folder, in whatever form. */
export function foundIn(folder: string, texts: readonly string[]): string[] {
  const files = filesBelow(folder).flatMap((file) => withInflated(readFileSync(file)));
  return texts.filter((text) => formsOf(text).some((form) => files.some((bytes) => bytes.includes(form))));
}

/** A file, and what is packed in it: papers keep their pages deflated. */
function withInflated(bytes: Buffer): Buffer[] {
  if (!bytes.subarray(0, 5).equals(Buffer.from('%PDF-'))) return [bytes];
  const found = [bytes];
  for (let at = bytes.indexOf('stream\n'); at >= 0; at = bytes.indexOf('stream\n', at + 1)) {
    try {
      found.push(inflateSync(bytes.subarray(at + 7)));
    } catch {
      // No stream of ours begins here.
    }
  }
  return found;
}
