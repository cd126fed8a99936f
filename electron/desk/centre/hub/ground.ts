import { type Fault, isFault } from '../../../contract/base/fault.ts';
import type { ChainHead, Hello, HubDesk, SealedRow } from '../../../exchange/hub/link.ts';
import type { Db } from '../../../store/file/db.ts';
import {
  type KeptCentre,
  type KeptKey,
  type KeptRow,
  type Notice,
  centreKeys,
  findCentre,
} from '../../../store/centre/hub/centre.ts';
import type { MachineRun } from '../../core/clock.ts';
import type { Store } from '../../../store/store.ts';

/** What the courier needs of its desk. */
export type CourierDesk = {
  readonly store: Store;
  /** Milliseconds since 1970, by the machine. */
  readonly now: () => number;
  /** Of which run of the machine that is; undefined where it does not say. */
  readonly run: () => MachineRun | undefined;
  readonly random: (size: number) => Uint8Array;
  readonly isPractice: () => boolean;
  /** Others get their turn: awaited between two slices. */
  readonly breathe: () => Promise<void>;
  /** Something of others came: what was worked out from the register is worked out again. */
  readonly changed: () => void;
};

/** What of this file is not exchanged, and why; nothing is lost by it. */
export class Stopped extends Error {
  readonly notice: Notice;
  constructor(code: string, data: Notice['data'] = {}) {
    super(code);
    this.notice = { code, data };
  }
}

/** The disk, as the store met it. */
export class Troubled extends Error {
  readonly fault: Fault;
  constructor(trouble: Fault) {
    super(trouble.fault);
    this.fault = trouble;
  }
}

/** What each part of the courier stands on: the register, and what was met on this connection. */
export type Ground = {
  readonly desk: CourierDesk;
  readonly store: Store;
  readonly db: Db;
  /** How far a chain came in, where it waits for others; beyond everything where it is not to be read on. */
  readonly received: Map<string, number>;
  readonly stuck: Map<string, Notice>;
  readonly keep: (change: Parameters<Store['keep']>[0]) => void;
  readonly centre: () => KeptCentre;
  /** Keys of the centre that are here, the one to seal with first. */
  readonly keys: () => readonly KeptKey[];
  /** What is behind it in that chain is not asked for any more, on this connection. */
  readonly leaveOut: (uuid: string, notice: Notice, notices: Notice[]) => void;
};

export function groundOf(desk: CourierDesk): Ground {
  const { store } = desk;
  const { db } = store;
  const received = new Map<string, number>();
  const stuck = new Map<string, Notice>();
  return {
    desk,
    store,
    db,
    received,
    stuck,
    keep: (change) => {
      const done = store.keep(change);
      if (isFault(done)) throw new Troubled(done);
    },
    centre: () => {
      const kept = findCentre(db);
      if (kept === undefined) throw new Stopped('hub-not-joined');
      return kept;
    },
    keys: () => centreKeys(db),
    leaveOut: (uuid, notice, notices) => {
      stuck.set(uuid, notice);
      received.set(uuid, Number.MAX_SAFE_INTEGER);
      notices.push(notice);
    },
  };
}

/** How far a desk's register is at the hub; undefined where nothing of it is there. */
export function headThere({ heads }: Pick<Hello, 'heads'>, uuid: string): ChainHead | undefined {
  return heads.find((one) => one.kind === 'register' && one.desk === uuid);
}

/** Whoever brought rows has a key of the centre. */
export function canGiveKey(hello: Hello, { uuid, closedAt }: HubDesk, own: string): boolean {
  return uuid !== null && uuid !== own && closedAt === null && (headThere(hello, uuid)?.seq ?? 0) > 0;
}

/** A row as it stands in the file, and on its way: all but whose it is. */
type Outside = Omit<SealedRow, 'desk' | 'kind'> | Omit<KeptRow, 'uuid'>;

export function outsideOf({
  firstSeq,
  lastSeq,
  prev,
  head,
  format,
  keyId,
  sig,
  body,
}: Outside): Omit<SealedRow, 'desk'> {
  return { kind: 'register', firstSeq, lastSeq, prev, head, format, keyId, sig, body };
}
