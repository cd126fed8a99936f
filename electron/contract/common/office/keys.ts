import { z } from 'zod';
import { read, write, writeByTwo } from '../../base/call.ts';
import { CivilDate, CivilTime, Done, line, systemName, why } from '../../base/values.ts';
import { Password, RecoveryKey, Username, openingFaults } from './office.ts';
import { Second } from './people.ts';

const typed = ['recovery-key-length', 'recovery-key-mistyped'] as const;

/** The second person, where two are asked for (people.ts). */
const second = Second.optional();

const resealing = [
  ...openingFaults,
  'backup-interrupted',
  'backup-no-room',
  'backup-not-proven',
  'backup-place-missing',
] as const;

const Resealed = z.object({
  /** Why there is no encrypted backup yet, where there is none. */
  trouble: z.object({ code: z.string(), data: z.record(z.string(), z.unknown()) }).nullable(),
  plainLeft: z.array(z.string()),
});

export const keysCalls = {
  /** A new key for paper, drawn by chance: it opens nothing before it is given to an office. Two of its groups are typed back from the paper first. */
  propose: write('anyone')
    .input(z.strictObject({}))
    .output(z.object({ recoveryKey: z.string(), askedGroups: z.array(z.int()) })),
  /** That key on a sheet for an envelope. Nothing of it is kept. Once there is an office, for its administrator alone. */
  sheet: write('anyone', [
    ...typed,
    'printer-missing',
    'print-refused',
    'spooler-unavailable',
    'printer-is-roll',
    'form-unknown',
    'form-broken',
  ])
    .input(
      z.strictObject({
        recoveryKey: RecoveryKey,
        printer: systemName(200, 1),
        paperSize: z.enum(['A5', 'A4']),
        centreName: line(200, 1),
        deskName: line(60, 1),
      }),
    )
    .output(Done),
  /** How the register is guarded, for who looks after it. */
  status: read('staff')
    .input(z.strictObject({}))
    .output(
      z.object({
        sealed: z.boolean(),
        recovery: z
          .object({
            madeAt: CivilTime,
            used: z.boolean(),
            /** When somebody tried it last since; and the day by which that is to be done, a year after. */
            testedAt: CivilTime.nullable(),
            due: CivilDate,
          })
          .nullable(),
        /** Backups and registers that were kept from before, which anybody can still read. */
        plainLeft: z.array(z.string()),
        /** Whether what opens the register is changed by two here. */
        two: z.boolean(),
        /** Whose keys the register cannot prove: nothing is sealed for them any more. `username` is null for the key on paper and the file's. */
        doubts: z.array(
          z.object({
            username: z.string().nullable(),
            type: z.string(),
            why: z.enum(['unsigned', 'one-signature', 'wrong-signature', 'wrong-key']),
          }),
        ),
      }),
    ),
  /** Encrypts a plain register where it stands: all passwords stay, everybody signs in anew, plain backups that can be reached are written over once an encrypted one is made. */
  seal: writeByTwo('admin', [...resealing, 'keys-sealed'])
    .input(z.strictObject({ password: Password, second, recoveryKey: RecoveryKey }))
    .output(Resealed),
  /** Another key for the file: who left opens nothing any more, not even with a copy of the key file. Who has not signed in since the office was encrypted needs a new password. */
  turn: writeByTwo('admin', [...resealing, 'keys-plain', 'keys-shut-out'])
    .input(z.strictObject({ password: Password, second, reason: why(300) }))
    .output(Resealed),
  /** A new key on paper in the place of the one before, which opens nothing written from then on. */
  renew: writeByTwo('admin', ['keys-plain'])
    .input(z.strictObject({ password: Password, second, recoveryKey: RecoveryKey }))
    .output(Done),
  /**
   * Whether the key that is typed from its paper opens the file as it lies there: done once a year, so that nobody finds a wrong paper on the day it is needed.
   * Nothing is opened with it, and it does not count as used.
   */
  test: write('keeper', [...typed, 'keys-plain', 'recovery-key-wrong'])
    .input(z.strictObject({ recoveryKey: RecoveryKey }))
    .output(Done),
  /** Every password is lost: with the key on paper an administrator is given a new one, and is signed in. The office sees it until a new key is made. */
  recover: write('anyone', [
    ...typed,
    ...openingFaults,
    'keys-plain',
    'recovery-key-wrong',
    'password-weak',
    'password-known',
    'password-used',
    'account-unknown',
  ])
    .input(
      z.strictObject({
        recoveryKey: RecoveryKey,
        username: Username,
        password: Password,
        reason: why(300),
        /** Somebody types it at a screen: a password that is easy to guess is refused. */
        attended: z.literal(true).optional(),
      }),
    )
    .output(z.object({ username: z.string(), fullName: z.string() })),
};
