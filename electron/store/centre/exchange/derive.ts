import type { CaseAction, RecordedAction } from '../../../domain/entries/case.ts';
import { foldCase, standingActions } from '../../../domain/counter/case/state.ts';
import type { RecordedIntake } from '../../../domain/entries/intake.ts';
import type { RecordedPetition } from '../../../domain/entries/petition.ts';
import { standingEvents } from '../../../domain/counter/intake/intake.ts';
import { foldKit } from '../../../domain/counter/kit/kit.ts';
import { standingPetition } from '../../../domain/counter/petition/petition.ts';
import { registerEntry } from '../../../domain/books/register/register.ts';
import { numberProjection } from '../../counter/case/numbers.ts';
import type { Db } from '../../file/db.ts';
import { prepared, preparedValue } from '../../file/rows/prepared.ts';
import { entryBodies } from '../../journal/bodies.ts';
import {
  type Deriving,
  type EntryRow,
  type RecordedBy,
  isOfEntries,
  namedRow,
  recordedIn,
  replay,
  rowsOfSubject,
  subjectsOfOthers,
} from '../../journal/entries.ts';
import { areTooManyApart, otherDesks } from '../../journal/order.ts';
import { kindOf } from '../../journal/subject.ts';
import { kitEvents } from '../../counter/kit/kit.ts';
import { deriveOffice } from '../../common/office/settings.ts';
import type { Subject } from '../../../domain/entries/entry.ts';
import { decidedKinds, keepConflicts } from './conflicts.ts';
import { newerWhy } from './known-types.ts';
import { isShaped } from './shapes.ts';
import { idsIn, listsNaming } from './wanted-cases.ts';

type Kind = Subject['kind'];

/** The tables that tell of a subject alone, by its kind; what it shares with others (persons, numbers) is looked at beside them. */
const tablesOf: { readonly [kind in Kind]?: readonly (readonly [table: string, key: string])[] } = {
  case: [
    ['case_submitter', 'case_id'],
    ['inquiry', 'case_id'],
    ['supplement_proposal', 'case_id'],
    ['case_leg', 'case_id'],
    ['bundle_away', 'case_id'],
    ['case_summary', 'case_id'],
  ],
  till: [['till_session', 'till_id']],
  receipt: [['receipt', 'receipt_id']],
  intake: [['intake', 'intake_id']],
  'hand-over': [['hand_over', 'hand_over_id']],
  kit: [['kit_number', 'kit_id']],
  petition: [['petition', 'petition_id']],
};

export type Refolding = {
  /** Derives one more entry or several of a subject; those which stand behind all that was derived of it are only added. */
  add(subject: number, entries: readonly number[]): void;
  /** Derives what this file's own desk wrote a moment ago, which has seen all there is of the subject. */
  follow(subject: number, tell: () => void): void;
  /** Derives a subject from all of its entries. */
  anew(subject: number): void;
  /** Subjects of these ids are here from now on: what named them before, and could not be put together or counted them not, is derived again. */
  arrived(ids: ReadonlySet<string>): void;
};

/**
 * Derives subjects that several desks wrote. Whatever came first, the rows are those of all entries in their one order. A subject that cannot be put together
 * is set aside and named, keeps its numbers and stops nothing.
 */
export function refolding(db: Db, deriving: Deriving): Refolding {
  const kindCodeOf = preparedValue(db, 'SELECT kind FROM subject WHERE subject_id = ?');
  const setAside = prepared(
    db,
    'INSERT INTO set_aside (subject_id, why) VALUES (?, ?) ON CONFLICT DO UPDATE SET why = excluded.why',
  );
  const bodiesOf = preparedValue(db, 'SELECT body FROM journal WHERE subject_id = ?');
  const lastType = preparedValue(db, 'SELECT type FROM journal WHERE subject_id = ? ORDER BY seq DESC LIMIT 1');
  const bringBack = prepared(db, 'DELETE FROM set_aside WHERE subject_id = ?');
  const bodies = entryBodies(db);
  const numbers = numberProjection(db);
  const others = otherDesks(db);

  /** Nobody else than its own desk vouches for the shape of what it tells; and a desk of a later program tells what is not known here yet. */
  function shaped(kind: Kind, rows: readonly EntryRow[]): void {
    const told = rows.filter(({ deskId }) => others.has(deskId));
    const newer = told.map(({ type }) => newerWhy(kind, type)).find((why) => why !== null);
    if (newer !== undefined) throw new Error(newer);
    const wrong = told.find(({ type, body }) => !isShaped(type, body));
    if (wrong !== undefined) throw new Error(`what ${wrong.type} tells has not its shape`);
  }

  function tell(kind: Kind, subject: number, rows: readonly EntryRow[]): void {
    for (const row of rows) {
      const { at, type, body, uuid } = row;
      deriving.tell(kind, subject, at, bodies.read(type, body, at, uuid), recordedBy(row));
    }
  }

  /** Of what desks told apart: what its state is made of, in that order. */
  function standing(kind: Kind, rows: readonly EntryRow[]): readonly EntryRow[] {
    if (rows.every(({ apart }) => apart === undefined)) return rows;
    const bySeq = new Map(rows.map((row) => [row.seq, row]));
    const rowsOf = (stand: readonly { readonly seq: number }[]) => stand.flatMap(({ seq }) => bySeq.get(seq) ?? []);
    if (kind === 'case') return rowsOf(standingActions(recordedIn<RecordedAction>(db, rows)));
    if (kind === 'petition') return rowsOf(standingPetition(recordedIn<RecordedPetition>(db, rows)));
    return kind === 'intake' ? rowsOf(standingEvents(recordedIn<RecordedIntake>(db, rows))) : rows;
  }

  function unproject(kind: Kind, subject: number): void {
    if (kind === 'case') deriving.leave(subject);
    prepared(db, 'DELETE FROM conflict WHERE subject_id = ?').run(subject);
    for (const [table, key] of tablesOf[kind] ?? []) prepared(db, `DELETE FROM ${table} WHERE ${key} = ?`).run(subject);
  }

  /** Whether several desks' acts can be put together at all, and what they come to, is asked where there are several. */
  function check(kind: Kind, subject: number, rows: readonly EntryRow[]): void {
    if (rows.every(({ deskId }) => !others.has(deskId))) return;
    // What has no beginning here has no row, at whichever desk.
    if (kind === 'case' && rows[0]?.type === 'received') registerEntry(recordedIn<RecordedAction>(db, rows));
    if (rows.every(({ deskId }) => deskId === rows[0]?.deskId)) return;
    if (kind === 'case') deriving.fit(subject, foldCase(recordedIn<RecordedAction>(db, rows)));
    if (kind === 'kit') foldKit(kitEvents(db, subject));
    keepConflicts(db, kind, subject, rows);
  }

  function anew(subject: number): void {
    const kind = kindOf(kindCodeOf.get(subject) as number);
    const rows = rowsOfSubject(db, subject);
    try {
      db.transaction(() => {
        unproject(kind, subject);
        bringBack.run(subject);
        if (rows.length === 0) throw new Error('what stands in the place of its bodies is told by nobody');
        if (kind !== 'till' && areTooManyApart(rows))
          throw new Error('too many of them were told by desks that had not seen each other');
        shaped(kind, rows);
        const stand = standing(kind, rows);
        tell(kind, subject, stand);
        check(kind, subject, rows);
        // What is not folded gave its numbers all the same.
        if (kind === 'case')
          keepNumbers(
            subject,
            rows.filter((row) => !stand.includes(row)),
          );
      })();
    } catch (error) {
      if (!isOfEntries(error)) throw error;
      unproject(kind, subject);
      setAside.run(subject, error instanceof Error ? error.message : String(error));
      if (kind === 'case') keepNumbers(subject, rows);
    }
  }

  /** Whole, or not at all; a fault of the entry stops nothing. */
  function attempt(tellOne: () => void): void {
    try {
      db.transaction(tellOne)();
    } catch (error) {
      if (!isOfEntries(error)) throw error;
    }
  }

  /** What stands on paper is used, whatever becomes of its case. */
  function keepNumbers(subject: number, rows: readonly EntryRow[]): void {
    for (const row of rows) {
      const { at, type, body, uuid } = row;
      // What it says may be of any shape: then it gave no number that anybody could find.
      attempt(() => numbers(subject, at, bodies.read(type, body, at, uuid) as CaseAction, recordedBy(row)));
    }
  }

  /** Whether entries of a subject name any of these ids. */
  function names(subject: number, ids: ReadonlySet<string>): boolean {
    const told = bodiesOf.all(subject) as string[];
    return told.some((body) => idsIn(body).some((id) => ids.has(id)));
  }

  return {
    anew,
    arrived: (ids) => {
      if (ids.size === 0) return;
      const waiting = preparedValue(db, 'SELECT subject_id FROM set_aside ORDER BY subject_id').all() as number[];
      for (const subject of waiting) if (names(subject, ids)) anew(subject);
      // Of lists those of other desks: this one names no case that is not here.
      for (const subject of listsNaming(db, ids)) if (!waiting.includes(subject)) anew(subject);
    },
    follow: (subject, told) => {
      // It may be put together with this, or not; no table tells of a part of it. A decision says anew what stands.
      if (isSetAside(db, subject) || lastType.get(subject) === 'decided') return anew(subject);
      told();
      const kind = kindOf(kindCodeOf.get(subject) as number);
      if (isDecidable(kind)) check(kind, subject, rowsOfSubject(db, subject));
    },
    add: (subject, entries) => {
      const rows = rowsOfSubject(db, subject);
      const told = rows.filter(({ seq }) => entries.includes(seq)).length;
      const last = told === 0 ? [] : rows.slice(-told);
      const isBehind =
        rows.length > 0 &&
        rows.every(({ apart }) => apart === undefined) &&
        last.every(({ seq }) => entries.includes(seq)) &&
        !isSetAside(db, subject);
      if (!isBehind) return anew(subject);
      const kind = kindOf(kindCodeOf.get(subject) as number);
      try {
        db.transaction(() => {
          shaped(kind, last);
          tell(kind, subject, last);
          check(kind, subject, rows);
        })();
      } catch (error) {
        if (!isOfEntries(error)) throw error;
        anew(subject);
      }
    },
  };
}

function isDecidable(kind: Kind): boolean {
  return (decidedKinds as readonly Kind[]).includes(kind);
}

/** Whether a subject is one that cannot be put together. */
function isSetAside(db: Db, subject: number): boolean {
  return preparedValue(db, 'SELECT 1 FROM set_aside WHERE subject_id = ?').get(subject) !== undefined;
}

/**
 * What could not be put together when it came is looked at again, once a register is opened: the program may be another by now, which knows what the one before did not.
 */
export function lookAgain(db: Db, deriving: Deriving): void {
  const waiting = preparedValue(db, 'SELECT subject_id FROM set_aside ORDER BY subject_id');
  let left = waiting.all() as number[];
  if (left.length === 0) return;
  db.transaction(() => {
    const refold = refolding(db, deriving);
    // A list may name a case that is here again only then.
    for (let before = Number.POSITIVE_INFINITY; left.length > 0 && left.length < before;) {
      before = left.length;
      for (const subject of left) refold.anew(subject);
      left = waiting.all() as number[];
    }
    deriving.settle();
  })();
}

/** Derives everything from the journal, into tables that are empty; how many entries were read. */
export function deriveAll(db: Db, deriving: Deriving): number {
  const read = replay(db, deriving.tell);
  const refold = refolding(db, deriving);
  for (const subject of subjectsOfOthers(db)) refold.anew(subject);
  deriveOffice(db);
  deriving.settle();
  return read;
}

function recordedBy(row: EntryRow): RecordedBy {
  return { seq: row.seq, actor: row.username ?? '', ...namedRow(row) };
}
