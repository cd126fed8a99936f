import { expect } from '@playwright/test';
import Database from 'better-sqlite3';
import path from 'node:path';
import { createHost } from '../../../electron/shell/browser/serve.ts';
import { openDoor } from '../../../electron/shell/desk-door.ts';
import { nodePorts } from '../../../electron/shell/node-ports.ts';
import { placesBelow, sourceRoot } from '../../../electron/shell/places.ts';
import { expectAccessible } from '../support/looks/accessible.ts';
import { look } from '../support/looks/look.ts';
import { signIn, test } from '../support/office.ts';

test('a register of a later version is looked at, and left by the key of the banner, which the palette has too', async ({
  office,
  page,
}) => {
  const db = new Database(path.join(office.folder, 'desk.sqlite'));
  db.exec(`INSERT INTO migration VALUES (9990, '9990-tomorrow.sql', 'x'); PRAGMA user_version = 9990;
    DELETE FROM made_by WHERE what = 'reader'; INSERT INTO made_by (what, version) VALUES ('reader', 120)`);
  db.close();
  const recovery = page.getByRole('heading', { name: 'Chưa mở được dữ liệu của quầy' });
  const palette = page.getByRole('dialog', { name: 'Làm gì, đến đâu, hồ sơ nào' });
  // As the program with a window does: `serve` has nothing to offer for such a register, and ends.
  const { rendererFolder, ...places } = placesBelow(sourceRoot);
  const ports = nodePorts({ dataFolder: office.folder, ...places, opener: 'serve' });
  const door = openDoor(ports);
  const host = await createHost(door, { rendererFolder, port: 0, log: ports.log });
  await page.goto(host.url);
  await page.getByRole('button', { name: 'Mở để xem' }).click();
  const leave = page.getByRole('button', { name: 'Rời chế độ xem' });
  await expect(leave).toBeVisible();
  // Before anybody has signed in, too.
  await page.keyboard.press('Alt+Shift+l');
  await expect(recovery).toBeVisible();
  await page.getByRole('button', { name: 'Mở để xem' }).click();
  await expect(leave).toBeVisible();
  await signIn(page);
  await page.keyboard.press('F8');
  await expect(page.getByRole('heading', { name: 'Sổ theo dõi', level: 1 })).toBeAttached();
  await look(page, 'look-banner');
  await expectAccessible(page);
  await page.keyboard.press('Control+k');
  await expect(palette.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('roi che do', { delay: 55 });
  await expect(palette.getByRole('option').first()).toContainText('Rời chế độ xem');
  await page.keyboard.press('Enter');
  await expect(recovery).toBeVisible();
  await host.close();
  await door.close();
});
