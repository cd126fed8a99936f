import { test as base } from '@playwright/test';
import { findMissing } from '../../../build/run/system-tools.ts';

const missing = findMissing('Chromium');

/** Where there is no browser each journey is skipped by its name, and says what to install. */
export const test = base.extend<{ readonly machine: void }>({
  machine: [
    // oxlint-disable-next-line no-empty-pattern
    async ({}, hand, info) => {
      info.skip(missing !== undefined, missing);
      await hand();
    },
    { auto: true },
  ],
});
