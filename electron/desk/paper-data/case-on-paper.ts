import type { Procedure } from '../../domain/catalogue/catalogue.ts';
import type { RecordedAction } from '../../domain/entries/case.ts';
import { entryHash } from '../../store/journal/chain.ts';
import { getProcedureOf, personName } from '../case-view.ts';
import type { Room } from '../room.ts';
import { type Basis, findLast } from './basis.ts';
import { officeOnPaper, personOnPaper } from './on-paper.ts';

/** What every paper of a case says; `from` is the action the paper comes from, whose hash is printed. */
export function caseOnPaper(room: Room, { state, office }: Basis, from: RecordedAction | undefined) {
  const { received, number } = state;
  const { code, name, field } = getProcedureOf(room, state);
  return {
    office: officeOnPaper(office, room.catalogue),
    number: { printed: number.official ?? number.local, temporary: number.official === null },
    applicant: personOnPaper(received.applicant),
    ...(received.submitter === undefined ? {} : { submitter: personOnPaper(received.submitter) }),
    procedure: { code, name, field },
    acceptedAt: state.acceptedAt,
    clerk: { fullName: personName(room, state.receivedBy) },
    journalHead: entryHash(room.store.db, from?.seq ?? 0).slice(0, 8),
    ...(room.practice() ? { practice: true } : {}),
  };
}

/** The running number, and the counter's code where an office has several counters that each count for themselves. */
export function numberOnPaper({ office, number }: Basis): { number?: number; desk?: string } {
  return {
    ...(number === undefined ? {} : { number }),
    ...(office.otherDesks.length === 0 ? {} : { desk: office.desk.code }),
  };
}

export function componentsOnPaper(procedure: Procedure, components: readonly (readonly [number, number, number])[]) {
  return components.map(([index, originals, copies]) => ({
    name: procedure.components[index]?.name ?? '',
    originals,
    copies,
  }));
}

/** Who handles a file, as far as the last hand-over says it: the division, the officer, or both. */
export function findHandler(room: Room, actions: readonly RecordedAction[]): string | undefined {
  const transferred = findLast(actions, 'transferred')?.action;
  const officer = transferred?.officer === undefined ? '' : personName(room, transferred.officer);
  return [transferred?.to, officer].filter(Boolean).join(' - ') || undefined;
}
