import { defineConfig } from '@playwright/test';
import { availableParallelism } from 'node:os';
import { findBrowser } from '../../electron/shell/browser/find-browser.ts';

// A sandbox cannot be made by root in a container, and nothing here may speak to the network.
const quiet = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];

const executablePath = findBrowser();

/** Journeys through the browser shell, and the few that need the Electron runtime. Where their browser or runtime is not, they skip themselves, with a reason. */
export default defineConfig({
  globalSetup: '../../tests/e2e/support/command-line.ts',
  outputDir: '../../test-results',
  // A journey is a browser and a desk: two processes that both want a core.
  workers: Math.max(1, Math.floor(availableParallelism() / 2)),
  expect: { timeout: 10_000 },
  // A shared machine may stall for seconds. A journey that needs its second try is named as flaky in the output, to be mended.
  retries: process.env['CI'] === undefined ? 0 : 1,
  forbidOnly: true,
  timeout: 60_000,
  reporter: [['list'], ['json', { outputFile: '../../node_modules/.cache/e2e.json' }]],
  use: { viewport: { width: 1366, height: 768 }, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' },
  projects: [
    {
      name: 'browser',
      testDir: '../../tests/e2e',
      testIgnore: 'electron/**',
      use: {
        browserName: 'chromium',
        launchOptions: {
          ...(executablePath === undefined ? {} : { executablePath }),
          args: [...quiet, '--disable-component-update', '--disable-sync'],
        },
      },
    },
    { name: 'electron', testDir: '../../tests/e2e/electron' },
  ],
});
