import { expect } from '@playwright/test';
import { expectAccessible } from '../../support/looks/accessible.ts';
import { look } from '../../support/looks/look.ts';
import { signIn, test } from '../../support/office.ts';
import { receive } from '../../support/receive.ts';

test('the wall, without anybody signed in: a reception at the counter shows by itself, and no name does', async ({
  office,
  page,
}) => {
  await page.goto(await office.serve());
  await page.getByLabel('Tên đăng nhập').waitFor();
  await page.keyboard.press('Alt+w');
  const today = page.getByRole('region', { name: 'Hôm nay', exact: true });
  await expect(today).toBeVisible();
  await expect(page.getByRole('region', { name: 'Hồ sơ đang giải quyết' })).toContainText('Quá hạn');
  await look(page, 'wall');
  await page.setViewportSize({ width: 1920, height: 1080 });
  await look(page, 'wall-1920');
  await expectAccessible(page);
  await page.setViewportSize({ width: 1366, height: 768 });

  // Somebody receives a file in another window: the wall is told of it, not asked by anybody.
  const counter = await page.context().newPage();
  await counter.goto(new URL('/', page.url()).href);
  await signIn(counter, 'clerk');
  await receive(counter);
  await expect(today).toContainText('1');
  await expect(page.getByRole('main')).not.toContainText('ĐẶNG ÁNH');
  await counter.close();

  // Closed it is a window beside the one in which work went on: it says so, and takes over when it is asked to.
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Làm việc ở thẻ này' }).click();
  await page.getByLabel('Các màn hình').waitFor();
  await page.keyboard.press('F4');
  await page.getByRole('button', { name: /^Bảng tổng quan/ }).waitFor();
  await page.keyboard.press('Alt+w');
  await expect(today).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: /^Bảng tổng quan/ })).toBeVisible();
});

test('each figure leads to its files and Esc comes back; a file opens, and the wall stands where it was left', async ({
  office,
  page,
}) => {
  await page.goto(await office.serve());
  await page.getByLabel('Tên đăng nhập').waitFor();
  // Figures hang on the wall for everybody, files are for who works here.
  await page.keyboard.press('Alt+w');
  const late = page.getByRole('button', { name: /Quá hạn$/ });
  await late.click();
  await expect(page.getByText('Đóng bảng rồi đăng nhập để xem từng hồ sơ.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(late).toBeFocused();
  await page.keyboard.press('Escape');
  await signIn(page, 'supervisor');
  await page.getByLabel('Các màn hình').waitFor();
  await page.keyboard.press('F4');
  await page.getByRole('button', { name: /^Bảng tổng quan/ }).waitFor();
  await page.keyboard.press('Alt+w');

  // By the arrows and Enter alone.
  await late.waitFor();
  const figure = async () => Number(await late.locator('div').first().innerText());
  const count = await figure();
  expect(count).toBeGreaterThan(0);
  await page.keyboard.press('ArrowRight');
  await expect(late).toBeFocused();
  await page.keyboard.press('Enter');
  const files = page.getByRole('listbox', { name: 'Quá hạn' });
  await expect(files.getByRole('option')).toHaveCount(count);
  await look(page, 'wall-files');
  await expectAccessible(page);
  const number = await files.getByRole('option').first().locator('div').first().innerText();
  await page.keyboard.press('Enter');
  await expect(page.getByText(number).locator('visible=true').first()).toBeVisible();
  await page.getByLabel('Các màn hình').waitFor();
  // Esc in the file leads back to the list it was opened from.
  await page.locator('[aria-keyshortcuts="Escape"]').locator('visible=true').first().waitFor();
  await page.keyboard.press('Escape');
  await expect(files.getByRole('option')).toHaveCount(count);
  await page.keyboard.press('Enter');
  await page.getByLabel('Các màn hình').waitFor();
  await page.keyboard.press('F4');
  await page.getByRole('button', { name: /^Bảng tổng quan/ }).waitFor();
  await page.keyboard.press('Alt+w');
  await expect(files).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(late).toBeFocused();

  // The other page: procedures and times, as lists to who hears them.
  await page.keyboard.press('Alt+k');
  const procedures = page.getByRole('list', { name: 'Thủ tục đang có hồ sơ, quá hạn đứng trước' });
  await expect(procedures.getByRole('listitem')).not.toHaveCount(0);
  await look(page, 'wall-details');
  await page.setViewportSize({ width: 1920, height: 1080 });
  await look(page, 'wall-details-1920');
  await expectAccessible(page);
  await procedures.getByRole('button').first().click();
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Escape');

  // The third: counters, each number to its own files; persons, since the office does not allow them, in no word.
  await page.keyboard.press('Alt+k');
  const counters = page.getByRole('list', { name: 'Theo quầy' });
  await expect(page.getByText('Từng người chỉ hiện cho lãnh đạo', { exact: false })).toBeVisible();
  await look(page, 'wall-desks');
  const lateThere = counters.getByRole('button', { name: /^Quầy .*: \d+ quá hạn$/ }).first();
  const said = Number(/(\d+) quá hạn/.exec(await lateThere.innerText())?.[1]);
  expect(said).toBe(count);
  await lateThere.click();
  await expect(page.getByRole('option')).toHaveCount(said);
  await page.keyboard.press('Escape');
  await expect(lateThere).toBeFocused();

  // The fourth: two weeks as lines, and the same numbers in a table, each of which leads to its files.
  await page.keyboard.press('Alt+k');
  const course = page.getByRole('table', { name: 'Hai tuần qua: tiếp nhận và có kết quả từng ngày' });
  await expect(course.getByRole('row')).toHaveCount(3);
  await expect(course.getByRole('columnheader')).toHaveCount(14);
  const ofDay = course.getByRole('button', { name: /^Tiếp nhận \d\d\/\d\d: \d+$/ }).first();
  const receivedThen = Number(await ofDay.innerText());
  await ofDay.click();
  await expect(page.getByRole('option')).toHaveCount(receivedThen);
  await page.keyboard.press('Escape');
  await expect(ofDay).toBeFocused();
  await look(page, 'wall-course-1920');
  await page.setViewportSize({ width: 1366, height: 768 });
  await look(page, 'wall-course');
  await expectAccessible(page);

  // On paper stand all pages, dark on white.
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(late).toBeVisible();
  await expect(procedures).toBeVisible();
  await expect(page.getByText('Hai tuần qua: tiếp nhận và có kết quả từng ngày').first()).toBeVisible();
  const inks = await page.evaluate(() =>
    [document.body, document.querySelector('h1')].map((one) => one && getComputedStyle(one).color),
  );
  // Dark on white, though the window is light on dark.
  expect(inks.every((ink) => /^rgb\((\d\d?), (\d\d?), (\d\d?)\)$/.test(ink ?? ''))).toBe(true);
  if (process.env['SHOTS'] !== undefined)
    await page.pdf({ path: `${process.env['SHOTS']}/wall.pdf`, preferCSSPageSize: true });
});

test('results that nobody fetched for a week are a number of their own, which leads to them', async ({
  office,
  page,
}) => {
  const later = new Date(Date.now() + 9 * 86_400_000).toISOString().replace(/\.\d+Z$/, 'Z');
  await page.goto(await office.serve(later));
  await signIn(page, 'supervisor');
  await page.getByLabel('Các màn hình').waitFor();
  await page.keyboard.press('F4');
  await page.getByRole('button', { name: /^Bảng tổng quan/ }).waitFor();
  await page.keyboard.press('Alt+w');
  const old = page.getByRole('button', { name: /^\d+ kết quả nằm quá một tuần$/ });
  const lying = Number(/\d+/.exec(await old.innerText())?.[0]);
  await look(page, 'wall-over-week');
  await old.click();
  await expect(page.getByRole('listbox', { name: 'Kết quả nằm quá một tuần' }).getByRole('option')).toHaveCount(lying);
  await page.keyboard.press('Escape');
  await expect(old).toBeFocused();
});
