import { findBrowser } from '../../electron/shell/browser/find-browser.ts';
import { findMissing } from './system-tools.ts';

/** The browser that is measured: the system's own. */
export function getBrowser(): string {
  const found = findBrowser();
  if (found === undefined) throw new Error(findMissing('Chromium'));
  return found;
}
