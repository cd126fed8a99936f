import { z } from 'zod';
import { read, write, writeByTwo } from '../../base/call.ts';
import { openingFaults } from '../../common/office/office.ts';
import { CivilTime, Done, line, systemName } from '../../base/values.ts';

/** Of the whole register: each finding in the words of who repairs it, `mendable` where the tables are derived again. */
const RegisterCheck = z.object({
  running: z.boolean(),
  checkedAt: CivilTime.nullable(),
  seconds: z.number().nullable(),
  findings: z.array(z.object({ check: z.string(), mendable: z.boolean(), found: z.array(z.string()) })),
});

export type RegisterCheck = z.infer<typeof RegisterCheck>;

export const journalCalls = {
  /**
   * One hash for all that the register holds: equal on two desks with the same entries. Who signed in and what was printed where
   * is a machine's own and not in it.
   */
  stateHash: read('anyone')
    .input(z.strictObject({}))
    .output(z.object({ stateHash: z.string().regex(/^[0-9a-f]{64}$/) })),
  /** What the last look at the whole register found; nothing is looked at for it. */
  checked: read('staff').input(z.strictObject({})).output(RegisterCheck),
  /** Looks at the whole register now, beside the desk: page by page, link by link, each table against the journal. */
  check: write('staff').input(z.strictObject({})).output(RegisterCheck),
  /**
   * The register without any person in it, signed as far as it goes: heads, digests, keys, numbers and receipts, for an inspector to check with the verifier alone
   * (docs/topics/proof.md). One JSON a line, packed with gzip. That it was taken out is kept.
   */
  export: write('keeper')
    .input(z.strictObject({}))
    .output(
      z.object({
        fileName: z.string(),
        mediaType: z.string(),
        base64: z.string(),
        entries: z.int(),
        receipts: z.int(),
      }),
    ),
  /**
   * For whoever mends this desk from far away: versions, what the machine can, sizes, states and the end of the log. No person, no number of a case, nothing typed.
   * One JSON a line, as text.
   */
  support: read('keeper')
    .input(z.strictObject({}))
    .output(z.object({ fileName: z.string(), mediaType: z.string(), base64: z.string() })),
  /** Derives every table from the journal again, and looks at the whole. The desk answers nobody meanwhile. */
  rebuild: write('admin').input(z.strictObject({})).output(RegisterCheck),
};

const Trouble = z.object({ code: z.string(), data: z.record(z.string(), z.unknown()) });

/** A place where backups are kept: beside the data, and where the office wants a second one. */
const Place = z.object({
  path: z.string(),
  second: z.boolean(),
  count: z.int(),
  /** Folders that were backups and are none any more: the file is gone or was cut, or what stands beside it cannot be read. */
  broken: z.array(z.string()),
  newestAt: CivilTime.nullable(),
  /** Of the second place, what was put there last, and when: known also while it is not there. */
  had: z.object({ madeAt: CivilTime, at: CivilTime }).nullable(),
  /** Why the newest backup is not there, where it is not. */
  trouble: Trouble.nullable(),
});

export const backupCalls = {
  /** Makes a proven backup now, and puts the same at the second place where one is set. */
  make: write('staff', ['backup-place-missing', 'backup-interrupted', 'backup-no-room', 'backup-not-proven'])
    .input(z.strictObject({}))
    .output(
      z.object({
        file: z.string(),
        stateHash: z.string(),
        cases: z.int(),
        seconds: z.number(),
        madeAt: CivilTime,
        /** Why it is not at the second place, where it is not. */
        trouble: Trouble.nullable(),
      }),
    ),
  /** Which backups there are, as their own manifests say. */
  status: read('staff')
    .input(z.strictObject({}))
    .output(
      z.object({
        running: z.boolean(),
        places: z.array(Place),
        backups: z.array(
          z.object({ file: z.string(), madeAt: CivilTime, cases: z.int(), bytes: z.int(), second: z.boolean() }),
        ),
      }),
    ),
};

export const recoveryCalls = {
  /** Looks at a register that does not open, in a copy: whoever has a password may read, and nothing is written. */
  look: write('anyone', ['recovery-not-needed', ...openingFaults])
    .input(z.strictObject({}))
    .output(Done),
  /** Back to the recovery screen. */
  leave: write('anyone', ['recovery-not-needed']).input(z.strictObject({})).output(Done),
  /** Leaves the register, in which a check found what cannot be mended here, for the recovery screen and its backups. */
  begin: write('admin', ['recovery-not-needed'])
    .input(z.strictObject({}))
    .output(z.object({ done: z.literal(true) })),
  /**
   * The backups that could take the place of a register that does not open, newest first; empty while it does. Looked for beside the data, where the second
   * place was, and at or under `place`.
   */
  roads: read('anyone')
    .input(z.strictObject({ place: systemName(500).optional() }))
    .output(
      z.object({
        /** Where was looked. */
        places: z.array(
          z.object({
            path: z.string(),
            /** A place that is not there: a stick that is not plugged in, or a name that was typed wrong. */
            there: z.boolean(),
            /** What was put there last, where that is the second place. */
            had: z.object({ madeAt: CivilTime, at: CivilTime }).nullable(),
            /** What was a backup there and is none any more. */
            broken: z.array(z.string()),
          }),
        ),
        backups: z.array(
          z.object({
            file: z.string(),
            madeAt: CivilTime,
            cases: z.int(),
            practice: z.boolean(),
            centreName: z.string(),
            deskName: z.string(),
            /** Where it lies. */
            place: z.string(),
            /** Of another office or counter than the backups beside the data: its numbers are not this one's, so it is not restored here. */
            foreign: z.boolean(),
            /** Two people keep that office, and stand for restoring it; null where it does not say. */
            two: z.boolean().nullable(),
            /** Whose passwords open it, and whether a key on paper does; null where it is not encrypted. */
            sealedFor: z.object({ accounts: z.array(z.string()), recovery: z.boolean() }).nullable(),
          }),
        ),
      }),
    ),
  /** A backup in the place of the register that does not open; what that one still tells comes over, and it is kept. */
  restore: writeByTwo('anyone', [
    'recovery-not-needed',
    'backup-unreadable',
    'backup-not-proven',
    'backup-interrupted',
    'backup-no-room',
    'store-locked',
    'store-newer',
    'store-unusable',
    'keys-damaged',
    'keys-foreign',
    'keys-no-slot',
    'backup-foreign',
  ])
    .input(
      z.strictObject({
        file: systemName(1000, 1),
        /** Of a sealed backup an account whose key lies with it; of an office that two keep, one of the two. */
        username: line(100, 1).optional(),
        password: z.string().max(200).optional(),
        /** Or the key on paper, which needs nobody beside it. */
        recoveryKey: z.string().max(200).optional(),
        /** The other of the two, where the office is kept by two. */
        second: z.strictObject({ username: line(100, 1), password: z.string().max(200) }).optional(),
      }),
    )
    .output(
      z.object({
        madeAt: CivilTime,
        cases: z.int(),
        /** Entries that the damaged file still told beyond the backup, and whether it could be read to its end. */
        replayed: z.int(),
        whole: z.boolean(),
        spent: z.array(z.object({ series: z.string(), first: z.int(), last: z.int() })),
      }),
    ),
};
