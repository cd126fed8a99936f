import { intakeStatusCode } from '../../../contract/base/case-status.ts';
import type { Contradiction } from '../../../domain/apart/judge.ts';
import { foldCase } from '../../../domain/counter/case/state.ts';
import type { RecordedAction } from '../../../domain/entries/case.ts';
import type { Subject } from '../../../domain/entries/entry.ts';
import type { RecordedIntake } from '../../../domain/entries/intake.ts';
import type { RecordedPetition } from '../../../domain/entries/petition.ts';
import { entryName } from '../../../domain/entries/reference.ts';
import { foldIntake } from '../../../domain/counter/intake/intake.ts';
import { foldKit } from '../../../domain/counter/kit/kit.ts';
import { foldPetition } from '../../../domain/counter/petition/petition.ts';
import { feeContradictions } from '../../../domain/counter/money/case-fees.ts';
import type { Db } from '../../file/db.ts';
import { uuidText } from '../../file/rows/codecs.ts';
import { prepared, preparedValue } from '../../file/rows/prepared.ts';
import { entriesOf, subjectsOfOthers } from '../../journal/entries.ts';
import { hasOtherDesks } from '../../journal/order.ts';
import { kindCode, kindOf, subjectText } from '../../journal/subject.ts';
import { kitEvents } from '../../counter/kit/kit.ts';
import { asNewer } from './known-types.ts';
import { bearsIt, doubledNumbers, numbersTwice, openConflicts } from './conflicts.ts';

type Kind = Subject['kind'];

/**
 * What several desks wrote and what does not go together: a number that was given twice, a case that two desks received, a subject that cannot be put
 * together. Nothing of it is damage; a person has to decide. Each names what it is about by number and never a person. None on an island, where two of one
 * number are damage.
 */
export function contradictions(db: Db): string[] {
  if (!hasOtherDesks(db)) return [];
  const doubled = doubles.flatMap(({ sql }) => preparedValue(db, sql).all() as string[]);
  return [...doubled, ...toDecide(db), ...aside(db)];
}

/** How many of them still wait for somebody: as many as a supervisor's list has lines. */
export function contradictionsToDecide(db: Db): number {
  if (!hasOtherDesks(db)) return 0;
  return openConflicts(db).length + numbersTwice(db).length + doubledNumbers(db).length + besides(db).length;
}

/** What nobody chooses a side of and no number tells: it has to be seen, and put right by an ordinary act. */
export type Beside = {
  readonly kind: 'received-twice' | 'turned-away' | 'told-apart' | 'newer' | 'set-aside';
  readonly of: Kind;
  /** The case that it is, or became; null where it is none. */
  readonly caseId: string | null;
  /** The number of a case; of anything else what it is called in the journal. */
  readonly number: string;
  /** UUIDs of the desks that told of it. */
  readonly desks: readonly string[];
};

export function besides(db: Db): Beside[] {
  if (!hasOtherDesks(db)) return [];
  const found = ([kind, sql]: readonly [Beside['kind'], string]): Beside[] =>
    (preparedValue(db, sql).all() as number[]).map((subject) => besideOf(db, kind, subject));
  const listed = new Set(openConflicts(db).map(({ kind, id, entry, against }) => [kind, id, entry, against].join(' ')));
  const apart = [...subjectsOfOthers(db)]
    .filter((subject) => !isCase(db, subject))
    .flatMap((subject) => {
      const { kind, name } = subjectOf(db, subject);
      const id = name.length === 16 ? uuidText(name) : '';
      return undecidedOf(db, subject)
        .filter(({ entry, against }) => !listed.has([kindOf(kind), id, entry, against].join(' ')))
        .map(() => besideOf(db, 'told-apart', subject));
    });
  return [
    ...found(['received-twice', receivedTwice]),
    ...found(['turned-away', turnedAway]),
    ...apart,
    ...found(['newer', `SELECT subject_id FROM set_aside WHERE why LIKE '${asNewer}:%' ORDER BY subject_id`]),
    ...found(['set-aside', `SELECT subject_id FROM set_aside WHERE why NOT LIKE '${asNewer}:%' ORDER BY subject_id`]),
  ];
}

function besideOf(db: Db, kind: Beside['kind'], subject: number): Beside {
  const desks = preparedValue(
    db,
    'SELECT DISTINCT uuid FROM journal JOIN desk USING (desk_id) WHERE subject_id = ? ORDER BY uuid',
  ).all(subject) as string[];
  const { kind: code, name } = subjectOf(db, subject);
  const of = kindOf(code);
  return { kind, of, caseId: of === 'case' ? uuidText(name) : null, number: nameOf(db, subject), desks };
}

function subjectOf(db: Db, subject: number): { readonly kind: number; readonly name: Buffer } {
  return prepared(db, 'SELECT kind, name FROM subject WHERE subject_id = ?').get(subject) as {
    kind: number;
    name: Buffer;
  };
}

function undecidedOf(db: Db, subject: number): readonly Contradiction[] {
  return toldOf(db, subject).filter(
    ({ why, decided }) => (why === 'conflict' || why === 'unfit') && decided === undefined,
  );
}

/** What a person has to decide, of each subject that several desks wrote; what a rule decides is told where the subject is shown. */
function toDecide(db: Db): string[] {
  const said = [...subjectsOfOthers(db)].flatMap((subject) =>
    undecidedOf(db, subject).map(
      ({ entry, against, why }) =>
        `${nameOf(db, subject)}: ${why} of ${entry}${against === null ? '' : ` and ${against}`}`,
    ),
  );
  return said.toSorted();
}

function isCase(db: Db, subject: number): boolean {
  return preparedValue(db, 'SELECT kind FROM subject WHERE subject_id = ?').get(subject) === kindCode('case');
}

const stateTables: { readonly [kind in Kind]?: readonly [table: string, key: string] } = {
  till: ['till_session', 'till_id'],
  receipt: ['receipt', 'receipt_id'],
  'hand-over': ['hand_over', 'hand_over_id'],
};

function toldOf(db: Db, subject: number): readonly Contradiction[] {
  if (preparedValue(db, 'SELECT 1 FROM set_aside WHERE subject_id = ?').get(subject) !== undefined) return [];
  const kind = kindOf(preparedValue(db, 'SELECT kind FROM subject WHERE subject_id = ?').get(subject) as number);
  if (kind === 'case') return toldOfCase(entriesOf<RecordedAction>(db, subject));
  if (kind === 'intake') {
    const events = entriesOf<RecordedIntake>(db, subject);
    return events[0]?.action.type === 'arrived' ? (foldIntake(events).contradictions ?? []) : [];
  }
  if (kind === 'petition') {
    const events = entriesOf<RecordedPetition>(db, subject);
    return events[0]?.action.type === 'petition-received' ? (foldPetition(events).contradictions ?? []) : [];
  }
  if (kind === 'kit') {
    const events = kitEvents(db, subject);
    return events[0]?.event.type === 'kit-set-aside' ? (foldKit(events).contradictions ?? []) : [];
  }
  const [table, key] = stateTables[kind] ?? [];
  if (table === undefined || key === undefined) return [];
  const states = preparedValue(db, `SELECT state FROM ${table} WHERE ${key} = ?`).all(subject) as string[];
  return states.flatMap(
    (state) => (JSON.parse(state) as { contradictions?: readonly Contradiction[] }).contradictions ?? [],
  );
}

function toldOfCase(actions: readonly RecordedAction[]): readonly Contradiction[] {
  if (actions.every(({ apart }) => apart === undefined)) return [];
  if (actions[0]?.action.type !== 'received') return [];
  const receptions = new Set(actions.flatMap((one) => (one.action.type === 'received' ? [entryName(one)] : [])));
  // That it was received twice is told by its number.
  return [...(foldCase(actions).contradictions ?? []), ...feeContradictions(actions)].filter(
    ({ entry }) => !receptions.has(entry),
  );
}

function nameOf(db: Db, subject: number): string {
  const number = preparedValue(db, 'SELECT number FROM case_summary WHERE case_id = ?').get(subject) as
    | string
    | undefined;
  return number ?? subjectText(subjectOf(db, subject));
}

const receivedTwice = `SELECT subject_id FROM journal WHERE type = 'received'
  AND subject_id IN (SELECT subject_id FROM journal WHERE desk_id IN (SELECT desk_id FROM desk WHERE other = 1))
  GROUP BY subject_id HAVING count(*) > 1 ORDER BY subject_id`;

/** Cases whose file that waited was turned away or taken back elsewhere: it has the id of the case it became. */
const turnedAway = `SELECT kase.subject_id FROM intake JOIN subject AS own ON own.subject_id = intake_id
  JOIN subject AS kase ON kase.name = own.name AND kase.kind = ${kindCode('case')}
  JOIN case_summary ON case_id = kase.subject_id
  WHERE intake.status <> ${intakeStatusCode('accepted')} ORDER BY kase.subject_id`;

/** A number that stands twice, each in the order of what it is called. */
const doubles = [
  {
    sql: `SELECT day || ' ' || serial || ': number of ' || count(*) || ' cases' FROM number_use WHERE ${bearsIt}
      GROUP BY day, serial HAVING count(DISTINCT case_id) > 1 ORDER BY day, serial`,
  },
  {
    sql: `SELECT day || ' ' || serial || ': on sheets of ' || count(*) || ' kits' FROM kit_number
      GROUP BY day, serial HAVING count(*) > 1 ORDER BY day, serial`,
  },
  {
    sql: `SELECT form || ' ' || year || ' ' || number || ': number of ' || count(*) || ' papers' FROM paper_number
      GROUP BY form, year, number HAVING count(*) > 1 ORDER BY form, year, number`,
  },
  {
    sql: `SELECT template || ' ' || symbol || ' ' || number || ': number of ' || count(*) || ' receipts' FROM receipt
      GROUP BY template, symbol, number HAVING count(*) > 1 ORDER BY template, symbol, number`,
  },
  {
    sql: `SELECT number || ': number of ' || count(*) || ' lists' FROM hand_over GROUP BY number HAVING count(*) > 1 ORDER BY number`,
  },
  {
    sql: `SELECT series || ' ' || serial || ': number of ' || count(*) || ' petitions' FROM petition
      GROUP BY series, serial HAVING count(*) > 1 ORDER BY series, serial`,
  },
  {
    sql: `SELECT series || ' ' || serial || ': number of ' || count(*) || ' certifications' FROM certification
      GROUP BY series, serial HAVING count(*) > 1 ORDER BY series, serial`,
  },
  {
    sql: `SELECT coalesce(number, 'case ' || subject_id) || ': received ' || count(*) || ' times'
      FROM journal LEFT JOIN case_summary ON case_id = subject_id WHERE type = 'received'
        AND subject_id IN (SELECT subject_id FROM journal WHERE desk_id IN (SELECT desk_id FROM desk WHERE other = 1))
      GROUP BY subject_id HAVING count(*) > 1 ORDER BY 1`,
  },
  {
    // A file that waited has the id of the case it became.
    sql: `SELECT summary.number || ': received, and turned away or taken back elsewhere' FROM intake JOIN subject AS own ON own.subject_id = intake_id
      JOIN subject AS kase ON kase.name = own.name AND kase.kind = ${kindCode('case')}
      JOIN case_summary AS summary ON summary.case_id = kase.subject_id
      WHERE intake.status <> ${intakeStatusCode('accepted')} ORDER BY 1`,
  },
] as const;

function aside(db: Db): string[] {
  const rows = prepared(
    db,
    'SELECT kind, name, why FROM set_aside JOIN subject USING (subject_id) ORDER BY kind, name',
  ).all() as { kind: number; name: Buffer; why: string }[];
  return rows.map((row) => `${subjectText(row)}: its entries cannot be put together (${row.why})`);
}

/** How many subjects of a kind have an entry of a type, and are not set aside: tables tell of so many. */
export function countTold(db: Db, kind: Kind, type: string): number {
  const told = preparedValue(
    db,
    `SELECT count(DISTINCT subject_id) FROM journal JOIN subject USING (subject_id)
      WHERE type = ? AND kind = ? AND subject_id NOT IN (SELECT subject_id FROM set_aside)`,
  );
  return told.get(type, kindCode(kind)) as number;
}
