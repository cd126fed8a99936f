import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { createFolderSpooler, folderPrinter } from '../../../electron/paper/printers/folder.ts';
import { newFolder } from '../../support/desk/folder.ts';

const order = {
  pdf: Buffer.from('%PDF-1.7 giấy'),
  printer: folderPrinter,
  copies: 1,
  title: 'H29.999-261123-0042',
  size: 'A5',
} as const;

let folder: string;
beforeEach(() => {
  folder = newFolder();
});

test('a paper is a whole file under the case number; a second one does not write over it', async () => {
  const spooler = createFolderSpooler(folder);
  expect(await spooler.submit(order)).toEqual({ spoolId: 'H29.999-261123-0042.pdf' });
  expect(await spooler.submit({ ...order, pdf: Buffer.from('khác') })).toEqual({
    spoolId: 'H29.999-261123-0042-2.pdf',
  });
  expect(readdirSync(folder).sort()).toEqual(['H29.999-261123-0042-2.pdf', 'H29.999-261123-0042.pdf']);
  expect(readFileSync(join(folder, 'H29.999-261123-0042.pdf')).equals(order.pdf)).toBe(true);
  expect(await spooler.state('H29.999-261123-0042.pdf')).toEqual({ state: 'printed', reason: null });
});

test('a title leads nowhere but into the folder', async () => {
  const spooler = createFolderSpooler(folder);
  expect(await spooler.submit({ ...order, title: '../../x y' })).toEqual({ spoolId: '.._.._x_y.pdf' });
  expect(readdirSync(folder)).toEqual(['.._.._x_y.pdf']);
});

test('a file that was taken away is unknown, not printed', async () => {
  const spooler = createFolderSpooler(folder);
  await spooler.submit(order);
  rmSync(join(folder, 'H29.999-261123-0042.pdf'));
  expect(await spooler.state('H29.999-261123-0042.pdf')).toEqual({ state: 'unknown', reason: 'file-gone' });
});

test('a folder that is not there is a missing printer, and is listed as stopped', async () => {
  const spooler = createFolderSpooler(join(folder, 'nowhere'));
  expect(await spooler.submit(order)).toEqual({ fault: 'printer-missing', data: { printer: folderPrinter } });
  expect(await spooler.list()).toMatchObject([{ name: folderPrinter, state: 'stopped', reason: 'folder-missing' }]);
  const file = join(folder, 'a-file');
  writeFileSync(file, 'x');
  expect(await createFolderSpooler(file).list()).toMatchObject([{ state: 'stopped', reason: 'folder-missing' }]);
  expect(await createFolderSpooler(folder).list()).toMatchObject([{ state: 'ready', reason: null, isDefault: true }]);
});

test('another printer than the folder is missing here', async () => {
  expect(await createFolderSpooler(folder).submit({ ...order, printer: 'quay-3' })).toMatchObject({
    fault: 'printer-missing',
  });
});
