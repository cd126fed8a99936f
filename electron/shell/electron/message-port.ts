import { RPCHandler } from '@orpc/server/message-port';
import {
  type BrowserWindow,
  type IpcMainInvokeEvent,
  MessageChannelMain,
  type MessagePortMain,
  ipcMain,
} from 'electron';
import { isFault } from '../../contract/base/fault.ts';
import type { Client } from '../../desk/core/session/client.ts';
import type { Log } from '../../desk/core/ports.ts';
import type { DeskDoor } from '../desk-door.ts';
import { isOwnUrl } from './origin.ts';

/** The only channel between page and desk. The preload knows it by the same name. */
const channel = 'desk-port';

/**
 * Gives the page of this window a port on which it may make calls: one port at a time, one client per window, so that a
 * reload keeps who is signed in and a lock ends it. Anyone else who asks is refused, loudly: in the log and to the asker.
 */
export function answerPortRequests(window: BrowserWindow, door: DeskDoor, client: Client, log: Log): void {
  let open: MessagePortMain | undefined;

  ipcMain.handle(channel, (event) => {
    const reason =
      findRefusal(event, window) ?? (isFault(door.desk()) && door.recovery === undefined ? 'no-desk' : undefined);
    if (reason !== undefined) {
      log.write('port-refused', { reason });
      throw new Error(`desk-port refused: ${reason}`);
    }
    open?.close();
    open = connect(event, door, client);
  });

  window.once('closed', () => {
    ipcMain.removeHandler(channel);
    open?.close();
  });
}

/** Item 17 of Electron's list: who asks must be the whole page, ours, and still there. */
function findRefusal({ sender, senderFrame }: IpcMainInvokeEvent, window: BrowserWindow): string | undefined {
  if (window.isDestroyed() || sender.isDestroyed()) return 'window-gone';
  if (sender !== window.webContents) return 'other-window';
  if (senderFrame === null || senderFrame.detached) return 'frame-gone';
  if (senderFrame.parent !== null || senderFrame !== sender.mainFrame) return 'not-main-frame';
  if (!isOwnUrl(senderFrame.url)) return 'other-origin';
  return undefined;
}

function connect({ senderFrame }: IpcMainInvokeEvent, door: DeskDoor, client: Client): MessagePortMain {
  const desk = door.desk();
  const router = isFault(desk) ? door.recovery : desk.router;
  if (router === undefined) throw new Error('no desk to connect to');
  const { port1, port2 } = new MessageChannelMain();
  new RPCHandler(router).upgrade(port1, { context: { client } });
  port1.start();
  senderFrame?.postMessage(channel, null, [port2]);
  return port1;
}
