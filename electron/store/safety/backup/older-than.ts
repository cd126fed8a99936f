import { type Fault, fault } from '../../../contract/base/fault.ts';
import type { Db } from '../../file/db.ts';
import { preparedValue } from '../../file/rows/prepared.ts';
import type { Manifest } from './manifest.ts';
import { deskUuidOf } from './new-desk.ts';

/**
 * Whether the register is at least as far as its own backups, and the same up to there. Nobody keeps a witness of an older file that was put back
 * where there is none any more, but what was copied out of the newer one lies beside it.
 */
export function backupsFault(
  db: Db,
  backups: readonly Pick<Manifest, 'desk' | 'last'>[],
): Fault<'store-older' | 'store-branched'> | null {
  const own = deskUuidOf(db);
  const furthest = backups
    .filter(({ desk }) => desk.uuid === own)
    .flatMap(({ last }) => last ?? [])
    .toSorted((a, b) => b.seq - a.seq)[0];
  if (furthest === undefined) return null;
  const hash = preparedValue(db, 'SELECT hash FROM journal WHERE seq = ?').get(furthest.seq) as Buffer | undefined;
  if (hash !== undefined)
    return hash.toString('hex') === furthest.hash ? null : fault('store-branched', { known: furthest.seq });
  const found = preparedValue(db, 'SELECT coalesce(max(seq), 0) FROM journal').get() as number;
  return fault('store-older', { known: furthest.seq, found });
}
