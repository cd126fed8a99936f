import { BrowserWindow } from 'electron';
import { pageUrl } from './origin.ts';

/** The one window. Its page is as powerless as a page of the network: what it may ask goes through the preload's port. */
export function openWindow(preload: string, isPackaged: boolean): BrowserWindow {
  const window = new BrowserWindow({
    title: 'Một Cửa Desk',
    width: 1366,
    height: 768,
    minWidth: 1024,
    minHeight: 640,
    show: false,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      devTools: !isPackaged,
    },
  });
  window.once('ready-to-show', () => window.show());
  // A page that cannot be loaded is seen as such; the reason is in the log of Electron itself.
  window.loadURL(pageUrl).catch(() => window.show());
  return window;
}
