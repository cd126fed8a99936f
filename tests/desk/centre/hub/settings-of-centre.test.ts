import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { canonicalJson } from '../../../../electron/domain/base/canonical-json.ts';
import { keepDataPack } from '../../../../electron/store/centre/content/content.ts';
import { HubFault, type HubLink } from '../../../../electron/exchange/hub/link.ts';
import { createTwin } from '../../../support/centre/hub/twin.ts';
import { rebuildProjections } from '../../../../electron/store/safety/verify/rebuild.ts';
import { verifyStore } from '../../../../electron/store/safety/verify/verify.ts';
import { leaveCentre } from '../../../../electron/desk/centre/hub/service.ts';
import {
  type HubDesk,
  closedAfterwards,
  codeFor,
  joined,
  practice,
  received,
  syncFault,
  synced,
  twinWay,
} from '../../../support/centre/hub/hub-desks.ts';
import { packOfAll, publisherOf, signedPack } from '../../../support/data/pack-sample.ts';
import { monday, password } from '../../../support/desk/test-desk.ts';
import { readSecret } from '../../../../electron/desk/common/office/people/second-factor.ts';
import { totpCode } from '../../../../electron/store/keys/primitives.ts';

/** What of the settings and of the catalogue is the centre's holds at every counter (ADR 40). */

const open = closedAfterwards();

/** What is wrong on the way of a desk, by its number: nobody answers; or nothing is told any more once it has the turn. */
type Broken = Map<number, 'away' | 'cut-in-turn'>;

function around(broken: Broken): (link: HubLink, no: number) => HubLink {
  return (link, no) => {
    if (broken.get(no) === 'away') throw new HubFault('hub-away');
    return {
      ...link,
      append: (row) => {
        if (broken.get(no) === 'cut-in-turn') throw new HubFault('hub-away');
        return link.append(row);
      },
    };
  };
}

async function centreOfTwo() {
  const twin = createTwin({ centre: '27112', now: () => monday });
  const broken: Broken = new Map();
  const way = twinWay(twin, around(broken));
  const one = await practice(open, 'Q1', way);
  const two = await practice(open, 'Q2', way);
  await joined(one, codeFor(twin, 'Q1', 100));
  await joined(two, codeFor(twin, 'Q2', 101));
  for (const desk of [one, two, one, two]) await synced(desk);
  return { one, two, twin, way, broken };
}

const settingsOf = (desk: HubDesk) => desk.get('clerk', 'office.settings');

async function change(desk: HubDesk, with_: object, more: object = {}) {
  const settings = { ...(await settingsOf(desk)), ...with_ };
  return desk.call('admin', 'office.changeSettings', { settings, reason: 'đổi', ...more });
}

async function meet(...desks: HubDesk[]): Promise<{ desk: string; code: string; vi: string; en: string }[]> {
  const told = [];
  for (const desk of [...desks, ...desks]) {
    desk.clock.at += 60_000;
    const { notices } = await synced(desk);
    told.push(...notices.map((one) => ({ desk: desk.name, ...one })));
  }
  return told.filter(({ code }) => code === 'hub-settings-apart');
}

/** What verify finds, and whether the same comes of the journal alone. */
function expectAsTold(...desks: HubDesk[]): void {
  for (const { context } of desks) {
    const { db } = context.store;
    expect(verifyStore(db).flatMap(({ name, found }) => found.map((one) => `${name}: ${one}`))).toEqual([]);
    const kept = () =>
      ['setting', 'term_override', 'leg_override', 'process_override'].map((table) =>
        db.prepare(`SELECT * FROM ${table} ORDER BY 1`).all(),
      );
    const before = kept();
    rebuildProjections(db);
    expect(kept()).toEqual(before);
  }
}

test('what is the centre’s holds at every counter; printers, blocks and names stay each counter’s own', async () => {
  const { one, two, twin, way } = await centreOfTwo();
  const before = await settingsOf(two);
  const hours = [
    { start: '08:00', end: '11:00' },
    { start: '13:30', end: '16:30' },
  ];
  const done = await change(one, { phone: '028 1111 2222', hours, printer: 'may-in-q1', backupFolder: '/q1' });
  expect(done).toMatchObject({ ok: true });
  expect(await settingsOf(two)).toEqual(before);
  expect(await meet(one, two)).toEqual([]);
  expect(await settingsOf(two)).toEqual({ ...before, phone: '028 1111 2222', hours });
  expect((await settingsOf(one)).printer).toBe('may-in-q1');
  // Back again from the other one, and a later printer there says nothing of it.
  await change(two, { phone: '028 3333 4444' });
  await change(one, { printer: 'may-khac' });
  await meet(one, two);
  for (const desk of [one, two]) expect(await settingsOf(desk)).toMatchObject({ phone: '028 3333 4444', hours });
  expectAsTold(one, two);
  // Who joins goes by what the centre said before it came.
  const three = await practice(open, 'Q3', way);
  const own = await settingsOf(three);
  await joined(three, codeFor(twin, 'Q3', 102));
  expect(await meet(three, one)).toEqual([]);
  const { phone, hours: hoursThere, centreName } = await settingsOf(three);
  expect({ phone, hoursThere, centreName }).toEqual({
    phone: '028 3333 4444',
    hoursThere: hours,
    centreName: own.centreName,
  });
  // Who leaves keeps it and changes it alone.
  expect(await leaveCentre(three.context)).toBeNull();
  expect(await change(three, { phone: '1' })).toMatchObject({ ok: true });
  expect((await settingsOf(three)).phone).toBe('1');
  expectAsTold(one, two, three);
});

test('hours of days and weeks, terms, legs, processes and the office’s own lists hold at every counter', async () => {
  const { one, two } = await centreOfTwo();
  const day = { date: '2026-12-10', sessions: [], ground: 'họp' };
  await one.get('supervisor', 'office.setDay', day);
  const session = [{ start: '08:00', end: '11:00' }];
  const week = { mon: session, tue: session, wed: session, thu: session, fri: session, sat: [], sun: [] };
  await one.get('supervisor', 'office.setWeek', {
    from: '2026-12-14',
    week,
    sameDayOnDayOff: 'that-day',
    ground: 'mùa đông',
  });
  const term = { unit: 'working-day', value: 3 } as const;
  const set = await one.call('supervisor', 'procedure.setTerm', { code: '1.001193', term, reason: 'QĐ 5' });
  expect(set).toMatchObject({ ok: true });
  const taken = await one.get('supervisor', 'catalogue.setProcedure', {
    name: 'Xác nhận tình trạng nhà của phường',
    field: 'Xây dựng',
    term: { ...term, ground: 'QĐ 7' },
    from: '2026-11-23',
    reason: 'QĐ 7',
  });
  await meet(one, two);
  for (const desk of [one, two]) {
    const { days, weeks } = await desk.get('clerk', 'office.hours');
    expect([days, weeks.map(({ from }: { from: string }) => from)]).toEqual([[day], ['2026-12-14']]);
    expect((await desk.get('clerk', 'procedure.get', { code: taken.code })).name).toBe(
      'Xác nhận tình trạng nhà của phường',
    );
    expect((await desk.get('supervisor', 'catalogue.lists')).lists).toMatchObject([{ id: taken.id, stands: true }]);
  }
  // The other counter receives by it, and takes it back for all.
  await two.get('supervisor', 'office.setDay', { date: day.date, sessions: null, ground: 'thôi' });
  await two.get('supervisor', 'catalogue.rollBack', { id: taken.id, reason: 'nhầm' });
  await meet(two, one);
  for (const desk of [one, two]) {
    expect((await desk.get('clerk', 'office.hours')).days).toEqual([]);
    expect((await desk.get('supervisor', 'catalogue.lists')).lists).toMatchObject([{ id: taken.id, stands: false }]);
  }
  expectAsTold(one, two);
});

test('a data pack that one counter took holds at every counter, and is taken back for all', async () => {
  const { one, two } = await centreOfTwo();
  const { forms: _forms, ...pack } = packOfAll();
  const text = signedPack(pack);
  await one.get('supervisor', 'pack.trust', publisherOf(text));
  const { id } = await one.get('supervisor', 'pack.take', { text, from: '2026-11-23' });
  await meet(one, two);
  const told = async (desk: HubDesk) => ({
    settings: (await settingsOf(desk)).lookupAddress,
    fee: (await desk.get('clerk', 'procedure.fees', { code: '1.999001', channel: 'direct' })).fees,
    steps: (await desk.get('clerk', 'procedure.process', { code: '1.999001' })).steps,
    packs: (await desk.get('clerk', 'pack.list')).packs.map(({ id: one_, kinds }: { id: string; kinds: object }) => ({
      id: one_,
      kinds,
    })),
    publishers: (await desk.get('clerk', 'pack.publishers')).publishers.map(({ key }: { key: string }) => key),
  });
  expect(await told(two)).toEqual(await told(one));
  expect(await told(two)).toMatchObject({ settings: pack.settings.lookupAddress, fee: [{ amount: 12_000 }] });
  await two.get('supervisor', 'pack.rollBack', { id, reason: 'nhầm gói' });
  await meet(two, one);
  for (const desk of [one, two]) {
    expect((await settingsOf(desk)).lookupAddress).not.toBe(pack.settings.lookupAddress);
    expect((await desk.call('clerk', 'procedure.get', { code: '1.999001' })).ok).toBe(false);
    expect((await desk.get('clerk', 'pack.list')).packs).toMatchObject([{ id, stands: false }]);
  }
  expectAsTold(one, two);
});

test.each<[string, 'forged' | 'publisher-unknown', (text: string) => string]>([
  ['that its publisher did not sign so', 'forged', (text) => text.replaceAll('12000', '99000')],
  ['that nobody signed', 'forged', (text) => JSON.stringify({ ...JSON.parse(text), signature: undefined })],
  [
    'under a key that nobody trusted',
    'publisher-unknown',
    (text) => signedPack({ ...JSON.parse(text), signature: undefined }, 9),
  ],
])('a pack %s, told by another counter, is set aside as a doubt and holds nothing', async (_what, doubt, forge) => {
  const { one, two } = await centreOfTwo();
  const { forms: _forms, settings: _settings, ...pack } = packOfAll();
  const text = signedPack(pack);
  await one.get('supervisor', 'pack.trust', publisherOf(text));
  // A counter whose program was changed tells what it likes: the entry names the trusted key, its text is another.
  const forged = canonicalJson(JSON.parse(forge(text)));
  const sha256 = createHash('sha256').update(forged).digest('hex');
  const { key, name } = publisherOf(text);
  one.context.store.write(null, one.context.now(), (tx) => {
    keepDataPack(tx.db, sha256, forged);
    tx.append(
      { kind: 'office' },
      {
        type: 'pack-taken',
        sha256,
        from: '2026-11-23',
        title: pack.title,
        publisher: { name, key },
        counts: { procedures: 2, fees: 1, processes: 1 },
        everywhere: true,
      },
    );
  });
  await meet(one, two);
  expect((await two.get('clerk', 'pack.list')).packs).toMatchObject([{ title: pack.title, stands: true, doubt }]);
  expect((await two.call('clerk', 'procedure.get', { code: '1.999001' })).ok).toBe(false);
  expect((await two.get('clerk', 'procedure.get', { code: '1.013855' })).offered).toBe(true);
  const { entries } = await two.get('supervisor', 'procedure.unverified');
  expect(entries.filter(({ kind }: { kind: string }) => kind === 'pack')).toMatchObject([
    { what: expect.stringContaining(`«${pack.title}»`) },
  ]);
  // The true one beside it holds, and the other is rolled back as any is.
  await one.get('supervisor', 'pack.take', { text, from: '2026-11-23' });
  await meet(one, two);
  expect((await two.get('clerk', 'procedure.fees', { code: '1.999001', channel: 'direct' })).fees).toMatchObject([
    { amount: 12_000 },
  ]);
  const { id } = (await two.get('clerk', 'pack.list')).packs.find((one_: { doubt: unknown }) => one_.doubt !== null);
  await two.get('supervisor', 'pack.rollBack', { id, reason: 'chữ ký sai' });
  const after = (await two.get('supervisor', 'procedure.unverified')).entries;
  expect(after.filter(({ kind }: { kind: string }) => kind === 'pack')).toEqual([]);
  expectAsTold(one, two);
});

test('without the hub nothing of the centre’s is changed and a sentence says so; what is this counter’s is', async () => {
  const { one, two, broken } = await centreOfTwo();
  broken.set(1, 'away');
  const before = await settingsOf(one);
  expect(await change(one, { phone: '028 9' })).toMatchObject({ ok: false, fault: { code: 'turn-without-hub' } });
  const day = { date: '2026-12-10', sessions: [], ground: 'họp' };
  expect(await one.call('supervisor', 'office.setDay', day)).toMatchObject({ fault: { code: 'turn-without-hub' } });
  expect(await settingsOf(one)).toEqual(before);
  expect(await change(one, { printer: 'may-moi' })).toMatchObject({ ok: true });
  expect(await syncFault(one)).toBe('hub-away');
  broken.clear();
  expect(await meet(one, two)).toEqual([]);
  expect((await settingsOf(two)).printer).toBe(before.printer);
});

test('what another counter set a moment before, and came in the turn, is not set back', async () => {
  const { one, two } = await centreOfTwo();
  const shown = await settingsOf(two);
  await change(one, { phone: '028 1' });
  // Nobody has told this counter yet: it hears of it in its own turn.
  const settings = { ...shown, lookupAddress: 'tracuu.example', printer: 'may-2' };
  await two.get('admin', 'office.changeSettings', { settings, reason: 'đổi' });
  await meet(one, two);
  for (const desk of [one, two])
    expect(await settingsOf(desk)).toMatchObject({ phone: '028 1', lookupAddress: 'tracuu.example' });
  expect((await settingsOf(two)).printer).toBe('may-2');
});

test('killed in the turn, two counters set one thing differently: one holds at both, both tell both sides, and whoever sets it again decides', async () => {
  const { one, two, broken } = await centreOfTwo();
  broken.set(1, 'cut-in-turn');
  await change(one, { phone: '028 1', lookupAddress: 'chung.example' });
  two.clock.at += 120_000;
  await change(two, { phone: '028 2', lookupAddress: 'chung.example' });
  broken.clear();
  const told = await meet(one, two);
  const [first] = told;
  expect(new Set(told.map(({ desk }) => desk))).toEqual(new Set(['Q1', 'Q2']));
  // What both set alike is no contradiction.
  expect(new Set(told.map(({ vi }) => vi)).size).toBe(1);
  expect(first?.vi).toMatch(/số điện thoại.*quầy Q2: «028 2»; quầy Q1 đã đặt: «028 1»/);
  expect(first?.en).toMatch(/the telephone.*“028 2”.*“028 1”/);
  for (const desk of [one, two]) expect((await settingsOf(desk)).phone).toBe('028 2');
  expectAsTold(one, two);
  await change(one, { phone: '028 1' });
  expect(await meet(one, two, one)).toEqual([]);
  for (const desk of [one, two]) expect((await settingsOf(desk)).phone).toBe('028 1');
  expectAsTold(one, two);
});

test('a paper is made again at another counter by the settings of then, byte for byte', async () => {
  const { one, two } = await centreOfTwo();
  await change(one, { phone: '028 1111' });
  await meet(one, two);
  const { caseId } = await received(two, 1);
  const { document } = await two.get('clerk', 'paper.receipt', { caseId, print: false });
  await change(one, { phone: '028 2222' });
  await meet(two, one);
  // `download` makes it again and refuses what has not the hash that was kept.
  for (const desk of [two, one]) {
    const { pages } = await desk.get('clerk', 'paper.view', { documentId: document.documentId });
    expect(JSON.stringify(pages)).toContain('028 1111');
    expect(await desk.call('clerk', 'paper.download', { documentId: document.documentId })).toMatchObject({ ok: true });
  }
});

test('a code of a phone that one counter asks for is asked for at every one, and lifted at every one, with the hub alone', async () => {
  const { one, two, broken } = await centreOfTwo();
  const dayAt = async (desk: HubDesk) => (await desk.get('admin', 'account.list')).factorDay;
  const ask = async (desk: HubDesk, from: string | null) => {
    const { on, secret } = await desk.get('admin', 'account.proposeFactor');
    const step = Math.floor(desk.clock.at / 30_000);
    const code = totpCode(readSecret(secret) ?? new Uint8Array(), step);
    if (on !== true) await desk.get('admin', 'account.setFactor', { secret, code, current: password });
    return desk.call('admin', 'account.requireFactor', { from, reason: 'an toàn thông tin' });
  };
  expect(await ask(one, '2026-12-01')).toMatchObject({ ok: true });
  expect(await dayAt(two)).toBeNull();
  expect(await meet(one, two)).toEqual([]);
  expect([await dayAt(one), await dayAt(two)]).toEqual(['2026-12-01', '2026-12-01']);
  // Without the hub it is neither asked for nor lifted at one counter alone.
  broken.set(2, 'away');
  expect(await ask(two, null)).toMatchObject({ fault: { code: 'turn-without-hub' } });
  broken.delete(2);
  expect(await ask(two, null)).toMatchObject({ ok: true });
  expect(await meet(one, two)).toEqual([]);
  expect([await dayAt(one), await dayAt(two)]).toEqual([null, null]);
  expectAsTold(one, two);
});
