import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { dispatch } from '../../../../electron/desk/calls/dispatch.ts';
import { authorOf, newClient } from '../../../../electron/desk/core/session/client.ts';
import { petitionFile } from '../../../../electron/desk/counter/petition/petition-file.ts';
import type { MovedFile, ReportFile } from '../../../../electron/contract/books/report/report.ts';
import type { PetitionRow } from '../../../../electron/contract/counter/petition/petition.ts';
import { isFault } from '../../../../electron/contract/base/fault.ts';
import { petition } from '../../../support/counter/petition-desk.ts';
import { openContextOver } from '../../../support/desk/test-context.ts';
import { openTestDesk, portsOf } from '../../../support/desk/test-desk.ts';
import { filesOf } from '../../../support/papers/zip.ts';

/** `LONG_WORK=50000`: so many petitions, and half as many cases. */
const many = Number(process.env['LONG_WORK'] ?? '1000');
const year = { from: '2026-01-01', to: '2026-12-31' } as const;

let desk: ReturnType<typeof openContextOver>['desk'];
let end: () => Promise<void>;
const client = newClient();
const call = (name: string, input: unknown = {}): Promise<any> => dispatch(desk, name, input, client);
async function get(name: string, input: unknown = {}): Promise<any> {
  const answer = await call(name, input);
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.fault)}`);
  return answer.value;
}

/** Kept reports of each kind, by their ids. */
const kept: Record<string, string> = {};

beforeAll(async () => {
  const at = openTestDesk();
  await at.get('office.openPractice', { cases: many / 2, seed: 4, password: 'x' });
  at.sit('supervisor');
  client.session = at.client.session;
  await at.desk.close();
  const opened = openContextOver(portsOf(at.folder, at.clock, at.printer, at.log));
  desk = opened.desk;
  end = async () => {
    await opened.close();
    await at.end();
  };
  const { petitionId: _one, ...facts } = petition();
  const session = client.session;
  if (session === null) throw new Error('nobody sits here');
  for (let from = 0; from < many; from += 1000)
    desk.store.write(authorOf(session), desk.now(), (tx) => {
      for (let serial = from + 1; serial <= Math.min(many, from + 1000); serial += 1)
        tx.append({ kind: 'petition', petitionId: crypto.randomUUID() }, {
          type: 'petition-received',
          series: '26-Z',
          serial,
          ...(facts as never as { summary: string }),
        } as never);
    });
  for (const report of ['07a', '06a', '766', 'cut']) {
    await get('report.file', { report, ...year, format: 'xlsx' });
    kept[report] = (await get('report.kept', { limit: 1 })).reports[0].reportId;
  }
}, 300_000);
afterAll(() => end());

const works: readonly (readonly [name: string, call: string, input: () => object])[] = [
  ['Biểu 07a', 'report.make', () => ({ report: '07a', ...year })],
  ['Biểu 06a', 'report.make', () => ({ report: '06a', ...year })],
  ['the index', 'report.make', () => ({ report: '766', ...year })],
  ['the cut', 'report.make', () => ({ report: 'cut', ...year })],
  ['the files behind a number of 07a', 'report.files', () => ({ report: '07a', ...year, column: '3' })],
  ['the petitions behind a number of 06a', 'report.files', () => ({ report: '06a', ...year, column: '3' })],
  ['what the index lost', 'report.files', () => ({ report: '766', ...year, column: '2.1' })],
  ['limits that petitions missed', 'report.files', () => ({ report: '766', ...year, column: '5.2' })],
  ['a kept 07a made again', 'report.again', () => ({ reportId: kept['07a'] })],
  ['a kept 06a made again', 'report.again', () => ({ reportId: kept['06a'] })],
  ['a kept index made again', 'report.again', () => ({ reportId: kept['766'] })],
  ['a kept cut made again', 'report.again', () => ({ reportId: kept['cut'] })],
  ['the file of Biểu 06a', 'report.file', () => ({ report: '06a', ...year, format: 'xlsx' })],
  ['the register of petitions as a workbook', 'petition.file', () => ({ ...year, format: 'xlsx' })],
  ['the register of petitions on A4', 'petition.file', () => ({ ...year, format: 'pdf' })],
];

/** What of this office left it as a file. */
const exported = () =>
  desk.store.db.prepare("SELECT count(*) FROM journal WHERE type LIKE '%-exported'").pluck().get() as number;

/** Asks for it and gives it up when some of it is done; where it was over before anybody looked, once more. A file is made behind the reading: its middle is there too. */
async function givenUpInTheMiddle(what: string, input: object) {
  for (let nth = 0; nth < 30; nth += 1) {
    const watch = `${what} ${nth}`;
    const before = exported();
    expect(await get('report.progress', { watch })).toBeNull();
    const state = { ended: false };
    const work = call(what, { ...input, watch }).finally(() => (state.ended = true));
    let answered = 0;
    while (!state.ended) {
      const told = await get('report.progress', { watch });
      const isHalfDone = told !== null && told.done > 0 && (told.done < told.of || what === 'petition.file');
      if (isHalfDone && answered > 0) {
        expect(await get('report.cancel', { watch: 'another window' })).toEqual({ cancelled: false });
        if ((await get('report.cancel', { watch })).cancelled) return { watch, work, before };
      }
      await (answered === 0 ? get('petition.register', petition()) : get('work.list'));
      answered += 1;
      await new Promise(setImmediate);
    }
  }
  throw new Error(`${what} was over each time before anybody saw it half done`);
}

describe('what takes long', () => {
  test.each(works)(
    '%s is given up in its middle, clerks are answered meanwhile, and nothing is left of it',
    async (_name, what, input) => {
      const { watch, work, before } = await givenUpInTheMiddle(what, input());
      expect(await work).toMatchObject({ ok: false, fault: { code: 'report-cancelled' } });
      expect(await get('report.progress', { watch })).toBeNull();
      expect(exported()).toBe(before);
    },
  );

  test('who gives up what still waits for its turn is answered before what goes first', async () => {
    const first = call('report.make', { report: '766', ...year });
    let isFirstDone = false;
    void first.then(() => (isFirstDone = true));
    const second = call('report.again', { reportId: kept['06a'], watch: 'second' });
    expect(await get('report.cancel', { watch: 'second' })).toEqual({ cancelled: true });
    expect(await second).toMatchObject({ fault: { code: 'report-cancelled' } });
    expect(isFirstDone).toBe(false);
    expect(await first).toMatchObject({ ok: true });
    expect(await get('report.again', { reportId: kept['06a'], watch: 'second' })).toMatchObject({
      sameRegister: 'equal',
    });
  });
});

describe('a list that is longer than a page', () => {
  test.each([
    ['07a', '3'],
    ['06a', '13'],
    ['766', '2.1'],
  ])('of %s goes on until its last file, each once', async (report, column) => {
    const asked = { report, ...year, column };
    const { count } = await get('report.files', { ...asked, limit: 1 });
    const files: ReportFile[] = [];
    for (let skip = 0; skip < count; skip += 1000)
      files.push(...(await get('report.files', { ...asked, skip, limit: 1000 })).files);
    expect(files).toHaveLength(count);
    expect(new Set(files.map(({ number }) => number)).size).toBe(count);
    expect((await get('report.files', { ...asked, skip: count })).files).toEqual([]);
    expect((await get('report.files', { ...asked, skip: 3, limit: 2 })).files).toEqual(files.slice(3, 5));
  });

  /** How many files or petitions were read for what is done meanwhile, by what the thread that reads them tells. */
  async function readFor<T>(work: () => Promise<T>): Promise<{ readonly answer: T; readonly read: number }> {
    const read = desk.reader.read.bind(desk.reader);
    let sum = 0;
    const spy = vi.spyOn(desk.reader, 'read').mockImplementation((name, input, watch) => {
      let last = 0;
      const tell = (done: number, of: number) => {
        sum += Math.max(0, done - last);
        last = done;
        watch?.tell(done, of);
      };
      return read(name, input, watch && { ...watch, tell });
    });
    try {
      return { answer: await work(), read: sum };
    } finally {
      spy.mockRestore();
    }
  }

  test.each([
    ['07a', '3'],
    ['06a', '13'],
    ['766', '3.3'],
    ['cut', 'files'],
  ])('further pages of %s read what is on them, and nothing of the period', async (report, column) => {
    const asked = { report, ...year, column, limit: 60 };
    const { answer: first, read } = await readFor(() => get('report.files', asked));
    expect(read).toBeGreaterThanOrEqual(first.count);
    const rest = await readFor(async () => {
      const files: ReportFile[] = [];
      for (let skip = 60; skip < first.count; skip += 60)
        files.push(...(await get('report.files', { ...asked, skip, head: first.head })).files);
      return files;
    });
    expect(rest.read).toBe(first.count - 60);
    const whole = (await get('report.files', { ...asked, limit: 1000 })).files;
    expect([...first.files, ...rest.answer].slice(0, 1000)).toEqual(whole);
  });

  test('goes on as it was judged though more is written, for who names it; who does not is told of all', async () => {
    const asked = { report: '06a', ...year, column: '13', limit: 100 };
    const first = await get('report.files', asked);
    const before = await get('report.files', { ...asked, skip: 100 });
    expect(before.head).toBe(first.head);
    const [answered] = before.files as ReportFile[];
    const { rows } = await get('petition.list', { text: answered?.number, limit: 1 });
    await get('petition.act', { petitionId: rows[0].petitionId, act: { type: 'answer', answer: 'Đã trả kết quả' } });
    const going = await readFor(() => get('report.files', { ...asked, skip: 100, head: first.head }));
    expect([going.answer, going.read]).toEqual([before, 100]);
    const anew = await readFor(() => get('report.files', { ...asked, skip: 100 }));
    expect(anew.read).toBeGreaterThanOrEqual(first.count - 1);
    expect([anew.answer.count, anew.answer.files[0]]).toEqual([first.count - 1, before.files[1]]);
    expect(anew.answer.head).not.toBe(first.head);
    // What is no longer kept is read anew, and the answer says of which register it is.
    expect(await get('report.files', { ...asked, skip: 100, head: '0123456789abcdef' })).toEqual(anew.answer);
  });

  test.each(['06a', '766'])('what moved since a kept %s goes on page by page, and is judged once', async (report) => {
    for (let nth = 0; nth < 8; nth += 1) await get('petition.register', petition());
    const { rows: listed } = await get('petition.list', { show: 'waiting', limit: 100 });
    const rows = (listed as PetitionRow[]).filter(({ status }) => status === 'open').slice(0, 5);
    for (const { petitionId } of rows)
      await get('petition.act', {
        petitionId,
        act: { type: 'answer', answer: 'Đã trả kết quả' },
      });
    for (const { petitionId } of rows)
      await get('petition.act', { petitionId, act: { type: 'close', satisfaction: 'dissatisfied' } });
    const asked = { reportId: kept[report], limit: 2 };
    const { answer: first, read } = await readFor(() => get('report.again', asked));
    expect(first.moved).toBeGreaterThanOrEqual(5);
    const whole = await get('report.again', { ...asked, limit: 1000 });
    const rest = await readFor(async () => {
      const files: MovedFile[] = [...first.files];
      for (let skip = 2; skip < first.moved; skip += 2) {
        const page = await get('report.again', { ...asked, skip, head: first.head });
        expect({ ...page, files: [] }).toEqual({ ...first, files: [] });
        files.push(...page.files);
      }
      return files;
    });
    expect(rest.answer).toEqual(whole.files);
    expect(rest.read).toBe(0);
    expect(read).toBeGreaterThanOrEqual(many);
  });

  test('of the register of petitions comes in volumes: each once, numbered on, and each says what all come to', async () => {
    const watching = { tell: () => undefined, signal: new AbortController().signal };
    const { count } = await get('petition.list', { limit: 1 });
    const most = Math.ceil(count / 3);
    const lines: string[] = [];
    const told: (readonly unknown[])[] = [];
    for (let after: string | null | undefined; after !== null;) {
      const asked = { ...year, maker: 'Trưởng quầy', ...(after === undefined ? {} : { after }) };
      const file = await petitionFile(desk, asked, 'xlsx', watching, most);
      if (isFault(file)) throw new Error(file.fault);
      const cells = [...filesOf(Buffer.from(file.base64, 'base64')).values()].join('\n');
      lines.push(...new Set(cells.match(/PA\.[A-Z0-9-]+-\d{4,}/g)));
      const [first, last] = [lines.length - file.rows + 1, lines.length].map((line) => line.toLocaleString('vi'));
      told.push([file.volume, file.volumes, file.rows, file.fileName.includes(`_quyen-${file.volume}.xlsx`)]);
      expect([
        cells.includes(`quyển ${file.volume}/3, từ dòng ${first} đến dòng ${last}`),
        cells.includes(`Tổng số: ${count.toLocaleString('vi')}`),
      ]).toEqual([true, true]);
      after = file.next;
    }
    expect(told).toEqual([
      [1, 3, most, true],
      [2, 3, most, true],
      [3, 3, count - 2 * most, true],
    ]);
    expect(new Set(lines).size).toBe(count);
    expect(await call('petition.file', { ...year, format: 'xlsx', after: crypto.randomUUID() })).toMatchObject({
      fault: { code: 'petition-unknown' },
    });
  });
});
