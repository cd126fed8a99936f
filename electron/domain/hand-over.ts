import type { CaseDocument } from './case-state.ts';

/** Who the papers go to: another agency, a division of this office, or the counter that hands the results out. */
export type HandOverTo =
  | { readonly kind: 'unit'; readonly name: string }
  | { readonly kind: 'division'; readonly name: string }
  | { readonly kind: 'counter'; readonly name: string };

/** What happened to a hand-over list (danh sách bàn giao), as it stands in the journal. */
export type HandOverEvent =
  | {
      readonly type: 'hand-over-made';
      /** `BG.Q1-261123-0001`: the counter's own, by the day; in the shape of a case number, so that every scanner knows it. */
      readonly number: string;
      readonly day: string;
      readonly serial: number;
      readonly to: HandOverTo;
      readonly caseIds: readonly string[];
      readonly note: string;
      /** The username of who gives. */
      readonly by: string;
    }
  | {
      /** The second signature: who took it, when, and what was not there. */
      readonly type: 'hand-over-received';
      readonly by: string;
      readonly receivedAt: string;
      readonly missing: readonly string[];
    }
  | ({ readonly type: 'document-made' } & Omit<CaseDocument, 'madeAt' | 'seq'>);

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
