import { describe, expect, test } from 'vitest';
import { isFault } from '../../../../electron/contract/base/fault.ts';
import { centreByCommand } from '../../../../electron/desk/centre/hub/command-line.ts';
import { hubOf } from '../../../../electron/desk/centre/hub/service.ts';
import { stateOf } from '../../../../electron/desk/centre/hub/state.ts';
import {
  type Hello,
  HubFault,
  type HubFaultCode,
  type HubLink,
  mostRowBytes,
} from '../../../../electron/exchange/hub/link.ts';
import { type Twin, createTwin } from '../../../support/centre/hub/twin.ts';
import { chainsHere } from '../../../../electron/store/centre/exchange/commits.ts';
import { findCentre } from '../../../../electron/store/centre/hub/centre.ts';
import { seeded } from '../../../support/data/seeded.ts';
import { newFolder } from '../../../support/desk/folder.ts';
import {
  type HubDesk,
  codeFor,
  joined,
  openHubDesk,
  synced,
  twinWay,
  closedAfterwards,
  practice,
  received,
  syncFault,
} from '../../../support/centre/hub/hub-desks.ts';
import { monday, password, reception } from '../../../support/desk/test-desk.ts';
import { settings } from '../../../support/papers/well-formed.ts';

const open = closedAfterwards();

/** How a link is broken; set by a test while it needs it. */
type Break = { hello?: Partial<Hello>; opening?: HubFaultCode; append?: HubFaultCode };

function centreOf(): { twin: Twin; broken: Break; way: ReturnType<typeof twinWay> } {
  const twin = createTwin({ centre: '27112', now: () => monday });
  const broken: Break = {};
  const around = (link: HubLink): HubLink => ({
    ...link,
    hello: async () => ({ ...(await link.hello()), ...broken.hello }),
    append: async (row) => {
      if (broken.append !== undefined) throw new HubFault(broken.append);
      return link.append(row);
    },
  });
  const way = twinWay(twin, around);
  return {
    twin,
    broken,
    way: {
      ...way,
      openLink: async (place) => {
        if (broken.opening !== undefined) throw new HubFault(broken.opening);
        return way.openLink(place);
      },
    },
  };
}

async function refusedCode(desk: HubDesk, code: string): Promise<string | null> {
  const answer = await desk.call('admin', 'hub.join', { code });
  if (!answer.ok) inBothLanguages(answer.fault.message);
  return answer.ok ? null : answer.fault.code;
}

/** As a person is told it: a sentence of each language, with what it speaks of. */
function inBothLanguages(message: string): void {
  const [vietnamese = '', english = '', ...rest] = message.split(' | ');
  expect(rest.length === 0 && !message.includes('{')).toBe(true);
  expect(vietnamese).toMatch(/[ăâđêôơưáàảãạếềệốồộứừựíìịúùụ]/i);
  expect(english).toMatch(/^[A-Z][ -~’“”…–]+$/);
}

function codes(desk: HubDesk): string[] {
  return (findCentre(desk.context.store.db)?.notices ?? []).map(({ code }) => code);
}

describe('a code that is not right leaves an island, and everything works', () => {
  test.each([
    ['no code at all', () => 'không phải mã', {}, 'hub-code-unreadable'],
    ['half a code', (code: string) => code.slice(0, code.length / 2), {}, 'hub-code-unreadable'],
    ['another certificate', (code: string) => code, { opening: 'hub-other-fingerprint' }, 'hub-other-fingerprint'],
    ['no TLS', (code: string) => code, { opening: 'hub-not-encrypted' }, 'hub-not-encrypted'],
    ['nobody there', (code: string) => code, { opening: 'hub-away' }, 'hub-away-at-join'],
    ['a word that is spent', (code: string) => code, { opening: 'hub-refused' }, 'hub-refused'],
    ['no connection left', (code: string) => code, { opening: 'hub-full' }, 'hub-full-at-join'],
    ['a hub of another version', (code: string) => code, { hello: { version: 2 } }, 'hub-other-version'],
    ['a hub of another centre', (code: string) => code, { hello: { centre: '27113' } }, 'hub-other-centre'],
    [
      'a centre of real people',
      (code: string) => code,
      { hello: { claims: [{ kind: 'office:real', first: 0, last: 0, desk: 9 }] } },
      'hub-practice-and-real',
    ],
  ] as const)('%s', async (_what, typed, breaks, wanted) => {
    const { twin, broken, way } = centreOf();
    const desk = await practice(open, 'Q1', way);
    Object.assign(broken, breaks);
    expect(await refusedCode(desk, typed(codeFor(twin, 'Q1', 1)))).toBe(wanted);
    expect((await received(desk, 1)).number.local).toMatch(/^Q1-/);
    const answer = await desk.call('admin', 'hub.state');
    expect(answer.ok).toBe(true);
  });

  test('a code of another ward', async () => {
    const { twin, way } = centreOf();
    const desk = await practice(open, 'Q1', way);
    expect(await refusedCode(desk, codeFor(twin, 'Q1', 1, '27113'))).toBe('hub-other-centre');
    expect(stateOf(desk.context)).toBeNull();
  });

  test('a code that another computer used', async () => {
    const { twin, way } = centreOf();
    const [one, other] = [await practice(open, 'Q1', way), await practice(open, 'Q1', way)];
    const code = codeFor(twin, 'Q1', 1);
    await joined(one, code);
    expect(await refusedCode(other, code)).toBe('hub-code-used');
    expect(stateOf(other.context)).toBeNull();
    expect((await synced(one)).notices).toEqual([]);
  });
});

describe('on a computer that holds no office a code is read before anything is set up', () => {
  const looked = async (desk: HubDesk, code: string) => desk.call('admin', 'hub.look', { code });

  test('it says which centre and counter, and is not spent by it', async () => {
    const { twin, way } = centreOf();
    const [bare, first] = [openHubDesk('Q1', newFolder(), 41, way), await practice(open, 'Q1', way)];
    open.push(bare);
    const code = codeFor(twin, 'Q2', 1);
    const real = { centre: '27112', unitName: 'Phường Cát Lái', desk: 'Q2', no: 2, practice: false };
    for (const _twice of [1, 2]) expect(await looked(bare, code)).toMatchObject({ ok: true, value: real });
    await joined(first, codeFor(twin, 'Q1', 2));
    expect(await looked(bare, code)).toMatchObject({ ok: true, value: { ...real, practice: true } });
    await bare.get('admin', 'office.openPractice', { cases: 0, seed: 9, password });
    await joined(bare, code);
    // Once there is an office, the door is Office, Centre.
    expect(await looked(bare, code)).toMatchObject({ fault: { code: 'already-set-up' } });
    const other = openHubDesk('Q3', newFolder(), 43, way);
    open.push(other);
    expect(await looked(other, code)).toMatchObject({ fault: { code: 'hub-code-used' } });
  });

  test.each([
    ['no code at all', (code: string) => `x${code}`, {}, 'hub-code-unreadable'],
    ['another certificate', (code: string) => code, { opening: 'hub-other-fingerprint' }, 'hub-other-fingerprint'],
    ['an expired one', (code: string) => code, { opening: 'hub-certificate-expired' }, 'hub-certificate-expired'],
    ['no TLS', (code: string) => code, { opening: 'hub-not-encrypted' }, 'hub-not-encrypted'],
    ['nobody there', (code: string) => code, { opening: 'hub-away' }, 'hub-away'],
    ['no connection left', (code: string) => code, { opening: 'hub-full' }, 'hub-full-at-join'],
    ['a hub of another version', (code: string) => code, { hello: { version: 9 } }, 'hub-other-version'],
    ['a hub of another centre', (code: string) => code, { hello: { centre: '27113' } }, 'hub-other-centre'],
  ] as const)('%s: a sentence in both languages, and nothing is set up', async (_what, typed, breaks, wanted) => {
    const { twin, broken, way } = centreOf();
    const bare = openHubDesk('Q1', newFolder(), 44, way);
    open.push(bare);
    Object.assign(broken, breaks);
    const answer = await looked(bare, typed(codeFor(twin, 'Q1', 1)));
    expect(answer).toMatchObject({ ok: false, fault: { code: wanted } });
    inBothLanguages(answer.ok ? '' : answer.fault.message);
    expect(await bare.get('clerk', 'system.status')).toMatchObject({ setUp: false });
  });
});

test('a hub whose disk was put back without a word is told, and given rows and lists again', async () => {
  const { twin, way } = centreOf();
  const desk = await practice(open, 'Q1', way);
  await joined(desk, codeFor(twin, 'Q1', 1));
  const copy = twin.snapshot();
  const before = twin.blobs().size;
  await desk.get('supervisor', 'catalogue.setProcedure', {
    name: 'Xác nhận nơi ở',
    term: { value: 2, unit: 'working-day', ground: 'Quyết định 1' },
    reason: 'Thử',
    from: '2026-11-23',
  });
  await received(desk, 1);
  await synced(desk);
  const [rows, blobs] = [twin.rows().length, [...twin.blobs().keys()].toSorted()];
  expect(blobs.length).toBeGreaterThan(before);
  twin.putBack(copy);
  expect((await synced(desk)).notices.map(({ code }) => code)).toEqual(['hub-went-back']);
  expect(twin.rows()).toHaveLength(rows);
  expect([...twin.blobs().keys()].toSorted()).toEqual(blobs);
});

test('whatever the hub answers afterwards, the desk goes on alone and says so', async () => {
  const { twin, broken, way } = centreOf();
  const desk = await practice(open, 'Q1', way);
  await joined(desk, codeFor(twin, 'Q1', 1));
  await received(desk, 1);
  for (const [breaks, wanted] of [
    [{ opening: 'hub-away' }, 'hub-away'],
    [{ opening: undefined, hello: { version: 9 } }, 'hub-other-version'],
    [{ hello: { centre: '00001' } }, 'hub-other-centre'],
    [{ hello: undefined, append: 'hub-full' }, 'hub-full'],
  ] as const) {
    Object.assign(broken, breaks);
    expect(await syncFault(desk)).toBe(wanted);
    const { link } = await desk.get('admin', 'hub.state');
    expect(link.trouble.code).toBe(wanted);
    inBothLanguages(`${link.trouble.vi} | ${link.trouble.en}`);
    expect(link.outbox.entries).toBeGreaterThan(0);
    expect((await desk.get('clerk', 'system.status')).outbox.count).toBe(link.outbox.entries);
  }
  Object.assign(broken, { append: undefined });
  expect((await synced(desk)).pushed).toBeGreaterThan(0);
  expect((await desk.get('clerk', 'system.status')).outbox).toEqual({ count: 0, oldestAt: null });
});

test('an entry that nobody signed stops its desk’s chain alone, and is named', async () => {
  const { twin, way } = centreOf();
  const [one, two, three] = [
    await practice(open, 'Q1', way),
    await practice(open, 'Q2', way),
    await practice(open, 'Q3', way),
  ];
  for (const [at, desk] of [one, two, three].entries()) await joined(desk, codeFor(twin, desk.name, at));
  for (const desk of [one, two, three]) await synced(desk);
  const uuid = findCentre(two.context.store.db)?.uuid ?? '';
  const head = twin.rows().findLast((row) => row.desk === uuid);
  if (head === undefined) throw new Error('it sent nothing');
  // Whoever got hold of the second desk's word writes in its name, without its key.
  const forger = twin.link(2);
  const forged = {
    ...head,
    firstSeq: head.lastSeq + 1,
    lastSeq: head.lastSeq + 1,
    prev: head.head,
    head: Buffer.alloc(32, 7),
  };
  expect(await forger.append(forged)).toMatchObject({ is: 'taken' });
  await forger.end();
  await received(three, 1);
  await synced(three);
  const done = await synced(one);
  expect(done.pulled).toBeGreaterThan(0);
  expect(done.notices.map(({ code }) => code)).toContain('hub-row-false');
  expect(done.notices.find(({ code }) => code === 'hub-row-false')?.en).toContain('Q2');
  // And the desk that it was told of sees that somebody else wrote as it.
  await received(two, 2);
  expect(await syncFault(two)).toBe('hub-desk-copied');
});

test('a key that is another than at the first meeting is nobody’s', async () => {
  const { twin, broken, way } = centreOf();
  const [one, two] = [await practice(open, 'Q1', way), await practice(open, 'Q2', way)];
  await joined(one, codeFor(twin, 'Q1', 1));
  await joined(two, codeFor(twin, 'Q2', 2));
  for (const desk of [one, two, one]) await synced(desk);
  await received(two, 1);
  await synced(two);
  const reader = twin.link(1);
  const { desks } = await reader.hello();
  await reader.end();
  broken.hello = { desks: desks.map((desk) => (desk.no === 2 ? { ...desk, publicKey: Buffer.alloc(32, 3) } : desk)) };
  const done = await synced(one);
  expect(done.pulled).toBe(0);
  expect(done.notices.map(({ code }) => code)).toContain('hub-desk-key-changed');
});

test('a commit that no row holds goes in pieces, whole or not at all', async () => {
  const { twin, way } = centreOf();
  const [one, two] = [await practice(open, 'Q1', way), await practice(open, 'Q2', way)];
  await joined(one, codeFor(twin, 'Q1', 1));
  await joined(two, codeFor(twin, 'Q2', 2));
  await synced(one);
  const { caseId } = await received(one, 1);
  const draw = seeded(5);
  const noise = () => Buffer.from(Uint8Array.from({ length: 24_000 }, () => draw(256))).toString('base64');
  const done = one.context.store.write(null, monday, (tx) => {
    for (let at = 0; at < 100; at += 1) tx.append({ kind: 'case', caseId }, { type: 'error-reported', what: noise() });
  });
  expect(isFault(done)).toBe(false);
  await synced(one);
  expect(Math.max(...twin.rows().map(({ body }) => body.length))).toBeLessThanOrEqual(mostRowBytes);
  expect([...twin.blobs().values()].some((blob) => blob.length > mostRowBytes)).toBe(true);
  await synced(two);
  await synced(one);
  expect(chainsHere(two.context.store.db)).toEqual(chainsHere(one.context.store.db));
});

test('an hour’s difference to the hub is told, and nothing is dated by such a clock until it is put right', async () => {
  const { twin, way } = centreOf();
  const desk = await practice(open, 'Q1', way);
  await joined(desk, codeFor(twin, 'Q1', 1));
  desk.clock.at += 3_600_000;
  expect((await synced(desk)).notices.map(({ code }) => code)).toEqual(['hub-clock-differs']);
  const refused = await desk.call('clerk', 'case.receive', reception());
  expect(refused).toMatchObject({ ok: false, fault: { code: 'clock-untrusted' } });
  desk.clock.at -= 3_600_000 - 180_000;
  expect((await synced(desk)).notices.map(({ en }) => en)).toEqual([expect.stringContaining('3 minutes')]);
  await received(desk, 1);
});

test('a desk leaves with everything at the hub, and is an island again', async () => {
  const { twin, way } = centreOf();
  const [one, two] = [await practice(open, 'Q1', way), await practice(open, 'Q2', way)];
  await joined(one, codeFor(twin, 'Q1', 1));
  await joined(two, codeFor(twin, 'Q2', 2));
  const { caseId } = await received(one, 1);
  expect(await desk_(one, 'hub.leave')).toBe(true);
  expect(stateOf(one.context)).toBeNull();
  await one.get('clerk', 'case.get', { caseId });
  expect(await syncFault(one)).toBe('hub-not-joined');
  await synced(two);
  await two.get('clerk', 'case.get', { caseId });
  expect(codes(two)).toEqual([]);
});

test('who opened without the hub is told that it is away, not that nobody waits', async () => {
  const { twin, broken, way } = centreOf();
  const one = await practice(open, 'Q1', way);
  await joined(one, codeFor(twin, 'Q1', 1));
  await one.close();
  broken.opening = 'hub-away';
  one.open();
  const asked = { no: 2, digits: '123456' };
  expect(await one.call('supervisor', 'hub.approve', asked)).toMatchObject({ fault: { code: 'hub-away' } });
  delete broken.opening;
  await synced(one);
  expect(await one.call('supervisor', 'hub.approve', asked)).toMatchObject({ fault: { code: 'hub-desk-unknown' } });
});

async function desk_(desk: HubDesk, call: string): Promise<boolean> {
  return (await desk.call('admin', call)).ok;
}

describe('a real office', () => {
  async function real(name: string, way: ReturnType<typeof twinWay>): Promise<HubDesk> {
    const desk = openHubDesk(name, newFolder(), open.length + 20, way);
    open.push(desk);
    const accounts = (['clerk', 'officer', 'supervisor', 'admin'] as const).map((role) => ({
      username: role,
      fullName: `Nguyễn Văn ${role}`,
      role,
      password,
    }));
    await desk.get('admin', 'office.setUp', { settings: { ...settings, unitCode: '27112' }, accounts });
    return desk;
  }

  test('gives its key to nobody before a person typed the digits of the other screen', async () => {
    const { twin, way } = centreOf();
    const [one, two] = [await real('Q1', way), await real('Q2', way)];
    await joined(one, codeFor(twin, 'Q1', 1));
    await received(one, 1);
    await joined(two, codeFor(twin, 'Q2', 2));
    await synced(one);
    expect((await synced(two)).hasKey).toBe(false);
    const { link } = await two.get('admin', 'hub.state');
    const seen = (await one.get('supervisor', 'hub.state')).link.desks.find(({ no }: { no: number }) => no === 2);
    expect(seen).toMatchObject({ state: 'waiting', digits: link.ownDigits });
    expect(await one.call('clerk', 'hub.approve', { no: 2, digits: link.ownDigits })).toMatchObject({
      fault: { code: 'forbidden' },
    });
    const other = link.ownDigits === '000000' ? '000001' : '000000';
    expect(await one.call('supervisor', 'hub.approve', { no: 2, digits: other })).toMatchObject({
      fault: { code: 'hub-digits-differ' },
    });
    expect((await synced(two)).hasKey).toBe(false);
    await one.get('supervisor', 'hub.approve', { no: 2, digits: link.ownDigits });
    expect((await synced(two)).hasKey).toBe(true);
    await synced(one);
    expect((await synced(two)).stateHash).toBe((await synced(one)).stateHash);
    const shown = [one, two].map(({ context }) => stateOf(context)?.centreDigits);
    expect(shown[0]).toBe(shown[1]);
  });

  test('nor by whoever runs the exchange on the command line; their supervisor lets in by the digits there too', async () => {
    const { twin, way } = centreOf();
    const [one, two] = [await real('Q1', way), await real('Q2', way)];
    await joined(one, codeFor(twin, 'Q1', 1));
    await joined(two, codeFor(twin, 'Q2', 2));
    expect(await centreByCommand(() => one.context).sync()).toMatchObject({ letIn: [] });
    expect((await synced(two)).hasKey).toBe(false);
    expect(stateOf(two.context)?.notices.map(({ code }) => code)).toContain('hub-waits-for-key');
    // Opened anew for one call, as the command line does it.
    await one.close();
    one.open();
    const asked = { no: 2, digits: stateOf(two.context)?.ownDigits };
    expect(await one.call('clerk', 'hub.approve', asked)).toMatchObject({ ok: false, fault: { code: 'forbidden' } });
    expect((await one.call('supervisor', 'hub.approve', { ...asked, digits: '000000' })).ok).toBe(false);
    await one.get('supervisor', 'hub.approve', asked);
    expect((await synced(two)).hasKey).toBe(true);
    expect(stateOf(two.context)?.notices.map(({ code }) => code)).not.toContain('hub-waits-for-key');
  });

  test('never meets invented people', async () => {
    const { twin, way } = centreOf();
    const [one, two] = [await real('Q1', way), await practice(open, 'Q2', way)];
    await joined(one, codeFor(twin, 'Q1', 1));
    expect(await refusedCode(two, codeFor(twin, 'Q2', 2))).toBe('hub-practice-and-real');
    expect(hubOf(two.context).link).toBeNull();
  });
});

test('the end of the certificate that the hub showed is told two months before, and no more once it shows another', async () => {
  const twin = createTwin({ centre: '27112', now: () => monday });
  let until = Date.parse('2027-01-22T12:00:00+07:00');
  const way = twinWay(twin, (link) => ({ ...link, certificateUntil: until }));
  const one = await practice(open, 'Q1', way);
  const told = async () =>
    (await one.get('admin', 'system.status')).runsOut.filter(({ code }: { code: string }) =>
      code.endsWith('certificate'),
    );
  await joined(one, codeFor(twin, 'Q1', 100));
  one.clock.at = monday;
  await synced(one);
  expect(await told()).toEqual([]);
  one.clock.at = monday + 86_400_000;
  await synced(one);
  expect(await told()).toEqual([{ code: 'hub-certificate', until: '2027-01-22' }]);
  until = Date.parse('2036-11-23T12:00:00+07:00');
  await synced(one);
  expect(await told()).toEqual([]);
});
