import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { findBrowser } from './find-browser.ts';

/** Below this the browser only handed the page to a window that was open already. */
const handedOverMs = 3000;

/** Nothing of the browser's own stands before the page: least of all an offer to translate names. */
const quiet = ['--no-first-run', '--no-default-browser-check', '--disable-features=Translate'];

/** `failed`: the browser is there but opened nothing, as without a display. */
export type Window = { readonly closed: Promise<void>; readonly failed: Promise<void>; close(): void };

/**
 * Opens the page as a window of its own in the machine's browser, with a profile kept beside the data, so that no
 * extension of the clerk's own browser reads the office's pages. Undefined where no browser is found.
 */
export function openWindow(url: string, dataFolder: string, browser = findBrowser()): Window | undefined {
  if (browser === undefined) return undefined;
  const profile = path.join(dataFolder, 'browser-profile');
  const words = [`--app=${url}`, `--user-data-dir=${profile}`, ...quiet];
  // Chromium's own sandbox cannot be made by root; only containers run as root.
  const child = spawn(browser, process.getuid?.() === 0 ? [...words, '--no-sandbox'] : words, { stdio: 'ignore' });
  return { ...watch(child), close: () => child.kill() };
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
