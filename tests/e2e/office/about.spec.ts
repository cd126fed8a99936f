import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { look } from '../support/looks/look.ts';
import { test } from '../support/office.ts';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

test('who asks what runs here is told the version, the system, and what nobody has seen run on it', async ({
  desk: page,
}) => {
  await page.keyboard.press('Alt+0');
  const about = page.getByRole('region', { name: 'Giới thiệu' });
  await expect(about).toContainText(new RegExp(`Phiên bản ${version.replaceAll('.', '\\.')}, dạng sổ \\d+`));
  await expect(about).toContainText(/Chạy bằng Node \d+\.\d+\.\d+ trên (Linux|Windows|macOS)/);
  await expect(about.getByRole('listitem').filter({ hasText: 'bộ cài đặt' })).toBeVisible();
  await expect(about).toContainText('THIRD-PARTY.txt');
  await look(page, 'about');
});
