import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * An empty folder for one test. Nobody removes it: all that a run writes lies in one folder, which goes with the run (temporary.ts). A journey's
 * office removes its own.
 */
export function newFolder(): string {
  return mkdtempSync(path.join(tmpdir(), 'test-'));
}
