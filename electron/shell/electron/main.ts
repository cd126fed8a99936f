import path from 'node:path';
import { app, type BrowserWindow, session } from 'electron';
import { newClient } from '../../desk/client.ts';
import { openDoor } from '../desk-door.ts';
import { nodePorts } from '../node-ports.ts';
import { placesBelow } from '../places.ts';
import { readStartOptions } from '../start-options.ts';
import { hardenApplication, hardenSession } from './hardening.ts';
import { lockWithMachine } from './lock.ts';
import { answerPortRequests } from './message-port.ts';
import { registerScheme, serveScreen } from './protocol.ts';
import { openWindow } from './window.ts';

/** One instance for one data folder, hardened before anything else, then the desk, then its window. */
const { dataFolder } = readStartOptions(process.argv.slice(1));
// Electron's own files lie beside the data, so the single instance is one per office and not one per machine.
app.setPath('userData', path.join(path.resolve(dataFolder), 'window-profile'));
hardenApplication(app);
registerScheme();

let window: BrowserWindow | undefined;

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', showWindow);
  app.on('window-all-closed', () => app.quit());
  await app.whenReady();
  openDesk();
} else {
  app.quit();
}

function showWindow(): void {
  if (window?.isMinimized() === true) window.restore();
  window?.focus();
}

function openDesk(): void {
  const root = app.getAppPath();
  const { rendererFolder, resourcesFolder, version } = placesBelow(root);
  const ports = nodePorts({ dataFolder, resourcesFolder, version, opener: 'window' });
  const door = openDoor(ports);
  hardenSession(session.defaultSession);
  serveScreen(session.defaultSession, door, rendererFolder);

  const client = newClient();
  window = openWindow(path.join(root, 'dist/electron/preload.cjs'), app.isPackaged);
  answerPortRequests(window, door, client, ports.log);
  const stopWatching = lockWithMachine(window, client, ports.log);
  app.once('will-quit', stopWatching);

  let closed = false;
  app.on('before-quit', () => ports.log.write('quit'));
  app.on('will-quit', (event) => {
    if (closed) return;
    // Electron does not wait for promises: hold it back until the store has closed, then let it go.
    event.preventDefault();
    closed = true;
    void door.close().finally(() => app.quit());
  });
}
