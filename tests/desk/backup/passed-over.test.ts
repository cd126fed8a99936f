import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { isFault } from '../../../electron/contract/base/fault.ts';
import { restoreDesk, restoreInPlace } from '../../../electron/desk/backup/restore-desk.ts';
import { newFolder } from '../../support/desk/folder.ts';
import { type TestDesk, openPracticeDesk, openTestDesk, portsOf, reception } from '../../support/desk/test-desk.ts';

let at: TestDesk;
afterEach(() => at.end());

async function receive(count: number): Promise<void> {
  at.sit('clerk');
  for (let nth = 0; nth < count; nth += 1) await at.get('case.receive', reception());
}

test('what a restore passed over is listed, and asked for until somebody says that its papers are entered again', async () => {
  at = await openPracticeDesk();
  await receive(3);
  const { file, madeAt } = await at.get('backup.make');
  await receive(2);
  expect((await at.get('system.status')).missingPapers).toBeNull();
  await at.desk.close();
  const spare = newFolder();
  const back = await restoreDesk(portsOf(spare, at.clock, at.printer, []), file);
  if (isFault(back)) throw new Error(back.fault);
  rmSync(at.folder, { recursive: true });
  at = openTestDesk({ folder: spare });
  at.sit('clerk');

  // Nobody there knows how far the numbers went.
  expect((await at.get('system.status')).missingPapers).toEqual({ receptions: 97, atMost: true });
  const { restores } = await at.get('office.restores');
  expect(restores).toEqual([
    {
      restored: expect.any(String),
      at: '2026-11-23T09:00:00+07:00',
      madeAt,
      spent: expect.arrayContaining([{ kind: 'case', of: '2026-11-23', first: 4, last: 100 }]),
      missing: { receptions: 97, atMost: true },
      entered: null,
    },
  ]);
  await receive(1);
  const { blocks } = await at.get('office.numbers', { date: '2026-11-23' });
  expect(blocks[0]).toMatchObject({ used: 4, skipped: [], passedOver: [{ first: 4, last: 100 }], next: 102 });

  const [{ restored }] = restores;
  const said = { restored, reason: 'đã xem sổ giấy, nhập lại 2 hồ sơ' };
  expect(await at.call('office.papersEntered', { ...said, restored: crypto.randomUUID() })).toMatchObject({
    fault: { code: 'restore-unknown' },
  });
  await at.get('office.papersEntered', said);
  expect((await at.get('system.status')).missingPapers).toBeNull();
  at = await at.reopen();
  at.sit('clerk');
  expect((await at.get('office.restores')).restores[0]).toMatchObject({
    spent: expect.arrayContaining([{ kind: 'case', of: '2026-11-23', first: 4, last: 100 }]),
    entered: { at: '2026-11-23T09:00:00+07:00', byName: expect.any(String) },
  });
  expect(await at.call('office.papersEntered', said)).toMatchObject({ fault: { code: 'restore-unknown' } });
  expect(at.desk.verify().ok).toBe(true);
});

test('where a witness knows how far the numbers went, exactly so many are missing', async () => {
  at = await openPracticeDesk();
  await receive(3);
  const { file } = await at.get('backup.make');
  await receive(2);
  await at.desk.close();
  writeFileSync(path.join(at.folder, 'desk.sqlite'), 'hỏng');
  for (const log of ['desk.sqlite-wal', 'desk.sqlite-shm']) rmSync(path.join(at.folder, log), { force: true });
  const back = await restoreInPlace(portsOf(at.folder, at.clock, at.printer, []), file);
  if (isFault(back)) throw new Error(back.fault);
  at = openTestDesk({ folder: at.folder });
  at.sit('clerk');
  expect((await at.get('system.status')).missingPapers).toEqual({ receptions: 2, atMost: false });
});
