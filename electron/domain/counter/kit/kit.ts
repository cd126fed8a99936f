import { type Fault, fault, isFault } from '../../../contract/base/fault.ts';
import type { SheetState } from '../../../contract/counter/kit/kit.ts';
import type { CaseNumber } from '../../../contract/base/values.ts';
import { type NumberBlock, localNumber, nextSerial, officialCode } from '../../base/numbering.ts';
import { type Contradiction, unfit } from '../../apart/judge.ts';
import type { CaseDocument } from '../../entries/case.ts';
import type { KitEvent, RecordedKitEvent } from '../../entries/kit.ts';

type SetAside = Extract<KitEvent, { type: 'kit-set-aside' }>;

/** A kit as its own entries make it; which of its sheets are used is in the cases. */
export type KitState = Omit<SetAside, 'type'> & {
  readonly seq: number;
  readonly setAsideAt: string;
  readonly setAsideBy: string;
  /** Why each void sheet is void. */
  readonly voids: ReadonlyMap<number, string>;
  readonly documents: readonly CaseDocument[];
  /** Numbers that another desk set aside under the same id; absent where none did. */
  readonly contradictions?: readonly Contradiction[];
};

/** Folds a kit's entries, first to last. Throws where none sets its numbers aside: of such a kit nothing is here yet. What stands before that is told with the kit and makes nothing of it. */
export function foldKit(entries: readonly RecordedKitEvent[]): KitState {
  const at = entries.findIndex(({ event }) => event.type === 'kit-set-aside');
  const first = entries[at];
  if (first === undefined || first.event.type !== 'kit-set-aside') throw new Error('a kit begins with its numbers');
  const early = entries.slice(0, at).map(unfit);
  const { type: _type, ...facts } = first.event;
  const begun: KitState = {
    ...facts,
    seq: first.seq,
    setAsideAt: first.at,
    setAsideBy: first.actor,
    voids: new Map(),
    documents: [],
    ...(early.length === 0 ? {} : { contradictions: early }),
  };
  return entries.slice(at + 1).reduce(applyKitEvent, begun);
}

function applyKitEvent(kit: KitState, recorded: RecordedKitEvent): KitState {
  const { seq, at, event } = recorded;
  switch (event.type) {
    case 'kit-set-aside':
      return { ...kit, contradictions: [...(kit.contradictions ?? []), unfit(recorded)] };
    case 'document-made': {
      const { type: _type, ...document } = event;
      return { ...kit, documents: [...kit.documents, { ...document, seq, madeAt: at }] };
    }
    case 'sheets-voided':
      return {
        ...kit,
        voids: new Map([...kit.voids, ...event.serials.map((serial) => [serial, event.reason] as const)]),
      };
    case 'sheets-restored':
      return { ...kit, voids: new Map([...kit.voids].filter(([serial]) => !event.serials.includes(serial))) };
  }
}

/**
 * The next `count` serials of a desk for a date: what ordinary receptions would have been given, and now never are. All or none.
 * Faults: numbers-exhausted when none is left, kit-numbers-left when some are.
 */
export function serialsForKit(asked: {
  readonly blocks: readonly NumberBlock[];
  readonly desk: string;
  readonly date: string;
  readonly lastSerial: number;
  readonly count: number;
}): number[] | Fault<'numbers-exhausted' | 'kit-numbers-left'> {
  const serials: number[] = [];
  let { lastSerial } = asked;
  while (serials.length < asked.count) {
    const serial = nextSerial({ ...asked, lastSerial });
    if (isFault(serial)) {
      const left = serials.length;
      return left === 0 ? serial : fault('kit-numbers-left', { date: asked.date, left, wanted: asked.count });
    }
    serials.push(serial);
    lastSerial = serial;
  }
  return serials;
}

/** The number of a sheet as it is printed and as its case will carry it. */
export function sheetNumber(kit: Pick<KitState, 'day' | 'deskCode' | 'unitCode'>, serial: number): CaseNumber {
  const { day, deskCode, unitCode } = kit;
  return {
    local: localNumber(deskCode, day, serial),
    official: unitCode === null ? null : officialCode(unitCode, day, serial),
  };
}

/** What became of a sheet. A case entered from it weighs more than a word that it was spoilt. */
export function sheetState(used: boolean, isVoid: boolean): SheetState {
  if (used) return 'used';
  return isVoid ? 'void' : 'open';
}

/** Papers of a kit have names that no case's paper has. */
export function kitDocumentId(kitId: string, place: number): string {
  return `kit-${kitId}.${place}`;
}

/** The kit a document is of; undefined for the papers of cases. */
export function kitOfDocument(documentId: string): string | undefined {
  return /^kit-([0-9a-f-]{36})\.\d+$/i.exec(documentId)?.[1];
}
