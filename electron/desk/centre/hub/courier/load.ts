import { createHash } from 'node:crypto';
import {
  type CentreKey,
  type RandomBytes,
  type RowPlace,
  mostPackedBytes,
  openBlob,
  packed,
  sealBlob,
  sealRow,
  textOfBytes,
  unpacked,
  unpackedBytes,
} from '../../../../exchange/hub/seal.ts';
import type { SealedRow } from '../../../../exchange/hub/link.ts';
import { type ContentName, contentOf, findContent } from '../../../../store/centre/content/content.ts';
import type { Commit, PlacedCommit, ReadUpTo } from '../../../../store/centre/exchange/commits.ts';
import type { Db } from '../../../../store/file/db.ts';
import { isCut } from '../../../../store/centre/hub/centre.ts';

/** What a row says, once it is open: whole commits, and what they rest on, each content with the SHA-256 of its text. */
export type Load = {
  readonly commits: readonly Commit[];
  readonly content: readonly NamedContent[];
};
export type NamedContent = readonly [kind: ContentName['kind'], name: string, sha256: string];

/** Content that has to be at the hub before the row that rests on it. */
export type Blob = { readonly sha256: string; readonly bytes: Buffer };

export type LoadedRow = {
  readonly row: SealedRow;
  readonly blobs: readonly Blob[];
  /** Where the own register is once this row is there. */
  readonly ends: ReadUpTo & { readonly hash: Buffer };
  readonly entries: number;
};

/** A row of so much text packs into less than a row holds; what does not is parted. */
const mostText = 400_000;
const mostEntries = 1000;

export type Loading = {
  readonly db: Db;
  readonly centre: string;
  readonly key: CentreKey;
  /** The form that every desk of the centre reads. */
  readonly format: number;
  readonly seed: Uint8Array;
  readonly random: RandomBytes;
};

type Written = { readonly text: string; readonly placed: PlacedCommit };

/**
 * The next rows of a desk: as many whole commits as a row holds. What a file told under former names goes inside the first row of all. One commit that no row holds
 * goes in pieces, as sealed content that its row names.
 * @param prev hash of the entry before the first
 */
export function* rowsOf(
  loading: Loading,
  commits: Iterable<PlacedCommit>,
  prev: Buffer,
  former: readonly Commit[],
): Generator<LoadedRow, void, undefined> {
  let gathered: Written[] = [];
  let before: readonly Commit[] = former;
  let letters = 0;
  let entries = 0;
  let head = prev;
  function* flush(): Generator<LoadedRow, void, undefined> {
    for (const loaded of rowsOver(loading, gathered, head, before)) {
      yield loaded;
      head = loaded.row.head;
    }
    before = [];
    gathered = [];
    letters = 0;
    entries = 0;
  }
  for (const placed of commits) {
    const text = JSON.stringify(placed.commit);
    if (gathered.length > 0 && (letters + text.length > mostText || entries >= mostEntries)) yield* flush();
    gathered.push({ text, placed });
    letters += text.length;
    entries += placed.commit.entries.length;
    // Rows of before are cut as they were: what colleagues kept of them fits together with these.
    if (isCut(loading.db, placed.ends.seq)) yield* flush();
  }
  if (gathered.length > 0) yield* flush();
}

/** These commits as one row; as two where that does not hold them; of a single one its pieces. */
function* rowsOver(
  loading: Loading,
  written: readonly Written[],
  prev: Buffer,
  former: readonly Commit[],
): Generator<LoadedRow, void, undefined> {
  const [first, last] = [written[0], written.at(-1)];
  if (first === undefined || last === undefined) return;
  const { content, blobs } = restingOn(loading.db, [...former, ...written.map(({ placed }) => placed.commit)]);
  const told = [...former.map((commit) => JSON.stringify(commit)), ...written.map(({ text }) => text)];
  const text = `{"commits":[${told.join(',')}],"content":${JSON.stringify(content)}}`;
  const tight = packed(text);
  if (tight.length > mostPackedBytes && written.length > 1) {
    const half = written.length >> 1;
    let head = prev;
    for (const one of rowsOver(loading, written.slice(0, half), prev, former)) {
      head = one.row.head;
      yield one;
    }
    yield* rowsOver(loading, written.slice(half), head, []);
    return;
  }
  const parts = tight.length > mostPackedBytes ? inPieces(text) : [];
  const open = parts.length === 0 ? tight : packed(JSON.stringify({ parts: parts.map(({ sha256 }) => sha256) }));
  const hash = Buffer.from(last.placed.hash, 'hex');
  const place: RowPlace = {
    centre: loading.centre,
    desk: first.placed.commit.desk,
    kind: 'register',
    firstSeq: first.placed.commit.entries[0]?.seq ?? 0,
    lastSeq: last.placed.ends.seq,
    prev,
    head: hash,
  };
  yield {
    row: sealRow(place, open, loading.key, loading.seed, loading.random, loading.format),
    blobs: [...blobs, ...parts],
    ends: { ...last.placed.ends, hash },
    entries: written.reduce((sum, { placed }) => sum + placed.commit.entries.length, 0),
  };
}

/** So many bytes of text are a piece. */
const pieceBytes = 8 * 1024 * 1024;

function inPieces(text: string): Blob[] {
  const bytes = Buffer.from(text, 'utf8');
  return Array.from({ length: Math.ceil(bytes.length / pieceBytes) }, (_, at) => {
    const piece = bytes.subarray(at * pieceBytes, (at + 1) * pieceBytes);
    return { sha256: sha256Of(piece), bytes: packed(piece) };
  });
}

function sha256Of(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** What commits rest on, as far as it is here. */
function restingOn(
  db: Db,
  commits: readonly Commit[],
): { readonly content: readonly NamedContent[]; readonly blobs: readonly Blob[] } {
  const resting = commits.flatMap(({ desk, entries }) => entries.map(({ type, body }) => ({ desk, type, body })));
  const found = contentOf(db, resting).flatMap((one) => {
    const sha256 = hashHere(db, one);
    return sha256 === undefined ? [] : [{ ...one, sha256 }];
  });
  return {
    content: found.map(({ kind, name, sha256 }) => [kind, name, sha256] as const),
    // Packed when it is asked for: most of it went before.
    blobs: found.map(({ kind, name, sha256 }) => ({
      sha256,
      get bytes() {
        return packed(findContent(db, { kind, name }) ?? '');
      },
    })),
  };
}

/** What was found under the whole hash of its text, which nothing else is ever called: a catalogue is some mebibytes, and each reception rests on one. */
const hashed = new WeakMap<Db, Set<string>>();

/** The SHA-256 of a content's text; undefined where it is not here. */
function hashHere(db: Db, { kind, name }: ContentName): string | undefined {
  const known = hashed.get(db) ?? new Set();
  hashed.set(db, known);
  if (known.has(`${kind} ${name}`)) return name;
  const text = findContent(db, { kind, name });
  const sha256 = text === undefined ? undefined : sha256Of(text);
  if (sha256 === name) known.add(`${kind} ${name}`);
  return sha256;
}

export function sealedBlob(
  { centre, key, random }: Omit<Loading, 'db' | 'seed' | 'format'>,
  { sha256, bytes }: Blob,
): Buffer {
  return sealBlob(centre, sha256, bytes, key, random);
}

/** The text of a sealed content whose SHA-256 is its name; undefined of anything else. */
export function openContent(centre: string, sha256: string, blob: Buffer, key: CentreKey): Buffer | undefined {
  const open = openBlob(centre, sha256, blob, key);
  const bytes = open === undefined ? undefined : unpackedBytes(open);
  return bytes !== undefined && sha256Of(bytes) === sha256 ? bytes : undefined;
}

/** What an open row says; the names of its pieces where it says no more; undefined where it says nothing that we know. */
export function readLoad(open: Uint8Array): Load | { readonly parts: readonly string[] } | undefined {
  const text = unpacked(open);
  return text === undefined ? undefined : readText(text);
}

export function readPieces(pieces: readonly Uint8Array[]): Load | undefined {
  const text = textOfBytes(Buffer.concat(pieces));
  const load = text === undefined ? undefined : readText(text);
  return load === undefined || 'parts' in load ? undefined : load;
}

function readText(text: string): Load | { readonly parts: readonly string[] } | undefined {
  let said: unknown;
  try {
    said = JSON.parse(text);
  } catch {
    return undefined;
  }
  const { commits, content, parts } = (said ?? {}) as Record<string, unknown>;
  if (Array.isArray(parts)) return parts.every(isSha256) ? { parts } : undefined;
  if (!Array.isArray(commits) || !Array.isArray(content) || !content.every(isNamedContent)) return undefined;
  // Commits are looked at by the store's own door.
  return { commits: commits as Commit[], content };
}

function isSha256(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
}

const contentKinds: ReadonlySet<unknown> = new Set(['catalogue', 'calendar', 'form', 'list', 'pack', 'process']);

function isNamedContent(value: unknown): value is NamedContent {
  if (!Array.isArray(value) || value.length !== 3) return false;
  const [kind, name, sha256] = value as unknown[];
  return contentKinds.has(kind) && typeof name === 'string' && name.length <= 200 && isSha256(sha256);
}

/** Neighbours that are alike, together. */
export function runsOf<T>(list: readonly T[], kindOf: (one: T) => string): T[][] {
  const runs: T[][] = [];
  for (const one of list) {
    const last = runs.at(-1);
    if (last?.[0] !== undefined && kindOf(last[0]) === kindOf(one)) last.push(one);
    else runs.push([one]);
  }
  return runs;
}
