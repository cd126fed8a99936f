import { chromium } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { getBrowser } from '../../../../build/run/find-browser.ts';
import { createPaper } from '../../../../electron/paper/paper.ts';
import { birth, folders } from '../../../support/papers/mau-01-sample.ts';
import { type Row, notMeasured, percentile, row } from '../../row.ts';
import { peerVersion } from '../installed.ts';
import { type Content, receiptContent } from './receipt-content.ts';
import { receiptBody, receiptPage } from './receipt-html.ts';
import { openPdfMake } from './receipt-pdfmake.ts';

type Engine = {
  readonly name: string;
  readonly target: string;
  /** Ours as a share of theirs, at most. */
  readonly most: number;
  readonly draw: (content: Content, data: typeof birth) => Promise<Uint8Array>;
};

const warmUp = 5;

/** The receipt of a real form beside other engines, in turns: two copies on A5, bar code and QR on each, another person each time. */
export async function receiptPeerRows(rounds: number, keepIn?: string): Promise<Row[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'receipt-peers-'));
  const executablePath = getBrowser();
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const version = `Chromium ${browser.version().split('.')[0]}`;
    const engines: Engine[] = [
      { name: 'the desk', target: '', most: 1, draw: openDesk() },
      {
        name: `pdfmake ${peerVersion('pdfmake')}`,
        target: '≥ 5 × faster',
        most: 0.2,
        draw: openPdfMake(),
      },
      {
        name: `${version} print to PDF, page open`,
        target: 'ahead of it',
        most: 1,
        draw: await openChromium(browser, folder),
      },
    ];
    const rows = await besideDesk(engines, rounds, keepIn);
    return [...rows, await officeRow(rows[0]?.value ?? Number.NaN, folder, keepIn)];
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function openDesk(): Engine['draw'] {
  const paper = createPaper(folders);
  return async (_content, data) => {
    const rendered = await paper.render('mau-01', data);
    if ('fault' in rendered) throw new Error(rendered.fault);
    return rendered.pdf;
  };
}

/** A page that stays open, with its fonts loaded: what a desktop program would keep for its papers. */
async function openChromium(
  browser: Awaited<ReturnType<typeof chromium.launch>>,
  folder: string,
): Promise<Engine['draw']> {
  const file = path.join(folder, 'receipt.html');
  writeFileSync(file, receiptPage(receiptContent(birth)));
  const page = await browser.newPage();
  await page.goto(pathToFileURL(file).href);
  await page.evaluate('document.fonts.ready.then(() => undefined)');
  return async (content) => {
    await page.evaluate(`document.body.innerHTML = ${JSON.stringify(receiptBody(content))}`);
    return page.pdf({ preferCSSPageSize: true, printBackground: true });
  };
}

/** The same case as another person's: nothing that was drawn can be taken from memory. */
function another(index: number): typeof birth {
  const serial = String(index).padStart(4, '0');
  const fullName = `NGUYỄN THỊ ${['ĐẶNG ÁNH', 'BÍCH PHƯỢNG', 'CẨM TÚ', 'DIỆU HIỀN'][index % 4]}`;
  return {
    ...birth,
    number: { printed: `H29.999-261123-${serial}`, temporary: false },
    applicant: { ...birth.applicant, fullName, phone: `0900 00 ${serial}` },
  };
}

async function besideDesk(engines: readonly Engine[], rounds: number, keepIn: string | undefined): Promise<Row[]> {
  const times = engines.map((): number[] => []);
  for (let index = 0; index < warmUp + rounds; index += 1) {
    for (const [at, engine] of engines.entries()) {
      const data = another(index);
      const content = receiptContent(data);
      const begun = performance.now();
      const pdf = await engine.draw(content, data);
      const time = performance.now() - begun;
      if (index >= warmUp) times[at]?.push(time);
      const pages = pagesOf(pdf);
      if (pages !== 2) throw new Error(`${engine.name} drew ${pages} pages, not 2`);
      if (index === 0 && keepIn !== undefined) writeFileSync(path.join(keepIn, `${at}.pdf`), pdf);
    }
  }
  const value = percentile(times[0] ?? [], 0.5);
  return engines.slice(1).map(({ name, target, most }, at) => {
    const peerValue = percentile(times[at + 1] ?? [], 0.5);
    const what = `receipt PDF (Mẫu 01, A5, two copies, codes), warm, median of ${rounds}, beside ${name.split(' ')[0]}`;
    return row({ name: what, value, unit: 'ms', peer: name, peerValue, target, met: value <= most * peerValue });
  });
}

function pagesOf(pdf: Uint8Array): number {
  return (
    Buffer.from(pdf)
      .toString('latin1')
      .match(/\/Type\s*\/Page\b/g)?.length ?? 0
  );
}

/** LibreOffice as offices script it: a process for each paper. Where it is not installed there is no figure. */
async function officeRow(value: number, folder: string, keepIn: string | undefined): Promise<Row> {
  const name = 'receipt PDF, beside LibreOffice html → pdf, a process each';
  const version = spawnSync('soffice', ['--version'], { encoding: 'utf8' });
  if (version.status !== 0) return notMeasured(name, 'left out: soffice is not present');
  const times: number[] = [];
  for (let index = 0; index < 4; index += 1) {
    const file = path.join(folder, 'office.html');
    writeFileSync(file, receiptPage(receiptContent(another(index))));
    const begun = performance.now();
    const words = ['--headless', `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile')).href}`];
    const done = spawnSync('soffice', [
      ...words,
      '--convert-to',
      'pdf:writer_web_pdf_Export',
      '--outdir',
      folder,
      file,
    ]);
    if (done.status !== 0) return notMeasured(name, 'left out: soffice did not convert it');
    if (index > 0) times.push(performance.now() - begun);
  }
  if (keepIn !== undefined)
    writeFileSync(path.join(keepIn, 'office.pdf'), readFileSync(path.join(folder, 'office.pdf')));
  const peerValue = percentile(times, 0.5);
  return row({
    name,
    value,
    unit: 'ms',
    peer: version.stdout.split(' ').slice(0, 2).join(' '),
    peerValue,
    target: 'ahead of it',
    met: value <= peerValue,
  });
}
