import { createHmac, randomBytes } from 'node:crypto';

/** A page that was handed out: its name, and the secret by which this host proves itself to it. */
type Page = { readonly id: string; readonly key: string };

/**
 * The pages of one window, of which the newest alone may act, as in Electron the newest port: two tabs would otherwise share who is signed in. Each page was told
 * a secret that whoever takes the port of a dead host cannot know; it asks for the proof before each call, so no password is sent to a stranger.
 */
export type Pages = {
  /** A new page, and the newest from here on; what it carries in its head (renderer/desk/host.ts reads it). */
  begin(): string;
  /** Whether this page may ask this; a program without one may. */
  mayAsk(id: string | undefined, path: string): boolean;
  /** What only this host can answer to `nonce`: that it is here, or that another page took this one's place. Undefined for a page it never gave out. */
  prove(id: string, nonce: string): string | undefined;
};

/** So many older ones are told that they are it; who is older still hears nothing. */
const remembered = 16;
/** What the overview on a wall asks, which hangs in a window of its own while people work in another: figures without a name, for nobody who is signed in. */
const ofTheWall: ReadonlySet<string> = new Set(['/call/system/status', '/call/work/wall']);
const nonceShape = /^[\w-]{22,64}$/;

export function createPages(): Pages {
  let pages: readonly Page[] = [];
  return {
    begin() {
      const page = { id: randomBytes(12).toString('base64url'), key: randomBytes(32).toString('base64url') };
      pages = [page, ...pages].slice(0, remembered);
      return `${page.id}.${page.key}`;
    },
    mayAsk: (id, path) => id === undefined || id === pages[0]?.id || ofTheWall.has(path),
    prove(id, nonce) {
      const page = pages.find((one) => one.id === id);
      if (page === undefined || !nonceShape.test(nonce)) return undefined;
      const said = page === pages[0] ? 'here' : 'replaced';
      const proof = createHmac('sha256', Buffer.from(page.key, 'base64url')).update(`${said} ${nonce}`);
      return `${said} ${proof.digest('base64url')}`;
    },
  };
}
