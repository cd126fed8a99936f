import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { checkExport } from '../../../../electron/shell/verifier/check-export.ts';
import { checkReceiptBy } from '../../../../electron/shell/verifier/check-receipt.ts';
import { changeOffice } from '../../../support/counter/money-desk.ts';
import { paperWords } from '../../../support/papers/paper-words.ts';
import { goldenOffice } from '../../../support/desk/golden.ts';
import { type TestDesk, clockAt, openPracticeDesk, openTestDesk, reception } from '../../../support/desk/test-desk.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let at: TestDesk;
let text = '';
/** The squares as they stand in it, in the order they were signed. */
let squares: string[] = [];

const person = {
  ...reception().applicant,
  fullName: 'LÂM CHÁNH KHẢO',
  idNumber: '079190009876',
  phone: '0903777888',
  address: '77 Đường Canari, phường Cát Lái',
  email: 'canary@example.test',
};

async function exported(): Promise<string> {
  at.sit('supervisor');
  const { base64 } = await at.get('journal.export');
  at.sit('clerk');
  return gunzipSync(Buffer.from(base64, 'base64')).toString('utf8');
}

beforeAll(async () => {
  at = await openPracticeDesk();
  for (let nth = 0; nth < 4; nth += 1) await at.get('case.receive', reception({ applicant: person }));
  const { caseId } = await at.get('case.receive', reception({ applicant: person }));
  clockAt(at, '2026-11-23T10:00:00');
  const change = { applicant: { ...person, fullName: 'LÂM CHÁNH KHẢO HAI' } };
  await at.get('case.correct', { caseId, requestId: crypto.randomUUID(), reason: 'Lâm Chánh Khảo ghi nhầm', change });
  text = await exported();
  squares = linesOf(text).flatMap((line) => (line[0] === 'r' ? [line[3]] : []));
});
afterAll(() => at.end());

const linesOf = (whole: string): any[] =>
  whole
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
const textOf = (lines: readonly unknown[]): string => lines.map((line) => `${JSON.stringify(line)}\n`).join('');
const foundIn = (whole: string): string[] => checkExport(whole).checks.flatMap(({ found }) => found);

/** The text with its lines changed, its end as it was signed. */
function changed(change: (lines: any[]) => void): string {
  const lines = linesOf(text);
  change(lines);
  return textOf(lines);
}

/** The place of the nth entry of a kind in the register's chain. */
function placeOf(lines: readonly any[], type: string, nth = 0): number {
  return lines.flatMap((line, place) => (line[0] === 'e' && line[10] === type ? [place] : []))[nth] ?? -1;
}

describe('a register that was taken out to be checked', () => {
  test('is whole, and names nobody', () => {
    const { ok, checks, office } = checkExport(text);
    expect(checks.flatMap(({ found }) => found)).toEqual([]);
    expect([ok, office]).toEqual([true, 'Phường Cát Lái']);
    expect(checks.map(({ name, looked }) => [name, looked > 0])).toEqual(
      ['file', 'chains', 'keys', 'numbers', 'receipts'].map((name) => [name, true]),
    );
    expect(squares).toHaveLength(6);
    for (const canary of [
      'LÂM',
      'Lâm',
      'KHẢO',
      'Khảo',
      '079190009876',
      '0903777888',
      'Canari',
      'canary',
      'ghi nhầm',
      '"1.001193',
    ])
      expect(text.includes(canary), canary).toBe(false);
    // Nor by their escapes, nor behind what packs a body.
    expect(text).not.toMatch(/\\u|fullName|idNumber|phone|address/);
  });

  test('holds the link that a day sheet and a receipt bear at their foot', async () => {
    const { head } = await at.get('money.daySheet', { date: '2026-11-23' });
    const heads = [...(checkExport(await exported()).known.heads ?? [])];
    expect(heads.filter((one) => one.startsWith(head))).toHaveLength(1);
    const [first] = squares;
    const receipt = await at.get('receipt.check', { text: first });
    const { documents } = await at.get('case.get', { caseId: receipt.caseId });
    const words = await paperWords(at, documents[0].documentId);
    const [, onPaper = ''] = /Mắt xích sổ ([0-9a-f]{16}) /.exec(words) ?? [];
    expect(heads.filter((one) => one.startsWith(onPaper))).toHaveLength(1);
  });

  test('knows which receipt is in force, for whoever has one in hand', () => {
    const { known } = checkExport(text);
    const verdicts = squares.map((square) => checkReceiptBy(known, square).verdict);
    expect(verdicts.toSorted()).toEqual(['genuine', 'genuine', 'genuine', 'genuine', 'genuine', 'void']);
  });

  test.each<[string, (lines: any[]) => void, RegExp]>([
    [
      'an entry dropped',
      (lines) => lines.splice(placeOf(lines, 'received', 1), 1),
      /^register of desk .*, entry (\d+) follows entry \d+: entry \d+ is missing$/,
    ],
    [
      'two entries put the other way round',
      (lines) => {
        const [one, two] = [placeOf(lines, 'received', 1), placeOf(lines, 'received', 2)];
        [lines[one], lines[two]] = [lines[two], lines[one]];
      },
      /entry \d+ stands behind entry \d+: out of order$/,
    ],
    [
      'a body exchanged for another',
      (lines) => (lines[placeOf(lines, 'received')][11] = 'ab'.repeat(32)),
      /entry \d+ \(line \d+\): its hash is not its own$/,
    ],
    ['the hour of an entry', (lines) => (lines[placeOf(lines, 'received')][6] -= 3600), /its hash is not its own$/],
    ['who did it', (lines) => (lines[placeOf(lines, 'received')][7] = 'officer'), /its hash is not its own$/],
    ['half a commit', (lines) => (lines[placeOf(lines, 'account-added', 1)][4] = 7), /its hash is not its own$/],
    [
      'the last entries cut off',
      (lines) => lines.splice(placeOf(lines, 'corrected'), 1),
      /is missing$|do not end where/,
    ],
    [
      'a case without its number',
      (lines) =>
        lines.splice(
          lines.findIndex((line) => line[0] === 'n'),
          1,
        ),
      /^case .* was received and has no number$|^20261123: \d+ not used, and nothing explains it$/,
    ],
    [
      'a number given twice',
      (lines) => lines.push(...lines.splice(-1, 1, ['n', 20261123, 1, crypto.randomUUID()])),
      /number 1 of 20261123 is on two cases|was never received/,
    ],
    [
      'the amount of a receipt',
      (lines) => {
        const line = lines.find((line) => line[0] === 'r');
        line[3] = String(BigInt(line[3]) + (1n << (8n * 80n)));
      },
      /^receipt H29\.999-261123-\d{4} \(line \d+\): what it says is not what was signed$/,
    ],
    [
      'a receipt of another entry',
      (lines) => (lines.find((line) => line[0] === 'r')[2] += 1),
      /: the register has no such entry$/,
    ],
    [
      'the heads',
      (lines) => (lines.at(-1).end.heads[0][3] = 'cd'.repeat(32)),
      /^the heads at its end are not those the desk signed$/,
    ],
    ['the end cut off', (lines) => lines.pop(), /^its end is missing: the file was cut$/],
    [
      'an explanation that nobody gave',
      (lines) => lines.splice(-1, 0, ['x', 20261123, 1, 9, 0, 3]),
      /no entry explains numbers 1–9 of 20261123$/,
    ],
    [
      'a key put in the place of the desk’s',
      (lines) =>
        (lines.find((line) => line[0] === 'b' && line[5].includes('ed25519'))[5] = '{"keyId":"0","ed25519":"0"}'),
      /^line \d+: the body of .* is not its own$/,
    ],
  ])('%s is named with its place', (_what, change, named) => {
    const found = foundIn(changed(change));
    expect(
      found.some((place) => named.test(place)),
      found.join('\n'),
    ).toBe(true);
  });

  test('any byte of it', () => {
    for (let place = 10; place < text.length; place += 997) {
      const other = text[place] === '1' ? '2' : '1';
      const broken = text.slice(0, place) + other + text.slice(place + 1);
      if (broken !== text) expect(checkExport(broken).ok, `byte ${place}`).toBe(false);
    }
  });

  test('who writes it anew with a key of their own is found out by the office’s key file', () => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const ed25519 = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32);
    const keyId = createHash('sha256').update(ed25519).digest('hex').slice(0, 16);
    const forged = anew(text, keyId, ed25519.toString('base64url'), (said) => sign(null, said, privateKey));
    const published = checkExport(text).known.keys;
    expect(checkExport(text, published).ok).toBe(true);
    const found = checkExport(forged, published).checks.flatMap((check) => check.found);
    expect(found).toContain('its end is signed under a key that is not known');
    expect(found.some((place) => place.startsWith(`key ${keyId} of desk`))).toBe(true);
  });
});

/** The whole register written again from its first entry on, and signed by somebody else. */
function anew(whole: string, keyId: string, ed25519: string, signing: (said: Buffer) => Buffer): string {
  const [header, ...lines] = linesOf(whole);
  const hashes = new Map<string, string>();
  const kept = lines.slice(0, -1).filter(([kind]) => kind !== 'r');
  for (const [place, line] of kept.entries()) {
    const next = kept[place + 1];
    if (line[0] === 'b') continue;
    if (next?.[0] === 'b' && line[10] === 'desk-key') {
      next[5] = JSON.stringify({ ed25519, keyId });
      line[11] = createHash('sha256').update(Buffer.from(next[4], 'hex')).update(next[5]).digest('hex');
    }
    if (line[0] !== 'e') continue;
    const [, desk, chain, seq, step, clock, time, actor, seen, subject, type, digest] = line;
    const key = `${desk} ${chain}`;
    const told = JSON.stringify([
      2,
      header.desks[desk].uuid,
      chain,
      seq,
      step,
      clock,
      time,
      actor,
      seen,
      subject,
      type,
    ]);
    line[12] = createHash('sha256')
      .update(Buffer.from(hashes.get(key) ?? '00'.repeat(32), 'hex'))
      .update(Buffer.from(digest, 'hex'))
      .update(told)
      .digest('hex');
    hashes.set(key, line[12]);
  }
  const heads = lines
    .at(-1)
    .end.heads.map(([desk, chain, seq]: number[]) => [desk, chain, seq, hashes.get(`${desk} ${chain}`)]);
  const body = textOf([header, ...kept]);
  const sha256 = createHash('sha256').update(body).digest('hex');
  const said = Buffer.from(`mot-cua-desk 1 export\n${JSON.stringify([header.office, header.madeAt, heads, sha256])}`);
  return body + textOf([{ end: { heads, sha256, keyId, signature: signing(said).toString('base64url') } }]);
}

describe('numbers that nobody used', () => {
  test('are a finding until a supervisor says why; the list, verify and the export then tell it', async () => {
    // A block that was leased late: the desk went on further up, and then the earlier numbers came back to it.
    const { desk } = await at.get('office.settings');
    await changeOffice(at, { desk: { ...desk, blocks: [{ first: 20, last: 2999 }] } });
    await at.get('case.receive', reception({ applicant: person }));
    await changeOffice(at, { desk });
    expect(await at.get('office.gaps')).toEqual({ gaps: [{ day: '2026-11-23', first: 6, last: 19, explained: null }] });
    expect(checkExport(await exported()).checks.flatMap(({ found }) => found)).toEqual([
      '20261123: 6–19 not used, and nothing explains it',
    ]);
    const said = { day: '2026-11-23', first: 6, last: 19, reason: 'Dải số cấp muộn' };
    expect(await at.call('office.explainGap', said)).toMatchObject({ fault: { code: 'forbidden' } });
    at.sit('supervisor');
    expect(await at.call('office.explainGap', { ...said, first: 7 })).toMatchObject({ fault: { code: 'gap-unknown' } });
    await at.get('office.explainGap', said);
    const { gaps } = await at.get('office.gaps');
    expect(gaps).toMatchObject([{ explained: { reason: 'Dải số cấp muộn', at: '2026-11-23T10:00:00+07:00' } }]);
    const numbers = at.desk.verify().checks.find(({ name }) => name === 'numbers');
    expect(numbers?.notes).toContain('20261123: 6–19 not used, explained: Dải số cấp muộn');
    const { ok, checks } = checkExport(await exported());
    expect([ok, checks.find(({ name }) => name === 'numbers')?.notes]).toEqual([
      true,
      ['20261123: 6–19 not used, explained in the register'],
    ]);
    expect((await exported()).includes('muộn')).toBe(false);
  });
});

describe('an older office', () => {
  test.each(['form-1-practice.sqlite.gz', 'form-1-restored.sqlite.gz', 'schema-210.sqlite.br'])(
    '%s is checked as far as its form tells, across its restores',
    async (file) => {
      const old = openTestDesk({ folder: goldenOffice(file), at: Date.parse('2026-12-01T09:30:00+07:00') });
      old.sit('supervisor');
      const { base64, entries } = await old.get('journal.export');
      const whole = gunzipSync(Buffer.from(base64, 'base64')).toString('utf8');
      const { checks } = checkExport(whole);
      expect(checks.map(({ found }) => found)).toEqual([[], [], [], [], []]);
      const chains = checks.find(({ name }) => name === 'chains');
      expect(chains?.looked).toBe(entries);
      expect(chains?.notes.length).toBe(file.startsWith('form-1') ? 1 : 0);
      // What was taken out is told in the register, and to whoever reads its log.
      const { lines } = await old.get('account.log', { of: 'office' });
      expect(lines[0]).toMatchObject({ type: 'register-proved' });
      await old.end();
    },
  );
});
