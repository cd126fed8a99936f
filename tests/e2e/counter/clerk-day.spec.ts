import { type Page, expect } from '@playwright/test';
import { newFolder } from '../../support/desk/folder.ts';
import { FakeRoll } from '../../support/printers/roll-printer.ts';
import { test } from '../support/browser.ts';
import { type Visit, inOrder, visits } from '../support/clerk-day/clerk-day-table.ts';
import { doComplete, doFetch, doFile, doLack, doOnline, idOf } from '../support/clerk-day/clerk-day-visits.ts';
import { wordsOf } from '../support/counter.ts';
import { Office, signIn } from '../support/office.ts';
import { openTill } from '../support/till.ts';

/**
 * A clerk's day: forty citizens of every kind through the screens, by keys; afterwards the desk is asked what became of each, and every
 * answer is compared with a table written by hand (support/clerk-day/clerk-day-table.ts): date, fee, letters on paper, receiver, printer.
 */
test.describe.configure({ timeout: 600_000 });

const day = '2026-12-02';
const roll = 'Cuộn quầy 1';
const sheets = 'pdf-folder';

function uuid(nth: number): string {
  return `00000000-0000-4000-8000-${String(nth).padStart(12, '0')}`;
}

/** What happened on the days before: who fetches a result today, and who is asked for a paper. */
function daysBefore(office: Office): void {
  const at = new Map<string, object[]>();
  const put = (moment: string, call: string, input: object) =>
    at.set(moment, [...(at.get(moment) ?? []), { call, input }]);
  for (const visit of visits) {
    if (visit.does !== 'fetch' && visit.does !== 'complete') continue;
    const caseId = uuid(visit.nth);
    const { name: fullName, id: idNumber, kind = 'citizen' } = visit.who;
    const received = visit.does === 'fetch' ? visit.receivedOn : '2026-11-26';
    put(`${received}T09:00`, 'case.receive', {
      procedureCode: visit.code,
      channel: 'direct',
      applicant: { kind, fullName, idNumber },
      components: [{ index: 0, originals: 1, copies: 0 }],
      requestId: caseId,
    });
    put(`${received}T10:00`, 'case.act', { caseId, act: { type: 'transfer' } });
    if (visit.does === 'fetch')
      put(`${visit.finishedOn}T15:00`, 'case.act', { caseId, act: { type: 'finish', result: 'Văn bản' } });
    else {
      const act = { type: 'request-supplement', items: ['Giấy tờ chỗ ở'], reason: 'Thiếu bản chính' };
      put('2026-11-27T09:00', 'case.act', { caseId, act });
    }
  }
  for (const [moment, calls] of [...at].toSorted(([a], [b]) => a.localeCompare(b))) {
    const answers = office.batch(
      `${calls.map((line) => JSON.stringify(line)).join('\n')}\n`,
      '--user',
      'supervisor',
      '--now',
      `${moment}:00+07:00`,
    );
    for (const answer of answers) expect(answer.ok, JSON.stringify(answer.fault)).toBe(true);
  }
}

/** Receipts go to the roll of the counter, everything else to the sheets. */
function choosePrinters(office: Office, printer: object): void {
  const ask = (call: string, input: object) =>
    office.batch(`${JSON.stringify({ call, input })}\n`, '--user', 'admin')[0];
  const { value: settings } = ask('office.settings', {});
  const changed = { ...settings, printer: sheets, receiptPrinter: roll, rollPrinters: [printer] };
  expect(ask('office.changeSettings', { settings: changed, reason: 'Máy in của quầy' }).ok).toBe(true);
}

async function importOnline(page: Page): Promise<void> {
  const files = visits.flatMap((visit) =>
    visit.does === 'online'
      ? [
          {
            portalNumber: visit.portalNumber,
            procedureCode: visit.code,
            applicant: { kind: 'citizen', fullName: visit.who.name, idNumber: visit.who.id, phone: '0900012345' },
            components: [{ index: 0, originals: 1, copies: 0 }],
            submittedAt: `${day}T07:20:00+07:00`,
            receivedAt: `${day}T07:21:00+07:00`,
            summary: 'Hồ sơ trực tuyến',
            attachments: [{ name: 'to-khai.pdf', size: 120_034, sha256: 'a'.repeat(64), component: 0 }],
          },
        ]
      : [],
  );
  const pack = JSON.stringify({ format: 'mot-cua-online-pack', version: 1, unitCode: '27112', files });
  await page.keyboard.press('Alt+o');
  await expect(page.getByRole('button', { name: /Nhập gói trực tuyến/ })).toBeVisible();
  const chooser = page.waitForEvent('filechooser');
  await page.evaluate('0');
  await page.keyboard.press('Alt+n');
  await (await chooser).setFiles({ name: 'goi.json', mimeType: 'application/json', buffer: Buffer.from(pack) });
  await expect(page.getByRole('dialog')).toContainText('2 hồ sơ mới · 0 đã có sẵn · 0 bị từ chối');
  await page.keyboard.press('Escape');
}

/** '04/01/2027' as the paper says it. */
function onPaper(due: string): RegExp {
  const [dd, mm, yyyy] = due.split('/');
  return new RegExp(`${due}|ngày ${dd} tháng ${mm} năm ${yyyy}`);
}

test('forty citizens: no wrong date, fee, letter, receiver or printer', async ({ page }) => {
  const printer = new FakeRoll();
  const office = new Office(newFolder());
  try {
    office.open({ cases: 0 });
    choosePrinters(office, await printer.listen());
    daysBefore(office);
    const earlier = new Map<number, string>();
    const before = visits.filter(({ does }) => does === 'fetch' || does === 'complete');
    const asked = office.batch(
      before.map(({ nth }) => `${JSON.stringify({ call: 'case.get', input: { caseId: uuid(nth) } })}\n`).join(''),
      '--user',
      'clerk',
      '--now',
      `${day}T07:00:00+07:00`,
    );
    for (const [at, { value }] of asked.entries()) {
      const { official, local } = value.state.number;
      earlier.set(before[at]?.nth ?? 0, official ?? local);
    }

    const began = Date.now();
    await page.goto(await office.serve(`${day}T07:35:00+07:00`));
    await signIn(page);
    await idOf(page, 'applicant.idNumber').waitFor();
    await openTill(page);
    await page.keyboard.press('F2');
    await importOnline(page);
    const numbers = new Map<number, string>(earlier);
    for (const visit of inOrder(20_261_202)) {
      await test.step(`${visit.nth}: ${visit.who.name}`, async () => {
        await page.keyboard.press('F2');
        await expect(idOf(page, 'applicant.idNumber')).toBeFocused();
        await expect(idOf(page, 'applicant.idNumber')).toHaveValue('');
        const number = earlier.get(visit.nth) ?? '';
        if (visit.does === 'file') numbers.set(visit.nth, await doFile(page, visit));
        if (visit.does === 'online') numbers.set(visit.nth, await doOnline(page, visit));
        if (visit.does === 'lack') await doLack(page, visit);
        if (visit.does === 'complete') await doComplete(page, visit, number);
        if (visit.does === 'fetch') await doFetch(page, visit, number);
      });
    }
    test.info().annotations.push({ type: 'measured', description: `${((Date.now() - began) / 1000).toFixed(0)} s` });
    process.stdout.write(`    forty citizens: ${((Date.now() - began) / 1000).toFixed(0)} s\n`);
    await office.kill('SIGTERM');
    await compare(office, numbers);
  } finally {
    await office.end();
    await printer.close();
  }
});

/** Every outcome beside the table: all that differs is told together. */
async function compare(office: Office, numbers: ReadonlyMap<number, string>): Promise<void> {
  const ask = (calls: readonly { readonly call: string; readonly input: unknown }[]): any[] =>
    office
      .batch(
        `${calls.map((one) => JSON.stringify(one)).join('\n')}\n`,
        '--user',
        'supervisor',
        '--now',
        `${day}T16:30:00+07:00`,
      )
      .map((answer, at) => {
        if (!answer.ok) throw new Error(`${calls[at]?.call}: ${JSON.stringify(answer.fault)}`);
        return answer.value;
      });
  const asCases = visits.filter((visit) => visit.does !== 'lack');
  const hits = ask(asCases.map(({ nth }) => ({ call: 'case.search', input: { text: numbers.get(nth) ?? '' } })));
  const cases = ask(hits.map(({ hits: found }) => ({ call: 'case.get', input: { caseId: found[0]?.caseId ?? '' } })));
  const [{ jobs }, waiting] = ask([
    { call: 'print.list', input: { all: true } },
    { call: 'intake.list', input: { limit: 50 } },
  ]);
  const paperOf = (visit: Visit, view: any) =>
    view.documents.findLast(({ form }: { form: string }) =>
      form.startsWith(visit.does === 'fetch' ? 'tra-ket-qua' : 'mau-01'),
    );
  const papers = ask(
    asCases.map((visit, at) => ({
      call: 'paper.download',
      input: { documentId: paperOf(visit, cases[at])?.documentId ?? '' },
    })),
  );
  const wrong: string[] = [];
  for (const [at, visit] of asCases.entries()) {
    const view = cases[at];
    const told = (what: string, is: unknown, should: unknown) => {
      if (JSON.stringify(is) !== JSON.stringify(should))
        wrong.push(`${visit.nth} ${visit.who.name}: ${what} is ${JSON.stringify(is)}, not ${JSON.stringify(should)}`);
    };
    const { state } = view;
    const name = visit.does === 'file' ? (visit.corrected ?? visit.who.name) : visit.who.name;
    told('name', state.applicant.fullName, name);
    told('procedure', state.procedure.code, visit.code);
    if (visit.does === 'fetch') {
      const { receiver } = view.actions.findLast(({ type }: { type: string }) => type === 'returned')?.detail ?? {};
      told('status', state.status, 'returned');
      told('receiver', receiver, visit.receiver);
    } else {
      const [dd, mm, yyyy] = visit.due.split('/');
      told('due', state.dueAt, `${yyyy}-${mm}-${dd}T17:00:00+07:00`);
    }
    if (visit.does === 'file' || visit.does === 'online') {
      const amounts = state.fees.map(({ amount }: { amount: number | null }) => amount);
      const known = amounts.filter((amount: number | null) => amount !== null);
      told(
        'fee',
        known.length === 0 ? null : known.reduce((sum: number, amount: number) => sum + amount, 0),
        visit.fee,
      );
      told(
        'channel',
        state.channel,
        visit.does === 'online' ? 'online' : visit.parcel === undefined ? 'direct' : 'post',
      );
    }
    if (visit.does === 'file') {
      told('filer', state.submitter?.fullName ?? null, visit.filer?.name ?? null);
      told('delivery', state.resultDelivery.kind, visit.posted === true ? 'post' : 'desk');
    }
    const document = paperOf(visit, view);
    const words = (await wordsOf(papers[at].base64)).normalize('NFC');
    const written = [
      name,
      visit.does === 'fetch' ? visit.receiver : name,
      visit.does === 'file' ? (visit.filer?.name ?? name) : name,
    ];
    for (const letters of new Set(written))
      if (!words.includes(letters)) wrong.push(`${visit.nth}: ${letters} is not on ${document.form}: ${words}`);
    if (visit.does !== 'fetch' && !onPaper(visit.due).test(words))
      wrong.push(`${visit.nth}: ${visit.due} is not on ${document.form}: ${words.slice(0, 600)}`);
    const job = jobs.find(({ documentId }: { documentId: string }) => documentId === document.documentId);
    told('printer', [job?.printer, job?.state], [visit.does === 'fetch' ? sheets : roll, 'printed']);
  }
  for (const visit of visits.filter(({ does }) => does === 'lack')) {
    const row = waiting.rows.find(({ applicantName }: { applicantName: string }) => applicantName === visit.who.name);
    if (row?.status !== 'supplement-requested') wrong.push(`${visit.nth}: ${visit.who.name} does not wait for papers`);
  }
  expect(wrong).toEqual([]);
  expect(JSON.parse(office.run('verify')).ok).toBe(true);
}
