import type { ServerResponse } from 'node:http';
import { type Fault, faultMessage, faultTable } from '../../contract/base/fault.ts';
import { pageHeaders } from '../content-security-policy.ts';
import type { ScreenFile } from '../screen-files.ts';
import type { GateRefusal } from './gate.ts';

export function sendFile(response: ServerResponse, { body, headers }: ScreenFile): void {
  response.writeHead(200, { ...headers, 'content-length': Buffer.byteLength(body) });
  response.end(response.req.method === 'HEAD' ? undefined : body);
}

/**
 * The link was good: leave it behind for `/`, so that it stays in no address bar and no history. Whoever came from a file (open-window.ts) is led on by a page of
 * ours: to what only redirects them a browser sends no cookie of our own.
 */
export function sendEntry(response: ServerResponse, cookie: string | undefined, outside: boolean): void {
  const onward = outside ? { refresh: '0; url=/' } : { location: '/' };
  const headers = { ...pageHeaders(''), ...onward, 'cache-control': 'no-store' };
  response.writeHead(outside ? 200 : 303, cookie === undefined ? headers : { ...headers, 'set-cookie': cookie }).end();
}

/** What every answer to a call bears; its own headers are written by who answers it. */
export function guardAnswer(response: ServerResponse): void {
  for (const [name, value] of Object.entries({ ...pageHeaders(''), 'cache-control': 'no-store' })) {
    response.setHeader(name, value);
  }
}

export function sendProof(response: ServerResponse, proof: string): void {
  guardAnswer(response);
  response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' }).end(proof);
}

/** A refusal as the renderer's client reads it (an oRPC error). The connection ends: what follows is not listened to. */
export function sendRefusal(response: ServerResponse, { status, code, headers = {} }: GateRefusal): void {
  sendError(response, status, { defined: false, code, status, message: code }, { ...headers, connection: 'close' });
}

/** The same fault for every call, while the store cannot open. */
export function sendFault(response: ServerResponse, { fault: code, data }: Fault): void {
  const { status } = faultTable[code];
  sendError(response, status, { defined: true, code, status, message: faultMessage(code, data), data }, {});
}

function sendError(response: ServerResponse, status: number, error: object, headers: Record<string, string>): void {
  response.writeHead(status, {
    ...pageHeaders(''),
    ...headers,
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end(JSON.stringify({ json: error }));
}

/** For a person who opened the address without the link, or with one that was used. */
export function sendClosed(response: ServerResponse): void {
  response.writeHead(403, {
    ...pageHeaders(''),
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    connection: 'close',
  });
  response.end(
    'Liên kết này đã được dùng hoặc không đúng. Mở lại Một Cửa Desk để có liên kết mới.\n' +
      'This link was used already, or is not right. Start Một Cửa Desk again for a new one.\n',
  );
}
