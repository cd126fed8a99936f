import { type App, Menu, type Session, type WebContents } from 'electron';
import { isOwnUrl, scheme } from './origin.ts';

/** Electron's security checklist for the whole application, before it is ready: sandbox (4), and every page ever made (11–14). */
export function hardenApplication(app: App, platform: NodeJS.Platform = process.platform): void {
  app.enableSandbox();
  app.on('web-contents-created', (_event, contents) => hardenContents(contents));
  // Without a menu there are no hidden keys for reload or developer tools; macOS keeps copy and paste in its menu.
  if (platform !== 'darwin') Menu.setApplicationMenu(null);
}

/** No page goes anywhere, opens anything, or holds a page of another kind. */
function hardenContents(contents: WebContents): void {
  const keepHome = (event: { readonly url: string; preventDefault(): void }) => {
    if (!isOwnUrl(event.url)) event.preventDefault();
  };
  contents.on('will-navigate', keepHome);
  contents.on('will-frame-navigate', keepHome);
  contents.on('will-redirect', keepHome);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/** No camera, place, device or screen (5), and not one request that is not to our own page (1). */
export function hardenSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, callback) => callback(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, callback) => callback(null));
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest((details, callback) => callback({ cancel: !isLocal(details.url) }));
}

function isLocal(url: string): boolean {
  return isOwnUrl(url) || url.startsWith('data:') || url.startsWith(`blob:${scheme}://`) || url.startsWith('devtools:');
}
