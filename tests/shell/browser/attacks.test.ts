import { execFile } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { type Socket, connect } from 'node:net';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { refusalLog } from '../../../electron/shell/browser/refusal-log.ts';
import { type Host, createHost } from '../../../electron/shell/browser/serve.ts';
import { makeScreenFolder } from '../screen-folder.ts';
import { openTestDoor } from '../test-door.ts';
import { type Reply, ask } from './ask.ts';

/** What a program of the same computer did to the browser shell (docs/SECURITY.md), each tried again. */

const rendererFolder = makeScreenFolder();
const given = openTestDoor();
let host: Host;
let origin = '';
let port = 0;
const sockets: Socket[] = [];

beforeEach(async () => {
  given.lines.length = 0;
  host = await createHost(given.door, { rendererFolder, log: given.log });
  ({ origin } = new URL(host.url));
  port = Number(new URL(host.url).port);
});
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await host.close();
});
afterAll(() => given.close());

async function enter(): Promise<string> {
  const reply = await ask(origin, { path: host.url.slice(origin.length) });
  return reply.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
}

function call(cookie: string, headers: Record<string, string> = {}, path = '/call/text/amountInWords'): Promise<Reply> {
  const body = JSON.stringify({ json: path.startsWith('/call/text/') ? { amount: 1000 } : {} });
  return ask(origin, {
    method: 'POST',
    path,
    headers: { origin, cookie, 'content-type': 'application/json', 'content-length': body.length, ...headers },
    body,
  });
}

/** Opens a connection and says so much of a request. */
async function open(said = ''): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  socket.resume();
  sockets.push(socket);
  await once(socket, 'connect');
  socket.write(said);
  return socket;
}

function within<T>(milliseconds: number, what: Promise<T>): Promise<T | 'late'> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve('late'), milliseconds);
    void what.then((value) => {
      clearTimeout(timer);
      resolve(value);
    });
  });
}

describe('a program that holds connections and keeps still', () => {
  test.each([
    ['says nothing', ''],
    ['says half of its headers', 'GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: '],
    [
      'says half of its body',
      `POST /call/text/amountInWords HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 900\r\n\r\n{`,
    ],
  ])('600 times one that %s: the clerk is answered at once', async (_what, said) => {
    const cookie = await enter();
    for (let at = 0; at < 600; at += 1) await open(said);
    const reply = await within(2000, call(cookie));
    expect(reply).toMatchObject({ status: 200 });
    // The oldest had to go, or the next program would find no room.
    const left = () => sockets.filter(({ readyState }) => readyState === 'open').length;
    await vi.waitFor(() => expect(left()).toBeLessThan(300), { timeout: 10_000 });
  });

  test('one that says its headers letter by letter is ended within seconds', async () => {
    const socket = await open('GET / HTTP/1.1\r\n');
    const ended = within(8000, once(socket, 'close'));
    expect(await ended).not.toBe('late');
  });
});

const asNobody = { uid: 65_534, gid: 65_534 } as const;

/** Another account of this computer asks, with the shell's own means. */
function askAsNobody(request: string): Promise<string> {
  const script = `exec 3<>/dev/tcp/127.0.0.1/${port} && printf '%b' "$1" >&3 && timeout 5 cat <&3`;
  return new Promise((resolve, reject) => {
    // What the shell says of a connection that was cut under it is no answer; that it got there at all stands in the log.
    execFile(
      '/bin/bash',
      ['-c', script, 'nobody', request],
      { ...asNobody, cwd: '/', timeout: 10_000 },
      (error, out) => {
        if (error !== null && 'code' in error && error.code === 'ENOENT') reject(error);
        else resolve(out.trim());
      },
    );
  });
}

describe.skipIf(process.platform !== 'linux' || process.getuid?.() !== 0)('another account of the computer', () => {
  test('is not answered a word, neither with the link nor with the cookie, and does not use the link up', async () => {
    const token = host.url.slice(origin.length);
    const head = (path: string, more: string) => `GET ${path} HTTP/1.1\\r\\nHost: 127.0.0.1:${port}\\r\\n${more}\\r\\n`;
    expect(await askAsNobody(head(token, ''))).toBe('');
    const cookie = await enter();
    expect(cookie).not.toBe('');
    expect(await askAsNobody(head('/', `Cookie: ${cookie}\\r\\n`))).toBe('');
    expect(given.lines.map(({ data }) => data?.['code'])).toEqual(['OTHER_ACCOUNT', 'OTHER_ACCOUNT']);
  });
});

describe('a flood of refused requests', () => {
  test('leaves its first lines in the log and not a thousand', async () => {
    for (let at = 0; at < 60; at += 1) await ask(origin, { path: '/' });
    const refused = given.lines.filter(({ event }) => event === 'request-refused');
    expect(refused).toHaveLength(20);
  });

  test('is counted, once it is over', () => {
    const lines: unknown[] = [];
    let now = 0;
    const note = refusalLog({ write: (event, data) => void lines.push([event, data]) }, () => now);
    for (let at = 0; at < 500; at += 1) note('NO_COOKIE');
    now = 60_000;
    note('HOST_REFUSED');
    expect(lines).toHaveLength(22);
    expect(lines.slice(-2)).toEqual([
      ['requests-refused', { count: 500 }],
      ['request-refused', { code: 'HOST_REFUSED' }],
    ]);
  });
});

describe('the host proves itself to its page', () => {
  const nonce = 'a'.repeat(32);

  async function openPage(cookie: string): Promise<{ readonly id: string; readonly key: string }> {
    const { body } = await ask(origin, { path: '/', headers: { cookie } });
    const [, id = '', key = ''] = /name="desk-page" content="([\w-]+)\.([\w-]+)"/.exec(body) ?? [];
    return { id, key };
  }
  const proofOf = (key: string, said: string) =>
    createHmac('sha256', Buffer.from(key, 'base64url')).update(`${said} ${nonce}`).digest('base64url');
  const prove = (cookie: string, page: string, given = nonce) =>
    ask(origin, { path: `/proof?page=${page}&nonce=${given}`, headers: { cookie } });

  test('by a secret that each page has for itself', async () => {
    const cookie = await enter();
    const page = await openPage(cookie);
    expect(page.key).toHaveLength(43);
    expect((await prove(cookie, page.id)).body).toBe(`here ${proofOf(page.key, 'here')}`);
    expect((await openPage(cookie)).key).not.toBe(page.key);
  });

  test('a page that another one took the place of is told so, and its calls are refused', async () => {
    const cookie = await enter();
    const first = await openPage(cookie);
    expect((await call(cookie, { 'x-desk-page': first.id })).status).toBe(200);
    const second = await openPage(cookie);
    expect((await prove(cookie, first.id)).body).toBe(`replaced ${proofOf(first.key, 'replaced')}`);
    const refused = await call(cookie, { 'x-desk-page': first.id });
    expect([refused.status, JSON.parse(refused.body).json.code]).toEqual([409, 'PAGE_REPLACED']);
    expect((await call(cookie, { 'x-desk-page': second.id })).status).toBe(200);
    // What the overview asks, which hangs in a window of its own, is answered: figures, and how the desk is.
    for (const [path, isRefused] of [
      ['/call/work/wall', false],
      ['/call/system/status', false],
      ['/call/work/wallFiles', true],
      ['/call/account/signIn', true],
    ] as const)
      expect((await call(cookie, { 'x-desk-page': first.id }, path)).status === 409, path).toBe(isRefused);
    // A look at the page without its body takes nobody's place.
    await ask(origin, { method: 'HEAD', path: '/', headers: { cookie } });
    expect((await call(cookie, { 'x-desk-page': second.id })).status).toBe(200);
  });

  test('to nobody else: no cookie, no page of ours, a nonce that is none', async () => {
    const cookie = await enter();
    const page = await openPage(cookie);
    expect((await prove('', page.id)).status).toBe(403);
    expect((await prove(cookie, 'guess')).status).toBe(404);
    expect((await prove(cookie, page.id, 'short')).status).toBe(404);
    expect((await prove(cookie, page.id, `here${'%20'}${nonce}`)).status).toBe(404);
  });
});

test('each answer to a call, good or bad, says that it is not to be kept, guessed at or framed', async () => {
  const cookie = await enter();
  for (const reply of [await call(cookie), await call(cookie, { 'content-type': 'text/html' }), await call('')]) {
    expect(reply.headers).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'cross-origin-resource-policy': 'same-origin',
    });
  }
});

test('the link from another page works for a browser that goes there whole, and for nothing else', async () => {
  const link = host.url.slice(origin.length);
  const from = (mode: string, dest: string) => ({
    'sec-fetch-site': 'cross-site',
    'sec-fetch-mode': mode,
    'sec-fetch-dest': dest,
  });
  for (const [mode, dest] of [
    ['no-cors', 'image'],
    ['navigate', 'iframe'],
    ['cors', 'empty'],
  ] as const) {
    expect((await ask(origin, { path: link, headers: from(mode, dest) })).status).toBe(403);
  }
  expect((await ask(origin, { path: '/', headers: from('navigate', 'document') })).status).toBe(403);
  // A redirect would carry no cookie of ours: the browser is led on by an answer instead.
  const reply = await ask(origin, { path: link, headers: from('navigate', 'document') });
  expect([reply.status, reply.headers['refresh'], reply.body]).toEqual([200, '0; url=/', '']);
  expect(reply.headers['set-cookie']?.[0]).toContain('SameSite=Strict');
});
