import { randomUUID } from 'node:crypto';
import { isDeskCode } from '../../../../electron/domain/base/numbering.ts';
import {
  type Appended,
  type ChainHead,
  type Claim,
  type Claimed,
  type GoneDesk,
  type Grant,
  type Hello,
  type HubDesk,
  HubFault,
  type HubLink,
  type Joining,
  type PulledRow,
  type SealedRow,
} from '../../../../electron/exchange/hub/link.ts';
import {
  firstClaims,
  highestDesk,
  highestGiven,
  hubVersion,
  isClaim,
  isFormat,
  isKeyId,
  isRow,
  isUuid,
  mostBlobBytes,
  mostGrantBytes,
  mostPageBytes,
  noHash,
  numberMeant,
} from '../../../../electron/exchange/hub/tables/rules.ts';

/**
 * The hub in memory, for simulations: the same answers as PostgreSQL's functions give (`electron/exchange/hub/tables/`), held to them by a test. It loses nothing and is
 * never slow; a wrapper around a link does that.
 */
export type Twin = {
  /** Makes room for a desk: its number and ranges. `number` asks for that one; `after`: the number of the closed desk in whose place it stands. */
  enrol(desk: {
    readonly code: string;
    readonly enrolKey: Buffer;
    readonly number?: number;
    readonly after?: number;
  }): Enrolled;
  /** A connection of that desk. Refused, at its first call, where the number is not known or the place is taken. */
  link(no: number): HubLink;
  /** Ends every connection, or those of one desk, as a cut cable does. */
  cut(no?: number): void;
  openRefill(open: boolean): void;
  /** Shuts a desk out, as IT does; what it had stays spent. */
  close(no: number): void;
  snapshot(): TwinCopy;
  /** Brought back to what it was then: another generation, and nobody is connected. */
  restore(copy: TwinCopy): void;
  /** The same without a word of it, as where the whole disk was put back. */
  putBack(copy: TwinCopy): void;
  /** An empty hub of the same centre. */
  wipe(): void;
  /** All that an operator could read, for tests that look for names in it. */
  rows(): readonly PulledRow[];
  blobs(): ReadonlyMap<string, Buffer>;
};

type Enrolled = { readonly is: 'enrolled'; readonly desk: HubDesk } | { readonly is: 'taken' | 'malformed' };

export type TwinOptions = {
  readonly centre: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly newUuid?: () => string;
  /** When a hint is delivered; a simulation puts it on its own heap of events. */
  readonly soon?: (run: () => void) => void;
};

type Grants = Map<string, Grant & { readonly to: number; readonly by: number }>;
type Desk = { -readonly [Key in keyof HubDesk]: HubDesk[Key] };
type State = {
  desks: Map<number, Desk>;
  heads: Map<string, ChainHead>;
  rows: PulledRow[];
  claims: Claim[];
  grants: Grants;
  blobs: Map<string, Buffer>;
  refill: boolean;
  successors: Map<number, number>;
};
/** Nobody looks into it. */
export type TwinCopy = { readonly kept: State };

type Connection = {
  readonly no: number;
  told: ((pos: number) => void)[];
  rivals: (() => void)[];
  ended: (() => void)[];
  open: boolean;
};

export function createTwin(options: TwinOptions): Twin {
  const { centre, now, newUuid = randomUUID, soon = queueMicrotask } = options;
  let generation: string = newUuid();
  let state = emptyState();
  const connections = new Set<Connection>();
  let turns: { readonly of: Connection; readonly begin: () => void }[] = [];

  /** The newest first, so that whoever loses the place hears of it before it is given on. */
  function drop(connection: Connection): void {
    if (!connection.open) return;
    connection.open = false;
    connections.delete(connection);
    const held = turns[0]?.of === connection;
    turns = turns.filter((turn) => turn.of !== connection);
    for (const told of connection.ended) told();
    if (held) turns[0]?.begin();
  }

  function dropAll(which: (connection: Connection) => boolean = () => true): void {
    for (const connection of new Set(connections)) if (which(connection)) drop(connection);
  }

  function hint(from: Connection, pos: number): void {
    for (const connection of connections)
      if (connection !== from)
        soon(() => {
          if (connection.open) for (const told of connection.told) told(pos);
        });
  }

  /** Whose machines' chains a desk is given: its own, and that of the one in whose place it stands. */
  function isOwnMachine(no: number, uuid: string): boolean {
    return [no, state.successors.get(no)].some((one) => one !== undefined && state.desks.get(one)?.uuid === uuid);
  }

  function isSpent(no: number): boolean {
    return state.desks.has(no);
  }

  function claimOf(kind: string, first: number, last: number, not: number): Claim | undefined {
    return state.claims
      .filter((one) => one.kind === kind && one.desk !== not && one.first <= last && first <= one.last)
      .toSorted((a, b) => a.first - b.first || a.desk - b.desk)[0];
  }

  function enrol(wanted: { code: string; enrolKey: Buffer; number?: number; after?: number }): Enrolled {
    const { code, enrolKey } = wanted;
    if (!isDeskCode(code) || enrolKey.length !== 32) return { is: 'malformed' };
    const meant = wanted.number ?? numberMeant(code);
    const next = Math.max(0, ...state.desks.keys()) + 1;
    const no = wanted.number ?? (meant === undefined || isSpent(meant) ? next : meant);
    if (!Number.isSafeInteger(no) || no < 1 || no > highestGiven) return { is: 'malformed' };
    const claims = firstClaims(no, code);
    if (isSpent(no) || claims.some((one) => claimOf(one.kind, one.first, one.last, no))) return { is: 'taken' };
    const desk: Desk = { no, code, uuid: null, publicKey: null, enrolKey, format: 0, lastSeen: null, closedAt: null };
    state.desks.set(no, desk);
    state.claims.push(...claims);
    if (wanted.after !== undefined) state.successors.set(no, wanted.after);
    return { is: 'enrolled', desk: { ...desk } };
  }

  /** Steps 3 to 8 of a row that has its form. */
  function put(from: Connection, row: SealedRow): Appended {
    const chain = `${row.kind}.${row.desk}`;
    const { seq, head } = state.heads.get(chain) ?? { seq: 0, head: noHash };
    if (row.lastSeq <= seq) {
      const there = state.rows.find(
        (one) => one.desk === row.desk && one.kind === row.kind && one.lastSeq === row.lastSeq,
      );
      if (there === undefined) return { is: 'gap', seq };
      return there.head.equals(row.head) ? { is: 'have' } : { is: 'forked', seq };
    }
    if (row.firstSeq !== seq + 1) return { is: 'gap', seq };
    if (!row.prev.equals(head)) return { is: 'forked', seq };
    const pos = state.rows.length + 1;
    state.rows.push({ ...row, pos });
    state.heads.set(chain, { desk: row.desk, kind: row.kind, seq: row.lastSeq, head: row.head });
    hint(from, pos);
    return { is: 'taken', pos };
  }

  function tellGone({ no, code, uuid, publicKey, enrolKey }: GoneDesk): ReturnType<HubLink['tellGone']> {
    const same = state.desks.get(no);
    if (same?.uuid === uuid && same.code === code && same.publicKey?.equals(publicKey) === true)
      return Promise.resolve({ is: 'told' });
    const known = [...state.desks.values()].some((desk) => desk.uuid === uuid);
    const isDesk = isDeskCode(code) && isUuid(uuid) && Number.isSafeInteger(no) && no >= 1 && no <= highestDesk;
    if (!isDesk || publicKey.length !== 32 || enrolKey.length !== 32) throw new HubFault('hub-refused');
    const claims = firstClaims(no, code);
    if (known || isSpent(no) || claims.some((one) => claimOf(one.kind, one.first, one.last, no)))
      return Promise.resolve({ is: 'taken' });
    const closedAt = now();
    state.desks.set(no, { no, code, uuid, publicKey, enrolKey, format: 0, lastSeen: null, closedAt });
    state.claims.push(...claims);
    return Promise.resolve({ is: 'told' });
  }

  function link(no: number): HubLink {
    const connection: Connection = { no, told: [], rivals: [], ended: [], open: false };
    let begun = false;

    /** The desk that speaks, connected; by the hub's own order of what is wrong. */
    function connected(): Desk {
      const desk = state.desks.get(no);
      if (!begun) {
        begun = true;
        if (desk === undefined || desk.closedAt !== null) throw new HubFault('hub-refused');
        const holder = [...connections].find((other) => other.no === no);
        if (holder !== undefined) {
          for (const told of holder.rivals) soon(told);
          throw new HubFault('hub-place-taken');
        }
        connection.open = true;
        connections.add(connection);
      }
      if (!connection.open) throw new HubFault('hub-away');
      if (desk === undefined) throw new HubFault('hub-refused');
      return desk;
    }

    function joined(): Desk & { uuid: string } {
      const desk = connected();
      if (desk.closedAt !== null || desk.uuid === null) throw new HubFault('hub-refused');
      return desk as Desk & { uuid: string };
    }

    async function hello(): Promise<Hello> {
      const desk = connected();
      if (desk.closedAt !== null) throw new HubFault('hub-refused');
      desk.lastSeen = now();
      return {
        generation,
        centre,
        version: hubVersion,
        now: now(),
        pos: state.rows.length,
        desks: [...state.desks.values()].toSorted((a, b) => a.no - b.no).map((one) => ({ ...one })),
        heads: [...state.heads.entries()]
          .filter(([, head]) => head.kind === 'register' || isOwnMachine(no, head.desk))
          .toSorted(([a], [b]) => (a < b ? -1 : 1))
          .map(([, head]) => head),
        claims: state.claims.toSorted(
          (a, b) =>
            (a.kind === b.kind ? 0 : a.kind < b.kind ? -1 : 1) ||
            a.first - b.first ||
            a.last - b.last ||
            a.desk - b.desk,
        ),
        grants: [...state.grants.values()]
          .filter((grant) => grant.to === no)
          .toSorted((a, b) => (a.keyId === b.keyId ? a.by - b.by : a.keyId < b.keyId ? -1 : 1))
          .map(({ keyId, sealed }) => ({ keyId, sealed })),
        refill: state.refill,
      };
    }

    async function join({ uuid, publicKey, format }: Joining): ReturnType<HubLink['join']> {
      const desk = connected();
      if (desk.closedAt !== null || !isUuid(uuid) || publicKey.length !== 32 || !isFormat(format))
        throw new HubFault('hub-refused');
      if ([...state.desks.values()].some((other) => other.no !== no && other.uuid === uuid)) return { is: 'taken' };
      if (desk.uuid !== null && (desk.uuid !== uuid || desk.publicKey?.equals(publicKey) !== true))
        return { is: 'taken' };
      Object.assign(desk, { uuid, publicKey, format });
      return { is: 'joined' };
    }

    async function append(row: SealedRow): Promise<Appended> {
      const desk = connected();
      if (desk.closedAt !== null) return { is: 'closed' };
      const { uuid } = joined();
      return row.desk === uuid && isRow(row) ? put(connection, row) : { is: 'malformed' };
    }

    async function appendFor(row: SealedRow): Promise<Appended> {
      const { uuid } = joined();
      if (!state.refill) return { is: 'closed' };
      const isKnown = [...state.desks.values()].some((one) => one.uuid === row.desk);
      if (row.desk === uuid || row.kind !== 'register' || !isKnown || !isRow(row)) return { is: 'malformed' };
      return put(connection, row);
    }

    async function pull(have: readonly ChainHead[], after: number, most: number): Promise<readonly PulledRow[]> {
      joined();
      const until = new Map(have.map((head) => [`${head.kind}.${head.desk}`, head.seq]));
      const page: PulledRow[] = [];
      let bytes = 0;
      for (const row of state.rows) {
        const isMine = row.kind === 'register' || isOwnMachine(no, row.desk);
        if (row.pos <= after || !isMine || row.lastSeq <= (until.get(`${row.kind}.${row.desk}`) ?? 0)) continue;
        bytes += row.body.length;
        if (page.length > 0 && bytes > Math.min(most, mostPageBytes)) break;
        page.push(row);
      }
      return page;
    }

    async function claim(wanted: Omit<Claim, 'desk'>): Promise<Claimed> {
      joined();
      if (!isClaim(wanted)) throw new HubFault('hub-refused');
      const { kind, first, last } = wanted;
      const by = claimOf(kind, first, last, no);
      if (by !== undefined) return { is: 'taken', by };
      const isOwn = state.claims.some(
        (one) => one.kind === kind && one.desk === no && one.first <= first && last <= one.last,
      );
      if (!isOwn) state.claims.push({ kind, first, last, desk: no });
      return { is: 'claimed' };
    }

    async function grant(to: number, { keyId, sealed }: Grant): Promise<void> {
      joined();
      const other = state.desks.get(to);
      const isGood = isKeyId(keyId) && sealed.length > 0 && sealed.length <= mostGrantBytes;
      if (other === undefined || other.closedAt !== null || !isGood) throw new HubFault('hub-refused');
      state.grants.set(`${to}.${no}.${keyId}`, { to, by: no, keyId, sealed });
    }

    async function putBlob(sha256: string, sealed: Buffer): Promise<void> {
      joined();
      if (!/^[0-9a-f]{64}$/.test(sha256) || sealed.length === 0 || sealed.length > mostBlobBytes)
        throw new HubFault('hub-refused');
      if (!state.blobs.has(sha256)) state.blobs.set(sha256, sealed);
    }

    async function turn<T>(work: () => Promise<T>): Promise<T> {
      joined();
      await new Promise<void>((resolve) => {
        turns.push({ of: connection, begin: resolve });
        if (turns.length === 1) resolve();
      });
      try {
        return await work();
      } finally {
        if (turns[0]?.of === connection) {
          turns.shift();
          turns[0]?.begin();
        }
      }
    }

    return {
      hello,
      join,
      append,
      appendFor,
      tellGone: async (desk) => {
        joined();
        return state.refill ? tellGone(desk) : { is: 'closed' };
      },
      pull,
      claim,
      grant,
      putBlob,
      blob: async (sha256) => {
        joined();
        return state.blobs.get(sha256);
      },
      turn,
      leave: async () => {
        const desk = connected();
        desk.closedAt ??= now();
      },
      onHint: (told) => connection.told.push(told),
      onRival: (told) => connection.rivals.push(told),
      onEnd: (told) => connection.ended.push(told),
      end: async () => {
        begun = true;
        drop(connection);
      },
    };
  }

  return {
    enrol,
    link,
    cut: (no) => dropAll((connection) => no === undefined || connection.no === no),
    openRefill: (open) => {
      state.refill = open;
    },
    close: (no) => {
      const desk = state.desks.get(no);
      if (desk !== undefined) desk.closedAt ??= now();
      dropAll((connection) => connection.no === no);
    },
    snapshot: () => ({ kept: copyOf(state) }),
    restore: ({ kept }) => {
      state = copyOf(kept);
      generation = newUuid();
      dropAll();
    },
    putBack: ({ kept }) => {
      state = copyOf(kept);
      dropAll();
    },
    wipe: () => {
      state = emptyState();
      generation = newUuid();
      dropAll();
    },
    rows: () => state.rows,
    blobs: () => state.blobs,
  };
}

function emptyState(): State {
  const [desks, heads, grants, blobs, successors] = Array.from({ length: 5 }, () => new Map());
  return { rows: [], claims: [], refill: false, desks, heads, grants, blobs, successors } as State;
}

/** Rows, heads, claims and blobs are never changed once they are made; desks are. */
function copyOf({ desks, heads, rows, claims, grants, blobs, successors, refill }: State): State {
  const copied = { heads: new Map(heads), grants: new Map(grants), blobs: new Map(blobs) };
  const own = new Map([...desks].map(([no, desk]) => [no, { ...desk }]));
  return { ...copied, desks: own, rows: [...rows], claims: [...claims], successors: new Map(successors), refill };
}
