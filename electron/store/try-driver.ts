import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isFault } from '../contract/base/fault.ts';
import { storeFileName } from './file/file-names.ts';
import { newFileKey } from './file/opening/sealed.ts';
import { openStore } from './store.ts';

/**
 * Makes a sealed register in a folder of its own, writes into it, opens it again and takes it away: whether the driver of this machine does what the store asks of it. Answers
 * the version of SQLite, or why not.
 */
export function tryDriver(
  random: (size: number) => Uint8Array,
  now: number,
): { readonly version: string } | { readonly why: string } {
  const folder = mkdtempSync(join(tmpdir(), 'desk-self-test-'));
  try {
    const options = { folder, holder: 'self-test', random, key: newFileKey() };
    const made = openStore(options);
    if (isFault(made)) return { why: made.fault };
    const version = made.db.prepare('SELECT sqlite_version()').pluck().get() as string;
    const office = { kind: 'office' } as const;
    const written = made.write(null, now, (tx) =>
      tx.append(office, { type: 'clock-confirmed', at: '', reason: 'self-test' }),
    );
    made.close();
    if (isFault(written)) return { why: written.fault };
    const begins = readFileSync(join(folder, storeFileName)).subarray(0, 6).toString('latin1');
    if (begins === 'SQLite') return { why: 'plain' };
    const again = openStore(options);
    if (isFault(again)) return { why: again.fault };
    const kept = again.journal.head().deskSeq;
    again.close();
    return kept > 0 ? { version } : { why: 'lost' };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
