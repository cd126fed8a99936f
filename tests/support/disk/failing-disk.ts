import { closeSync, openSync, readSync, writeSync } from 'node:fs';

/** What failing-disk.c can let fail. */
const kinds = ['write', 'sync', 'open', 'rename'] as const;
export type Failure = {
  readonly kind: (typeof kinds)[number];
  readonly error: keyof typeof errors;
  /** Once, and then the disk is well again; or from then on until it is mended. */
  readonly stays: boolean;
};

const errors = { EIO: 5, EFBIG: 27, ENOSPC: 28, EROFS: 30 } as const;
const [numbers, pathBytes] = [6 * 4, 1000];

/** The disk below a folder as this process meets it; it has to be started with failing-disk.c before its C library. */
export function failingDisk(below: string) {
  // Open from before anything fails, and outside the folder that does.
  const page = openSync(process.env['FAILING_DISK'] ?? '', 'r+');

  function tell(said: readonly number[]): void {
    const bytes = Buffer.alloc(numbers + 2 * pathBytes);
    said.forEach((one, at) => bytes.writeInt32LE(one, at * 4));
    bytes.write(below, numbers);
    writeSync(page, bytes, 0, bytes.length, 0);
  }

  return {
    /** The `at`-th call of the kind fails, counted from now. */
    fail({ kind, error, stays }: Failure, at: number): void {
      tell([kinds.indexOf(kind) + 1, errors[error], at, stays ? 1 : 0, 0, 0]);
    },
    /** Nothing fails any more; the name of the first file that did, or null where the call never came. */
    mend(): string | null {
      const bytes = Buffer.alloc(numbers + 2 * pathBytes);
      readSync(page, bytes, 0, bytes.length, 0);
      tell([0, 0, 0, 0, 0, 0]);
      const where = bytes.toString('utf8', numbers + pathBytes).replace(/\0.*$/s, '');
      return bytes.readInt32LE(5 * 4) === 0 ? null : where.slice(where.indexOf(below) + below.length + 1);
    },
    end: () => closeSync(page),
  };
}
