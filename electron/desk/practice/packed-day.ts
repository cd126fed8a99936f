import type { Author, MadeEntry } from '../../store/journal/make-entry.ts';

/**
 * A day's entries as they cross from one thread to another: two buffers that change hands and a list of texts. A copy of so many objects,
 * each with its own little buffers, took longer than making them.
 */
export type PackedDay = {
  /** Seven numbers an entry: desk, its sequence, clock, time, kind of subject, type, author. */
  readonly numbers: Float64Array<ArrayBuffer>;
  /** 64 bytes an entry: id, hash, the subject's name. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly bodies: readonly string[];
  readonly types: readonly string[];
  readonly authors: readonly Author[];
};

const numbersEach = 7;
const bytesEach = 64;
const hashAt = 16;
const nameAt = 48;

export function packDay(entries: readonly MadeEntry[]): PackedDay {
  const numbers = new Float64Array(entries.length * numbersEach);
  const bytes = new Uint8Array(entries.length * bytesEach);
  const types: string[] = [];
  const authors: Author[] = [];
  entries.forEach(({ id, deskId, deskSeq, clock, at, author, subject, type, hash }, index) => {
    if (subject.name.length !== bytesEach - nameAt) throw new Error('only subjects named by a UUID are handed over');
    numbers.set(
      [deskId, deskSeq, clock, at, subject.kind, placeOf(types, type), placeOf(authors, author)],
      index * numbersEach,
    );
    bytes.set(id, index * bytesEach);
    bytes.set(hash, index * bytesEach + hashAt);
    bytes.set(subject.name, index * bytesEach + nameAt);
  });
  return { numbers, bytes, bodies: entries.map(({ body }) => body), types, authors };
}

export function unpackDay({ numbers, bytes, bodies, types, authors }: PackedDay): MadeEntry[] {
  const all = Buffer.from(bytes.buffer);
  return bodies.map((body, index) => {
    const number = (which: number) => numbers[index * numbersEach + which] as number;
    const from = index * bytesEach;
    return {
      id: all.subarray(from, from + hashAt),
      deskId: number(0),
      deskSeq: number(1),
      clock: number(2),
      at: number(3),
      author: authors[number(6)] ?? null,
      subject: { kind: number(4), name: all.subarray(from + nameAt, from + bytesEach) },
      type: types[number(5)] as string,
      body,
      hash: all.subarray(from + hashAt, from + nameAt),
    };
  });
}

/** Its place in a short list, to which it is added when it is new. */
function placeOf<T>(list: T[], item: T): number {
  const found = list.indexOf(item);
  return found === -1 ? list.push(item) - 1 : found;
}
