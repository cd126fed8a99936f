import Database from 'better-sqlite3';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { Fault } from '../../../../electron/contract/base/fault.ts';
import { type Desk, createDesk } from '../../../../electron/desk/desk.ts';
import { newFolder } from '../../../support/desk/folder.ts';
import { type TestDesk, openPracticeDesk, openTestDesk, portsOf, reception } from '../../../support/desk/test-desk.ts';

let at: TestDesk | undefined;
afterEach(async () => {
  await at?.desk.close();
  at = undefined;
});

const file = (folder: string) => path.join(folder, 'desk.sqlite');

/** A practice office with some cases, closed. */
async function office(cases = 2): Promise<TestDesk> {
  const made = await openPracticeDesk();
  for (let index = 0; index < cases; index += 1) await made.get('case.receive', reception());
  await made.desk.close();
  return made;
}

function refusal({ folder, clock, printer }: TestDesk): Fault {
  const desk = createDesk(portsOf(folder, clock, printer, []));
  if ('fault' in desk) return desk;
  void desk.close();
  throw new Error('it opened');
}

function tamper(folder: string, sql: string): void {
  const db = new Database(file(folder));
  db.exec(sql);
  db.close();
}

describe('a damaged or foreign file is named before the first call', () => {
  test.each<[string, string, RegExp]>([
    [
      'a guard of the journal dropped',
      'DROP TRIGGER journal_never_shrinks',
      /trigger journal_never_shrinks is missing/,
    ],
    [
      'a planted trigger that moves promises',
      'CREATE TRIGGER later AFTER INSERT ON case_summary BEGIN UPDATE case_summary SET due_at = due_at + 86400 WHERE case_id = new.case_id; END',
      /trigger later is not ours/,
    ],
    ['a foreign table', 'CREATE TABLE invoice (id INTEGER)', /table invoice is not ours/],
    ['an index less', 'DROP INDEX case_by_reception', /index case_by_reception is missing/],
    ['a view', 'CREATE VIEW v AS SELECT 1', /view v is not ours/],
    [
      'settings that are nothing',
      "UPDATE setting SET value = '{}' WHERE name = 'office'",
      /setting office is not an office/,
    ],
    ['settings that are gone', "DELETE FROM setting WHERE name = 'office'", /setting office is missing/],
    [
      'a fee of the adopted catalogue',
      "UPDATE catalogue_procedure SET body = json_set(body, '$.name', 'X') WHERE procedure_id = (SELECT max(procedure_id) FROM catalogue_procedure)",
      /catalogue .* is not the one that was adopted/,
    ],
  ])('%s', async (_what, sql, named) => {
    const made = await office();
    tamper(made.folder, sql);
    const fault = refusal(made);
    expect(fault).toMatchObject({ fault: 'store-damaged', data: { reason: expect.stringMatching(named) } });
  });

  test('one of the last links', async () => {
    const made = await office();
    const db = new Database(file(made.folder));
    const trigger = db
      .prepare("SELECT sql FROM sqlite_master WHERE name = 'journal_never_changes'")
      .pluck()
      .get() as string;
    db.exec('DROP TRIGGER journal_never_changes');
    db.exec('UPDATE journal SET at = at + 1 WHERE seq = (SELECT max(seq) - 1 FROM journal)');
    db.exec(trigger);
    db.close();
    expect(refusal(made)).toMatchObject({
      fault: 'store-damaged',
      data: { reason: expect.stringContaining('does not follow') },
    });
  });

  test('a page that cannot be read ends in a fault and not in a crash, wherever it lies', async () => {
    const made = await office(30);
    const bytes = readFileSync(file(made.folder));
    const pages = bytes.length / 8192;
    const outcomes = new Set<string>();
    for (let page = 0; page < pages; page += Math.max(1, Math.floor(pages / 40))) {
      const folder = newFolder();
      const broken = Buffer.from(bytes);
      broken.fill(0xa5, page * 8192 + (page === 0 ? 100 : 0), (page + 1) * 8192);
      writeFileSync(file(folder), broken);
      const desk = createDesk(portsOf(folder, made.clock, made.printer, []));
      outcomes.add('fault' in desk ? desk.fault : 'opened');
      if ('fault' in desk) continue;
      // What the opening does not read, verify does.
      expect([page, desk.verify().ok]).toEqual([page, false]);
      await desk.close();
    }
    expect([...outcomes].filter((one) => !['opened', 'store-damaged', 'store-foreign'].includes(one))).toEqual([]);
    expect(outcomes).toContain('store-damaged');
  });
});

test.skipIf(process.platform === 'win32')(
  'what everybody on the computer could read is closed to them at opening',
  async () => {
    const made = await office(1);
    chmodSync(made.folder, 0o755);
    chmodSync(file(made.folder), 0o664);
    at = openTestDesk({ folder: made.folder, at: made.clock.at });
    expect([statSync(made.folder).mode & 0o777, statSync(file(made.folder)).mode & 0o777]).toEqual([0o750, 0o660]);
  },
);

describe('a register that is behind its witness', () => {
  test('an older file put back is refused, and left as it is', async () => {
    const made = await office(1);
    const older = newFolder();
    cpSync(file(made.folder), file(older));
    at = openTestDesk({ folder: made.folder, at: made.clock.at });
    at.sit('clerk');
    await at.get('case.receive', reception());
    await at.desk.close();
    cpSync(file(older), file(made.folder));
    const fault = refusal(made) as Fault<'store-older'>;
    expect(fault.fault).toBe('store-older');
    expect(fault.data.known).toBeGreaterThan(fault.data.found);
    expect(readFileSync(file(made.folder))).toEqual(readFileSync(file(older)));
  });

  test('its log taken away', async () => {
    const made = await office(0);
    const live = openTestDesk({ folder: made.folder, at: made.clock.at });
    live.sit('clerk');
    await live.get('case.receive', reception());
    const folder = newFolder();
    // As a computer that was switched off leaves it; somebody then tidies up.
    for (const name of ['desk.sqlite', 'witness']) cpSync(path.join(made.folder, name), path.join(folder, name));
    await live.desk.close();
    expect(refusal({ ...made, folder })).toMatchObject({ fault: 'store-older' });
  });

  test('the same number with another history', async () => {
    const made = await office(1);
    const other = newFolder();
    cpSync(file(made.folder), file(other));
    for (const [folder, name] of [
      [made.folder, 'A'],
      [other, 'B'],
    ] as const) {
      const desk = openTestDesk({ folder, at: made.clock.at });
      desk.sit('clerk');
      await desk.get(
        'case.receive',
        reception({ applicant: { ...reception()['applicant'], fullName: `NGUYỄN ${name}` } }),
      );
      await desk.desk.close();
    }
    cpSync(file(other), file(made.folder));
    expect(refusal(made)).toMatchObject({ fault: 'store-branched' });
  });

  test('a file that is gone is no new office', async () => {
    const made = await office(1);
    unlinkSync(file(made.folder));
    expect(refusal(made)).toMatchObject({ fault: 'store-damaged', data: { reason: 'the file is missing' } });
    expect(existsSync(file(made.folder))).toBe(false);
  });

  test('of a real office the witness stands outside the data, and a whole older folder put back is found out', async () => {
    const made = await office(1);
    tamper(made.folder, "UPDATE setting SET value = 'false' WHERE name = 'practice'");
    rmSync(path.join(made.folder, 'witness'));
    const machineFolder = newFolder();
    const ports = { ...portsOf(made.folder, made.clock, made.printer, []), machineFolder };
    const older = newFolder();
    cpSync(made.folder, older, { recursive: true });
    const desk = createDesk(ports);
    if ('fault' in desk) throw new Error(desk.fault);
    made.sit('clerk');
    expect(await desk.call('case.receive', reception(), made.client)).toMatchObject({ ok: true });
    await desk.close();
    expect(existsSync(path.join(made.folder, 'witness'))).toBe(false);
    rmSync(made.folder, { recursive: true });
    cpSync(older, made.folder, { recursive: true });
    expect(createDesk(ports)).toMatchObject({ fault: 'store-older' });
  });

  test('without its witness, moved or put back older, a real office gives no number that may be on paper', async () => {
    const made = await office(1);
    tamper(made.folder, "UPDATE setting SET value = 'false' WHERE name = 'practice'");
    rmSync(path.join(made.folder, 'witness'));
    const machineFolder = newFolder();
    const ports = { ...portsOf(made.folder, made.clock, made.printer, []), machineFolder };
    const opened = async (work: (desk: Desk) => Promise<void>): Promise<void> => {
      const desk = createDesk(ports);
      if ('fault' in desk) throw new Error(desk.fault);
      await work(desk);
      await desk.close();
    };
    const receive = async (desk: Desk): Promise<string> => {
      made.sit('clerk');
      const answer: any = await desk.call('case.receive', reception(), made.client);
      return answer.value.number.local;
    };
    await opened(async (desk) => expect(await receive(desk)).toMatch(/-0002$/));
    const older = newFolder();
    cpSync(made.folder, older, { recursive: true });
    await opened(async (desk) => expect(await receive(desk)).toMatch(/-0003$/));
    rmSync(made.folder, { recursive: true });
    cpSync(older, made.folder, { recursive: true });
    rmSync(machineFolder, { recursive: true });
    await opened(async (desk) => {
      // Nothing is written for it before somebody works here.
      expect(await desk.call('system.status', {}, made.client)).toMatchObject({ value: { missingPapers: null } });
      expect(await receive(desk)).toMatch(/-0401$/);
      expect(await receive(desk)).toMatch(/-0402$/);
      expect(await desk.call('system.status', {}, made.client)).toMatchObject({
        value: { missingPapers: { receptions: 398, atMost: true } },
      });
      // That it is a real office was tampered in.
      expect(desk.verify().checks.flatMap(({ found }) => found)).toEqual([expect.stringContaining('practice')]);
    });
    // Once: the witness is there again.
    await opened(async (desk) => expect(await receive(desk)).toMatch(/-0403$/));
  });

  test.each<[string, string, (beside: string) => void]>([
    ['refused as older', 'store-older', () => {}],
    ['opened, where none of its backups knows more', '', (beside) => rmSync(beside, { recursive: true })],
  ])(
    'an older file put back without its witness, beside newer backups of it, is %s',
    async (_what, refused, prepare) => {
      const made = await office(1);
      const older = newFolder();
      for (const name of ['desk.sqlite', 'desk.sqlite-wal'])
        if (existsSync(path.join(made.folder, name))) cpSync(path.join(made.folder, name), path.join(older, name));
      const live = openTestDesk({ folder: made.folder, at: made.clock.at });
      live.sit('clerk');
      await live.get('case.receive', reception());
      await live.get('backup.make');
      await live.desk.close();
      for (const name of ['desk.sqlite', 'desk.sqlite-wal', 'desk.sqlite-shm', 'witness'])
        rmSync(path.join(made.folder, name), { force: true });
      cpSync(older, made.folder, { recursive: true });
      prepare(path.join(made.folder, 'backups'));
      const desk = createDesk(portsOf(made.folder, made.clock, made.printer, []));
      expect('fault' in desk ? desk.fault : '').toBe(refused);
      if (!('fault' in desk)) await desk.close();
    },
  );

  test('a register that went on otherwise than its own backup is another branch', async () => {
    const made = await office(1);
    const older = newFolder();
    cpSync(made.folder, older, { recursive: true });
    const go = async (folder: string, times: number) => {
      const live = openTestDesk({ folder, at: made.clock.at });
      live.sit('clerk');
      for (let nth = 0; nth < times; nth += 1) await live.get('case.receive', reception());
      await live.get('backup.make');
      await live.desk.close();
    };
    await go(made.folder, 1);
    await go(older, 2);
    rmSync(path.join(older, 'backups'), { recursive: true });
    cpSync(path.join(made.folder, 'backups'), path.join(older, 'backups'), { recursive: true });
    rmSync(path.join(older, 'witness'));
    expect(createDesk(portsOf(older, made.clock, made.printer, []))).toMatchObject({ fault: 'store-branched' });
  });

  test('no false alarm: opened and closed again and again, and after a power cut', async () => {
    const made = await office(1);
    for (let round = 0; round < 3; round += 1) {
      const live = openTestDesk({ folder: made.folder, at: made.clock.at });
      live.sit('clerk');
      await live.get('case.receive', reception());
      const cut = newFolder();
      for (const name of ['desk.sqlite', 'desk.sqlite-wal', 'witness'])
        cpSync(path.join(made.folder, name), path.join(cut, name));
      await live.desk.close();
      const after = openTestDesk({ folder: cut, at: made.clock.at });
      await after.desk.close();
    }
  });

  test('a witness that cannot be written keeps nobody from working, and is told in the log', async () => {
    const made = await office(0);
    rmSync(path.join(made.folder, 'witness'), { force: true });
    mkdirSync(path.join(made.folder, 'witness'));
    at = openTestDesk({ folder: made.folder, at: made.clock.at });
    at.sit('clerk');
    await at.get('case.receive', reception());
    expect(at.log.map(({ event }) => event)).toContain('witness-not-written');
  });
});

test('an exchange that was under way and cannot be gone on with: nothing is opened, and why is said', async () => {
  const made = await office(1);
  mkdirSync(path.join(made.folder, 'restoring'));
  writeFileSync(path.join(made.folder, 'restoring', 'plan.json'), '{"kept":');
  const refused = createDesk(portsOf(made.folder, made.clock, made.printer, []));
  expect(refused).toMatchObject({ fault: 'store-unusable', data: { reason: expect.stringContaining('plan.json') } });
  expect(existsSync(path.join(made.folder, 'restoring'))).toBe(true);
});

describe('a file that goes away under the open desk', () => {
  test.each<[string, (folder: string) => void]>([
    ['the file removed', (folder) => unlinkSync(file(folder))],
    [
      'the file exchanged',
      (folder) => (renameSync(file(folder), `${file(folder)}.away`), cpSync(`${file(folder)}.away`, file(folder))),
    ],
    ['the file cut', (folder) => truncateSync(file(folder), 8192 * 3)],
    ['the log removed', (folder) => unlinkSync(`${file(folder)}-wal`)],
    ['the log cut', (folder) => truncateSync(`${file(folder)}-wal`, 100)],
    ['the folder moved', (folder) => renameSync(folder, `${folder}-away`)],
  ])('%s: nothing more is acknowledged, and the shells are told', async (_what, change) => {
    const made = await office(1);
    const live = openTestDesk({ folder: made.folder, at: made.clock.at });
    live.sit('clerk');
    await live.get('case.receive', reception());
    change(made.folder);
    expect(await live.call('case.receive', reception())).toMatchObject({ ok: false, fault: { code: 'store-gone' } });
    expect(live.desk.lost()).toMatchObject({ fault: 'store-gone' });
    await live.desk.close();
  });

  test('a log that was put back into the file by the desk itself is no alarm', async () => {
    const made = await office(1);
    at = openTestDesk({ folder: made.folder, at: made.clock.at });
    at.sit('clerk');
    await at.get('case.receive', reception());
    tamper(made.folder, 'PRAGMA wal_checkpoint(TRUNCATE)');
    await at.get('case.receive', reception());
    await at.get('case.receive', reception());
  });
});
