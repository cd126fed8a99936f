import { describe, expect, test } from 'vitest';
import { fault } from '../../electron/contract/base/fault.ts';
import { findScreenFile, readScreenPage } from '../../electron/shell/screen-files.ts';
import { makeScreenFolder } from './screen-folder.ts';

const folder = makeScreenFolder();

describe('the files of the screen', () => {
  test('a file inside is served with its type, for ever when its name holds its hash', async () => {
    const file = await findScreenFile(folder, '/assets/main-1a2b.js');
    expect(String(file?.body)).toBe('export {};\n');
    expect(file?.headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, max-age=31536000, immutable',
    });
  });

  test.each([
    '/../secret.json',
    '/assets/../../secret.json',
    '/%2e%2e/secret.json',
    '/..%2fsecret.json',
    '/assets/%2e%2e%2f%2e%2e%2fsecret.json',
    '/..%5csecret.json',
    '/%2e%2e%5csecret.json',
    '/../renderer-secret/secret.json',
    '//etc/passwd.json',
    '/C:/secret.json',
    '/assets/main-1a2b.js%00.json',
    '/linked.json',
    '/.hidden.json',
    '/%zz.json',
    '/assets/notes.txt',
    '/assets',
    '/missing.js',
    '',
  ])('%s is not there', async (urlPath) => {
    expect(await findScreenFile(folder, urlPath)).toBeUndefined();
  });
});

describe('the page', () => {
  test('has a nonce of its own each time, the same in the page and in its policy', async () => {
    const pages = await Promise.all([readScreenPage(folder, undefined), readScreenPage(folder, undefined)]);
    const nonces = pages.map(({ body }) => /nonce="([^"]+)"/.exec(String(body))?.[1] ?? '');
    expect(new Set(nonces).size).toBe(2);
    for (const [index, { headers }] of pages.entries()) {
      expect(nonces[index]).toMatch(/^[A-Za-z0-9+/]{22}==$/);
      expect(headers['content-security-policy']).toBe(
        "default-src 'none'; script-src 'self'; " +
          `style-src 'self' 'nonce-${nonces[index]}'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; ` +
          "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'",
      );
      expect(headers['cache-control']).toBe('no-store');
    }
  });

  test('tells the screen why the store cannot open, and nothing in the reason can break out', async () => {
    const found = fault('store-unusable', { path: '"><script>alert(1)</script>', reason: "it's & that" });
    const { body } = await readScreenPage(folder, found);
    const [, data = ''] =
      /<meta name="desk-fault" content="store-unusable" data-fault="([^"]*)">/.exec(String(body)) ?? [];
    expect(String(body)).not.toContain('<script>');
    const read = data.replace(/&#(\d+);/g, (_all, code: string) => String.fromCodePoint(Number(code)));
    expect(JSON.parse(read)).toEqual(found.data);
  });

  test('of a checkout whose screen nobody built says how to build it, in both languages', async () => {
    const { body, headers } = await readScreenPage(`${folder}/not-built`, undefined);
    expect(String(body).match(/npm run build:screen/g)).toHaveLength(2);
    expect(String(body)).toContain('Màn hình chưa được dựng');
    expect(headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
  });

  test('without a fault there is no such mark', async () => {
    expect(String((await readScreenPage(folder, undefined)).body)).not.toContain('desk-fault');
  });
});
