import { type Browser, type Page, expect } from '@playwright/test';
import { newFolder } from '../../support/desk/folder.ts';
import { test } from '../support/browser.ts';
import { Counter, type Who } from '../support/counter.ts';
import { Hub } from '../support/hub.ts';
import { scan } from '../support/keyboard.ts';
import { look } from '../support/look.ts';
import { Office, signIn } from '../support/office.ts';
import { openTill, pay } from '../support/till.ts';

/** Three counters of one centre and their hub, in three browsers at once (issue: many counters, one centre). */
test.describe.configure({ timeout: 300_000 });

const card = '079190001234||Nguyễn Thị Đặng Ánh|04031990|Nữ|12 Lê Lợi, Phường Cát Lái, TP. Hồ Chí Minh|02072025';
const codes = ['Q1', 'Q2', 'Q3'] as const;

type At = { readonly office: Office; readonly counter: Counter; readonly page: Page };

/** A practice office of a counter without files, joined; exchanged until each has the centre's key. */
function join(hub: Hub): Office[] {
  const offices = codes.map((code, at) => {
    const office = new Office(newFolder());
    office.open({ cases: 0, seed: at + 1 });
    office.run('join', hub.enrol(code), '--user', 'supervisor');
    return office;
  });
  for (const office of [...offices, ...offices]) office.run('sync', '--user', 'supervisor');
  return offices;
}

async function sit(browser: Browser, office: Office, who: Who): Promise<At> {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
  });
  const page = await context.newPage();
  await page.goto(await office.serve());
  await signIn(page, who);
  return { office, page, counter: new Counter(office, page) };
}

test('received at one counter, decided at another, paid at the third while the cable is out, returned at the first', async ({
  browser,
}) => {
  const hub = new Hub();
  await hub.start();
  const offices = join(hub);
  try {
    const [first, second, third] = (await Promise.all(
      offices.map((office, at) => sit(browser, office, at === 1 ? 'officer' : 'clerk')),
    )) as [At, At, At];

    const number = await first.counter.receive(card, '2.000815', {
      before: (page) => page.getByLabel('Số trang bản chính', { exact: false }).fill('3'),
    });
    expect(number).toMatch(/^H29\.999-\d{6}-1\d{3}$/);

    await openTill(third.page);
    await findUntilThere(second.page, number);
    await look(second.page, 'centre-at-the-second');
    await second.counter.act('Ghi kết quả xử lý xong', { 'Kết quả': 'Bản sao chứng thực' });

    await first.counter.open(number);
    // The cable is out: the third counter knows the file already and takes its fee alone.
    await findUntilThere(third.page, number);
    await hub.stop();
    await third.page.keyboard.press('F7');
    await scan(third.page, number);
    await expect(pay(third.page).getByText('5.000 đ').first()).toBeVisible();
    await third.page.keyboard.press('Control+Enter');
    await expect(third.page.getByRole('region', { name: 'Đã thu' })).toBeVisible();
    await look(third.page, 'centre-cable-out');

    await hub.start();
    // Nobody opens it again: the screen that stands there hears of it.
    await expect(first.page.getByText('đã thu, biên lai 0000001').filter({ visible: true })).toBeVisible({
      timeout: 60_000,
    });
    await look(first.page, 'centre-paid-elsewhere');
    await first.counter.giveBack(number);
    await Promise.all([first, second, third].map(({ page }) => page.context().close()));
    await Promise.all(offices.map((office) => office.kill()));
    const states = [...offices, ...offices, ...offices].map(
      (office) => JSON.parse(office.run('sync', '--user', 'supervisor')) as { stateHash: string; conflicts: number },
    );
    expect(new Set(states.slice(-3).map(({ stateHash }) => stateHash)).size).toBe(1);
    expect(states.slice(-3).map(({ conflicts }) => conflicts)).toEqual([0, 0, 0]);
  } finally {
    await Promise.all(offices.map((office) => office.end()));
    await hub.end();
  }
});

/** Opens a case as soon as this counter has heard of it. */
async function findUntilThere(page: Page, number: string): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('F3');
    await scan(page, number);
    await expect(page.getByRole('heading', { level: 1, name: number })).toBeVisible({ timeout: 1500 });
  }).toPass({ timeout: 60_000 });
}
