/**
 * What a desk and its centre's hub say to each other (docs/adr/0026-the-hub.md). The hub keeps rows that it cannot read: whole commits of a desk, sealed with a
 * key of the centre that the hub never holds. It checks who brings a row, that it follows the one before, its size and its form; never what it says.
 *
 * Two answer to this: `postgres.ts`, over a connection to PostgreSQL, and `tests/support/centre/hub/twin.ts`, in memory, for simulations. They give the same answers to the same
 * calls, which a test holds them to.
 */

/** Which of a desk's chains a row is of: `register` goes to every desk, `machine` lies at the hub for its own desk alone. */
export type RowKind = 'register' | 'machine';

/** One or more whole commits of one desk, sealed. Hashes and keys are bytes. */
export type SealedRow = {
  /** UUID of the desk whose entries these are. */
  readonly desk: string;
  readonly kind: RowKind;
  readonly firstSeq: number;
  readonly lastSeq: number;
  /** Hash of the entry before the first; 32 zero bytes before the first of all. */
  readonly prev: Buffer;
  /** Hash of the last entry. */
  readonly head: Buffer;
  /** Form of the sealed body; a desk reads what it knows and keeps the rest for later. */
  readonly format: number;
  /** Which centre key sealed the body. */
  readonly keyId: string;
  /** Ed25519 of the desk whose entries these are, over all of the above and the body. */
  readonly sig: Buffer;
  /** At most `mostRowBytes`. */
  readonly body: Buffer;
};

export const mostRowBytes = 1024 * 1024;

/** A row with its place in the hub's one order, dense from 1. */
export type PulledRow = SealedRow & { readonly pos: number };

export type ChainHead = { readonly desk: string; readonly kind: RowKind; readonly seq: number; readonly head: Buffer };

/** A desk as the hub knows it. */
export type HubDesk = {
  /** Its permanent number, from 1: nobody else ever has it. */
  readonly no: number;
  /** Its code: Q3. */
  readonly code: string;
  /** Null until it has joined. */
  readonly uuid: string | null;
  /** Ed25519, 32 bytes raw; null until it has joined. */
  readonly publicKey: Buffer | null;
  /** X25519, 32 bytes raw, made when it was enrolled: the centre's keys are sealed to it. */
  readonly enrolKey: Buffer;
  /** The highest form of a row that it reads; 0 until it has joined. */
  readonly format: number;
  /** By the hub's clock, milliseconds; null: never. */
  readonly lastSeen: number | null;
  readonly closedAt: number | null;
};

/** Numbers that belong to one desk for ever. */
export type Claim = {
  /** `case`: serials of every day; `receipt:<symbol>`, `desk-code:<code>` and the like where a name alone is claimed, which have 0 to 0. */
  readonly kind: string;
  readonly first: number;
  readonly last: number;
  /** `HubDesk.no` */
  readonly desk: number;
};

/** The centre's key of that id, sealed to one desk by another; of each giver the newest, so one id may come more than once. */
export type Grant = { readonly keyId: string; readonly sealed: Buffer };

export type Hello = {
  /** Another one after the hub was set up anew or brought back from a copy: UUID. */
  readonly generation: string;
  /** Code of the centre: 27112. */
  readonly centre: string;
  /** The version of its tables and functions. */
  readonly version: number;
  /** The hub's clock, milliseconds since 1970. */
  readonly now: number;
  readonly pos: number;
  readonly desks: readonly HubDesk[];
  readonly heads: readonly ChainHead[];
  readonly claims: readonly Claim[];
  /** To the desk that asks. */
  readonly grants: readonly Grant[];
  /** Opened by who keeps the hub (`hub refill`), whom nobody asks for a second person: rows of a desk that is gone are taken from a colleague. */
  readonly refill: boolean;
};

export type Appended =
  | { readonly is: 'taken'; readonly pos: number }
  /** It is here already, word for word. */
  | { readonly is: 'have' }
  /** The chain here ends at `seq`: what follows that is wanted next, whether this row began behind it or was cut otherwise before. */
  | { readonly is: 'gap'; readonly seq: number }
  /** Another entry stands at that place: a copied or restored desk. */
  | { readonly is: 'forked'; readonly seq: number }
  /** This desk has left, or was closed; of a row of another desk: nobody has opened the refill. */
  | { readonly is: 'closed' }
  | { readonly is: 'malformed' };

export type Claimed =
  | { readonly is: 'claimed' }
  /** Somebody else has some of it: theirs. */
  | { readonly is: 'taken'; readonly by: Claim };

/** A desk that will not come again, as a colleague knew it from the hub before. */
export type GoneDesk = Pick<HubDesk, 'no' | 'code' | 'enrolKey'> & {
  readonly uuid: string;
  readonly publicKey: Buffer;
};

export type Joining = {
  readonly uuid: string;
  readonly publicKey: Buffer;
  readonly format: number;
};

/** An open connection of one desk. Until it has joined it may say `hello` and `join` alone; all else is `hub-refused`. Each call either answers or throws `HubFault`; a call whose answer was lost may be made again. */
export type HubLink = {
  /** The last moment of the certificate that the hub showed, milliseconds since 1970; left out where nobody looked. */
  readonly certificateUntil?: number;
  /** Who is here, how far each chain is, by the hub's clock. Said first on every connection. */
  hello(): Promise<Hello>;
  /** The first words of an enrolled desk: binds its number to a UUID and a key, once and for ever. The same again is no fault. */
  join(desk: Joining): Promise<{ readonly is: 'joined' } | { readonly is: 'taken' }>;
  append(row: SealedRow): Promise<Appended>;
  /**
   * In refill alone: an empty hub learns of a desk that is gone, so that its rows can come and its numbers stay spent. The same again is no fault;
   * `taken`: that number, code or UUID is somebody else's here.
   */
  tellGone(desk: GoneDesk): Promise<{ readonly is: 'told' } | { readonly is: 'taken' } | { readonly is: 'closed' }>;
  /** In refill alone: a row of another desk's register, as that one signed it. */
  appendFor(row: SealedRow): Promise<Appended>;
  /**
   * Rows behind what the asking one has, in the order of their places: the register of every desk, its own too where it was restored, and its own machine chain. At most `most`
   * bytes of bodies, at least one row where there is one.
   * @param have how far each chain is at the asking desk
   * @param after only rows at later places: the last one of the page before
   */
  pull(have: readonly ChainHead[], after: number, most: number): Promise<readonly PulledRow[]>;
  claim(claim: Omit<Claim, 'desk'>): Promise<Claimed>;
  /** The centre's key for another desk, sealed to its enrolment key. */
  grant(to: number, grant: Grant): Promise<void>;
  /** Puts sealed content under its name (SHA-256 of the open text, hexadecimal); what is there stays. */
  putBlob(sha256: string, sealed: Buffer): Promise<void>;
  blob(sha256: string): Promise<Buffer | undefined>;
  /** One desk at a time among those of the centre: `work` runs while this desk has the turn. */
  turn<T>(work: () => Promise<T>): Promise<T>;
  /** The desk leaves for good: its number and its ranges stay spent. */
  leave(): Promise<void>;
  /** Calls back with the newest place whenever the hub says that something came. A hint: it may be lost, so one asks every few seconds beside it. */
  onHint(told: (pos: number) => void): void;
  /** When somebody else came with this desk's word while this connection speaks for it, and was turned away: a copied folder. A hint, as the other is. */
  onRival(told: () => void): void;
  /** When the connection is gone, by whoever's doing. */
  onEnd(told: () => void): void;
  end(): Promise<void>;
};

export type HubFaultCode =
  /** Nobody answers at that address. */
  | 'hub-away'
  /** Somebody answers with another certificate than the code names. */
  | 'hub-other-fingerprint'
  /** Its certificate has expired, or is not valid yet by this clock. */
  | 'hub-certificate-expired'
  /** It does not speak TLS: nothing is said to it. */
  | 'hub-not-encrypted'
  /** Its pg_hba.conf has no line for this computer: nobody asked who comes. */
  | 'hub-no-entry'
  /** The role is not known there, its word is wrong, or it was closed. */
  | 'hub-refused'
  /** Another desk or another process holds this desk's place: a copied folder. */
  | 'hub-place-taken'
  /** The hub's tables are of a version that this program does not know, newer or older. */
  | 'hub-other-version'
  /** Another centre than the code names. */
  | 'hub-other-centre'
  /** No room on its disk, or no connection left. */
  | 'hub-full'
  /** It broke something that a hub keeps: what it answers is no answer. */
  | 'hub-broken';

export class HubFault extends Error {
  readonly code: HubFaultCode;
  constructor(code: HubFaultCode, cause?: unknown) {
    super(code, { cause });
    this.code = code;
  }
}
