import { promisify } from 'node:util';
import { crc32, deflateRaw } from 'node:zlib';

type Entry = { readonly name: Buffer; readonly packed: Buffer; readonly size: number; readonly sum: number };

const pack = promisify(deflateRaw);

/** Version 2.0, names in UTF-8, deflated; 01/01/1980 00:00, the first day a zip knows, so that the same parts give the same bytes. */
const [version, utf8, deflated, midnight, day] = [20, 0x0800, 8, 0, 0x0021];

/** A zip archive of less than 4 GB, its parts in the order given. Packing is done beside the desk's own thread. */
export async function zipOf(parts: readonly (readonly [string, Uint8Array])[]): Promise<Buffer> {
  const entries = await Promise.all(
    parts.map(async ([name, content]): Promise<Entry> => {
      const packed = await pack(content);
      return { name: Buffer.from(name), packed, size: content.length, sum: crc32(content) };
    }),
  );
  const [files, directory]: [Buffer[], Buffer[]] = [[], []];
  let at = 0;
  for (const entry of entries) {
    const head = localHead(entry);
    files.push(head, entry.packed);
    directory.push(directoryEntry(entry, at));
    at += head.length + entry.packed.length;
  }
  const listed = Buffer.concat(directory);
  return Buffer.concat([...files, listed, directoryEnd(entries.length, listed.length, at)]);
}

/** What both heads say of a part. */
function facts({ name, packed, size, sum }: Entry): Buffer {
  const head = Buffer.alloc(26);
  for (const [index, value] of [version, utf8, deflated, midnight, day].entries()) head.writeUInt16LE(value, index * 2);
  for (const [index, value] of [sum, packed.length, size].entries()) head.writeUInt32LE(value, 10 + index * 4);
  head.writeUInt16LE(name.length, 22);
  return head;
}

function localHead(entry: Entry): Buffer {
  return Buffer.concat([Buffer.from('PK\u0003\u0004'), facts(entry), entry.name]);
}

function directoryEntry(entry: Entry, at: number): Buffer {
  const made = Buffer.alloc(2);
  made.writeUInt16LE(version);
  const place = Buffer.alloc(14);
  place.writeUInt32LE(at, 10);
  return Buffer.concat([Buffer.from('PK\u0001\u0002'), made, facts(entry), place, entry.name]);
}

function directoryEnd(count: number, size: number, at: number): Buffer {
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(at, 16);
  return end;
}
