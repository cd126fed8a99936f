import type { HandOverTo } from '../../contract/routing/hand-over.ts';
import type { HandOverEvent } from '../entries/hand-over.ts';

export type HandOver = {
  readonly number: string;
  readonly day: string;
  readonly serial: number;
  readonly to: HandOverTo;
  readonly caseIds: readonly string[];
  readonly note: string;
  readonly madeAt: string;
  readonly madeBy: string;
  readonly received: { readonly at: string; readonly by: string; readonly missing: readonly string[] } | null;
};

/** One more entry of a list; its papers are no part of it (they are read from the journal). */
export function applyHandOver(before: HandOver | undefined, at: string, event: HandOverEvent): HandOver {
  if (event.type === 'hand-over-made') {
    const { number, day, serial, to, caseIds, note, by } = event;
    return { number, day, serial, to, caseIds, note, madeAt: at, madeBy: by, received: null };
  }
  if (before === undefined) throw new Error('a hand-over begins with its list');
  if (event.type === 'document-made') return before;
  const { by, receivedAt, missing } = event;
  return { ...before, received: { at: receivedAt, by, missing } };
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
  return /^[0-9a-f-]{36}\.bg\d+$/i.test(documentId);
}
