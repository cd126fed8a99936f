import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { findBrowser } from './find-browser.ts';

/** Below this the browser only handed the page to a window that was open already. */
const handedOverMs = 3000;

export type Window = { readonly closed: Promise<void>; close(): void };

/**
 * Opens the page as a window of its own in the machine's browser, with a profile kept beside the data, so that no
 * extension of the clerk's own browser reads the office's pages. Undefined where no browser is found.
 */
export function openWindow(url: string, dataFolder: string): Window | undefined {
  const browser = findBrowser();
  if (browser === undefined) return undefined;
  const profile = path.join(dataFolder, 'browser-profile');
  const words = [`--app=${url}`, `--user-data-dir=${profile}`, '--no-first-run', '--no-default-browser-check'];
  // Chromium's own sandbox cannot be made by root; only containers run as root.
  const child = spawn(browser, process.getuid?.() === 0 ? [...words, '--no-sandbox'] : words, { stdio: 'ignore' });
  return { closed: untilClosed(child), close: () => child.kill() };
}

/** Resolves when the person closes the window; never, where another process took it over or no browser could start. */
function untilClosed(child: ChildProcess): Promise<void> {
  const begun = performance.now();
  return new Promise((resolve) => {
    child.once('error', () => undefined);
    child.once('exit', () => {
      if (performance.now() - begun > handedOverMs) resolve();
    });
  });
}
