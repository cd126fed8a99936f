import { type Browser, type Page, expect } from '@playwright/test';
import { newFolder } from '../../support/desk/folder.ts';
import { vi } from '../../../renderer/text/languages.ts';
import { test } from '../support/browser.ts';
import { Counter, type Who } from '../support/counter.ts';
import { Hub } from '../support/hub.ts';
import { scan } from '../support/keyboard.ts';
import { look } from '../support/looks/look.ts';
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

test('received at one counter, decided at another, paid at the third while the cable is out, returned at the first; and a fee taken twice is decided', async ({
  browser,
}) => {
  const hub = new Hub();
  await hub.start();
  const offices = join(hub);
  try {
    const [first, second, third] = (await Promise.all(
      offices.map((office, at) => sit(browser, office, at === 1 ? 'supervisor' : 'clerk')),
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
    // Said to a clerk, who has no screen to go to: no key is offered that does nothing.
    const bar = third.page.getByRole('contentinfo');
    await expect(bar.getByText(vi.frame.centre.alone)).toBeVisible();
    await expect(bar.getByText('F9')).toHaveCount(0);
    await look(third.page, 'centre-cable-out');

    await hub.start();
    // Nobody opens it again: the screen that stands there hears of it.
    await expect(first.page.getByText('đã thu, biên lai 0000001').filter({ visible: true })).toBeVisible({
      timeout: 60_000,
    });
    await look(first.page, 'centre-paid-elsewhere');
    await first.counter.giveBack(number);
    await feeTwice(hub, [first, third, second]);
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

/** A fee taken at two counters while the cable is out: decided at the third, owed and told at the drawer that took it for nothing. */
async function feeTwice(hub: Hub, [first, other, decider]: readonly [At, At, At]): Promise<void> {
  const number = await first.counter.receive(card, '2.000815', {
    before: (page) => page.getByLabel('Số trang bản chính', { exact: false }).fill('3'),
  });
  // The other drawer is open already.
  await openTill(first.page);
  await findUntilThere(other.page, number);
  await hub.stop();
  for (const { page } of [first, other]) {
    await page.keyboard.press('F7');
    await scan(page, number);
    await expect(pay(page).getByText('5.000 đ').first()).toBeVisible();
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('region', { name: 'Đã thu' })).toBeVisible();
  }
  await hub.start();
  // Each drawer numbers under its own symbol, so no number is given twice: one contradiction, shown once.
  await decider.page.keyboard.press('F4');
  await expect(decider.page.getByText('1 chỗ hai quầy ghi khác nhau, chờ lãnh đạo quyết định')).toBeVisible({
    timeout: 60_000,
  });
  await decider.page.keyboard.press('Alt+v');
  const list = decider.page.getByRole('listbox', { name: 'Chỗ hai quầy ghi khác nhau' });
  await expect(list.getByRole('option')).toHaveCount(1);
  await list.press('Enter');
  const sides = decider.page.getByRole('radiogroup', { name: 'Hai bên' });
  await expect(sides).toBeFocused();
  // The side of the first counter stands, wherever it is shown.
  await sides.getByRole('radio', { name: /Quầy 1 \(Q1\)/ }).click();
  await decider.page.getByLabel('Vì sao bên này có giá trị').fill('Quầy 1 thu trước');
  await decider.page.keyboard.press('Control+Enter');
  await expect(list.getByRole('option')).toHaveText([/Hoàn 5\.000 đ, biên lai \S+ 0000002, ở Quầy 3 \(Q3\)/]);
  await look(decider.page, 'centre-decided');
  // The clerk at that drawer is told without asking.
  await expect(other.page.getByText('1 khoản phải làm ở két này sau quyết định giữa hai quầy')).toBeVisible({
    timeout: 90_000,
  });
  await look(other.page, 'centre-owed-at-the-drawer');
  await expect(first.page.getByText('khoản phải làm ở két này', { exact: false })).toHaveCount(0);
}

/** Opens a case as soon as this counter has heard of it. */
async function findUntilThere(page: Page, number: string): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('F3');
    await scan(page, number);
    await expect(page.getByRole('heading', { level: 1, name: number })).toBeVisible({ timeout: 1500 });
  }).toPass({ timeout: 60_000 });
}
