/** A set of names by row number: bit n is name n. A third of a million names are 40 kB, and two sets meet in 10 µs. */
export type NameSet = Uint32Array;

/** Names whose bits lie in one row of `word_names`: 3840 bytes fit into one page, and a common word is few rows. */
export const namesInPart = 30_720;
const bitmapBytes = namesInPart / 8;
const wordsInPart = namesInPart / 32;

/** For names 0 to `newest`; parts are whole, so that they can be copied in without a look at the end. */
export function emptySet(newest: number): NameSet {
  return new Uint32Array((Math.floor(newest / namesInPart) + 1) * wordsInPart);
}

export function addName(set: NameSet, name: number): void {
  set[name >>> 5] = (set[name >>> 5] ?? 0) | (1 << (name & 31));
}

export function hasName(set: NameSet, name: number): boolean {
  return ((set[name >>> 5] ?? 0) & (1 << (name & 31))) !== 0;
}

/** The first set becomes what is in both; so does it with the next two, for sets are large and met many times at each key. */
export function keep(set: NameSet, other: NameSet): NameSet {
  for (let at = 0; at < set.length; at += 1) set[at] = (set[at] ?? 0) & (other[at] ?? 0);
  return set;
}

export function join(set: NameSet, other: NameSet): NameSet {
  for (let at = 0; at < set.length; at += 1) set[at] = (set[at] ?? 0) | (other[at] ?? 0);
  return set;
}

export function drop(set: NameSet, other: NameSet): NameSet {
  for (let at = 0; at < set.length; at += 1) set[at] = (set[at] ?? 0) & ~(other[at] ?? 0);
  return set;
}

/** The newest names of the set, at most so many, newest first. */
export function newestOf(set: NameSet, most: number): number[] {
  const names: number[] = [];
  for (let at = set.length - 1; at >= 0 && names.length < most; at -= 1) {
    let left = set[at] ?? 0;
    while (left !== 0 && names.length < most) {
      const bit = 31 - Math.clz32(left);
      names.push(at * 32 + bit);
      left &= ~(1 << bit);
    }
  }
  return names;
}

export function sizeOf(set: NameSet): number {
  let size = 0;
  for (let at = 0; at < set.length; at += 1) for (let left = set[at] ?? 0; left !== 0; left &= left - 1) size += 1;
  return size;
}

/** A part as it is kept: places of two bytes while they are few, a bit for each name when they would take more room. */
export function packPart(places: readonly number[]): Buffer {
  if (places.length * 2 < bitmapBytes) return Buffer.from(Uint16Array.from(places).buffer);
  const bits = new Uint32Array(wordsInPart);
  for (const place of places) addName(bits, place);
  return Buffer.from(bits.buffer);
}

/** A kept part with more places in it. */
export function growPart(packed: Uint8Array, places: readonly number[]): Buffer {
  if (packed.length + places.length * 2 < bitmapBytes) return Buffer.concat([packed, packPart(places)]);
  if (packed.length < bitmapBytes) return packPart([...new Uint16Array(aligned(packed)), ...places]);
  const bits = new Uint32Array(aligned(packed));
  for (const place of places) addName(bits, place);
  return Buffer.from(bits.buffer);
}

/** Adds a packed part to a set. */
export function addPart(set: NameSet, part: number, packed: Uint8Array): void {
  if (packed.length < bitmapBytes) {
    const places = new Uint16Array(aligned(packed));
    for (let at = 0; at < places.length; at += 1) addName(set, part * namesInPart + (places[at] ?? 0));
    return;
  }
  const first = part * wordsInPart;
  const bits = new Uint32Array(aligned(packed));
  for (let at = 0; at < wordsInPart; at += 1) set[first + at] = (set[first + at] ?? 0) | (bits[at] ?? 0);
}

/** Typed arrays begin at a multiple of their size; what the driver hands out begins anywhere. All our machines are little-endian. */
function aligned(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}
