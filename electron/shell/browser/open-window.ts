import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { findBrowser } from './find-browser.ts';

/** Below this the browser only handed the page to a window that was open already. */
const handedOverMs = 3000;

/** `failed`: the browser is there but opened nothing, as without a display. */
export type Window = { readonly closed: Promise<void>; readonly failed: Promise<void>; close(): void };

/**
 * Opens the page as a window of its own in the machine's browser, with a profile kept beside the data, so that no
 * extension of the clerk's own browser reads the office's pages. Undefined where no browser is found.
 */
export function openWindow(url: string, dataFolder: string, browser = findBrowser()): Window | undefined {
  if (browser === undefined) return undefined;
  const profile = path.join(dataFolder, 'browser-profile');
  const words = [`--app=${url}`, `--user-data-dir=${profile}`, '--no-first-run', '--no-default-browser-check'];
  // Chromium's own sandbox cannot be made by root; only containers run as root.
  const child = spawn(browser, process.getuid?.() === 0 ? [...words, '--no-sandbox'] : words, { stdio: 'ignore' });
  return { closed: untilClosed(child), failed: untilFailed(child), close: () => child.kill() };
}

/** Resolves when the person closes the window; never, where another process took it over or no browser could start. */
function untilClosed(child: ChildProcess): Promise<void> {
  const begun = performance.now();
  return new Promise((resolve) => {
    child.once('exit', () => {
      if (performance.now() - begun > handedOverMs) resolve();
    });
  });
}

function untilFailed(child: ChildProcess): Promise<void> {
  const begun = performance.now();
  return new Promise((resolve) => {
    child.once('error', () => resolve());
    child.once('exit', (code) => {
      if (code !== 0 && code !== null && performance.now() - begun <= handedOverMs) resolve();
    });
  });
}
