import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * One temporary folder for all processes of a run, removed when the run ends: a worker is ended by a signal, so nothing it meant to
 * remove on leaving would be removed.
 */
export function setup(): () => void {
  const folder = mkdtempSync(path.join(tmpdir(), 'desk-tests-'));
  Object.assign(process.env, { TMPDIR: folder, TEMP: folder, TMP: folder, XDG_STATE_HOME: folder });
  return () => rmSync(folder, { recursive: true, force: true });
}
