import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CallResult } from '../../../electron/desk/calls/dispatch.ts';
import { password, reception } from '../../support/desk/test-desk.ts';
import { type TestContext, openTestContext } from '../../support/desk/test-context.ts';
import { findingsOf, stateHash } from '../../support/desk/test-store.ts';

let at: TestContext;
beforeAll(async () => {
  at = await openTestContext({ officeForms: true });
});
afterAll(() => at.end());

/** Lets the file grow by so many pages and no more. */
function allowPages(more: number): void {
  const { db } = at.desk.store;
  const pages = db.pragma('page_count', { simple: true }) as number;
  expect(db.pragma(`max_page_count = ${pages + more}`, { simple: true })).toBe(pages + more);
}

const unlimited = 1_000_000;

type Attempt = { readonly result: CallResult; readonly refusals: number };

/** Makes a call under every limit from nothing upwards until it succeeds; each refusal must have changed nothing. */
async function sweep(name: string, input: unknown): Promise<Attempt> {
  const { store, printQueue } = at.desk;
  for (let pages = 0; pages < 60; pages += 1) {
    await printQueue.follow();
    const [before, head] = [stateHash(store.db), store.journal.head()];
    allowPages(pages);
    const result = await at.call(name, input);
    if (result.ok) {
      allowPages(unlimited);
      return { result, refusals: pages };
    }
    expect([name, pages, result.fault.code]).toEqual([name, pages, 'disk-full']);
    expect(stateHash(store.db)).toBe(before);
    expect(store.journal.head()).toEqual(head);
    expect(store.db.inTransaction).toBe(false);
  }
  throw new Error(`${name} needs more than 60 pages`);
}

type Received = {
  caseId: string;
  number: unknown;
  documents: { documentId: string }[];
  paperFault: { code: string } | null;
  printJobId: string | null;
};

async function receive(input: unknown): Promise<Received> {
  const result = await at.call('case.receive', input);
  if (!result.ok) throw new Error(result.fault.code);
  return result.value as Received;
}

describe('on a disk that is full at any page', () => {
  test('a reception is wholly there or wholly not', async () => {
    at.sit('clerk');
    let refusals = 0;
    for (let serial = 1; serial <= 80; serial += 1) refusals += (await sweep('case.receive', reception())).refusals;
    expect(refusals).toBeGreaterThan(3);
  });

  test('between a case and its paper: the case stays, and the same request makes the paper once there is room', async () => {
    at.sit('clerk');
    const forms = path.join(at.desk.ports.dataFolder, 'forms');
    let full = 0;
    for (let serial = 1; serial <= 8; serial += 1) {
      const input = reception({ print: true, printer: 'laser' });
      mkdirSync(forms);
      writeFileSync(path.join(forms, 'mau-01.json'), '{ broken');
      const received = await receive(input);
      rmSync(forms, { recursive: true });
      allowPages(0);
      const onFullDisk = await receive(input);
      allowPages(unlimited);
      if (onFullDisk.documents.length > 0) continue;
      full += 1;
      expect(onFullDisk).toMatchObject({
        number: received.number,
        paperFault: { code: 'disk-full' },
        printJobId: null,
      });
      const again = await receive(input);
      expect(again).toMatchObject({ number: received.number, documents: [{ form: 'mau-01' }], paperFault: null });
      expect(again.printJobId).not.toBeNull();
    }
    expect(full).toBeGreaterThan(0);
    await at.desk.printQueue.follow();
    expect(at.desk.store.db.prepare('SELECT count(*) FROM print_job').pluck().get()).toBe(8);
  });

  test('so is every other change', async () => {
    at.sit('clerk');
    const value = await receive(reception({ print: true, printer: 'laser' }));
    const documentId = value.documents[0]?.documentId;
    const filler = 'Đơn đề nghị '.repeat(2000);
    const jobId = value.printJobId;
    await at.desk.printQueue.follow();
    const calls: ['clerk' | 'supervisor' | 'admin', string, unknown][] = [
      ['clerk', 'draft.save', { draftId: crypto.randomUUID(), label: 'nháp', body: { filler } }],
      ['clerk', 'paper.render', { caseId: value.caseId, form: 'mau-01' }],
      ['clerk', 'print.again', { documentId, printer: 'laser', reason: 'giấy kẹt trong máy in' }],
      [
        'supervisor',
        'procedure.setTerm',
        { code: '2.002516', term: { value: 5, unit: 'working-day' }, reason: 'quyết định của phường' },
      ],
      ['admin', 'account.disable', { username: 'officer', reason: 'nghỉ việc' }],
      ['admin', 'account.signOut', {}],
    ];
    for (const [role, name, input] of calls) {
      at.sit(role);
      expect((await sweep(name, input)).result.ok).toBe(true);
    }
    at.sit('clerk');
    expect(await at.call('print.settle', { jobId, outcome: 'void' })).toMatchObject({
      fault: { code: 'print-job-settled' },
    });
  });

  test('a long journal of small changes meets the limit again and again', async () => {
    at.sit('admin');
    let refusals = 0;
    const { value: settings } = (await at.call('office.settings')) as { value: Record<string, unknown> };
    for (let change = 0; change < 20; change += 1) {
      const changed = { ...settings, centreName: `Trung tâm số ${change}` };
      refusals += (await sweep('office.changeSettings', { settings: changed, reason: 'đổi tên' })).refusals;
    }
    expect(refusals).toBeGreaterThan(1);
  });

  test('signing in', async () => {
    const { result } = await sweep('account.signIn', { username: 'supervisor', password });
    expect(result.ok).toBe(true);
  });

  test('once there is room the work goes on, and the file is whole', () => {
    expect(findingsOf(at.desk.store.db)).toEqual([]);
    expect(at.log.filter(({ event }) => event === 'bug')).toEqual([]);
  });
});
