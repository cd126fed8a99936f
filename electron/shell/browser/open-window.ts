import { type ChildProcess, spawn } from 'node:child_process';
import { lstatSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { findBrowser } from './find-browser.ts';

/** Below this the browser only handed the page to a window that was open already. */
const handedOverMs = 3000;

/** Nothing of the browser's own stands before the page, least of all an offer to translate names; and nothing of what was typed or read is kept by it. */
const quiet = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-features=Translate',
  '--disable-breakpad',
  '--disk-cache-size=1',
];

/** What the browser would otherwise offer over the reception: to keep a password, an address, a card. */
const preferences = {
  credentials_enable_service: false,
  profile: { password_manager_enabled: false },
  autofill: { enabled: false, profile_enabled: false, credit_card_enabled: false },
  translate: { enabled: false },
  search: { suggest_enabled: false },
};

/** `failed`: the browser is there but opened nothing, as without a display. */
export type Window = { readonly closed: Promise<void>; readonly failed: Promise<void>; close(): void };

/**
 * Opens the page as a window of its own in the machine's browser, with a profile beside the data, so that no extension of the clerk's own browser reads
 * the office's pages, and in private, so that it keeps nothing. The link is handed over in a file that only this account can read: what stands on a command line,
 * every account of the computer can. Undefined where no browser is found.
 */
export function openWindow(url: string, dataFolder: string, browser = findBrowser()): Window | undefined {
  if (browser === undefined) return undefined;
  const { profile, link } = handOver(url, dataFolder);
  const words = [`--app=${pathToFileURL(link).href}`, `--user-data-dir=${profile}`, inPrivate(browser), ...quiet];
  // Chromium's own sandbox cannot be made by root; only containers run as root.
  const child = spawn(browser, process.getuid?.() === 0 ? [...words, '--no-sandbox'] : words, { stdio: 'ignore' });
  return { ...watch(child), close: () => child.kill() };
}

type HandedOver = { readonly profile: string; readonly link: string };

function handOver(url: string, dataFolder: string): HandedOver {
  try {
    return writeProfile(url, path.join(dataFolder, 'browser-profile'));
  } catch {
    // A folder that cannot be written is the store's to tell, on the recovery screen, for which a window is needed.
    return writeProfile(url, path.join(mkdtempSync(path.join(tmpdir(), 'desk-')), 'browser-profile'));
  }
}

function writeProfile(url: string, profile: string): HandedOver {
  // Earlier windows kept a history in here; a browser that still runs keeps its lock, and what it needs.
  const locks = ['SingletonLock', 'lockfile'].map((name) => path.join(profile, name));
  const inUse = locks.some((lock) => lstatSync(lock, { throwIfNoEntry: false }) !== undefined);
  if (!inUse) rmSync(profile, { recursive: true, force: true });
  mkdirSync(path.join(profile, 'Default'), { recursive: true, mode: 0o700 });
  const link = path.join(profile, 'open.html');
  // Anew, never into what is there: a file that somebody else laid there would stay theirs.
  rmSync(link, { force: true });
  const address = url.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  const page = `<!doctype html><meta charset="utf-8"><title>Một Cửa Desk</title><meta http-equiv="refresh" content="0;url=${address}">\n`;
  writeFileSync(link, page, { mode: 0o600, flag: 'wx' });
  if (!inUse) writeFileSync(path.join(profile, 'Default/Preferences'), JSON.stringify(preferences), { mode: 0o600 });
  return { profile, link };
}

function inPrivate(browser: string): string {
  return /edge/i.test(path.basename(browser)) ? '--inprivate' : '--incognito';
}

/** `closed` is kept when the person closes the window, `failed` when none came; neither, where another process took the page over. */
function watch(child: ChildProcess): Pick<Window, 'closed' | 'failed'> {
  const begun = performance.now();
  const ended = new Promise<{ readonly code: number | null; readonly early: boolean }>((resolve) => {
    child.once('exit', (code) => resolve({ code, early: performance.now() - begun <= handedOverMs }));
  });
  return {
    closed: new Promise((resolve) => {
      void ended.then(({ early }) => !early && resolve());
    }),
    failed: new Promise((resolve) => {
      child.once('error', () => resolve());
      void ended.then(({ code, early }) => early && code !== 0 && code !== null && resolve());
    }),
  };
}
