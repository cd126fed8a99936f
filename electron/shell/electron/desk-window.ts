import { type BrowserWindow, app, dialog, session } from 'electron';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { newWindow } from '../../desk/core/session/client.ts';
import { openDoor } from '../desk-door.ts';
import { nodePorts } from '../node-ports.ts';
import { placesBelow } from '../places.ts';
import { type DataPlace, dataLine, findDataPlace, foldersOf } from '../data-place.ts';
import { readStartOptions } from '../start-options.ts';
import { bringBackFallenPage } from './fallen-page.ts';
import { hardenApplication, hardenSession } from './hardening.ts';
import { lockWithMachine } from './lock.ts';
import { answerPortRequests } from './message-port.ts';
import { registerScheme, serveScreen } from './protocol.ts';
import { allowScanners, rememberedScanners } from './scanners.ts';
import { openWindow } from './window.ts';

/** One instance for one data folder, hardened before anything else, then the desk, then its window. */
const options = readStartOptions(process.argv.slice(1));
const place: DataPlace = options.isNamed
  ? { dataFolder: options.dataFolder, profileFolder: options.dataFolder }
  : findDataPlace(foldersOf());
hardenApplication(app);
registerScheme();
if (!('refused' in place)) keepProfileBeside(place.profileFolder);

let window: BrowserWindow | undefined;

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', showWindow);
  app.on('window-all-closed', () => app.quit());
  // Never awaited here: Electron is ready only after main.ts, which awaits this module, has been read (electron/electron#40719).
  app.whenReady().then(openPlace).catch(giveUp);
} else {
  app.quit();
}

/** Electron's own files lie beside the data, so the single instance is one per office and not one per machine. */
function keepProfileBeside(folder: string): void {
  const profile = path.resolve(folder, 'window-profile');
  try {
    mkdirSync(profile, { recursive: true, mode: 0o700 });
    app.setPath('userData', profile);
  } catch {
    // A folder that cannot be written is the store's to tell, on the recovery screen.
  }
}

function showWindow(): void {
  if (window?.isMinimized() === true) window.restore();
  window?.focus();
}

/** Where there is no register to open, or two, a sentence says what to do, and nothing is opened. */
function openPlace(): void {
  if ('refused' in place) {
    dialog.showErrorBox('Một Cửa Desk', `${place.refused.vi}\n\n${place.refused.en}`);
    app.exit(1);
    return;
  }
  process.stderr.write(dataLine(place.dataFolder));
  openDesk(place);
  if (place.said === undefined) return;
  const { vi, en } = place.said;
  void dialog.showMessageBox({ type: 'info', title: 'Một Cửa Desk', message: vi, detail: en, buttons: ['OK'] });
}

function openDesk({ dataFolder, profileFolder }: Exclude<DataPlace, { readonly refused: unknown }>): void {
  const root = app.getAppPath();
  const { rendererFolder, ...places } = placesBelow(root);
  const ports = nodePorts({ dataFolder, ...places, opener: 'window' });
  const door = openDoor(ports);
  hardenSession(session.defaultSession);
  allowScanners(
    session.defaultSession,
    rememberedScanners(path.resolve(profileFolder, 'window-profile', 'scanners.json')),
  );
  serveScreen(session.defaultSession, door, rendererFolder);

  const client = newWindow();
  window = openWindow(path.join(root, 'dist/electron/preload.cjs'), app.isPackaged);
  answerPortRequests(window, door, client, ports.log);
  bringBackFallenPage(window, client, ports.log);
  app.once('will-quit', lockWithMachine(window, client, ports.log));
  app.once('will-quit', (event) => {
    // Electron does not wait for promises: hold it back until the store has closed, then let it go.
    event.preventDefault();
    void door.close().finally(() => app.quit());
  });
}

function giveUp(error: unknown): void {
  const reason = error instanceof Error ? error.message : String(error);
  dialog.showErrorBox('Một Cửa Desk', `Không khởi động được chương trình.\nThe program could not start.\n\n${reason}`);
  app.exit(3);
}
