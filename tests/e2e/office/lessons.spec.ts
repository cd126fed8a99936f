import { type Page, expect } from '@playwright/test';
import { mayCall } from '../../../electron/domain/common/office/call-roles.ts';
import {
  type LessonName,
  type ToldKey,
  lessonNames,
  lessonTable,
  lessonSteps,
} from '../../../renderer/app/lessons/lessons.ts';
import { vi } from '../../../renderer/text/languages.ts';
import { newFolder } from '../../support/desk/folder.ts';
import { test } from '../support/browser.ts';
import { expectAccessible } from '../support/looks/accessible.ts';
import { look } from '../support/looks/look.ts';
import { expectNothingSideways } from '../support/looks/sideways.ts';
import { Office, password, signIn } from '../support/office.ts';

const words = vi.lessons;
/** Seen below a dialog too, where a role would not find it. */
const bar = (page: Page) => page.locator(`section[aria-label="${words.title}"]`);
const list = (page: Page) => page.getByRole('dialog', { name: words.open });
const stepOf = async (page: Page) => Number(/Bước (\d+)\//.exec((await bar(page).textContent()) ?? '')?.[1] ?? 0);

/** As the lesson writes it: a hand at the keyboard, never so fast that it is taken for a scanner. */
async function press(page: Page, told: ToldKey): Promise<void> {
  if ('type' in told) return page.keyboard.type(told.type, { delay: 60 });
  const keys = told.press.replace('Ctrl', 'Control').replace(/(?<=Alt\+|^)[A-Z]$/, (letter) => letter.toLowerCase());
  for (let nth = 0; nth < (told.times ?? 1); nth += 1) await page.keyboard.press(keys, { delay: 60 });
}

async function begin(page: Page, lesson: LessonName): Promise<void> {
  await page.keyboard.press('Alt+Shift+H');
  await expect(list(page).getByRole('listbox')).toBeFocused();
  const names = await list(page).getByRole('option').allTextContents();
  const at = names.findIndex((name) => name.includes(words.of[lesson].name));
  for (const _row of names) await page.keyboard.press('ArrowUp');
  for (let nth = 0; nth < at; nth += 1) await page.keyboard.press('ArrowDown');
  await expect(list(page).getByRole('option').nth(at)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(list(page)).toBeHidden();
  await expect(bar(page)).toContainText(words.of[lesson].name);
}

/** Does what the step in front tells, and nothing else; it goes on by itself. Answers whether there was one. */
async function playStep(page: Page, lesson: LessonName): Promise<boolean> {
  const step = await stepOf(page);
  const [name, row] = lessonSteps(lesson)[step - 1] ?? [];
  if (row === undefined) return false;
  await look(page, `lesson-${lesson}-${name}`);
  // What no key of ours does is the window that goes, as with the power.
  if (row.keys.length === 0) await page.reload();
  for (const told of row.keys) await press(page, told);
  // What the step says of fees that are still owed: the desk asks why.
  const asked = page.getByRole('dialog', { name: 'Cần nêu lý do' });
  if (lesson === 'return-result' && name === 'hand') {
    await expect.poll(async () => (await asked.isVisible()) || (await stepOf(page)) !== step).toBe(true);
    if (await asked.isVisible()) {
      await page.keyboard.type('Nộp sau', { delay: 60 });
      await page.keyboard.press('Control+Enter');
    }
  }
  await expect.poll(() => stepOf(page), `${lesson}: ${name}`).not.toBe(step);
  return true;
}

async function expectEnd(page: Page, lesson: LessonName): Promise<void> {
  await expect(bar(page)).toContainText(words.of[lesson].learned);
  await expect(bar(page).getByText(/^Xong bài, \d+ phím$/)).toBeVisible();
}

test('a newcomer opens a practice office, is led to the lessons, and does the first by the keys it tells', async ({
  page,
}) => {
  test.slow();
  const office = new Office(newFolder());
  try {
    await page.goto(await office.serve());
    await page.getByLabel('Số hồ sơ mẫu').fill('20');
    await page.keyboard.press('Alt+4');
    await expect(page.getByRole('heading', { name: 'Đăng nhập' })).toBeVisible({ timeout: 60_000 });
    await page.keyboard.press('Enter');
    await expect(bar(page)).toContainText(
      words.invite(lessonNames.filter((name) => mayCall('clerk', lessonTable[name].role)).length),
    );
    await look(page, 'lessons-invited');
    await page.keyboard.press('Alt+Shift+H');
    await expect(list(page).getByRole('option').first()).toHaveAttribute('aria-selected', 'true');
    await look(page, 'lessons-list');
    await expectAccessible(page);
    await page.keyboard.press('Enter');
    await expect(list(page)).toBeHidden();
    // The screen it begins on stands there already.
    await expect.poll(() => stepOf(page)).toBe(2);
    await expectNothingSideways(page);
    await expectAccessible(page);
    await playStep(page, 'first-reception');
    await playStep(page, 'first-reception');
    // Left and taken up again: by another window it goes on from the same step.
    await page.keyboard.press('Alt+Shift+H');
    await expect(list(page)).toBeVisible();
    await page.keyboard.press('Alt+1');
    await expect(bar(page)).toBeHidden();
    await page.reload();
    await expect(page.getByLabel('Họ và tên', { exact: true })).toHaveValue('nguyễn thị lan');
    await expect(bar(page)).toBeHidden();
    await begin(page, 'first-reception');
    expect(await stepOf(page)).toBe(4);
    while (await playStep(page, 'first-reception'));
    await expectEnd(page, 'first-reception');
    await look(page, 'lesson-ended');
    await expectAccessible(page);
    await page.keyboard.press('Alt+Shift+H');
    await expect(list(page).getByRole('option').first()).toContainText(/đã xong, \d+ phím/);
  } finally {
    await office.end();
  }
});

/** Every lesson by its own keys: some minutes, for whoever changed one (`LESSONS=all`); tests/renderer/app/lessons/lesson-state.test.ts holds the rest day by day. */
const played: readonly LessonName[] = [
  'on-behalf',
  'certification',
  'fee',
  'return-result',
  'window-gone',
  'paper-kit',
  'end-of-day',
  'open-till',
  'ask-papers',
];

test('every other lesson, by the keys it tells', async ({ page }) => {
  test.skip(
    process.env['LESSONS'] === undefined,
    'LESSONS=all plays them; the table is held by tests/renderer/app/lessons/lesson-state.test.ts',
  );
  test.setTimeout(600_000);
  const office = new Office(newFolder());
  try {
    office.call('office.openPractice', { password, cases: 200 });
    await page.goto(await office.serve());
    for (const user of ['clerk', 'officer'] as const) {
      await signIn(page, user);
      // The screen each begins their day at stands.
      await expect(page.locator('#work-list, #reception-applicant-idNumber').first()).toBeFocused();
      const theirs = played.filter(
        (lesson) =>
          mayCall(user, lessonTable[lesson].role) && (user === 'clerk') === mayCall('clerk', lessonTable[lesson].role),
      );
      for (const lesson of theirs.filter((name) =>
        (process.env['LESSONS'] ?? '').replace('all', played.join()).includes(name),
      )) {
        await test.step(lesson, async () => {
          await begin(page, lesson);
          while (await playStep(page, lesson));
          await expectEnd(page, lesson);
        });
      }
      await page.keyboard.press('Alt+0');
      await page.getByRole('button', { name: 'Đăng xuất' }).click();
    }
  } finally {
    await office.end();
  }
});
