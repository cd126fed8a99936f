import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import type { BrowserWindow } from 'electron';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Contract } from '../../../electron/contract/contract.ts';
import { fault } from '../../../electron/contract/base/fault.ts';
import { newClient } from '../../../electron/desk/core/session/client.ts';
import { answerPortRequests } from '../../../electron/shell/electron/message-port.ts';
import { openTestDoor } from '../test-door.ts';
import * as fake from './fake-electron.ts';

vi.mock('electron', () => import('./fake-electron.ts'));

const given = openTestDoor();
let window: fake.BrowserWindow;

beforeEach(() => {
  given.lines.length = 0;
  window = new fake.BrowserWindow({ webPreferences: {} });
  answerPortRequests(window as unknown as BrowserWindow, given.door, newClient(), given.log);
});
afterEach(() => void window.emit('closed'));
afterAll(() => given.close());

type Asker = { sender: fake.FakeContents; senderFrame: fake.FakeFrame | null };
const ask = (asker: Partial<Asker> = {}) =>
  fake.ipcMain.handlers.get('desk-port')!({
    sender: window.webContents,
    senderFrame: window.webContents.mainFrame,
    ...asker,
  });

const lastPort = () => window.webContents.mainFrame.posted.at(-1)!.ports[0]!;

function clientOn(port: fake.FakePort): ContractRouterClient<Contract> {
  return createORPCClient(new RPCLink({ port }));
}

describe('17: who asks for a port is looked at', () => {
  const other = () => new fake.FakeContents();
  const frame = (change: Partial<fake.FakeFrame>) => Object.assign(window.webContents.mainFrame, change);

  test.each<[string, () => Partial<Asker> | void]>([
    ['other-window', () => ({ sender: other() })],
    ['other-window', () => ({ sender: other(), senderFrame: other().mainFrame })],
    ['frame-gone', () => ({ senderFrame: null })],
    ['frame-gone', () => void frame({ detached: true })],
    ['not-main-frame', () => ({ senderFrame: new fake.FakeFrame() })],
    ['not-main-frame', () => void frame({ parent: new fake.FakeFrame() })],
    ['other-origin', () => void frame({ url: 'https://example.org/' })],
    ['other-origin', () => void frame({ url: 'desk://app.evil/' })],
    ['other-origin', () => void frame({ url: 'about:blank' })],
    ['window-gone', () => void (window.webContents.destroyed = true)],
    ['window-gone', () => void (window.destroyed = true)],
  ])('%s is refused, to its face and in the log', (reason, change) => {
    const asker = change() ?? {};
    expect(() => ask(asker)).toThrow(`desk-port refused: ${reason}`);
    expect(given.lines).toEqual([{ event: 'port-refused', data: { reason } }]);
    expect(window.webContents.mainFrame.posted).toEqual([]);
  });

  test('without a desk there is no port', () => {
    window.emit('closed');
    const refused = fault('store-newer', { version: 90 });
    const door = { desk: () => refused, retry: () => refused, close: async () => undefined };
    answerPortRequests(window as unknown as BrowserWindow, door, newClient(), given.log);
    expect(() => ask()).toThrow('no-desk');
  });
});

describe('the port', () => {
  test('carries calls to the desk and their answers back', async () => {
    ask();
    const { text } = await clientOn(lastPort()).text.amountInWords({ amount: 1_005_000 });
    expect(text).toBe('Một triệu không trăm lẻ năm nghìn đồng');
  });

  test('carries faults with their code and data', async () => {
    ask();
    await expect(clientOn(lastPort()).case.get({ caseId: 'none' })).rejects.toMatchObject({
      code: 'not-set-up',
      data: {},
    });
  });

  const ownEnds = () => fake.MessageChannelMain.all.slice(-2).map(({ port1 }) => port1.closed);

  test('there is one at a time: a reload closes the one before', () => {
    ask();
    ask();
    expect(window.webContents.mainFrame.posted.map(({ channel }) => channel)).toEqual(['desk-port', 'desk-port']);
    expect(ownEnds()).toEqual([true, false]);
  });

  test('with the window the channel ends, and its port', () => {
    ask();
    window.emit('closed');
    expect(fake.ipcMain.handlers.has('desk-port')).toBe(false);
    expect(ownEnds().at(-1)).toBe(true);
  });
});
