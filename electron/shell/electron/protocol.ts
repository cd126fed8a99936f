import { protocol, type Session } from 'electron';
import { isFault } from '../../contract/base/fault.ts';
import type { DeskDoor } from '../desk-door.ts';
import { findScreenFile, readScreenPage, type ScreenFile } from '../screen-files.ts';
import { isOwnUrl, scheme } from './origin.ts';

/** Must run before the application is ready. Standard and secure like https, and not one privilege more. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme, privileges: { standard: true, secure: true } }]);
}

/** Serves the built screen from its folder; there is no `file://` and no network. */
export function serveScreen(session: Session, door: DeskDoor, rendererFolder: string): void {
  session.protocol.handle(scheme, (request) => answer(request, door, rendererFolder));
}

async function answer({ method, url }: Request, door: DeskDoor, rendererFolder: string): Promise<Response> {
  if (method !== 'GET') return new Response(null, { status: 405, headers: { allow: 'GET' } });
  if (!isOwnUrl(url)) return new Response(null, { status: 404 });
  const { pathname } = new URL(url);
  if (pathname === '/' || pathname === '/index.html') {
    const found = door.retry();
    return toResponse(await readScreenPage(rendererFolder, isFault(found) ? found : undefined));
  }
  const file = await findScreenFile(rendererFolder, pathname);
  return file === undefined ? new Response(null, { status: 404 }) : toResponse(file);
}

function toResponse({ body, headers }: ScreenFile): Response {
  return new Response(typeof body === 'string' ? body : new Uint8Array(body), { headers });
}
