import type { Session } from 'electron';
import { expect, test, vi } from 'vitest';
import { fault } from '../../../electron/contract/base/fault.ts';
import type { DeskDoor } from '../../../electron/shell/desk-door.ts';
import { registerScheme, serveScreen } from '../../../electron/shell/electron/protocol.ts';
import { makeScreenFolder } from '../screen-folder.ts';
import * as fake from './fake-electron.ts';

vi.mock('electron', () => import('./fake-electron.ts'));

const refused = fault('store-newer', { version: 90 });
const session = new fake.FakeSession();
const door: DeskDoor = { desk: () => refused, retry: () => refused, close: async () => undefined };
serveScreen(session as unknown as Session, door, makeScreenFolder());

const get = (url: string, method = 'GET') => session.served.get('desk')!(new Request(url, { method }));

test('the scheme is standard and secure, and may nothing else', () => {
  registerScheme();
  expect(fake.protocol.schemes).toEqual([{ scheme: 'desk', privileges: { standard: true, secure: true } }]);
});

test('7: the page comes with the policy, a nonce of its own, and the reason why there is no desk', async () => {
  const pages = [await get('desk://app/'), await get('desk://app/index.html?x=1#y')];
  const nonces = await Promise.all(
    pages.map(async (page) => {
      const body = await page.text();
      expect(body).toContain('<meta name="desk-fault" content="store-newer"');
      const nonce = /nonce="([^"]+)"/.exec(body)?.[1] ?? '';
      expect(page.headers.get('content-security-policy')).toContain(`style-src 'self' 'nonce-${nonce}'`);
      expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self'; /);
      expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
      return nonce;
    }),
  );
  expect(new Set(nonces).size).toBe(2);
});

test('a file of the screen has its type and the guard', async () => {
  const file = await get('desk://app/assets/main-1a2b.js');
  expect([file.status, file.headers.get('content-type')]).toEqual([200, 'text/javascript; charset=utf-8']);
  expect(file.headers.get('x-content-type-options')).toBe('nosniff');
  expect(file.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(await file.text()).toBe('export {};\n');
});

test.each([
  'desk://app/../secret.json',
  'desk://app/%2e%2e/secret.json',
  'desk://app/..%2fsecret.json',
  'desk://app/assets/..%5c..%5csecret.json',
  'desk://app/linked.json',
  'desk://app/missing.js',
  'desk://evil/',
  'desk://app:81/',
  'desk://app.evil/index.html',
])('18: %s is not there', async (url) => {
  const reply = await get(url);
  expect([reply.status, await reply.text()]).toEqual([404, '']);
});

test.each(['POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS'])('18: %s is refused', async (method) => {
  const reply = await get('desk://app/', method);
  expect([reply.status, reply.headers.get('allow')]).toEqual([405, 'GET']);
});
