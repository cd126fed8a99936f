import { isOpen } from '../../../domain/apart/case-pairs.ts';
import type { Contradiction } from '../../../domain/apart/judge.ts';
import { foldCase } from '../../../domain/counter/case/state.ts';
import type { RecordedAction } from '../../../domain/entries/case.ts';
import type { Subject } from '../../../domain/entries/entry.ts';
import type { RecordedIntake } from '../../../domain/entries/intake.ts';
import type { RecordedPetition } from '../../../domain/entries/petition.ts';
import { type EntryName, entryName } from '../../../domain/entries/reference.ts';
import { foldIntake } from '../../../domain/counter/intake/intake.ts';
import { foldPetition } from '../../../domain/counter/petition/petition.ts';
import { dateOfNumber, uuidText } from '../../file/rows/codecs.ts';
import type { Db } from '../../file/db.ts';
import { prepared, preparedValue } from '../../file/rows/prepared.ts';
import { type EntryRow, namedRow, recordedIn } from '../../journal/entries.ts';
import { hasOtherDesks } from '../../journal/order.ts';
import { kindCode, kindOf } from '../../journal/subject.ts';
import { handOverTable } from '../../routing/hand-over.ts';

type Kind = Subject['kind'];

/** What a person decides between: two entries of one thing. */
type Pair = { readonly entry: EntryName; readonly against: EntryName };
type Found = Pair & { readonly decided: EntryName | null; readonly open: boolean };

/** Kinds of things of which two entries may contradict each other so that somebody decides. */
export const decidedKinds = ['case', 'intake', 'petition', 'hand-over'] as const satisfies readonly Kind[];
export type DecidedKind = (typeof decidedKinds)[number];

/** Keeps what is to be decided of a subject, from all of its entries in their one order. */
export function keepConflicts(db: Db, kind: Kind, subject: number, rows: readonly EntryRow[]): void {
  prepared(db, 'DELETE FROM conflict WHERE subject_id = ?').run(subject);
  const keep = prepared(
    db,
    'INSERT INTO conflict (subject_id, entry, against, decided, open) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
  );
  for (const { entry, against, decided, open } of foundIn(db, kind, subject, rows))
    keep.run(subject, entry, against, decided ?? '', Number(open));
}

function foundIn(db: Db, kind: Kind, subject: number, rows: readonly EntryRow[]): readonly Found[] {
  if (kind === 'hand-over') return signedTwice(db, subject, rows);
  if (rows.every(({ apart }) => apart === undefined)) return [];
  if (kind === 'case') {
    const actions = recordedIn<RecordedAction>(db, rows);
    return conflictsIn(foldCase(actions).contradictions, (one) => isOpen(one, actions));
  }
  // What has no beginning here is told where it stands alone.
  if (!rows.some(({ type }) => begins.has(type))) return [];
  if (kind === 'intake')
    return conflictsIn(foldIntake(recordedIn<RecordedIntake>(db, rows)).contradictions, isUndecided);
  if (kind === 'petition')
    return conflictsIn(foldPetition(recordedIn<RecordedPetition>(db, rows)).contradictions, isUndecided);
  return [];
}

const begins: ReadonlySet<string> = new Set(['arrived', 'petition-received']);

function conflictsIn(
  contradictions: readonly Contradiction[] = [],
  isStillOpen: (one: Contradiction) => boolean,
): readonly Found[] {
  return contradictions.flatMap((one) => {
    const { entry, against, why, decided = null } = one;
    return why !== 'conflict' || against === null ? [] : [{ entry, against, decided, open: isStillOpen(one) }];
  });
}

function isUndecided({ decided }: Contradiction): boolean {
  return decided === undefined;
}

/** Signatures of a list that say something else than the one that stands. */
function signedTwice(db: Db, subject: number, rows: readonly EntryRow[]): readonly Found[] {
  const { besides = {}, contradictions = [] } = handOverTable(db).find(subject) ?? {};
  const signed = rows.filter(({ type }) => type === 'hand-over-received').map((row) => entryName(namedRow(row)));
  const stands = signed.find((name) => besides[name] === undefined);
  if (stands === undefined) return [];
  return Object.keys(besides).map((entry) => {
    const decided = contradictions.find((one) => one.entry === entry && one.against === stands)?.decided ?? null;
    return { entry, against: stands, decided, open: decided === null };
  });
}

export type Conflict = Pair & {
  readonly kind: DecidedKind;
  /** The UUID of what it is about. */
  readonly id: string;
  readonly decided: EntryName | null;
};

type Row = { kind: number; name: Buffer; entry: string; against: string; decided: string };

/** What waits for somebody to decide, by what it is about. None on an island. */
export function openConflicts(db: Db): readonly Conflict[] {
  return conflictsWhere(db, 'open = 1');
}

/** What somebody decided. */
export function decidedConflicts(db: Db): readonly Conflict[] {
  return conflictsWhere(db, "decided <> ''");
}

function conflictsWhere(db: Db, which: string): readonly Conflict[] {
  const rows = prepared(
    db,
    `SELECT kind, name, entry, against, decided FROM conflict JOIN subject USING (subject_id) WHERE ${which}
      ORDER BY kind, name, entry, against`,
  ).all() as Row[];
  return rows.map(({ kind, name, entry, against, decided }) => ({
    kind: kindOf(kind) as DecidedKind,
    id: uuidText(name),
    entry,
    against,
    decided: decided === '' ? null : decided,
  }));
}

/** How many entries somebody has to decide of each case, by its number. */
export function casesToDecide(
  db: Db,
): readonly { readonly caseId: string; readonly number: string; readonly open: number }[] {
  const rows = prepared(
    db,
    `SELECT name, number, count(*) AS open FROM conflict JOIN subject USING (subject_id) JOIN case_summary ON case_id = subject_id
      WHERE open = 1 AND kind = ${kindCode('case')} GROUP BY subject_id ORDER BY number, name`,
  ).all() as { name: Buffer; number: string; open: number }[];
  return rows.map(({ name, number, open }) => ({ caseId: uuidText(name), number, open }));
}

const doubledKinds = ['receipt', 'paper', 'hand-over', 'petition', 'certification', 'kit'] as const;

/** A number of a receipt, paper, list, petition, certification or kit that stands twice: nothing is to be chosen, both are on paper. */
export type Doubled = {
  readonly kind: (typeof doubledKinds)[number];
  readonly number: string;
  /** UUIDs of the desks at which what bears it began, and what the cases it is of are numbered; each once. */
  readonly desks: readonly string[];
  readonly cases: readonly string[];
};

/** The same groups that `contradictions` counts. */
const doubledTables = {
  receipt: [
    'receipt',
    'receipt_id',
    'case_id',
    // On paper with its zeros.
    "symbol || ' ' || iif(template LIKE 'EBL%', number, printf('%07d', number))",
    'template, symbol, number',
  ],
  paper: ['paper_number', 'case_id', 'case_id', "form || ' ' || number || '/' || year", 'form, year, number'],
  'hand-over': ['hand_over', 'hand_over_id', 'NULL', 'number', 'number'],
  petition: ['petition', 'petition_id', 'NULL', "series || ' ' || serial", 'series, serial'],
  certification: ['certification', 'case_id', 'case_id', "series || ' ' || serial", 'series, serial'],
  kit: ['kit_number', 'kit_id', 'case_id', "day || ' ' || serial", 'day, serial'],
} as const satisfies Record<Doubled['kind'], readonly string[]>;

export function doubledNumbers(db: Db): readonly Doubled[] {
  if (!hasOtherDesks(db)) return [];
  return doubledKinds.flatMap((kind) => {
    const [table, subject, kase, number, key] = doubledTables[kind];
    const rows = prepared(
      db,
      `SELECT ${number} AS number, json_group_array(DISTINCT (SELECT uuid FROM journal JOIN desk USING (desk_id)
          WHERE journal.subject_id = ${table}.${subject} ORDER BY clock, uuid LIMIT 1)) AS desks,
        json_group_array(DISTINCT (SELECT number FROM case_summary WHERE case_summary.case_id = ${kase === 'NULL' ? 'NULL' : `${table}.${kase}`})) AS cases
        FROM ${table} GROUP BY ${key} HAVING count(*) > 1 ORDER BY ${key}`,
    ).all() as { number: string; desks: string; cases: string }[];
    return rows.map((row) => ({
      kind,
      number: kind === 'kit' ? kitNumber(row.number) : row.number,
      desks: namesIn(row.desks),
      cases: namesIn(row.cases),
    }));
  });
}

/** '20780 2001' -> '2026-11-23 2001' */
function kitNumber(found: string): string {
  const [day, serial = ''] = found.split(' ');
  return `${dateOfNumber(Number(day))} ${serial}`;
}

function namesIn(list: string): string[] {
  return (JSON.parse(list) as (string | null)[]).filter((one) => one !== null).toSorted();
}

/** A number of a day that several cases bear, first to last as they were received: on paper it stands twice. */
export type NumberTwice = { readonly day: string; readonly serial: number; readonly caseIds: readonly string[] };

/** A case that got another number in the place of one bears it no more. */
export const bearsIt = `NOT EXISTS (SELECT 1 FROM superseded_number AS void
  WHERE void.case_id = number_use.case_id AND void.day = number_use.day AND void.serial = number_use.serial)`;

export function numbersTwice(db: Db): readonly NumberTwice[] {
  if (!hasOtherDesks(db)) return [];
  const doubled = prepared(
    db,
    `SELECT day, serial FROM number_use WHERE (day, serial) IN
        (SELECT day, serial FROM number_use GROUP BY day, serial HAVING count(*) > 1) AND ${bearsIt}
      GROUP BY day, serial HAVING count(*) > 1 ORDER BY day, serial`,
  ).all() as { day: number; serial: number }[];
  const cases = preparedValue(
    db,
    `SELECT name FROM number_use JOIN subject ON subject_id = case_id JOIN case_summary USING (case_id)
      WHERE day = ? AND serial = ? AND ${bearsIt} ORDER BY accepted_at, name`,
  );
  return doubled
    .map(({ day, serial }) => ({
      day: dateOfNumber(day),
      serial,
      caseIds: (cases.all(day, serial) as Buffer[]).map(uuidText),
    }))
    .filter(({ caseIds }) => caseIds.length > 1);
}
