import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createPaper } from '../../../electron/paper/paper.ts';
import { createCupsSpooler } from '../../../electron/paper/printers/cups.ts';
import { openSpoolers } from '../../../electron/paper/printers/drivers.ts';
import type { PrintOrder, SpoolState, Spooler } from '../../../electron/paper/printers/spooler.ts';
import { birth, folders } from '../../support/papers/mau-01-sample.ts';
import { mm } from '../../support/papers/page-boxes.ts';
import { type PdfWord, readPdf } from '../../support/papers/pdf-reader.ts';
import { type TestCups, eventually, findCupsProblem, startCups } from '../../support/printers/cups.ts';

// Opening fonts and starting programs takes seconds on a machine that builds at the same time.
vi.setConfig({ testTimeout: 60_000 });

const problem = findCupsProblem();

/** Where each word of a PDF begins, in points, by a reader of PDFs that is not ours. */
async function wordsOf(file: Uint8Array): Promise<PdfWord[]> {
  return (await readPdf(file)).flatMap(({ words }) => words);
}

/** Command lines of what runs out of a folder. */
function processesOf(folder: string): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
        return line.includes(folder) ? [line] : [];
      } catch {
        return [];
      }
    });
}

describe.skipIf(problem !== undefined)(
  `a real CUPS${problem === undefined ? '' : ` (NOT TESTED HERE: ${problem})`}`,
  () => {
    let cups: TestCups;
    let spooler: Spooler;
    let pdf: Uint8Array;

    beforeAll(async () => {
      cups = await startCups();
      cups.addPrinter('quay-3', 'paper');
      cups.addPrinter('ket-giay', 'jam', '-o', 'printer-error-policy=abort-job');
      cups.addPrinter('dung-may', 'jam', '-o', 'printer-error-policy=stop-printer');
      cups.addPrinter('cham', 'slow');
      cups.addPrinter('tat', 'paper');
      cups.addPrinter('tu-choi', 'paper');
      cups.command('cupsdisable', '-r', 'thay muc', 'tat');
      cups.command('cupsreject', '-r', 'bao tri', 'tu-choi');
      cups.command('lpadmin', '-d', 'quay-3');
      spooler = createCupsSpooler({ server: cups.server });
      const paper = await createPaper(folders).render('mau-01', birth);
      if ('fault' in paper) throw new Error(JSON.stringify(paper));
      pdf = paper.pdf;
    }, 30_000);
    afterAll(() => cups.stop());

    function order(printer: string, change: Partial<PrintOrder> = {}): PrintOrder {
      return { pdf, printer, copies: 1, title: 'H29.999-261123-0042', size: 'A5', ...change };
    }

    async function submitted(printer: string): Promise<string> {
      const done = await spooler.submit(order(printer));
      if ('fault' in done) throw new Error(JSON.stringify(done));
      return done.spoolId;
    }

    function jobOf(spoolId: string): string {
      return /-(\d+)@/.exec(spoolId)?.[1] ?? '';
    }

    function settled(spoolId: string, by: Spooler = spooler): Promise<SpoolState> {
      return eventually(
        () => by.state(spoolId),
        ({ state }) => state !== 'queued' && state !== 'printing',
      );
    }

    test('a paper that the printer took is printed, byte for byte', async () => {
      const spoolId = await submitted('quay-3');
      expect(await settled(spoolId)).toEqual({ state: 'printed', reason: null });
      const printed = readFileSync(join(cups.out, `${jobOf(spoolId)}.pdf`));
      expect(printed.equals(pdf)).toBe(true);
    });

    test('margins move every word on the sheet that the printer gets, and nothing in the one that is kept', async () => {
      const paper = createPaper(folders);
      const kept = await paper.render('mau-01', birth);
      if ('fault' in kept) throw new Error(JSON.stringify(kept));
      const moved = await paper.moved(kept, { leftMm: 6, topMm: -4.5 });
      const done = await spooler.submit(order('quay-3', { pdf: moved }));
      if ('fault' in done) throw new Error(JSON.stringify(done));
      expect((await settled(done.spoolId)).state).toBe('printed');
      const printed = readFileSync(join(cups.out, `${jobOf(done.spoolId)}.pdf`));
      const [before, after] = await Promise.all([kept.pdf, printed].map((file) => wordsOf(file)));
      const shift = (before ?? []).map(({ x, y, text }, at) => {
        const found = after?.[at] ?? { x: 0, y: 0, text: '' };
        const [right, down] = [found.x - x, found.y - y].map((points) => Math.round((points / mm) * 10) / 10);
        return [right, down, found.text === text];
      });
      expect(shift.length).toBeGreaterThan(100);
      expect(new Set(shift.map((one) => JSON.stringify(one)))).toEqual(new Set(['[6,-4.5,true]']));
      expect(Buffer.from(kept.pdf).equals(pdf)).toBe(true);
    });

    test('a paper that waits is taken back, and one of another’s title is not', async () => {
      cups.command('cupsdisable', 'tat');
      const spoolId = await submitted('tat');
      await spooler.cancel(spoolId.replace('0042', '0043'));
      expect((await spooler.state(spoolId)).state).toBe('queued');
      await spooler.cancel(spoolId);
      expect((await settled(spoolId)).state).toBe('failed');
    });

    test('a printer that gives up is a failure with its own words, although lpstat lists the job as completed', async () => {
      const found = await settled(await submitted('ket-giay'));
      expect(found.state).toBe('failed');
      expect(found.reason).toContain('het giay');
    });

    test('a printer that stops keeps the paper waiting, and says why', async () => {
      const spoolId = await submitted('dung-may');
      const found = await eventually(
        () => spooler.state(spoolId),
        ({ reason }) => reason?.includes('printer-stopped') === true,
      );
      expect(found).toEqual({ state: 'queued', reason: expect.stringContaining('het giay') as string });
    });

    test('a stopped queue keeps the paper; once it is started the paper comes out', async () => {
      const spoolId = await submitted('tat');
      expect((await spooler.state(spoolId)).state).toBe('queued');
      cups.command('cupsenable', 'tat');
      expect((await settled(spoolId)).state).toBe('printed');
    });

    test('a paper under way is printing until it is out', async () => {
      const spoolId = await submitted('cham');
      const under = await eventually(
        () => spooler.state(spoolId),
        ({ state }) => state === 'printing',
      );
      expect(under.state).toBe('printing');
      writeFileSync(join(cups.folder, 'go'), '');
      expect((await settled(spoolId)).state).toBe('printed');
    });

    test('a cancelled paper has failed', async () => {
      cups.command('cupsdisable', 'tat');
      const spoolId = await submitted('tat');
      cups.command('cancel', jobOf(spoolId));
      expect((await settled(spoolId)).state).toBe('failed');
      cups.command('cupsenable', 'tat');
    });

    describe.each([
      'Quầy-số-3',
      '100%',
      'a%20b',
      'Máy_in(2)',
      'HP&Co',
      '27112',
      'q@x',
      'tên,phẩy',
      'cham-3',
      'Q\u0302uo',
    ])('a queue that people named %s', (name) => {
      beforeAll(() => cups.addPrinter(name, 'paper'));

      test('prints, is listed by its name, and its paper is found again', async () => {
        const listed = await spooler.list();
        expect('fault' in listed ? [] : listed.map((one) => one.name)).toContain(name);
        expect(await settled(await submitted(name))).toEqual({ state: 'printed', reason: null });
      });

      test('gives a paper back that waits: it never comes out', async () => {
        cups.command('cupsdisable', name);
        const spoolId = await submitted(name);
        expect(await spooler.state(spoolId)).toMatchObject({ state: 'queued' });
        expect(await spooler.cancel(spoolId)).toMatchObject({ state: 'failed', reason: 'cancelled' });
        cups.command('cupsenable', name);
        const after = await submitted(name);
        await settled(after);
        expect(existsSync(join(cups.out, `${jobOf(after)}.pdf`))).toBe(true);
        expect(existsSync(join(cups.out, `${jobOf(spoolId)}.pdf`))).toBe(false);
      });
    });

    test('one job is taken back, not what waits in a queue whose name looks like its number', async () => {
      cups.addPrinter('may-a', 'paper');
      cups.command('cupsdisable', 'may-a');
      const spoolId = await submitted('may-a');
      const twin = `may-a-${jobOf(spoolId)}`;
      cups.addPrinter(twin, 'paper');
      cups.command('cupsdisable', twin);
      const innocent = await submitted(twin);
      expect(await spooler.cancel(spoolId)).toMatchObject({ state: 'failed' });
      expect(await spooler.state(innocent)).toMatchObject({ state: 'queued' });
    });

    test('a paper that was taken back in the middle has perhaps come out in part: nobody knows', async () => {
      rmSync(join(cups.folder, 'go'), { force: true });
      const spoolId = await submitted('cham');
      await eventually(
        () => spooler.state(spoolId),
        ({ state }) => state === 'printing',
      );
      expect(await spooler.cancel(spoolId)).toEqual({ state: 'unknown', reason: 'taken-back-late' });
      writeFileSync(join(cups.folder, 'go'), '');
    });

    test.each(['khong-co', '-o', '', 'a b', 'x/y', 'a#b', '/'])('no printer is named %j', async (printer) => {
      expect(await spooler.submit(order(printer))).toEqual({ fault: 'printer-missing', data: { printer } });
    });

    test('a printer that takes no jobs refuses, and nothing waits anywhere', async () => {
      expect(await spooler.submit(order('tu-choi'))).toMatchObject({
        fault: 'print-refused',
        data: { printer: 'tu-choi' },
      });
    });

    test.each(['quay-3-99999@H29.999-261123-0042', 'quay-3', 'quay-3-1', ''])(
      'nothing is known of the job %j',
      async (spoolId) => {
        expect((await spooler.state(spoolId)).state).toBe('unknown');
        expect(await spooler.cancel(spoolId)).toMatchObject({ state: 'unknown' });
      },
    );

    test('a job of the same number that is another’s paper is not taken for ours', async () => {
      const spoolId = await submitted('quay-3');
      await settled(spoolId);
      const job = jobOf(spoolId);
      expect(await spooler.state(`quay-3-${job}@H29.999-261123-0043`)).toEqual({
        state: 'unknown',
        reason: 'job-vanished',
      });
      expect(await spooler.state(`ket-giay-${job}@H29.999-261123-0042`)).toEqual({
        state: 'unknown',
        reason: 'job-vanished',
      });
    });

    test('the printers are listed with their state, and the default one', async () => {
      const { printers } = await openSpoolers({ platform: 'linux', cupsServer: cups.server }).list();
      expect(printers).toContainEqual({
        name: 'quay-3',
        description: 'Quầy quay-3',
        state: 'ready',
        reason: null,
        isDefault: true,
      });
      expect(printers).toContainEqual(
        expect.objectContaining({ name: 'dung-may', state: 'stopped', isDefault: false }),
      );
    });

    test('the queue shows the case number and nothing of a person, whatever it is asked to show', async () => {
      const done = await spooler.submit(order('quay-3', { title: 'H29.999-261123-0042 Nguyễn Thị Ánh; rm -rf' }));
      if ('fault' in done) throw new Error(JSON.stringify(done));
      await settled(done.spoolId);
      const file = join(cups.folder, 'all.test');
      writeFileSync(
        file,
        '{ OPERATION Get-Job-Attributes\nGROUP operation-attributes-tag\nATTR charset attributes-charset utf-8\nATTR naturalLanguage attributes-natural-language en\nATTR uri job-uri $uri\nATTR name requesting-user-name $user\nATTR keyword requested-attributes all }',
      );
      const seen = cups.command(
        'ipptool',
        '-tv',
        `ipp://${encodeURIComponent(cups.server)}/jobs/${jobOf(done.spoolId)}`,
        file,
      );
      expect(seen).toContain('H29.999-261123-0042');
      expect(seen).not.toContain('Nguyễn');
      expect(seen).not.toContain('.pdf');
    });

    test('a CUPS that died is said to be away: nothing throws, and no paper is called printed', async () => {
      const other = await startCups();
      const away = createCupsSpooler({ server: other.server });
      other.addPrinter('quay-3', 'slow');
      const done = await away.submit(order('quay-3'));
      expect(done).toHaveProperty('spoolId');
      const printing = async () => processesOf(other.folder).some((line) => line.includes('backend'));
      expect(await eventually(printing, (is) => is)).toBe(true);
      await other.stop();
      // The printer goes with it: it once ran on for as long as the machine.
      const left = async () => processesOf(other.folder);
      expect(await eventually(left, (lines) => lines.length === 0)).toEqual([]);
      expect(await away.state('spoolId' in done ? done.spoolId : '')).toEqual({
        state: 'unknown',
        reason: 'spooler-unreachable',
      });
      expect(await away.submit(order('quay-3'))).toEqual({ fault: 'spooler-unavailable', data: { spooler: 'CUPS' } });
      expect(await away.list()).toEqual({ fault: 'spooler-unavailable', data: { spooler: 'CUPS' } });
    });
  },
);
