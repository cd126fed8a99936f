import Database from 'better-sqlite3';
import { afterEach, expect, test } from 'vitest';
import { goldenOffice, goldenOffices, goldenPassword } from '../../../support/desk/golden.ts';
import { type TestDesk, openTestDesk, reception } from '../../../support/desk/test-desk.ts';
import { fileOf } from '../../../support/desk/test-store.ts';

let at: TestDesk | undefined;
afterEach(() => at?.desk.close());

/** The receptions that make-golden.ts made at the counter, as that day's program numbered them; and whether it could set numbers aside on paper. */
function givenThen(folder: string): { numbers: string[]; onPaper: number } {
  const db = new Database(fileOf(folder), { readonly: true });
  try {
    const sql = "SELECT number FROM case_summary WHERE number LIKE '%-261201-%' ORDER BY case_id";
    const numbers = db.prepare(sql).pluck().all() as string[];
    const kits = db.prepare("SELECT count(*) FROM migration WHERE name = '0060-kit.sql'").pluck().get();
    return { numbers, onPaper: kits === 1 ? 3 : 0 };
  } finally {
    db.close();
  }
}

const made = goldenOffices().filter(({ file }) => file.startsWith('schema-'));

test.each(made)('work goes on in $file: its cases are found by number, the next one follows', async ({ file }) => {
  const folder = goldenOffice(file);
  const { numbers, onPaper } = givenThen(folder);
  expect(numbers.map((number) => number.slice(-4))).toEqual(['0001', '0002', '0003']);
  at = openTestDesk({ folder, at: Date.parse('2026-12-01T09:30:00+07:00') });
  expect(await at.call('account.signIn', { username: 'clerk', password: goldenPassword })).toMatchObject({ ok: true });
  for (const number of numbers) {
    const { hits } = await at.get('case.search', { text: number });
    expect(hits).toMatchObject([{ number }]);
    const { state } = await at.get('case.get', { caseId: hits[0].caseId });
    expect([state.number.local, state.number.official]).toContain(number);
  }
  const next = await at.get('case.receive', reception());
  expect(next.number.local).toBe(`Q1-261201-000${4 + onPaper}`);
  expect(at.desk.verify().ok).toBe(true);
});
