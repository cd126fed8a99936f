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

/** No camera, place, device or screen (5), nothing but copying what the page itself shows, and not one request that is not to our own page (1). */
export function hardenSession(session: Session): void {
  session.setPermissionRequestHandler((contents, permission, callback) =>
    callback(mayCopy(contents, permission, contents?.getURL())),
  );
  session.setPermissionCheckHandler(mayCopy);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, callback) => callback(null));
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest((details, callback) => callback({ cancel: !isLocal(details.url) }));
}

/** Our own page may put words where a person then pastes them, as the recovery's Copy does. It never reads what lies there. */
export function mayCopy(_contents: WebContents | null, permission: string, origin: string | undefined): boolean {
  return permission === 'clipboard-sanitized-write' && isOwnUrl(origin ?? '');
}

function isLocal(url: string): boolean {
  return isOwnUrl(url) || url.startsWith('data:') || url.startsWith(`blob:${scheme}://`) || url.startsWith('devtools:');
}
