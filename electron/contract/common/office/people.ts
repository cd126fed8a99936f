import { z } from 'zod';
import { read, write, writeByTwo } from '../../base/call.ts';
import { turnFaults } from '../../base/turn-faults.ts';
import { CivilDate, CivilTime, Done, Uuid, why } from '../../base/values.ts';
import { personName } from '../person/person.ts';
import { Password, RecoveryKey, Role, Username, openingFaults } from './office.ts';

const Who = z.object({ username: z.string(), fullName: z.string(), role: Role });
export type WorkingHere = z.infer<typeof Who>;

/** The person beside the one who asks: they type their own password, or the office's key on paper stands for them. */
export const Second = z.union([
  z.strictObject({ username: Username, password: Password }),
  z.strictObject({ recoveryKey: RecoveryKey }),
]);

/** How two stand for an act at one screen; asked once two people of the office have signed in who may (never in a practice office). */
export const both = { ownPassword: Password.optional(), second: Second.optional() };

/** What is looked at that shows a person; `ahead`: the hand rested on a line of a list, and what its page would show was asked for. */
export const lookedAt = ['case', 'number', 'paper', 'export', 'ahead'] as const;

const Code = z
  .string()
  .trim()
  .regex(/^\d{6}$/);

const person = { username: Username };
/** What may be asked for an account, for another person to approve at their own counter. */
const AskedAct = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('add'), ...person, fullName: personName(100), role: Role }),
  z.strictObject({ kind: z.literal('role'), ...person, role: Role }),
  z.strictObject({ kind: z.enum(['disable', 'enable', 'reset']), ...person }),
]);

/** A password that was proposed for somebody: told once, good for one sign-in. */
const oneTimePassword = z.string().nullable();

/** What holds at every counter of a centre is changed with its hub alone. */

const actFaults = [
  'account-unknown',
  'account-exists',
  'account-elsewhere',
  'account-last',
  'account-unchanged',
  'account-renamed',
  ...turnFaults,
] as const;

export const accountCalls = {
  signIn: write('anyone', [
    'sign-in-refused',
    'account-renamed',
    'second-factor-needed',
    'second-factor-wrong',
    ...openingFaults,
  ])
    .input(
      z.strictObject({
        username: Username,
        password: Password,
        /** Of an account that asks for one: the code its phone shows. */
        code: Code.optional(),
      }),
    )
    .output(
      Who.extend({
        /** Why the password has to be changed before anything else. */
        mustChange: z.enum(['first', 'old']).nullable(),
        /** Wrong passwords under this name since the sign-in before, and when the last one was. */
        failed: z.object({ times: z.int(), lastAt: CivilTime }).nullable(),
      }),
    ),
  signOut: write('anyone').input(z.strictObject({})).output(Done),
  /** Said by a window as long as somebody types or clicks in it: what a screen asks by itself keeps no session awake. */
  stay: read('staff').input(z.strictObject({})).output(Done),
  list: read('admin')
    .input(z.strictObject({}))
    .output(
      z.object({
        accounts: z.array(
          Who.extend({
            disabled: z.boolean(),
            /** Whether its sign-in asks for a code of a phone. */
            code: z.boolean(),
            /** Codes of desks at which this username is somebody else's; empty where it is one person's. */
            nameTwice: z.array(z.string()),
            /** The code of the desk whose entries alone tell of it: it never worked here. Null for an account of this office's own. */
            elsewhere: z.string().nullable(),
            /** Of an open one: the other desk that shut the same person out, and when; it stays open here until somebody shuts it here too. */
            shutElsewhere: z.object({ desk: z.string(), at: CivilTime }).nullable(),
            /** Whether no password opens it here: its key did not come with a backup, or went when it was shut. */
            needsPassword: z.boolean(),
            /** Of a disabled one: whether nobody used it, too many wrong passwords were typed, a person shut it, or it got another username (`reason` is that one), and when. */
            shut: z
              .object({
                why: z.enum(['unused', 'failed-sign-ins', 'person', 'renamed']),
                reason: z.string(),
                at: CivilTime,
              })
              .nullable(),
            lastSignInAt: CivilTime.nullable(),
            /** Days until it is shut because nobody uses it, where that is near. */
            shutInDays: z.int().nullable(),
            /** The day on which it is, unless somebody signs in with it; null where it is not near. */
            shutOn: CivilDate.nullable(),
          }),
        ),
        /** Whether accounts are changed by two here. */
        two: z.boolean(),
        /** The day from which supervisors and administrators sign in with a code of their phone too; null where nobody has to. */
        factorDay: CivilDate.nullable(),
      }),
    ),
  /** Who work may be given to: the people of this office whose accounts are open. */
  colleagues: read('staff')
    .input(z.strictObject({}))
    .output(z.object({ accounts: z.array(Who) })),
  /** A new account, or that of another counter's person of the same full name, who works here too from then on. Without a password one is proposed, which is told once and is good for one sign-in. */
  add: writeByTwo('admin', ['account-exists', 'password-weak', ...turnFaults])
    .input(
      z.strictObject({
        username: Username,
        fullName: personName(100),
        role: Role,
        password: Password.optional(),
        ...both,
      }),
    )
    .output(Who.extend({ oneTimePassword })),
  /** One's own password, with the one before, and none of the last ten of the account; or another's, by an administrator: without one it is proposed. */
  setPassword: writeByTwo('staff', [
    'account-unknown',
    'account-elsewhere',
    'password-weak',
    'password-known',
    'password-used',
  ])
    .input(z.strictObject({ username: Username, password: Password.optional(), current: Password.optional(), ...both }))
    .output(Done.extend({ oneTimePassword })),
  setRole: writeByTwo('admin', [...actFaults])
    .input(z.strictObject({ username: Username, role: Role, reason: why(300), ...both }))
    .output(Done),
  /**
   * Another username for a person of this office, where two people of the centre have one: what they did stays theirs under the old one, which lets nobody in any more.
   * A password is proposed, told once and good for one sign-in.
   */
  rename: writeByTwo('admin', [...actFaults])
    .input(z.strictObject({ username: Username, to: Username, reason: why(300), ...both }))
    .output(Done.extend({ username: z.string(), oneTimePassword })),
  disable: writeByTwo('admin', [...actFaults])
    .input(z.strictObject({ username: Username, reason: why(300), ...both }))
    .output(Done),
  /** Opens a disabled account again, with the password it had; one that is open stays as it is. */
  enable: writeByTwo('admin', [...actFaults])
    .input(z.strictObject({ username: Username, reason: why(300), ...both }))
    .output(Done),
  /** Asks for a change of an account; somebody else approves it at their own counter. */
  ask: write('keeper', [...actFaults, 'sign-in-refused'])
    .input(z.strictObject({ act: AskedAct, reason: why(300), password: Password }))
    .output(z.object({ request: z.string() })),
  /** What was asked and nobody answered yet. */
  requests: read('keeper')
    .input(z.strictObject({}))
    .output(
      z.object({
        requests: z.array(
          z.object({
            request: z.string(),
            act: AskedAct,
            reason: z.string(),
            fullName: z.string(),
            by: Who,
            at: CivilTime,
            /** Whether the person who looks may approve it. */
            mine: z.boolean(),
          }),
        ),
      }),
    ),
  /** Approves or refuses what somebody else asked, or withdraws what one asked oneself. */
  answer: write('keeper', [...actFaults, 'request-unknown', 'second-person-unfit', 'sign-in-refused'])
    .input(
      z.strictObject({
        request: Uuid,
        outcome: z.enum(['approved', 'refused', 'withdrawn']),
        reason: why(300).optional(),
        /** One's own; only an approval asks for it. */
        password: Password.optional(),
      }),
    )
    .output(Done.extend({ oneTimePassword })),
  /**
   * Who did what to accounts, keys and settings, or who looked at whom, the newest first. `number` for everybody who keeps the office; whom it was about and
   * why for a supervisor alone: an administrator keeps machines.
   */
  log: read('keeper')
    .input(
      z.strictObject({
        of: z.enum(['office', 'look-ups']),
        /** Only what was before this moment. */
        before: CivilTime.optional(),
        limit: z.int().min(1).max(500).default(100),
      }),
    )
    .output(
      z.object({
        lines: z.array(
          z.object({
            at: CivilTime,
            /** Null for what the desk did by itself. */
            by: z.string().nullable(),
            /** Who stood for it beside them; `recovery-key` where the key on paper did. */
            second: z.string().nullable(),
            type: z.string(),
            /** What came of a request that was answered: `approved`, `refused`, `withdrawn`. */
            outcome: z.string().nullable(),
            number: z.string().nullable(),
            /** The form of the paper that was looked at or taken away. */
            paper: z.string().nullable(),
            whom: z.string().nullable(),
            why: z.string().nullable(),
          }),
        ),
      }),
    ),
  /** What who keeps the office looks through every six months: who may do what since when, who comes, and how often each looked at somebody since the last time. */
  review: read('keeper')
    .input(z.strictObject({}))
    .output(
      z.object({
        last: z.object({ at: CivilTime, by: z.string(), note: z.string() }).nullable(),
        /** The day by which it is to be done again; null where one alone keeps the office, and in practice. */
        due: CivilDate.nullable(),
        accounts: z.array(
          Who.extend({
            disabled: z.boolean(),
            roleSince: CivilTime.nullable(),
            lastSignInAt: CivilTime.nullable(),
            passwordSetAt: CivilTime.nullable(),
            /** Whether a code of the phone is asked for. */
            code: z.boolean(),
            lookUps: z.int(),
          }),
        ),
      }),
    ),
  /** It was looked through: by whom and when the journal says, what came of it the note. */
  reviewed: write('keeper')
    .input(z.strictObject({ note: why(500) }))
    .output(Done),
  /** A secret for a phone's authenticator, whether the person's sign-in asks for codes already, and whether the office asks for them from today on. */
  proposeFactor: read('keeper')
    .input(z.strictObject({}))
    .output(z.object({ on: z.boolean(), required: z.boolean(), secret: z.string() })),
  /**
   * From here on one's own sign-in asks for a code of the phone that has this secret, proven by a first code; without a secret it asks no longer, unless the
   * office does. In the place of another phone: with a code of that one, `present`.
   */
  setFactor: write('keeper', ['sign-in-refused', 'second-factor-wrong', 'second-factor-needed', 'second-factor-kept'])
    .input(
      z.strictObject({
        secret: z.string().max(60).nullable(),
        code: Code.optional(),
        present: Code.optional(),
        current: Password,
      }),
    )
    .output(Done),
  /**
   * Supervisors and administrators sign in with a code of their phone too, from this day on, at every counter of the centre; null: nobody has to. Who has none
   * that day sets theirs before anything else; a practice office asks nobody. Whoever asks the others has one first.
   */
  requireFactor: writeByTwo('admin', [
    'second-factor-own-first',
    'second-factor-no-return',
    'second-factor-past',
    ...turnFaults,
  ])
    .input(z.strictObject({ from: CivilDate.nullable(), reason: why(300), ...both }))
    .output(Done),
  /** A password that is easily told and hard to guess. */
  propose: read('staff')
    .input(z.strictObject({}))
    .output(z.object({ password: z.string() })),
};
