import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

type Entry = {
  readonly files?: Readonly<Record<string, Entry>>;
  readonly size?: number;
  readonly offset?: string;
  readonly unpacked?: boolean;
  readonly link?: string;
  readonly integrity?: { readonly algorithm: string; readonly hash: string };
};

export type Packed = { readonly name: string; readonly bytes: Buffer; readonly isUnpacked: boolean };

/**
 * Every file of an asar and of the folder of unpacked ones beside it. Read by the form of the file alone (the length of a header, the header, the
 * bytes), not by the library that wrote it. Throws where a file is not what its hash says, or is a link.
 */
export function readArchive(file: string): Packed[] {
  const all = readFileSync(file);
  const headerBytes = all.readUInt32LE(4);
  const header = JSON.parse(all.toString('utf8', 16, 16 + all.readUInt32LE(12))) as Entry;
  const body = all.subarray(8 + headerBytes);

  function walk(entry: Entry, name: string): Packed[] {
    if (entry.files !== undefined)
      return Object.entries(entry.files).flatMap(([part, one]) => walk(one, name === '' ? part : `${name}/${part}`));
    if (entry.link !== undefined) throw new Error(`${name} is a link`);
    const isUnpacked = entry.unpacked === true;
    const from = Number(entry.offset ?? 0);
    const bytes = isUnpacked
      ? readFileSync(path.join(`${file}.unpacked`, name))
      : body.subarray(from, from + (entry.size ?? 0));
    const found = createHash('sha256').update(bytes).digest('hex');
    if (entry.integrity?.hash !== found) throw new Error(`${name} is not what the archive says it is`);
    return [{ name, bytes, isUnpacked }];
  }
  return walk(header, '');
}

/** The hash by which Electron knows the archive: of its header, which holds that of each file. */
export function headerHash(file: string): string {
  const all = readFileSync(file);
  return createHash('sha256')
    .update(all.subarray(16, 16 + all.readUInt32LE(12)))
    .digest('hex');
}

/** Writes every file below a folder, as the program sees them. */
export function unpackArchive(files: readonly Packed[], folder: string): void {
  for (const { name, bytes } of files) {
    const to = path.join(folder, name);
    mkdirSync(path.dirname(to), { recursive: true });
    writeFileSync(to, bytes);
  }
}
