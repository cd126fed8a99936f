import type { EraseLeft } from '../../../contract/safety/privacy/privacy.ts';
import { isUnnamed } from '../../../contract/common/person/person.ts';
import { printedNumber } from '../../../domain/base/numbering.ts';
import type { RecordedAction } from '../../../domain/entries/case.ts';
import type { EntryBody } from '../../../domain/entries/entry.ts';
import type { PersonsNamed } from '../../../domain/safety/privacy/persons-named.ts';
import { erasedName, withoutPersons, withoutPersonsWaiting } from '../../../domain/safety/privacy/redact.ts';
import type { CaseFile } from '../../../store/counter/case/case.ts';
import type { Db } from '../../../store/file/db.ts';
import { intakeEvents } from '../../../store/counter/intake/intake.ts';
import { receiptsOfCase } from '../../../store/counter/money/fee-receipt.ts';
import {
  erasability,
  hasLooksAt,
  hasNotedLists,
  hasPetitionsOf,
  hasPrintReasons,
} from '../../../store/safety/privacy/privacy.ts';

type Body = { readonly seq: number; readonly left: EntryBody };

/**
 * What is taken out of a case and of the file that it began as, and what stays: a law of its own keeps it, another wrote it, or an entry of the machine holds it, from whose chain
 * nothing can be taken.
 */
export function toErase(db: Db, file: CaseFile, byTerm: boolean) {
  const { caseId, actions, state } = file;
  const all: readonly Body[] = [...bodiesOfCase(actions, byTerm), ...bodiesOfWaiting(db, caseId)];
  const named = namedIn(db, file);
  const left = new Set<EraseLeft>();
  const bodies = all.filter(({ seq }) => {
    const can = erasability(db, seq);
    if (can === 'older-form' || can === 'other-desks') left.add(can);
    return can === 'can';
  });
  if (byTerm && actions.some(isInBook)) left.add('certification-book');
  if (receiptsOfCase(db, caseId).length > 0) left.add('receipts');
  if (hasPrintReasons(db, caseId)) left.add('print-reasons');
  if (hasNotedLists(db, caseId)) left.add('list-notes');
  if (hasPetitionsOf(db, [printedNumber(state.number), state.number.local])) left.add('petitions');
  if (hasLooksAt(db, named.idNumbers)) left.add('look-ups');
  return { bodies, left: [...left], names: named };
}

/** The books of certification are kept for good, so no term of keeping ends for what stands in them (NĐ 23/2015 Điều 14); an order, or a mistake, is another ground. */
export function bodiesOfCase(actions: readonly RecordedAction[], byTerm: boolean): readonly Body[] {
  return actions.flatMap(({ action, seq }) => {
    if (byTerm && isInBook({ action })) return [];
    const left = withoutPersons(action);
    return left === null ? [] : [{ seq, left }];
  });
}

function isInBook({ action }: Pick<RecordedAction, 'action'>): boolean {
  return action.type === 'certified';
}

/** A case bears the id of the file that waited. */
export function bodiesOfWaiting(db: Db, caseId: string): readonly Body[] {
  return intakeEvents(db, caseId).flatMap(({ action, seq }) => {
    const left = withoutPersonsWaiting(action);
    return left === null ? [] : [{ seq, left }];
  });
}

function namedIn(db: Db, { caseId, actions }: CaseFile): PersonsNamed {
  const told = [...actions, ...intakeEvents(db, caseId)].flatMap(({ action }) =>
    'applicant' in action ? [action] : [],
  );
  const persons = told
    .flatMap((action) => [
      action.applicant,
      ...(action.submitter === undefined ? [] : [action.submitter]),
      ...('others' in action ? (action.others ?? []) : []),
    ])
    .filter((person) => !isUnnamed(person) && person.fullName !== erasedName);
  const distinct = (all: readonly string[]) => [...new Set(all.filter((one) => one !== ''))];
  return {
    idNumbers: distinct(persons.map(({ idNumber }) => idNumber)),
    names: distinct(persons.map(({ fullName }) => fullName)),
    phones: distinct(persons.map(({ phone }) => phone ?? '')),
  };
}
