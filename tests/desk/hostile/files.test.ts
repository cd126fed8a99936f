import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isFault } from '../../../electron/contract/base/fault.ts';
import { readListFile } from '../../../electron/desk/catalogue/lists/given-file.ts';
import { transferContent, vietQr } from '../../../electron/desk/counter/money/payment-code.ts';
import { readCard } from '../../../electron/domain/common/person/citizen-card.ts';
import { createPaper } from '../../../electron/paper/paper.ts';
import { writePlainBook } from '../../../electron/paper/workbook/workbook-file.ts';
import { pack, packFile } from '../../support/data/intake-sample.ts';
import { packOfAll, publisherOf, signedPack } from '../../support/data/pack-sample.ts';
import { workbookOf, zipped } from '../../support/data/workbook.ts';
import { type TestDesk, openPracticeDesk } from '../../support/desk/test-desk.ts';
import { costOf, damaged, damagedBytes, drawOf, fuzzFrom, fuzzTimes, mutated } from '../../support/hostile/hostile.ts';
import { filesOf } from '../../support/papers/zip.ts';

/** What people and machines bring as files, damaged and made with ill will: forms, packs, workbooks, payment codes, cards. Each by seed, within a cost. */

const resources = path.resolve(import.meta.dirname, '../../../resources');
/** Of this process's own work; the machine may be busy with something else. */
const mostMs = 5000;

const seeds = (count: number) => Array.from({ length: Math.ceil(count * fuzzTimes) }, (_, at) => fuzzFrom * 7919 + at);

async function soon<T>(where: string, work: () => T | Promise<T>): Promise<T> {
  let made: T | undefined;
  const cost = await costOf(async () => (made = await work()));
  expect([where, cost < mostMs ? 'soon' : `${Math.round(cost)} ms`]).toEqual([where, 'soon']);
  return made as T;
}

describe('a form', () => {
  const paper = createPaper({ formsFolder: `${resources}/forms`, fontsFolder: `${resources}/fonts` });
  const names = readdirSync(`${resources}/forms`)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -5));
  const textOf = (name: string) => readFileSync(`${resources}/forms/${name}.json`, 'utf8');
  beforeAll(() => paper.warm('mau-01'));

  async function expectTold(where: string, name: string, text: string): Promise<void> {
    const got = await soon(where, () => paper.check(name, text));
    if (!isFault(got)) return;
    expect([where, got.fault]).toEqual([where, 'form-broken']);
    expect(JSON.stringify(got.data).length).toBeLessThan(5000);
  }

  test('with damaged text is read or refused', async () => {
    for (const seed of seeds(60)) {
      const draw = drawOf(seed);
      const name = names[draw(names.length)]!;
      await expectTold(`${name}, seed ${seed}`, name, damaged(textOf(name), draw));
    }
  });

  test('with fields that are none is read or refused', async () => {
    for (const seed of seeds(60)) {
      const draw = drawOf(seed);
      const name = names[draw(names.length)]!;
      await expectTold(`${name}, seed ${seed}`, name, JSON.stringify(mutated(JSON.parse(textOf(name)), draw)) ?? '');
    }
  });

  const fill = (text: string) => Array.from({ length: 200 }, () => ({ kind: 'paragraph', text }));
  // What held the desk for 13 seconds, and what would for minutes, each as large as a call may be.
  test.each<[string, object]>([
    ['letters without end', { blocks: fill('Ố'.repeat(2000)) }],
    ['words without end', { blocks: fill('một '.repeat(500)) }],
    ['as many as fit', { blocks: fill('một '.repeat(60)) }],
    [
      'nothing but space',
      { copies: Array(4).fill({ label: 'x' }), blocks: Array(200).fill({ kind: 'spacer', height: 100 }) },
    ],
    ['marks', { blocks: fill('**a**_b_'.repeat(30)) }],
    ['brackets', { blocks: fill('['.repeat(120) + ']'.repeat(120)) }],
    ['quotes', { blocks: fill("{a ?? '".repeat(35)) }],
    ['fallbacks', { blocks: fill(`{${'form.title ?? '.repeat(16)}'x'}`) }],
    [
      'heads',
      {
        pageTop: fill('một '.repeat(60)).slice(0, 4),
        pageBottom: fill('một '.repeat(60)).slice(0, 4),
        blocks: fill('một '.repeat(50)),
      },
    ],
  ])('of %s does not hold the desk', async (what, change) => {
    const form = { ...(JSON.parse(textOf('mau-05')) as object), ...change };
    await expectTold(what, 'mau-05', JSON.stringify(form));
  });

  test('larger than any paper is refused before it is read', async () => {
    const got = await paper.check('mau-05', `${textOf('mau-05')}${' '.repeat(60_000)}`);
    expect(got).toMatchObject({
      fault: 'form-broken',
      data: { reason: expect.stringContaining('60000'), reasonEn: expect.stringContaining('too large') },
    });
  });
});

describe('a pack of the portal', () => {
  let at: TestDesk;
  beforeAll(async () => {
    at = await openPracticeDesk();
  });
  afterAll(() => at.end());

  async function expectTold(where: string, text: string): Promise<void> {
    const got = await soon(where, () => at.call('intake.importPack', { text }));
    if (got.ok) return;
    expect([where, got.fault.code]).toEqual([
      where,
      expect.stringMatching(/^(pack-broken|pack-other-office|input-invalid)$/),
    ]);
    expect(got.fault.message).toContain(' | ');
    expect([where, JSON.stringify(got.fault).length < 20_000]).toEqual([where, true]);
  }

  test('damaged, or with fields that are none, is read or refused', async () => {
    for (const seed of seeds(80)) {
      const draw = drawOf(seed);
      const one = draw(2) === 0 ? packFile() : (mutated(packFile(), draw) as object);
      const text = pack([one, packFile({ portalNumber: `G22.99.08-261123-${100_000 + (seed % 900_000)}` })]);
      await expectTold(`seed ${seed}`, draw(2) === 0 ? damaged(text, draw) : text);
    }
  });

  test.each<[string, () => string]>([
    ['too deep', () => `${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`],
    [
      'as deep, in a field',
      () =>
        pack([packFile({ summary: 0 })]).replace(
          '"summary":0',
          `"summary":${'['.repeat(400_000)}${']'.repeat(400_000)}`,
        ),
    ],
    ['of as many files as fit', () => pack(Array.from({ length: 200_000 }, () => 0))],
    [
      'of one endless name',
      () => pack([packFile({ applicant: { kind: 'citizen', fullName: 'Lê '.repeat(800_000) } })]),
    ],
    [
      'of as many fields',
      () => pack([Object.fromEntries(Array.from({ length: 150_000 }, (_, index) => [`k${index}`, 1]))]),
    ],
  ])('%s', async (what, text) => {
    await expectTold(what, text().slice(0, 3_000_000));
  });
});

describe('a data pack', () => {
  let at: TestDesk;
  beforeAll(async () => {
    at = await openPracticeDesk();
    at.sit('supervisor');
    await at.get('pack.trust', publisherOf(signedPack()));
  });
  afterAll(() => at.end());

  // Its form has its own tests above.
  const { forms: _forms, ...whole } = packOfAll();

  async function expectTold(where: string, text: string): Promise<void> {
    const got = await soon(where, () => at.call('pack.preview', { text, from: '2026-11-23' }));
    if (got.ok) {
      expect([where, JSON.stringify(got.value).length < 2_000_000]).toEqual([where, true]);
      return;
    }
    expect([where, got.fault.code]).toEqual([
      where,
      expect.stringMatching(/^(data-pack-broken|data-pack-forged|input-invalid)$/),
    ]);
    expect(got.fault.message).toContain(' | ');
    expect([where, JSON.stringify(got.fault).length < 20_000]).toEqual([where, true]);
  }

  test('damaged, or changed after it was signed, is never taken', async () => {
    const signed = signedPack(whole);
    for (const seed of seeds(60)) {
      const text = damaged(signed, drawOf(seed));
      await expectTold(`seed ${seed}`, text);
      const took = await at.call('pack.take', { text, from: '2026-11-23' });
      // Spaces between its fields are no change.
      if (took.ok) await at.get('pack.rollBack', { id: took.value.id, reason: 'Thử lại lần nữa' });
      expect([seed, took.ok && took.value.title !== whole.title]).toEqual([seed, false]);
    }
    expect(at.desk.verify()).toMatchObject({ ok: true });
  });

  test('that its own publisher signed, with fields that are none, leaves a desk that works', async () => {
    for (const seed of seeds(60)) {
      const raw = mutated(whole, drawOf(seed));
      let text: string;
      try {
        text = signedPack(raw as object);
      } catch {
        // What has no canonical text has no signature.
        text = JSON.stringify(raw) ?? '';
      }
      if (text.length < 2 || text.length > 3_000_000) continue;
      await expectTold(`seed ${seed}`, text);
      const took = await at.call('pack.take', { text, from: '2026-11-23' });
      if (!took.ok) continue;
      expect((await at.call('procedure.find', { text: 'khai sinh' })).ok).toBe(true);
      expect(
        (await at.call('deadline.explain', { procedureCode: '1.001193', acceptedAt: '2026-11-23T09:00:00+07:00' })).ok,
      ).toBe(true);
      await at.get('pack.rollBack', { id: took.value.id, reason: 'Thử lại lần nữa' });
    }
    expect(at.desk.verify()).toMatchObject({ ok: true });
    expect((await at.get('catalogue.list', {})).offered).toBe(468);
  });

  test.each<[string, () => string]>([
    ['too deep', () => `${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`],
    [
      'as deep, in a field',
      () =>
        JSON.stringify({ ...whole, title: 0 }).replace(
          '"title":0',
          `"title":${'['.repeat(400_000)}${']'.repeat(400_000)}`,
        ),
    ],
    [
      'of as many days as fit',
      () =>
        JSON.stringify({
          ...whole,
          calendar: { ...whole.calendar, ordinary: Array.from({ length: 200_000 }, () => '2026-12-01') },
        }),
    ],
    ['of one endless name', () => JSON.stringify({ ...whole, title: 'Gói '.repeat(800_000) })],
    [
      'of fields without end',
      () =>
        JSON.stringify({
          ...whole,
          ...Object.fromEntries(Array.from({ length: 150_000 }, (_, index) => [`k${index}`, 1])),
        }),
    ],
    ['with a prototype', () => JSON.stringify(whole).replace('"pack":1', '"pack":1,"__proto__":{"role":"admin"}')],
  ])('%s', async (what, text) => {
    await expectTold(what, text().slice(0, 3_800_000));
  });
});

describe('a workbook', () => {
  const book = Buffer.from(
    workbookOf([
      {
        name: 'A',
        rows: [
          ['STT', 'Mã TTHC', 'Tên'],
          [1, '1.001193', 'Đăng ký khai sinh'],
        ],
        merged: ['A1:A2'],
      },
    ]),
    'base64',
  );
  const parts = [...filesOf(book)];

  async function expectTold(where: string, bytes: Buffer): Promise<void> {
    const got = await soon(where, () => readListFile({ format: 'xlsx', base64: bytes.toString('base64') }));
    if (isFault(got)) expect(got.fault).toBe('list-unreadable');
    else expect(got.rows.length).toBeLessThanOrEqual(20_000);
  }

  test('with damaged bytes, or damaged parts, is read or refused', async () => {
    for (const seed of seeds(150)) {
      const draw = drawOf(seed);
      const bytes =
        draw(2) === 0
          ? damagedBytes(book, draw)
          : zipped(parts.map(([name, text]) => [name, draw(2) === 0 ? damaged(text, draw) : text] as const));
      await expectTold(`seed ${seed}`, bytes);
    }
  });

  test('that unpacks to gigabytes, or has texts and names without end, is refused', async () => {
    const zeros = '0'.repeat(34_000_000);
    await expectTold(
      'a sheet of 40 MB',
      zipped(parts.map(([name, text]) => [name, name.includes('sheet1') ? `<row><c><v>${zeros}` : text] as const)),
    );
    const shared = `<sst>${'<si><t>x</t></si>'.repeat(700_000)}</sst>`;
    await expectTold(
      'a million shared texts',
      zipped(parts.map(([name, text]) => [name, name.includes('shared') ? shared : text] as const)),
    );
    // Each is unpacked, and all together count.
    const bomb = zipped(
      Array.from({ length: 12 }, (_, index) => [`xl/worksheets/sheet${index}.xml`, '0'.repeat(3_000_000)] as const),
    );
    await expectTold('twelve parts of 3 MB', bomb);
  });

  test('goes out with nothing in it that is a formula, whatever people typed', async () => {
    for (const seed of seeds(6)) {
      const draw = drawOf(seed);
      const starts = ['=', '+', '-', '@', '\t=', '\r=', '|', '%', '=cmd|’ /C calc’!A0', '_x003D_1+1', '\u0000='];
      const values = Array.from({ length: 40 }, (_, index) => [
        `${starts[draw(starts.length)]}${damaged('HYPERLINK("http://x";"y")<f>1</f>&', draw)}`,
        index,
      ]);
      const bytes = await writePlainBook({
        sheet: 'A',
        title: ['=1+1'],
        columns: [
          { title: '=2', width: 9, kind: 'text' },
          { title: 'n', width: 9, kind: 'number' },
        ],
        values,
        closing: ['@x'],
      });
      const files = filesOf(Buffer.from(bytes));
      const sheet = [...files].find(([name]) => name.includes('worksheets/'))?.[1] ?? '';
      expect(sheet).not.toMatch(/<f[ >]/);
      expect(
        [...sheet.matchAll(/<c [^>]*>/g)].every(([cell]) => /t="(s|inlineStr|n)"/.test(cell) || !cell.includes('t=')),
      ).toBe(true);
      // And it can be read again, also by our own reader.
      expect(isFault(readListFile({ format: 'xlsx', base64: Buffer.from(bytes).toString('base64') }))).toBe(false);
    }
  });
});

test('a payment code says what it was given and nothing else: plain signs, its own length, a right sum', () => {
  for (const seed of seeds(400)) {
    const draw = drawOf(seed);
    const content = transferContent(damaged('H29.999-261122-0001', draw));
    expect(content).toMatch(/^[A-Za-z0-9.-]{0,25}$/);
    const bin = String(900_000 + draw(99_999));
    const number = String(draw(2 ** 31)).padStart(6 + draw(13), '0');
    const amount = 1 + draw(2_000_000_000);
    const payload = vietQr({ bin, number, name: damaged('NGUYEN VAN A', draw) }, amount, content) ?? '';
    expect(payload).toMatch(/^000201[\u0020-\u007e]+6304[0-9A-F]{4}$/);
    expect(payload.slice(-4)).toBe(crc16(payload.slice(0, -4)));
    expect(payload).toContain(`54${String(amount).length.toString().padStart(2, '0')}${amount}`);
    expect(payload).toContain(number);
  }
});

/** CRC-16/CCITT-FALSE, written from its definition: what a bank's reader compares. */
function crc16(text: string): string {
  let sum = 0xffff;
  for (const byte of Buffer.from(text)) {
    sum ^= byte << 8;
    for (let bit = 0; bit < 8; bit += 1)
      sum = (sum & 0x8000) === 0 ? (sum << 1) & 0xffff : ((sum << 1) ^ 0x1021) & 0xffff;
  }
  return sum.toString(16).toUpperCase().padStart(4, '0');
}

test('a card that was scanned badly, or made to harm, is read as data or not at all', async () => {
  const card =
    '079190001234|023456789|Nguyễn Thị Đặng Ánh|04031990|Nữ|12 Lê Lợi, Phường Cát Lái, TP. Hồ Chí Minh|02072025';
  for (const seed of seeds(400)) {
    const draw = drawOf(seed);
    const text = damaged(card, draw);
    const read = await soon(`seed ${seed}`, () => readCard(text, '2026-12-01'));
    expect(JSON.stringify(read).length).toBeLessThan(20_000 + text.length * 8);
  }
  await soon('bars without end', () => readCard('|'.repeat(1_000_000), '2026-12-01'));
});
