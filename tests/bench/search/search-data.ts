import { officialCode } from '../../../electron/domain/base/numbering.ts';
import { dayNumber } from '../../../electron/store/file/rows/codecs.ts';
import type { Db } from '../../../electron/store/file/db.ts';
import { personProjection } from '../../../electron/store/common/person/person.ts';
import { type Random, madeUpName, seeded } from '../../support/data/hurried-names.ts';

const casesADay = 960;
const firstDay = Date.UTC(2023, 0, 2);
/** The rest of the cases are of persons who have been here before: 2.5 cases a person. */
const shareOfNewPersons = 0.4;
const chunk = 20_000;

/** Fills an empty file with this many cases through the real person and search projections; the journal is left out. */
export function fillWithCases(db: Db, cases: number): void {
  const random = seeded(20_261_122);
  const projectPerson = personProjection(db);
  const insert = {
    subject: db.prepare('INSERT INTO subject (subject_id, kind, name) VALUES (?, 3, ?)'),
    case: db.prepare(`INSERT INTO case_summary (case_id, number, person_id, procedure_id, channel, status, accepted_at, due_at)
      VALUES (?, ?, ?, ?, 1, ?, ?, ?)`),
    number: db.prepare('INSERT INTO number_use (day, serial, case_id) VALUES (?, ?, ?)'),
  };
  const persons: { fullName: string; idNumber: string; phone: string }[] = [];
  addProcedures(db);

  function addCase(index: number): void {
    const fresh = random() < shareOfNewPersons || persons.length === 0;
    if (fresh) persons.push(madeUpPerson(random));
    const person = fresh ? persons.at(-1) : persons[Math.floor(random() * persons.length)];
    const personId = projectPerson({ kind: 'citizen', ...(person ?? madeUpPerson(random)) });
    const date = new Date(firstDay + Math.floor(index / casesADay) * 86_400_000).toISOString().slice(0, 10);
    const serial = (index % casesADay) + 1;
    const caseId = index + 1;
    const at = Math.floor(Date.parse(date) / 1000) + serial * 30;
    const id = Buffer.alloc(16);
    id.writeUInt32BE(caseId, 0);
    insert.subject.run(caseId, id);
    insert.case.run(
      caseId,
      officialCode('H29.999', date, serial),
      personId,
      1 + Math.floor(random() * 50),
      random() < 0.02 ? 4 : 10,
      at,
      at + 259_200,
    );
    insert.number.run(dayNumber(date), serial, caseId);
  }

  for (let from = 0; from < cases; from += chunk) {
    db.transaction(() => {
      for (let index = from; index < Math.min(cases, from + chunk); index += 1) addCase(index);
    }).immediate();
  }
}

function addProcedures(db: Db): void {
  const add = db.prepare(
    "INSERT INTO catalogue_procedure (catalogue_version, code, name, body) VALUES ('bench', ?, ?, '{}')",
  );
  for (let index = 1; index <= 50; index += 1) add.run(`1.${String(index).padStart(6, '0')}`, `Thủ tục số ${index}`);
}

function madeUpPerson(random: Random): { fullName: string; idNumber: string; phone: string } {
  return {
    fullName: madeUpName(random),
    idNumber: `079${digits(random, 9)}`,
    phone: `0${3 + Math.floor(random() * 7)}${digits(random, 8)}`,
  };
}

function digits(random: Random, length: number): string {
  return String(Math.floor(random() * 10 ** length)).padStart(length, '0');
}
