import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Way, driversOf, openSpoolers } from '../../../electron/paper/printers/drivers.ts';
import { folderPrinter } from '../../../electron/paper/printers/folder.ts';
import { newFolder } from '../../support/desk/folder.ts';

const order = { pdf: Buffer.from('%PDF-1.7'), copies: 1, title: 'H29.999-261123-0042', size: 'A5' } as const;
const roll = { name: 'Cuộn quầy 1', host: '192.168.1.9', port: 9100, widthMm: 80 } as const;

/** The computer's own printers, as somebody else opened them. */
function machine(...names: string[]): Way & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    list: async () =>
      names.map((name) => ({ name, description: name, state: 'ready', reason: null, isDefault: true }) as const),
    submit: async ({ printer }) => (asked.push(printer), { spoolId: `${printer}-1` }),
    state: async (spoolId) => (asked.push(spoolId), { state: 'printed', reason: null }),
    cancel: async (spoolId) => void asked.push(spoolId),
  };
}

test('a place has the drivers it has something to print with for', () => {
  expect(driversOf({ platform: 'linux', pdfFolder: '/pdf', rolls: () => [] })).toEqual(['roll', 'folder', 'cups']);
  expect(driversOf({ rolls: () => [] })).toEqual(['roll']);
  expect(driversOf({})).toEqual([]);
});

test('a job finds back to the printer that has it by what its id begins with', async () => {
  const folder = newFolder();
  const own = machine('laser', folderPrinter);
  const spooler = openSpoolers({ pdfFolder: folder }, own);
  const listed = await spooler.list();
  expect(listed).toMatchObject({
    printers: [
      { name: 'laser', isDefault: true },
      { name: folderPrinter, description: folder, isDefault: false },
    ],
    silent: null,
  });
  expect(await spooler.submit({ ...order, printer: folderPrinter })).toEqual({
    spoolId: 'folder:H29.999-261123-0042.pdf',
  });
  expect(readdirSync(folder)).toEqual(['H29.999-261123-0042.pdf']);
  expect(await spooler.state('folder:H29.999-261123-0042.pdf')).toEqual({ state: 'printed', reason: null });
  expect(own.asked).toEqual([]);
  expect(await spooler.submit({ ...order, printer: 'laser' })).toEqual({ spoolId: 'laser-1' });
  await spooler.state('laser-1');
  await spooler.cancel('laser-1');
  expect(own.asked).toEqual(['laser', 'laser-1', 'laser-1']);
});

test('a roll printer goes before a queue of the same name, and a spooler that is down hides no other and is told', async () => {
  const own = machine(roll.name, 'laser');
  const listed = await openSpoolers({ rolls: () => [roll], rollTimes: { connectMs: 1, statusMs: 1 } }, own).list();
  expect(listed.printers).toMatchObject([{ name: 'laser' }, { name: roll.name, isRoll: true }]);
  const down: Way = { ...own, list: async () => ({ fault: 'spooler-unavailable', data: { spooler: 'CUPS' } }) };
  const silent = { fault: 'spooler-unavailable', data: { spooler: 'CUPS' } };
  const shell = openSpoolers({ pdfFolder: newFolder() }, down);
  expect(await shell.list()).toMatchObject({ printers: [{ name: folderPrinter }], silent });
  // The desk's own printers over those of the shell: it is told through both.
  expect(await openSpoolers({ rolls: () => [] }, shell).list()).toMatchObject({
    printers: [{ name: folderPrinter }],
    silent,
  });
});

test('without any driver no printer is there', async () => {
  const none = openSpoolers({});
  expect(await none.list()).toEqual({ printers: [], silent: null });
  expect(await none.submit({ ...order, printer: 'laser' })).toMatchObject({ fault: 'printer-missing' });
  expect(await none.state('laser-1')).toEqual({ state: 'unknown', reason: 'job-vanished' });
});
