import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type TestDesk, openPracticeDesk, openTestDesk, reception } from '../../../support/desk/test-desk.ts';

/** A case that is accepted and has no receipt: told until it has one, and never as if nothing had happened. */

let at: TestDesk;
beforeEach(async () => {
  at = await openPracticeDesk();
});
afterEach(() => at.end());

/** Papers with long names, as many as a request may have: what is said of their fee fills more than a field of a paper. */
const papers = (count: number, letters: number) =>
  Array.from({ length: count }, (_, index) => ({
    paper: `Hợp đồng số ${index} ${'a'.repeat(letters)}`.slice(0, letters),
    pages: 3,
    copies: 2,
  }));

describe('a receipt is made for every list of copies that is received', () => {
  test.each([
    [50, 25],
    [50, 60],
    [30, 120],
    [20, 190],
    [12, 190],
  ])('%i papers of %i letters', async (count, letters) => {
    const received = await at.get(
      'case.receive',
      reception({
        procedureCode: '2.000815',
        components: [],
        copies: papers(count, letters),
        confirm: [{ code: 'no-papers', reason: 'chỉ đối chiếu' }],
      }),
    );
    expect(received).toMatchObject({ paperFault: null, documents: [{ form: 'mau-01' }] });
    expect((await at.get('system.status')).withoutReceipt).toEqual([]);
  });
});

test('killed between the case and its receipt: told after the next start, and made by one call', async () => {
  const { folder, clock } = at;
  await at.desk.close();
  const killer = path.resolve(import.meta.dirname, '../../../support/killed/kill-when-durable.ts');
  const child = spawn(process.execPath, [killer, folder, String(clock.at)], { stdio: ['ignore', 'ignore', 'inherit'] });
  const [, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
  expect(signal).toBe('SIGKILL');

  at = openTestDesk({ folder, at: clock.at });
  expect((await at.get('system.status')).withoutReceipt).toEqual([]);
  at.sit('clerk');
  const { withoutReceipt } = await at.get('system.status');
  expect(withoutReceipt).toHaveLength(1);
  const [{ caseId }] = withoutReceipt;
  expect((await at.get('case.get', { caseId })).documents).toEqual([]);
  const made = await at.get('paper.receipt', { caseId });
  expect(made).toMatchObject({ document: { form: 'mau-01' }, paperFault: null });
  expect((await at.get('system.status')).withoutReceipt).toEqual([]);
  // Asked twice it is one paper.
  expect(await at.get('paper.receipt', { caseId })).toMatchObject({ document: made.document });
  expect((await at.get('case.get', { caseId })).documents).toHaveLength(1);
});

test('an office with a past has no case without a paper', async () => {
  await at.end();
  at = openTestDesk({ at: Date.parse('2026-11-23T01:00:00Z') });
  await at.get('office.openPractice', { cases: 40, seed: 7, password: 'Quay-Mot-Cua-1' });
  at.sit('clerk');
  expect((await at.get('system.status')).withoutReceipt).toEqual([]);
});
