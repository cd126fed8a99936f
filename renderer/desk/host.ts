/** The program behind a page that stands in a browser: whether what answers at its address is the one that gave the page out. */

type Secret = { readonly id: string; readonly key: Promise<CryptoKey> };

/** `foreign`: something else answers where the desk was. `replaced`: the desk was opened in another tab, and only one may act. */
export type HostLoss = 'foreign' | 'replaced';

/** So long a desk may be busy before it says that it is itself. */
const provenWithinMs = 20_000;

const secret = takeSecret();
let loss: HostLoss | null = null;
let underWay: Promise<void> | undefined;
let looksOn = false;
const listeners = new Set<() => void>();

/** In Electron there is none: nobody can take the place of a port between two processes. It leaves the page with the reading. */
function takeSecret(): Secret | undefined {
  const meta = document.querySelector<HTMLMetaElement>('meta[name="desk-page"]');
  const [id, text] = meta?.content.split('.') ?? [];
  meta?.remove();
  if (id === undefined || text === undefined) return undefined;
  return {
    id,
    key: crypto.subtle.importKey('raw', bytesOf(text), { name: 'HMAC', hash: 'SHA-256' }, false, ['verify']),
  };
}

/**
 * Resolves once the host has proven that it is the one that gave this page out; calls that begin together share a proof. No proof is good for what is asked
 * after it: a desk that has died since has its port taken by then, and a password would be told to whoever took it. Rejects where nobody answers; where
 * somebody else does, or another page took this one's place, it rejects for ever: from then on nothing is sent.
 */
export function proveHost(): Promise<void> {
  if (secret === undefined) return Promise.resolve();
  underWay ??= prove(secret).finally(() => (underWay = undefined));
  return underWay;
}

async function prove({ id, key }: Secret): Promise<void> {
  if (loss !== null) throw new Error(loss);
  const nonce = textOf(crypto.getRandomValues(new Uint8Array(24)));
  const answer = await fetch(`/proof?page=${id}&nonce=${nonce}`, {
    cache: 'no-store',
    redirect: 'error',
    signal: AbortSignal.timeout(provenWithinMs),
  });
  const [said = '', proof = ''] = (await answer.text()).slice(0, 200).split(' ');
  const isOurs = answer.ok && (await isProof(await key, `${said} ${nonce}`, proof));
  if (isOurs && (said === 'here' || looksOn)) return;
  lose(isOurs ? 'replaced' : 'foreign');
  throw new Error('the host did not prove itself');
}

async function isProof(key: CryptoKey, said: string, proof: string): Promise<boolean> {
  try {
    return await crypto.subtle.verify('HMAC', key, bytesOf(proof), new TextEncoder().encode(said));
  } catch {
    return false;
  }
}

function lose(what: HostLoss): void {
  loss = what;
  for (const told of listeners) told();
}

function textOf(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0));
}

/** While the overview hangs here nobody acts on this page, so another may be the one in which work goes on. */
export function lookOn(on: boolean): void {
  looksOn = on;
}

/** `fetch` for calls: never before the host has proven itself, and under the page's own name. */
export async function fetchProven(request: Request, init: RequestInit): Promise<Response> {
  await proveHost();
  if (secret !== undefined) request.headers.set('x-desk-page', secret.id);
  return fetch(request, init);
}

/** For `useSyncExternalStore`: how this page lost its desk for good; null as long as it has it. */
export function watchHost(told: () => void): () => void {
  listeners.add(told);
  return () => listeners.delete(told);
}

export function hostLoss(): HostLoss | null {
  return loss;
}
