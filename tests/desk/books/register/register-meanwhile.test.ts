import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDesk, monday, openTestDesk, password, reception } from '../../../support/desk/test-desk.ts';
import { filesOf } from '../../../support/papers/zip.ts';

/** Enough for a dozen pages. */
const lines = 160;
const period = { from: '2026-01-01', to: '2026-11-29' };

let desk: TestDesk;
beforeAll(async () => {
  desk = openTestDesk({ at: monday });
  await desk.get('office.openPractice', { cases: lines, seed: 1, password });
  desk.sit('clerk');
});
afterAll(() => desk.end());

/** What is in a file: a workbook is a zip, and that tells the hour of its writing too. */
function contentOf({ base64, ...rest }: { readonly base64: string; readonly fileName: string }) {
  const bytes = Buffer.from(base64, 'base64');
  return { ...rest, content: rest.fileName.endsWith('.xlsx') ? filesOf(bytes) : base64 };
}

type Asked = {
  readonly file: Promise<{ base64: string; fileName: string; rows: number }>;
  readonly made: () => boolean;
};

function ask(format: 'pdf' | 'xlsx'): Asked {
  let made = false;
  const file = desk.get('register.file', { ...period, format }).finally(() => (made = true));
  return { file, made: () => made };
}

/** How many calls others got an answer to before the file was there, each in a turn of its own. */
async function answeredMeanwhile({ made }: Asked, call: (turn: number) => Promise<unknown>): Promise<number> {
  let answered = 0;
  while (!made()) {
    await call(answered);
    if (!made()) answered += 1;
    await setImmediate();
  }
  return answered;
}

// Every eight lines when they are read, when their texts are made ready and when they are laid out: one of the three held in one go
// would leave others two thirds of this. What a workbook does is in tests/paper/workbook/workbook.test.ts.
test('others are answered while a register is made', async () => {
  const asked = ask('pdf');
  const answered = await answeredMeanwhile(asked, () => desk.get('register.list', { ...period, limit: 1 }));
  expect((await asked.file).rows).toBe(lines);
  expect(answered).toBeGreaterThanOrEqual((3 * lines) / 8);
});

test('two that are asked for at once are the files they would be alone', async () => {
  const alone = [await ask('pdf').file, await ask('xlsx').file];
  const together = await Promise.all([ask('pdf').file, ask('xlsx').file, ask('pdf').file]);
  const [pdf, xlsx] = alone.map(contentOf);
  expect(together.map(contentOf)).toEqual([pdf, xlsx, pdf]);
});

test.each(['pdf', 'xlsx'] as const)('what happens while it is made as %s is not in it', async (format) => {
  const { caseId } = await desk.get('case.receive', reception());
  const quiet = await ask(format).file;
  const asked = ask(format);
  const received: string[] = [];
  await answeredMeanwhile(asked, async (turn) => {
    if (turn > 2) return desk.get('register.list', { ...period, limit: 1 });
    // The last line has not been read yet when its case is withdrawn.
    if (turn === 0) await desk.get('case.act', { caseId, act: { type: 'withdraw', reason: 'đổi ý' } });
    return received.push((await desk.get('case.receive', reception())).number.official);
  });
  expect(received).toHaveLength(3);
  expect(contentOf(await asked.file)).toEqual(contentOf(quiet));
  const after = await ask(format).file;
  expect(after.rows).toBe(quiet.rows + 3);
  if (format === 'pdf') return;
  const text = (file: typeof quiet) => filesOf(Buffer.from(file.base64, 'base64')).get('xl/sharedStrings.xml') ?? '';
  expect(text(quiet)).toContain(`Tổng số: ${quiet.rows} hồ sơ`);
  expect(received.filter((number) => text(quiet).includes(number))).toEqual([]);
  expect(received.filter((number) => text(after).includes(number))).toEqual(received);
});
