import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type PackSample,
  packOfAll,
  publisherOf,
  publisherPem,
  signedPack,
} from '../../../support/data/pack-sample.ts';
import { type TestDesk, clockAt, openPracticeDesk, reception } from '../../../support/desk/test-desk.ts';

let at: TestDesk;
beforeEach(async () => {
  at = await openPracticeDesk();
  at.sit('supervisor');
});
afterEach(() => at.end());

const from = '2026-11-23';
const reason = 'Gói sai, làm lại';
const trust = (text: string) => at.get('pack.trust', publisherOf(text));
const kindsOf = (preview: { kinds: { kind: string; changed: number }[] }) =>
  Object.fromEntries(preview.kinds.map(({ kind, changed }) => [kind, changed]));
const lodging = (change: object = {}) =>
  reception({ procedureCode: '1.999001', components: [{ index: 0, originals: 1, copies: 0 }], ...change });

async function titleOf(documentId: string): Promise<string> {
  return JSON.stringify(await at.get('paper.view', { documentId }))
    .normalize('NFC')
    .toUpperCase();
}

/** Without its form, which takes a second to try: those tests are not about it. */
const light = (): any => ({ ...packOfAll(), forms: undefined });

async function taken(pack: object = light(), more: object = {}) {
  const text = signedPack(pack);
  await trust(text);
  return at.get('pack.take', { text, from, ...more });
}

describe('a pack is looked at before it is taken', () => {
  test('every kind is shown as a difference against what holds, and nothing is changed by looking', async () => {
    const text = signedPack();
    const before = await at.get('journal.stateHash');
    const preview = await at.get('pack.preview', { text, from });
    expect(preview).toMatchObject({
      title: 'Gói dữ liệu thử 12/2026',
      // What the supervisor is to compare stands nowhere before it was typed right.
      signer: { state: 'unknown', fingerprint: '' },
      problems: [],
    });
    expect(kindsOf(preview)).toEqual({ procedures: 2, calendar: 2, forms: 1, fees: 2, processes: 1, settings: 3 });
    const rows = (kind: string) => preview.rows.filter((row: { kind: string }) => row.kind === kind);
    expect(rows('procedures')).toEqual([
      expect.objectContaining({ key: '1.999001', act: 'added', after: '03 ngày làm việc' }),
      expect.objectContaining({ key: '1.013855', act: 'ended', field: 'offered' }),
    ]);
    expect(rows('calendar')).toEqual([
      expect.objectContaining({ key: '2026-12-04', before: 'ngày thường', after: 'nghỉ: Nghỉ bù (thử)' }),
      expect.objectContaining({ key: '2026-12-05', field: 'hours', after: '07:30–11:30' }),
    ]);
    expect(rows('forms')[0]).toMatchObject({
      key: 'mau-01',
      before: 'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ',
      after: 'GIẤY TIẾP NHẬN VÀ HẸN TRẢ (THỬ)',
    });
    expect(rows('fees')[0]).toMatchObject({ key: '1.999001', after: 'Lệ phí xác nhận: 12.000 đ' });
    expect(rows('processes')[0].after).toContain('Đi xem nhà trọ (xử lý, 01 ngày làm việc)');
    expect(rows('settings')).toContainEqual(
      expect.objectContaining({ field: 'lookupAddress', after: 'tracuu.thu.example.vn' }),
    );
    expect(await at.get('journal.stateHash')).toEqual(before);
  });

  test('how many of the promises that are out would be dated otherwise is said, and none of them moves', async () => {
    at.sit('clerk');
    const { caseId, dueAt } = await at.get('case.receive', reception({ procedureCode: '1.001776' }));
    at.sit('supervisor');
    const pack = light();
    pack.calendar.days[0].date = '2026-12-01';
    const preview = await at.get('pack.preview', { text: signedPack(pack), from, kinds: ['calendar'] });
    expect(preview.promises).toEqual({ looked: 1, otherwise: 1 });
    await taken(pack, { kinds: ['calendar'] });
    expect((await at.get('case.get', { caseId })).state.dueAt).toBe(dueAt);
  });
});

describe('only what a trusted publisher signed is taken', () => {
  const refused = async (text: string) => (await at.call('pack.take', { text, from })).fault;

  test('unsigned, of an unknown key, and of a key that is trusted no more', async () => {
    expect(await refused(JSON.stringify(light()))).toMatchObject({ code: 'data-pack-unsigned' });
    const text = signedPack();
    expect(await refused(text)).toMatchObject({
      code: 'publisher-unknown',
      message: expect.not.stringContaining(publisherOf(text).fingerprint),
    });
    await trust(text);
    await at.get('pack.distrust', { key: publisherOf(text).key, reason: 'Khóa bị lộ' });
    expect(await refused(text)).toMatchObject({ code: 'publisher-unknown' });
  });

  test('changed after it was signed, also in one letter, or signed over another pack', async () => {
    const text = signedPack(light());
    await trust(text);
    for (const forged of [
      text.replace('12000', '2000'),
      text.replace('Gói dữ liệu thử', 'Gói dữ liệu thứ'),
      JSON.stringify({ ...light(), title: 'Gói khác', signature: JSON.parse(text).signature }),
    ])
      expect(await refused(forged)).toMatchObject({ code: 'data-pack-forged' });
  });

  test('the order of its fields and its spaces are no change', async () => {
    const text = signedPack(light());
    await trust(text);
    const turned = JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(text) as object).toReversed()));
    const one = await at.get('pack.take', { text, from });
    expect((await at.get('pack.take', { text: turned, from })).id).toBe(one.id);
    expect((await at.get('pack.list')).packs).toHaveLength(1);
  });

  test('a key is trusted by the fingerprint that was told by another way, and by no other', async () => {
    const other = publisherOf(signedPack(packOfAll(), 9));
    const asked = { ...publisherOf(signedPack()), fingerprint: other.fingerprint };
    const refusal = (await at.call('pack.trust', asked)).fault;
    expect(refusal).toMatchObject({ code: 'fingerprint-other', data: {} });
    expect(refusal.message).not.toContain(publisherOf(signedPack()).fingerprint);
    const typed = publisherOf(signedPack());
    const { publishers } = await at.get('pack.trust', {
      ...typed,
      fingerprint: typed.fingerprint.toLowerCase().replaceAll(' ', '-'),
    });
    expect(publishers).toEqual([expect.objectContaining({ key: typed.key, by: 'Nguyễn Thị Phụ Trách' })]);
  });

  test('once it is trusted the fingerprint is shown', async () => {
    const text = signedPack(light());
    await trust(text);
    expect((await at.get('pack.preview', { text, from })).signer).toMatchObject({
      state: 'trusted',
      fingerprint: publisherOf(text).fingerprint,
    });
  });

  test('what was taken under a key that is trusted no more stands, and says so', async () => {
    await taken();
    expect((await at.get('pack.list')).packs[0]).toMatchObject({ trusted: true, doubt: null, stands: true });
    const { key } = publisherOf(signedPack());
    await at.get('pack.distrust', { key, reason: 'Khóa bị lộ' });
    expect((await at.get('pack.publishers')).publishers).toEqual([]);
    expect((await at.get('pack.list')).packs[0]).toMatchObject({ trusted: false, doubt: null, stands: true });
    expect((await at.get('procedure.fees', { code: '1.999001', channel: 'direct' })).fees[0].amount).toBe(12_000);
  });

  test('a day that is past is none to be in force from', async () => {
    const text = signedPack(light());
    await trust(text);
    expect((await at.call('pack.take', { text, from: '2026-11-22' })).fault).toMatchObject({ code: 'data-pack-past' });
  });

  test('a clerk neither takes nor trusts', async () => {
    const text = signedPack();
    at.sit('clerk');
    expect((await at.call('pack.take', { text, from })).fault).toMatchObject({ code: 'forbidden' });
    expect((await at.call('pack.trust', publisherOf(text))).fault).toMatchObject({ code: 'forbidden' });
  });
});

describe('what is taken holds', () => {
  test('a file is received by it: name, term, papers, fee, process, form and days', async () => {
    await taken(packOfAll());
    at.sit('clerk');
    const { caseId, dueAt, fees, documents } = await at.get('case.receive', lodging({ print: true }));
    expect(dueAt).toBe('2026-11-27T17:00:00+07:00');
    expect(fees).toEqual([expect.objectContaining({ name: 'Lệ phí xác nhận', amount: 12_000 })]);
    expect(await titleOf(documents[0].documentId)).toContain('GIẤY TIẾP NHẬN VÀ HẸN TRẢ (THỬ)');
    const steps = (await at.get('case.get', { caseId })).state.whereabouts.steps.map(
      ({ name }: { name: string }) => name,
    );
    expect(steps).toContain('Đi xem nhà trọ');
    // Two days before the day off that the pack announced.
    clockAt(at, '2026-12-02T09:00:00');
    expect((await at.get('case.receive', lodging({ requestId: crypto.randomUUID() }))).dueAt).toBe(
      '2026-12-08T17:00:00+07:00',
    );
    expect((await at.call('case.receive', reception({ procedureCode: '1.013855' }))).fault).toMatchObject({
      code: 'procedure-not-offered',
    });
    expect(await at.get('office.settings')).toMatchObject({
      lookupAddress: 'tracuu.thu.example.vn',
      peopleOnWall: true,
      certification: { signing: 'leader' },
    });
    expect(at.desk.verify()).toMatchObject({ ok: true });
  });

  test('from its day on, and not before; settings too', async () => {
    const text = signedPack(light());
    await trust(text);
    const preview = await at.get('pack.preview', { text, from: '2026-11-25' });
    expect(preview.problems).toEqual([expect.objectContaining({ what: 'setting-later', left: false })]);
    await at.get('pack.take', { text, from: '2026-11-25' });
    at.sit('clerk');
    expect((await at.call('case.receive', lodging())).fault).toMatchObject({ code: 'procedure-unknown' });
    expect((await at.get('office.settings')).lookupAddress).not.toBe('tracuu.thu.example.vn');
    const again = await at.reopen();
    try {
      clockAt(again, '2026-11-25T08:00:00');
      const { fees } = await again.get('case.receive', lodging());
      expect(fees[0].amount).toBe(12_000);
      await again.desk.call('account.signIn', { username: 'clerk', password: 'Quay-Mot-Cua-1' }, again.client);
      expect((await again.get('office.settings')).lookupAddress).toBe('tracuu.thu.example.vn');
    } finally {
      await again.end();
    }
  });
});

describe('what somebody of the office set by hand stands over a pack, and is told', () => {
  test('hours of a day, and the process of a procedure', async () => {
    await at.get('office.setDay', { date: '2026-12-05', sessions: [], ground: 'Nghỉ cả ngày' });
    const [, ...steps] = packOfAll().processes.steps[0]!.steps;
    const pack = light();
    pack.processes.steps[0].code = '1.001193';
    await at.get('procedure.setProcess', {
      code: '1.001193',
      steps: [{ name: 'Nhận', role: 'clerk', time: null }, { ...steps[1], time: null }, steps[2]],
      reason: 'Quy trình của phường',
    });
    const preview = await taken(pack);
    const what = preview.problems.map((one: { what: string; key: string }) => `${one.key} ${one.what}`);
    expect(what).toEqual(expect.arrayContaining(['2026-12-05 kept-by-hand']));
    expect(what.some((one: string) => /^1\.001193 (?:kept-by-hand|process-too-long)$/.test(one))).toBe(true);
    const { steps: now } = await at.get('procedure.process', { code: '1.001193' });
    expect(now[0].name).toBe('Nhận');
  });

  test('settings changed since are not put back', async () => {
    const { id } = await taken();
    at.sit('admin');
    const settings = { ...(await at.get('office.settings')), lookupAddress: 'phuong.example.vn' };
    await at.get('office.changeSettings', { settings, reason: 'Địa chỉ của phường' });
    at.sit('supervisor');
    await at.get('pack.rollBack', { id, reason });
    const now = await at.get('office.settings');
    expect(now).toMatchObject({ lookupAddress: 'phuong.example.vn' });
    expect(now.peopleOnWall).toBeUndefined();
  });
});

describe('what cannot be used is left out with a sentence, and the rest counts', () => {
  const broken = (change: (pack: any) => void, problem: string): PackSample => {
    const pack = problem === 'form-broken' ? packOfAll() : light();
    change(pack);
    return pack;
  };

  test.each<[string, (pack: any) => void, string]>([
    ['a day before the pack’s own', (pack) => (pack.calendar.days[0].date = '2026-11-20'), 'day-before'],
    ['a year of one day', (pack) => (pack.calendar.days[0].date = '2031-02-03'), 'year-thin'],
    [
      'a form with a binding that is none',
      (pack) => (pack.forms[0].text = pack.forms[0].text.replace('{', '{"x":1,')),
      'form-broken',
    ],
    ['a form of no name', (pack) => (pack.forms[0].form = 'mau-99'), 'form-broken'],
    ['fees of nothing', (pack) => (pack.fees.rules[0].code = '9.999999'), 'procedure-unknown'],
    ['steps of nothing', (pack) => (pack.processes.steps[0].code = '9.999999'), 'procedure-unknown'],
    ['steps without a return', (pack) => pack.processes.steps[0].steps.pop(), 'process-unfit'],
    [
      'a second frame for all the rest',
      (pack) =>
        pack.processes.frames.push({
          id: 'khung-khac',
          name: 'Khung khác',
          note: 'thử',
          verified: false,
          steps: packOfAll().processes.steps[0]!.steps,
        }),
      'frame-unfit',
    ],
  ])('%s', async (_what, change, problem) => {
    const preview = await taken(broken(change, problem));
    expect(preview.problems).toContainEqual(expect.objectContaining({ what: problem, left: true }));
    for (const { text, textEn } of preview.problems) {
      expect(text).not.toContain('{');
      expect(textEn).not.toBe(text);
    }
    expect(
      (await at.get('deadline.explain', { procedureCode: '1.001193', acceptedAt: '2026-11-23T16:00:00+07:00' }))
        .dueDate,
    ).toBe('2026-11-25');
    expect(at.desk.verify()).toMatchObject({ ok: true });
  });
});

describe('a pack is rolled back', () => {
  test('whole: what holds is what held, and files that were received keep what they had', async () => {
    const told = async () => ({
      catalogue: (await at.get('catalogue.list', { all: true })).procedures,
      settings: await at.get('office.settings'),
      hours: await at.get('office.hours'),
      days: (
        await at.get('deadline.explain', {
          term: { value: 10, unit: 'working-day' },
          acceptedAt: '2026-11-27T09:00:00+07:00',
        })
      ).dueAt,
      frames: (await at.get('procedure.process', { code: '1.001193' })).steps,
    });
    const before = await told();
    const { id } = await taken(packOfAll());
    expect(await told()).not.toEqual(before);
    at.sit('clerk');
    const { caseId, dueAt, documents } = await at.get('case.receive', lodging({ print: true }));
    at.sit('supervisor');
    expect(await at.get('pack.rollBack', { id, reason })).toMatchObject({
      kinds: expect.arrayContaining(['settings']),
    });
    expect(await told()).toEqual(before);
    const kept = (await at.get('case.get', { caseId })).state;
    expect(kept).toMatchObject({ dueAt, procedure: { name: 'Xác nhận hoạt động nhà trọ' } });
    // The paper of then is made again by the form of then; the next one by the form that holds.
    expect(await titleOf(documents[0].documentId)).toContain('(THỬ)');
    at.sit('clerk');
    const next = await at.get('case.receive', reception({ print: true }));
    expect(await titleOf(next.documents[0].documentId)).not.toContain('(THỬ)');
    at.sit('supervisor');
    expect((await at.get('pack.list')).packs[0]).toMatchObject({ stands: false });
    expect((await at.call('pack.rollBack', { id, reason })).fault).toMatchObject({ code: 'data-pack-unknown' });
    expect(at.desk.verify()).toMatchObject({ ok: true });
  });

  test('by kind: the fees go, the rest stands; and taken again they hold again', async () => {
    const { id } = await taken();
    await at.get('pack.rollBack', { id, kinds: ['fees'], reason });
    expect((await at.get('procedure.fees', { code: '1.999001', channel: 'direct' })).fees[0].amount).toBeNull();
    expect((await at.get('procedure.process', { code: '1.999001' })).source).toBe('office');
    const [{ kinds }] = (await at.get('pack.list')).packs;
    expect(kinds.filter(({ stands }: { stands: boolean }) => !stands)).toEqual([
      expect.objectContaining({ kind: 'fees' }),
    ]);
    await at.get('pack.take', { text: signedPack(light()), from });
    expect((await at.get('procedure.fees', { code: '1.999001', channel: 'direct' })).fees[0].amount).toBe(12_000);
  });

  test('what was taken later stands over what was taken before, whichever is rolled back', async () => {
    const first = await taken();
    const dearer = light();
    dearer.fees.rules[0].rules[0].amount = 20_000;
    dearer.fees.rules[0].amount = 20_000;
    const second = await at.get('pack.take', { text: signedPack(dearer), from, kinds: ['fees'] });
    const fee = async () => (await at.get('procedure.fees', { code: '1.999001', channel: 'direct' })).fees[0]?.amount;
    expect(await fee()).toBe(20_000);
    await at.get('pack.rollBack', { id: first.id, kinds: ['fees'], reason });
    expect(await fee()).toBe(20_000);
    await at.get('pack.rollBack', { id: second.id, reason });
    expect(await fee()).toBeNull();
  });
});

describe('an office makes a pack of its own data', () => {
  test('which another office takes after it was signed, and then holds the same', async () => {
    await taken(packOfAll());
    const made = await at.get('pack.make', { title: 'Mẫu của phường', publisher: 'Phường Cát Lái' });
    expect(made.kinds.map(({ kind }: { kind: string }) => kind)).toEqual([
      'procedures',
      'calendar',
      'forms',
      'fees',
      'processes',
      'settings',
    ]);
    const other = await openPracticeDesk();
    try {
      other.sit('supervisor');
      const text = signedPack(JSON.parse(made.text) as object, 8);
      await other.get('pack.trust', publisherOf(text));
      const preview = await other.get('pack.take', { text, from });
      expect(preview.problems).toEqual([]);
      for (const code of ['1.999001', '1.001193', '1.013855'])
        for (const call of ['procedure.fees', 'procedure.process'])
          expect(await other.get(call, { code, ...(call === 'procedure.fees' ? { channel: 'direct' } : {}) })).toEqual(
            await at.get(call, { code, ...(call === 'procedure.fees' ? { channel: 'direct' } : {}) }),
          );
      expect((await other.get('catalogue.list', {})).offered).toBe((await at.get('catalogue.list', {})).offered);
    } finally {
      await other.end();
    }
  });

  test('what was typed at a counter is in no pack, for it may name a citizen', async () => {
    at.sit('clerk');
    await at.get('case.receive', {
      ...reception({ procedureCode: 'other', components: [] }),
      typed: { name: 'Xác nhận cho ông Nguyễn Văn Thử', components: [] },
      typedTerm: { value: 3, unit: 'working-day', ground: 'Thỏa thuận với người nộp' },
    });
    at.sit('supervisor');
    const made = await at.get('pack.make', { title: 'Mẫu của phường', publisher: 'Phường Cát Lái' });
    expect(made.text).not.toContain('Nguyễn Văn Thử');
  });

  test('a private key that is none signs nothing', async () => {
    const { signPack } = await import('../../../../electron/desk/catalogue/packs/signature.ts');
    expect(() => signPack(packOfAll(), 'không phải khóa')).toThrow();
    expect(signPack(packOfAll(), publisherPem(7)).signature.key).toHaveLength(43);
  });
});
