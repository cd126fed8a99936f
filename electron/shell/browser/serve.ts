import { RPCHandler } from '@orpc/server/node';
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import { isFault } from '../../contract/base/fault.ts';
import type { Client } from '../../desk/core/session/client.ts';
import type { Log } from '../../desk/core/ports.ts';
import type { Desk } from '../../desk/desk.ts';
import type { DeskDoor } from '../desk-door.ts';
import { findScreenFile, readScreenPage } from '../screen-files.ts';
import { guardAnswer, sendClosed, sendEntry, sendFault, sendFile, sendProof, sendRefusal } from './answer.ts';
import { type Entry, createEntry } from './entry.ts';
import { findRefusal, isCall, isFromOutside } from './gate.ts';
import { createPages } from './pages.ts';
import { refusalLog } from './refusal-log.ts';
import { endSilent } from './patience.ts';
import { watchStrangers } from './strangers.ts';

type Options = {
  readonly rendererFolder: string;
  /** 0 or nothing: whichever port is free. */
  readonly port?: number;
  readonly log: Log;
};

export type Host = {
  /** The link with its one-time token. */
  readonly url: string;
  close(): Promise<void>;
};

/**
 * The loopback host: the same screen and the same calls as in Electron, on 127.0.0.1 only. It answers one browser, the one
 * that was given the link. The desk stays open when the host closes; who opened it closes it.
 */
export async function createHost(door: DeskDoor, { rendererFolder, port = 0, log }: Options): Promise<Host> {
  // Node's own limits stand behind ours, well above what a disk may keep the desk waiting for.
  const server = createServer({ headersTimeout: 60_000, requestTimeout: 120_000, connectionsCheckingInterval: 5000 });
  endSilent(server);
  // Longer than a page is silent: each new connection is looked up anew.
  server.keepAliveTimeout = 30_000;
  const noteRefused = refusalLog(log);
  const strangers = watchStrangers(server);
  await listen(server, port);
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the host has no port');
  const origin = `http://127.0.0.1:${address.port}`;
  const entry = createEntry(address.port);
  const answerCall = callAnswerer(door);
  const pages = createPages();

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const refusal = findRefusal(request, origin);
    if (refusal !== undefined) {
      noteRefused(refusal.code);
      return sendRefusal(response, refusal);
    }
    const [path = '/', query = ''] = (request.url ?? '/').split('?', 2);
    const client = entry.findClient(request.headers.cookie);
    const token = path === '/' ? new URLSearchParams(query).get('token') : null;
    if ((client !== undefined || entry.isToken(token)) && !strangers.admit(request.socket)) {
      noteRefused('OTHER_ACCOUNT');
      request.socket.destroy();
      return undefined;
    }
    if (token !== null) return answerToken(response, entry, token, client);
    if (client === undefined) {
      noteRefused('NO_COOKIE');
      return isCall(request) ? sendRefusal(response, { status: 401, code: 'UNAUTHORIZED' }) : sendClosed(response);
    }
    if (isCall(request)) {
      const page = request.headers['x-desk-page'];
      if (pages.mayAsk(page === undefined ? page : String(page), path)) return answerCall(request, response, client);
      return sendRefusal(response, { status: 409, code: 'PAGE_REPLACED' });
    }
    if (path === '/' || path === '/index.html') {
      const found = door.retry();
      const page = request.method === 'HEAD' ? undefined : pages.begin();
      return sendFile(response, await readScreenPage(rendererFolder, isFault(found) ? found : undefined, page));
    }
    if (path === '/proof') {
      const asked = new URLSearchParams(query);
      const proof = pages.prove(asked.get('page') ?? '', asked.get('nonce') ?? '');
      return proof === undefined ? sendRefusal(response, notFound) : sendProof(response, proof);
    }
    // The path as it was sent: a URL parser would already have resolved the `..` that must be seen and refused.
    const file = await findScreenFile(rendererFolder, path);
    return file === undefined ? sendRefusal(response, notFound) : sendFile(response, file);
  }

  server.on('request', (request, response) => {
    answer(request, response).catch((error: unknown) => {
      log.write('host-failed', { error });
      if (!response.headersSent) sendRefusal(response, { status: 500, code: 'INTERNAL_SERVER_ERROR' });
      else response.destroy();
    });
  });

  return { url: `${origin}/?token=${entry.token}`, close: () => close(server) };
}

const notFound = { status: 404, code: 'NOT_FOUND' } as const;

function answerToken(response: ServerResponse, entry: Entry, token: string, client: Client | undefined): void {
  const outside = isFromOutside(response.req);
  // A browser that restores its tabs asks with the used link again, and has its cookie: it may simply go on.
  if (client !== undefined) return sendEntry(response, undefined, outside);
  const value = entry.admit(token);
  return value === undefined ? sendClosed(response) : sendEntry(response, entry.setCookie(value), outside);
}

/** One oRPC handler for each desk: the door may have none at first, and another after a retry. */
function callAnswerer(door: DeskDoor) {
  const handlers = new WeakMap<Desk, RPCHandler<{ client: Client }>>();
  const recovery = door.recovery === undefined ? undefined : new RPCHandler<object>(door.recovery);
  return async (request: IncomingMessage, response: ServerResponse, client: Client): Promise<void> => {
    guardAnswer(response);
    const desk = door.desk();
    if (isFault(desk)) {
      const found = await recovery?.handle(request, response, { prefix: '/call', context: {} });
      return found?.matched === true ? undefined : sendFault(response, desk);
    }
    const handler = handlers.get(desk) ?? new RPCHandler<{ client: Client }>(desk.router);
    handlers.set(desk, handler);
    const { matched } = await handler.handle(request, response, { prefix: '/call', context: { client } });
    if (!matched) sendRefusal(response, notFound);
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port }, () => resolve());
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
