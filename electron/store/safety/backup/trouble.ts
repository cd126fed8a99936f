import { type Fault, fault, isFault } from '../../../contract/base/fault.ts';

export type BackupFault = Fault<'backup-place-missing' | 'backup-interrupted' | 'backup-no-room' | 'backup-not-proven'>;

const noRoom: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'SQLITE_FULL', 'EFBIG']);

/** What the driver and the system throw when a stick is pulled out, a share goes away or a disk fills, as a fault; anything else is thrown on. */
export function troubleAt(place: string, error: unknown): BackupFault {
  if (isFault(error)) return error as unknown as BackupFault;
  const given = (error as { code?: unknown }).code;
  const code = typeof given === 'string' ? given : '';
  if (noRoom.has(code)) return fault('backup-no-room', { path: place });
  if (/^(E[A-Z]+|SQLITE_(IOERR|CANTOPEN|READONLY|CORRUPT|NOTADB).*)$/.test(code))
    return fault('backup-interrupted', { path: place, reason: code });
  throw error;
}
