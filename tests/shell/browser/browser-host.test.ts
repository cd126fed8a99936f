import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { ContractRouterClient } from '@orpc/contract';
import { connect } from 'node:net';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Contract } from '../../../electron/contract/contract.ts';
import { fault } from '../../../electron/contract/base/fault.ts';
import { type Host, createHost } from '../../../electron/shell/browser/serve.ts';
import { makeScreenFolder } from '../screen-folder.ts';
import { openTestDoor } from '../test-door.ts';
import { type Reply, ask } from './ask.ts';

const rendererFolder = makeScreenFolder();
const given = openTestDoor();
let host: Host;
let origin = '';
let hostName = '';

beforeEach(async () => {
  given.lines.length = 0;
  host = await createHost(given.door, { rendererFolder, log: given.log });
  ({ origin, host: hostName } = new URL(host.url));
});
afterEach(() => host.close());
afterAll(() => given.close());

const link = () => host.url.slice(origin.length);

async function enter(): Promise<string> {
  const reply = await ask(origin, { path: link() });
  return reply.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
}

const amount = JSON.stringify({ json: { amount: 1_005_000 } });

function post(path: string, headers: Record<string, string>, body: string | Buffer = amount): Promise<Reply> {
  const length = { 'content-length': String(Buffer.byteLength(body)) };
  return ask(origin, {
    method: 'POST',
    path,
    headers: { 'content-type': 'application/json', ...length, ...headers },
    body,
  });
}

describe('the way in', () => {
  test('the link stands on 127.0.0.1 and has a long token', () => {
    expect(host.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{43}$/);
  });

  test('the token is exchanged for a cookie no script and no other site can use, and leaves the address', async () => {
    const reply = await ask(origin, { path: link() });
    expect(reply.status).toBe(303);
    expect(reply.headers.location).toBe('/');
    expect(reply.headers['set-cookie']).toHaveLength(1);
    const [pair, ...marks] = reply.headers['set-cookie']![0]!.split('; ');
    expect(pair).toMatch(new RegExp(`^desk-${new URL(origin).port}=[\\w-]{43}$`));
    expect(marks.sort()).toEqual(['HttpOnly', 'Path=/', 'SameSite=Strict']);
    expect(pair).not.toContain(new URL(host.url).searchParams.get('token'));
  });

  test('the token works once', async () => {
    const first = await ask(origin, { path: link() });
    const second = await ask(origin, { path: link() });
    expect([first.status, second.status]).toEqual([303, 403]);
    expect(second.headers['set-cookie']).toBeUndefined();
    expect(second.body).toMatch(/Liên kết này đã được dùng[\s\S]*This link was used already/);
  });

  test('a wrong token opens nothing, and does not use up the right one', async () => {
    expect((await ask(origin, { path: '/?token=wrong' })).status).toBe(403);
    expect((await ask(origin, { path: link() })).status).toBe(303);
  });

  test('a browser that restores the used link, with its cookie, goes on', async () => {
    const cookie = await enter();
    const reply = await ask(origin, { path: link(), headers: { cookie } });
    expect([reply.status, reply.headers.location, reply.headers['set-cookie']]).toEqual([303, '/', undefined]);
  });

  test.each(['/', '/index.html', '/assets/main-1a2b.js'])('without the cookie %s is closed', async (path) => {
    await enter();
    for (const cookie of ['', `desk-${new URL(origin).port}=guess`, 'other=1']) {
      const reply = await ask(origin, { path, headers: { cookie } });
      expect(reply.status).toBe(403);
      expect(reply.body).not.toContain('<html');
    }
  });

  test('without the cookie no call is answered', async () => {
    await enter();
    const reply = await post('/call/text/amountInWords', { origin });
    expect([reply.status, JSON.parse(reply.body).json.code]).toEqual([401, 'UNAUTHORIZED']);
  });
});

describe('the page', () => {
  test('comes with a policy whose nonce is new each time, and is never stored', async () => {
    const cookie = await enter();
    const pages = [
      await ask(origin, { path: '/', headers: { cookie } }),
      await ask(origin, { path: '/', headers: { cookie } }),
    ];
    const nonces = pages.map(({ body, headers }) => {
      const nonce = /nonce="([^"]+)"/.exec(body)?.[1] ?? '';
      expect(headers['content-security-policy']).toContain(`style-src 'self' 'nonce-${nonce}'`);
      expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self'");
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'cross-origin-resource-policy': 'same-origin',
        'cross-origin-opener-policy': 'same-origin',
        'referrer-policy': 'no-referrer',
      });
      return nonce;
    });
    expect(nonces[0]).not.toBe(nonces[1]);
    expect(nonces[0]).toHaveLength(24);
  });

  test('its files come with the same guard, and a HEAD has no body', async () => {
    const cookie = await enter();
    const file = await ask(origin, { path: '/assets/main-1a2b.js?v=1', headers: { cookie } });
    expect([file.status, file.headers['content-type']]).toEqual([200, 'text/javascript; charset=utf-8']);
    expect(file.headers['x-content-type-options']).toBe('nosniff');
    const head = await ask(origin, { method: 'HEAD', path: '/', headers: { cookie } });
    expect([head.status, head.body]).toEqual([200, '']);
  });

  test.each([
    '/../secret.json',
    '/assets/..%2f..%2fsecret.json',
    '/%2e%2e/secret.json',
    '/linked.json',
    '//secret.json',
  ])('%s is not there', async (path) => {
    const cookie = await enter();
    const reply = await ask(origin, { path, headers: { cookie } });
    expect(reply.status).toBe(404);
    expect(reply.body).not.toContain('secret');
  });
});

describe('who may ask at all', () => {
  test.each(['localhost', 'evil.example', '127.0.0.1', '127.0.0.1:1', '[::1]'])(
    'a request for the host «%s» is refused, cookie or not',
    async (name) => {
      const cookie = await enter();
      const { port } = new URL(origin);
      const sent = name === 'localhost' ? `localhost:${port}` : name;
      const reply = await ask(origin, { path: '/', headers: { cookie, host: sent } });
      expect(reply.status).toBe(421);
      expect(reply.headers['set-cookie']).toBeUndefined();
    },
  );

  test('a rebound name cannot use the token either', async () => {
    expect((await ask(origin, { path: link(), headers: { host: 'evil.example' } })).status).toBe(421);
    expect((await ask(origin, { path: link() })).status).toBe(303);
  });

  test.each(['http://evil.example', 'null', 'http://localhost', 'https://127.0.0.1'])(
    'a call from the page «%s» is refused',
    async (from) => {
      const cookie = await enter();
      const reply = await post('/call/text/amountInWords', { cookie, origin: from });
      expect([reply.status, JSON.parse(reply.body).json.code]).toEqual([403, 'ORIGIN_REFUSED']);
    },
  );

  test('a call without an origin is refused: browsers always send one', async () => {
    const cookie = await enter();
    expect((await post('/call/text/amountInWords', { cookie })).status).toBe(403);
  });

  test.each(['cross-site', 'same-site'])('a request a browser marks %s is refused', async (site) => {
    const cookie = await enter();
    const headers = { cookie, 'sec-fetch-site': site };
    expect((await ask(origin, { path: '/', headers })).status).toBe(403);
  });

  test.each([
    ['POST', '/', 'GET, HEAD'],
    ['PUT', '/', 'GET, HEAD'],
    ['DELETE', '/assets/main-1a2b.js', 'GET, HEAD'],
    ['OPTIONS', '/call/text/amountInWords', 'POST'],
    ['GET', '/call/text/amountInWords', 'POST'],
    ['TRACE', '/', 'GET, HEAD'],
  ])('%s %s is refused', async (method, path, allow) => {
    const cookie = await enter();
    const reply = await ask(origin, { method, path, headers: { cookie, origin } });
    expect([reply.status, reply.headers.allow]).toEqual([405, allow]);
  });

  test('each refusal is in the log, with its code and no more', async () => {
    await ask(origin, { path: '/', headers: { host: 'evil.example' } });
    expect(given.lines).toEqual([{ event: 'request-refused', data: { code: 'HOST_REFUSED' } }]);
  });
});

describe('how much may be sent', () => {
  test('a call of 1 MiB is read, one byte more is not', async () => {
    const cookie = await enter();
    const body = (size: number) => amount + ' '.repeat(size - amount.length);
    const fits = await post('/call/text/amountInWords', { cookie, origin }, body(1_048_576));
    expect(fits.status).toBe(200);
    // The body is not sent: the answer must come from the announced size alone.
    const reply = await ask(origin, {
      method: 'POST',
      path: '/call/text/amountInWords',
      headers: { cookie, origin, 'content-length': '1048577', 'content-type': 'application/json' },
      body: Buffer.alloc(0),
    });
    expect([reply.status, reply.headers.connection]).toEqual([413, 'close']);
  });

  test('a call that does not say its size is refused', async () => {
    const cookie = await enter();
    const reply = await ask(origin, {
      method: 'POST',
      path: '/call/text/amountInWords',
      headers: { cookie, origin, 'transfer-encoding': 'chunked' },
      body: amount,
    });
    expect(reply.status).toBe(411);
  });

  test('a line that is no HTTP ends the connection and nothing else', async () => {
    const { port } = new URL(origin);
    const said = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), '127.0.0.1', () => socket.write('nonsense\r\n\r\n'));
      let text = '';
      socket.on('data', (chunk) => (text += String(chunk)));
      socket.on('close', () => resolve(text));
      socket.on('error', reject);
    });
    expect(said).toContain('400 Bad Request');
    expect((await ask(origin, { path: link() })).status).toBe(303);
  });
});

describe('calls', () => {
  function clientWith(cookie: string): ContractRouterClient<Contract> {
    // Node's fetch sends neither cookie nor origin by itself; a browser does.
    const link = new RPCLink({ url: `${origin}/call`, headers: { cookie, origin, host: hostName } });
    return createORPCClient(link);
  }

  test('the renderer’s own client reaches the desk', async () => {
    const { text } = await clientWith(await enter()).text.amountInWords({ amount: 1_005_000 });
    expect(text).toBe('Một triệu không trăm lẻ năm nghìn đồng');
  });

  test('a fault comes as the renderer expects it: its code and its data', async () => {
    const client = clientWith(await enter());
    await expect(client.case.get({ caseId: 'none' })).rejects.toMatchObject({ code: 'not-set-up', data: {} });
    await expect(client.text.amountInWords({ amount: -1 })).rejects.toMatchObject({
      code: 'input-invalid',
      data: { issues: [{ path: 'amount' }] },
    });
  });

  test('a call nobody knows is 404', async () => {
    expect((await post('/call/no/such', { cookie: await enter(), origin })).status).toBe(404);
  });
});

describe('while the store cannot open', () => {
  test('the page says why, every call says why, and a reload tries again', async () => {
    await host.close();
    const refused = fault('store-locked', { holder: 'desk batch, pid 1234' });
    let tries = 0;
    const door = { ...given.door, desk: () => refused, retry: () => (tries++, refused) };
    host = await createHost(door, { rendererFolder, log: given.log });
    ({ origin } = new URL(host.url));
    const cookie = await enter();
    const page = await ask(origin, { path: '/', headers: { cookie } });
    expect(page.body).toContain('<meta name="desk-fault" content="store-locked"');
    expect(page.body).toContain('desk batch, pid 1234');
    const call = await post('/call/system/status', { cookie, origin }, '{}');
    expect(call.status).toBe(409);
    expect(JSON.parse(call.body).json).toMatchObject({ defined: true, code: 'store-locked', data: refused.data });
    expect(tries).toBe(1);
  });
});
