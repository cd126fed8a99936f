import type { HandOverTo } from '../../contract/routing/hand-over.ts';
import { type Contradiction, unfit } from '../apart/judge.ts';
import type { HandOverEvent } from '../entries/hand-over.ts';
import type { Decided } from '../entries/decided.ts';
import { type EntryName, type Named, entryName } from '../entries/reference.ts';

type Signature = { readonly at: string; readonly by: string; readonly missing: readonly string[] };

export type HandOver = {
  readonly number: string;
  readonly day: string;
  readonly serial: number;
  readonly to: HandOverTo;
  readonly caseIds: readonly string[];
  readonly note: string;
  readonly madeAt: string;
  readonly madeBy: string;
  readonly received: Signature | null;
  /** Signatures that say something else and do not stand, by their entries; absent where there are none. */
  readonly besides?: { readonly [entry: EntryName]: Signature };
  /** A second list of the id, or a second signature that says something else; absent where there is none. */
  readonly contradictions?: readonly Contradiction[];
};

/** One more entry of a list; its papers are no part of it (they are read from the journal). Undefined where the list is not here. */
export function applyHandOver(
  before: HandOver | undefined,
  at: string,
  event: HandOverEvent,
  named: Named,
): HandOver | undefined {
  if (event.type === 'hand-over-made') {
    if (before !== undefined) return besides(before, named);
    const { number, day, serial, to, caseIds, note, by } = event;
    return { number, day, serial, to, caseIds, note, madeAt: at, madeBy: by, received: null };
  }
  if (before === undefined || event.type === 'document-made') return before;
  if (event.type === 'decided') return decided(before, event, named);
  const { by, receivedAt, missing } = event;
  const { received } = before;
  const signature = { at: receivedAt, by, missing };
  if (received === null) return { ...before, received: signature };
  if (isSignedAlike(received, event)) return before;
  return { ...besides(before, named), besides: { ...before.besides, [entryName(named)]: signature } };
}

/** Which of two signatures stands. What stood before goes beside it, and whoever decides again may bring it back. */
function decided(list: HandOver, { stands, against }: Decided, named: Named): HandOver {
  const { [stands]: now, ...others } = list.besides ?? {};
  const by = entryName(named);
  const contradictions = (list.contradictions ?? []).map((one) =>
    one.entry === stands || one.entry === against ? { ...one, entry: against, against: stands, decided: by } : one,
  );
  if (now === undefined || list.received === null) return { ...list, contradictions };
  return { ...list, received: now, besides: { ...others, [against]: list.received }, contradictions };
}

function besides(list: HandOver, named: Named): HandOver {
  return { ...list, contradictions: [...(list.contradictions ?? []), unfit(named)] };
}

function isSignedAlike(
  received: NonNullable<HandOver['received']>,
  { by, receivedAt, missing }: Extract<HandOverEvent, { type: 'hand-over-received' }>,
): boolean {
  const sorted = (cases: readonly string[]): string => cases.toSorted().join(' ');
  return received.by === by && received.at === receivedAt && sorted(received.missing) === sorted(missing);
}

/** The number of a list: two letters before the counter's code keep it apart from every case. */
export function handOverNumber(desk: string, day: string, serial: number): string {
  return `BG.${desk}-${day.slice(2).replaceAll('-', '')}-${String(serial).padStart(4, '0')}`;
}

/** The id of a list's paper: the list's own id, with letters that no paper of a case has. */
export function handOverDocumentId(handOverId: string, made: number): string {
  return `${handOverId}.bg${made}`;
}

export function isHandOverDocument(documentId: string): boolean {
  return /^[0-9a-f-]{36}\.bg\d+(-[0-9a-f]{8})?$/i.test(documentId);
}
