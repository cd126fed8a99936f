import type { IncomingMessage } from 'node:http';

export type GateRefusal = { readonly status: number; readonly code: string; readonly headers?: Record<string, string> };

/** The largest call a browser may send, in bytes. */
const maxCallBytes = 1_048_576;

/**
 * What every request must be before anything else is looked at, or why it is refused. A page of another site can make a
 * browser ask this host (DNS rebinding changes the Host, a forged form has a foreign Origin), so both must be exactly ours.
 */
export function findRefusal(request: IncomingMessage, origin: string): GateRefusal | undefined {
  const { headers, method = '' } = request;
  if (`http://${headers.host ?? ''}` !== origin) return { status: 421, code: 'HOST_REFUSED' };
  if (headers.origin !== undefined && headers.origin !== origin) return { status: 403, code: 'ORIGIN_REFUSED' };
  const site = headers['sec-fetch-site'];
  const isOurs = site === undefined || site === 'same-origin' || site === 'none' || isFromOutside(request);
  if (!isOurs) return { status: 403, code: 'ORIGIN_REFUSED' };
  const allowed = isCall(request) ? ['POST'] : ['GET', 'HEAD'];
  if (!allowed.includes(method)) {
    return { status: 405, code: 'METHOD_NOT_SUPPORTED', headers: { allow: allowed.join(', ') } };
  }
  return isCall(request) ? findCallRefusal(request) : undefined;
}

/** Somebody's browser goes to the link from a page that is not ours: from the file it was handed in, for who else has the link? */
export function isFromOutside({ method, url, headers }: IncomingMessage): boolean {
  const isLink = method === 'GET' && (url?.startsWith('/?token=') ?? false);
  const isWholePage = headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document';
  return isLink && isWholePage && headers['sec-fetch-site'] === 'cross-site';
}

export function isCall(request: IncomingMessage): boolean {
  return request.url?.startsWith('/call/') ?? false;
}

/** A call names its size beforehand, and Node's parser holds it to that: nothing too large is ever read. */
function findCallRefusal({ headers }: IncomingMessage): GateRefusal | undefined {
  // A browser puts an Origin on every POST; whoever leaves it out is not our page.
  if (headers.origin === undefined) return { status: 403, code: 'ORIGIN_REFUSED' };
  const size = headers['content-length'];
  if (size === undefined) return { status: 411, code: 'LENGTH_REQUIRED' };
  return Number(size) <= maxCallBytes ? undefined : { status: 413, code: 'PAYLOAD_TOO_LARGE' };
}
