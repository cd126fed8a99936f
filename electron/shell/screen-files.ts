import { randomBytes } from 'node:crypto';
import { readFile, realpath } from 'node:fs/promises';
import path from 'node:path';
import type { Fault } from '../contract/base/fault.ts';
import { pageHeaders } from './content-security-policy.ts';

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
};

export type ScreenFile = { readonly body: Buffer | string; readonly headers: Record<string, string> };

/**
 * A file of the built screen by its path in a URL, or undefined. Only files inside the folder and of a kind named above:
 * no `..`, encoded or not, no second root, no link that leads out.
 */
export async function findScreenFile(folder: string, urlPath: string): Promise<ScreenFile | undefined> {
  const parts = decodePath(urlPath);
  const type = mediaTypes[path.extname(parts?.at(-1) ?? '')];
  if (parts === undefined || type === undefined) return undefined;
  try {
    const home = await realpath(folder);
    const file = await realpath(path.join(home, ...parts));
    if (!file.startsWith(home + path.sep)) return undefined;
    return {
      body: await readFile(file),
      headers: { ...pageHeaders(newNonce()), ...caching(parts), 'content-type': type },
    };
  } catch {
    return undefined;
  }
}

/**
 * The page itself, with a nonce nobody has seen before. Where the store cannot open, the page carries the fault as
 * `<meta name="desk-fault" content="code" data-fault="{…}">`, and the screen shows the recovery instead of the sign-in. `secret`: by which a host proves itself to
 * this page alone (browser/pages.ts).
 */
export async function readScreenPage(folder: string, found: Fault | undefined, secret?: string): Promise<ScreenFile> {
  const nonce = newNonce();
  const page = await readFile(path.join(folder, 'index.html'), 'utf8').catch((error: NodeJS.ErrnoException) => {
    // A checkout whose screen nobody built yet; an installed program has it.
    if (error.code === 'ENOENT') return notBuilt;
    throw error;
  });
  return {
    body: page
      .replaceAll('__CSP_NONCE__', nonce)
      .replace(/<head[^>]*>/, (head) => head + faultMeta(found) + secretMeta(secret)),
    headers: { ...pageHeaders(nonce), 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  };
}

const notBuilt = `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Một Cửa Desk</title></head><body>
<h1>Màn hình chưa được dựng</h1><p>Chạy <code>npm run build:screen</code> trong thư mục mã nguồn rồi tải lại trang.</p>
<h1 lang="en">The screen is not built</h1><p lang="en">Run <code>npm run build:screen</code> in the folder of the sources and load this page again.</p>
</body></html>`;

function faultMeta(found: Fault | undefined): string {
  if (found === undefined) return '';
  const data = JSON.stringify(found.data).replace(/[&"<>]/g, (sign) => `&#${sign.codePointAt(0)};`);
  return `<meta name="desk-fault" content="${found.fault}" data-fault="${data}">`;
}

function secretMeta(secret: string | undefined): string {
  return secret === undefined ? '' : `<meta name="desk-page" content="${secret}">`;
}

function decodePath(urlPath: string): string[] | undefined {
  try {
    const parts = decodeURIComponent(urlPath).split('/').slice(1);
    const odd = parts.some((part) => part === '' || part.startsWith('.') || /[\\:\0]/.test(part));
    return odd ? undefined : parts;
  } catch {
    return undefined;
  }
}

/** The builder puts a hash into the names below assets/, so those never change. */
function caching(parts: readonly string[]): Record<string, string> {
  return { 'cache-control': parts[0] === 'assets' ? 'private, max-age=31536000, immutable' : 'no-cache' };
}

function newNonce(): string {
  return randomBytes(16).toString('base64');
}
