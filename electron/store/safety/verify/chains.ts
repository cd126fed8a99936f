import { createHash } from 'node:crypto';
import { isOfThisMachine } from '../../../domain/entries/entry.ts';
import type { Db } from '../../file/db.ts';
import { prepared } from '../../file/rows/prepared.ts';
import {
  type ChainedEntry,
  type FormFields,
  chainCode,
  chainStart,
  formBegun,
  isEntryHash,
} from '../../journal/chain.ts';
import { chainOfType } from '../../journal/make-entry.ts';
import { otherDesks } from '../../journal/order.ts';
import { subjectText } from '../../journal/subject.ts';
import { isTakenOutAs } from '../../journal/taken-out.ts';

type ChainRow = Omit<ChainedEntry, 'body'> &
  FormFields & { readonly seq: number; readonly deskId: number; readonly body: Buffer; readonly hash: Buffer };

/** As it is read, hundreds of thousands of times: `bytes` is id, hash, the subject's name and the body in one, for each buffer or text costs as much as its hash. */
type ReadRow = [
  seq: number,
  deskId: number,
  deskSeq: number,
  clock: number,
  at: number,
  accountId: number | null,
  kind: number,
  type: string,
  chain: number | null,
  step: number | null,
  seen: string | null,
  bodyDigest: Buffer | null,
  nameBytes: number,
  bytes: Buffer,
];

const [idBytes, hashBytes] = [16, 32] as const;
const readColumns = `seq, desk_id, desk_seq, clock, at, account_id, kind, type, chain, step, seen, body_digest,
  length(name), CAST(id || hash || name || body AS BLOB)`;

export type Chains = {
  readonly entries: number;
  /** The first broken link of each chain. */
  readonly broken: readonly string[];
  /** Bodies of other desks' entries that nobody told to be taken out. */
  readonly notes: readonly string[];
  /** For each desk with entries of the register its UUID, how many, and a hash over them. */
  readonly heads: readonly string[];
  /** The last entry of the file; null in an empty journal. */
  readonly last: { readonly seq: number; readonly hash: string } | null;
};

/** `form` is that of its newest entry; 0 where there is none. */
type Chain = {
  readonly of: string;
  hash: Uint8Array;
  deskSeq: number;
  clock: number;
  form: 0 | 1 | 2;
  register: number;
  readonly digest: Digest;
};

/**
 * Walks every desk's chain, from the entry after `after` on where the start is to be believed. Reading each entry it sums up what the state
 * hash is made of, so that who checks a copy reads the journal once.
 */
export function walkChains(db: Db, after = 0): Chains {
  const next = prepared(
    db,
    `SELECT ${readColumns} FROM journal JOIN subject USING (subject_id) WHERE seq > ? ORDER BY seq LIMIT ${rowsAtOnce}`,
  ).raw();
  const [uuids, usernames] = [
    namesOf(db, 'SELECT desk_id, uuid FROM desk'),
    namesOf(db, 'SELECT account_id, username FROM account'),
  ];
  const others = otherDesks(db);
  const chains = new Map<number, Chain>();
  const broken = new Map<string, string>();
  const steps = new Map<number, number>();
  const notes: string[] = [];
  let entries = 0;
  let last: ChainRow | undefined;
  for (;;) {
    const rows = next.all(last?.seq ?? after) as ReadRow[];
    for (const read of rows) {
      const row = rowOf(read, uuids, usernames);
      last = row;
      const { deskId, deskSeq, clock } = row;
      const key = keyOf(deskId, row.chain);
      let chain = chains.get(key);
      if (chain === undefined) {
        chain = { of: chainName(row.desk, row.chain), ...(after === 0 ? start : headBefore(db, row)), ...nothingYet() };
        chains.set(key, chain);
      }
      // What happened at another desk's machine is not here, so between its steps any may be missing.
      const step = others.has(deskId) ? undefined : (steps.get(deskId) ?? (after === 0 ? -1 : undefined));
      const untold = erasureDoubt(db, row);
      // What another desk sent without its body is that desk's to tell; this file is whole.
      if (untold !== null && others.has(deskId)) notes.push(untold);
      const wrong =
        doubt(row, chain, step, isEntryHash(row.hash, chain.hash, row)) ?? (others.has(deskId) ? null : untold);
      if (wrong !== null && !broken.has(chain.of)) broken.set(chain.of, wrong);
      if (!isOfThisMachine(row.type)) {
        chain.register += 1;
        chain.digest.add(deskSeq, row.hash);
      }
      chain.hash = row.hash;
      chain.deskSeq = deskSeq;
      chain.clock = clock;
      chain.form = row.chain === null ? 1 : 2;
      steps.set(deskId, row.step ?? 0);
    }
    entries += rows.length;
    if (rows.length < rowsAtOnce) break;
  }
  const walked = new Map([...chains.values()].map((chain) => [chain.of, chain]));
  const halves = endFindings(db, uuids, walked, after === 0).filter(({ of }) => !broken.has(of));
  const end = last === undefined ? null : { seq: last.seq, hash: last.hash.toString('hex') };
  return {
    entries,
    broken: [...broken.values(), ...halves.map(({ found }) => found)],
    notes,
    heads: headsOf(walked),
    last: end,
  };
}

type Names = ReadonlyMap<number, string>;

function rowOf(
  [seq, deskId, deskSeq, clock, at, accountId, kind, type, chain, step, seen, bodyDigest, nameBytes, bytes]: ReadRow,
  uuids: Names,
  usernames: Names,
): ChainRow {
  const nameAt = idBytes + hashBytes;
  return {
    seq,
    deskId,
    desk: uuids.get(deskId) ?? '',
    deskSeq,
    clock,
    at,
    actor: accountId === null ? null : (usernames.get(accountId) ?? null),
    subject: subjectText({ kind, name: bytes.subarray(nameAt, nameAt + nameBytes) }),
    type,
    body: bytes.subarray(nameAt + nameBytes),
    chain,
    step,
    seen,
    bodyDigest,
    id: bytes.subarray(0, idBytes),
    hash: bytes.subarray(idBytes, idBytes + hashBytes),
  };
}

/** A desk's chain, as a number: entries of form 1 are the register's. */
function keyOf(deskId: number, chain: number | null): number {
  return 2 * deskId + (chain === chainCode.machine ? 1 : 0);
}

const rowsAtOnce = 1000;

function namesOf(db: Db, sql: string): ReadonlyMap<number, string> {
  return new Map(db.prepare(sql).raw().all() as [number, string][]);
}

const start = { hash: chainStart, deskSeq: 0, clock: 0, form: 0 } as const;

/** A desk's register goes by its UUID; its machine's chain beside it. */
function chainName(desk: string, chain: number | null): string {
  return chain === chainCode.machine ? `${desk}, machine` : desk;
}

/**
 * What is wrong with an entry as the next of its chain. A form once begun is never left, and one that was begun later is begun by an entry of its own.
 * @param step that of the desk's entry before; undefined where it is not known
 * @param isHashed whether its hash follows from the one before
 */
function doubt(
  row: ChainRow,
  { of, deskSeq, clock, form }: Chain,
  step: number | undefined,
  isHashed: boolean,
): string | null {
  const isOfForm = row.chain === null ? form !== 2 : form !== 1 || row.type === formBegun;
  const isInItsChain = row.chain === null || row.chain === chainCode[chainOfType(row.type)];
  const isLinked = isHashed && row.deskSeq === deskSeq + 1 && row.clock > clock;
  if (!isLinked || !isOfForm || !isInItsChain)
    return `entry ${row.seq} (${row.deskSeq} of desk ${of}) does not follow the one before`;
  const isNext = row.chain === null || row.step === 0 || step === undefined || row.step === step + 1;
  return isNext
    ? null
    : `entry ${row.seq} (${row.deskSeq} of desk ${of}) is of a commit of which the part before is missing`;
}

function erasureDoubt(db: Db, row: ChainRow): string | null {
  if (row.bodyDigest === null || isTakenOutAs(db, row.desk, row.deskSeq, row.body.toString())) return null;
  return `the body of entry ${row.seq} was taken out, and no entry says on what ground`;
}

type Half = { readonly of: string; readonly found: string };

/**
 * Chains that do not end where their last commit did: a commit of which a part is missing, or entries that no commit ended.
 * @param all whether the journal was read from its start; else what was not met says nothing
 */
function endFindings(
  db: Db,
  uuids: ReadonlyMap<number, string>,
  chains: ReadonlyMap<string, Chain>,
  all: boolean,
): Half[] {
  const kept = prepared(db, 'SELECT desk_id AS deskId, kind, desk_seq AS deskSeq, hash FROM chain').all() as {
    deskId: number;
    kind: number;
    deskSeq: number;
    hash: Buffer;
  }[];
  const ends = new Map(kept.map((end) => [chainName(uuids.get(end.deskId) ?? '', end.kind), end]));
  const lost = [...ends]
    .filter(([of]) => all && !chains.has(of))
    .map(([of, end]) => ({ of, found: endsBefore(of, end.deskSeq, 0) }));
  return [...lost, ...[...chains].flatMap(([of, chain]) => endFinding(of, chain, ends.get(of)))];
}

function endFinding(
  of: string,
  { deskSeq, hash, form }: Chain,
  end: { deskSeq: number; hash: Buffer } | undefined,
): Half[] {
  if (form === 1 && end === undefined) return [];
  const told = end?.deskSeq ?? 0;
  if (told > deskSeq) return [{ of, found: endsBefore(of, told, deskSeq) }];
  if (told < deskSeq)
    return [{ of, found: `entries ${told + 1}–${deskSeq} of desk ${of} are of a commit that was not ended` }];
  return end?.hash.equals(hash) === true
    ? []
    : [{ of, found: `entry ${told} of desk ${of} is another than its commit ended with` }];
}

function endsBefore(of: string, told: number, found: number): string {
  return `a commit is not whole: desk ${of} went to entry ${told}, and its journal ends with ${found}`;
}

function nothingYet(): Pick<Chain, 'register' | 'digest'> {
  return { register: 0, digest: newDigest() };
}

type Digest = { add(deskSeq: number, hash: Uint8Array): void; end(): string };

/** Over each entry's place and hash; handed to the hash function many at a time. */
function newDigest(): Digest {
  const hash = createHash('sha256');
  const gathered = Buffer.alloc(65_536);
  let filled = 0;
  const flush = (): void => {
    hash.update(gathered.subarray(0, filled));
    filled = 0;
  };
  return {
    add(deskSeq, one) {
      if (filled + mostDigits + one.length > gathered.length) flush();
      filled += gathered.write(String(deskSeq), filled, 'latin1');
      gathered.set(one, filled);
      filled += one.length;
    },
    end() {
      flush();
      return hash.digest('hex');
    },
  };
}

/** Of a whole number. */
const mostDigits = 16;

function headBefore(
  db: Db,
  { deskId, seq, chain, deskSeq }: ChainRow,
): Pick<Chain, 'hash' | 'deskSeq' | 'clock' | 'form'> {
  // The first of its chain: nothing stands before, and looking for it would read the whole journal.
  if (deskSeq === 1) return start;
  const row = prepared(
    db,
    `SELECT hash, desk_seq AS deskSeq, clock, CASE WHEN chain IS NULL THEN 1 ELSE 2 END AS form FROM journal
      WHERE desk_id = ? AND coalesce(chain, ${chainCode.register}) = ? AND seq < ? ORDER BY seq DESC LIMIT 1`,
  ).get(deskId, chain ?? chainCode.register, seq) as Pick<Chain, 'hash' | 'deskSeq' | 'clock' | 'form'> | undefined;
  return row ?? start;
}

function headsOf(chains: ReadonlyMap<string, Chain>): string[] {
  return [...chains]
    .filter(([, { register }]) => register > 0)
    .map(([uuid, { register, digest }]) => `${uuid} ${register} ${digest.end()}`)
    .toSorted();
}

/** As the heads of `walkChains`, of a journal whose links are not asked about. */
export function registerHeads(db: Db): string[] {
  const uuids = namesOf(db, 'SELECT desk_id, uuid FROM desk');
  const chains = new Map<string, Chain>();
  // By place in the file, which within a desk is the order of its chain.
  const rows = prepared(db, 'SELECT desk_id, desk_seq, type, hash FROM journal ORDER BY seq');
  type Row = { desk_id: number; desk_seq: number; type: string; hash: Buffer };
  for (const { desk_id, desk_seq, type, hash } of rows.iterate() as IterableIterator<Row>) {
    if (isOfThisMachine(type)) continue;
    const uuid = uuids.get(desk_id) ?? '';
    const chain = chains.get(uuid) ?? { ...start, ...nothingYet(), of: uuid };
    chain.register += 1;
    chain.digest.add(desk_seq, hash);
    chains.set(uuid, chain);
  }
  return headsOf(chains);
}
