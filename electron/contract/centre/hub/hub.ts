import { z } from 'zod';
import { read, write, writeByTwo } from '../../base/call.ts';
import { CivilTime, Done } from '../../base/values.ts';
import { both } from '../../common/office/people.ts';

/** Why one does not come to the hub: the desk goes on alone. */
const wayFaults = [
  'hub-away',
  'hub-other-fingerprint',
  'hub-certificate-expired',
  'hub-not-encrypted',
  'hub-no-entry',
  'hub-refused',
  'hub-place-taken',
  'hub-other-version',
  'hub-other-centre',
  'hub-full',
  'hub-broken',
  'hub-unexpected',
] as const;

/** Why a desk stopped exchanging. */
const stopFaults = [
  'hub-not-joined',
  'hub-code-used',
  'hub-desk-elsewhere',
  'hub-desk-copied',
  'hub-desk-restored',
  'hub-desk-closed',
  'hub-practice-and-real',
] as const;

/** What a person has to know, in both languages. */
const Told = z.object({ code: z.string(), vi: z.string(), en: z.string() });

const DeskOfCentre = z.object({
  no: z.int(),
  code: z.string(),
  isThis: z.boolean(),
  /** `waiting`: it joined and has no key yet, as far as this desk gave none. */
  state: z.enum(['enrolled', 'waiting', 'joined', 'closed']),
  /** Six digits, the same on both screens; told of a desk that waits, and of this one while it waits. */
  digits: z.string().nullable(),
  lastSeen: CivilTime.nullable(),
  /** How far its register is at the hub, and here. */
  there: z.int(),
  here: z.int(),
  numbers: z.array(z.object({ first: z.int(), last: z.int() })),
});

const Link = z.object({
  centre: z.string(),
  address: z.string(),
  no: z.int(),
  code: z.string(),
  joinedAt: CivilTime,
  /** `alone`: the hub does not answer; `stopped`: this desk does not exchange any more until somebody did something. */
  state: z.enum(['connected', 'connecting', 'alone', 'stopped']),
  trouble: Told.nullable(),
  notices: z.array(Told),
  /** Whether it has the centre's key; its six digits are the same at every desk of the centre. */
  hasKey: z.boolean(),
  centreDigits: z.string().nullable(),
  ownDigits: z.string(),
  lastContact: CivilTime.nullable(),
  /** Entries that are not at the hub yet, and since when. */
  outbox: z.object({ entries: z.int(), since: CivilTime.nullable() }),
  desks: z.array(DeskOfCentre),
});
export type HubState = z.infer<typeof Link>;

const Synced = z.object({
  pushed: z.int(),
  pulled: z.int(),
  /** Contradictions that a person has to decide. */
  conflicts: z.int(),
  stateHash: z.string(),
  hasKey: z.boolean(),
  notices: z.array(Told),
  /** Desks that were let in by this, with the six digits that their own screens show: in a practice office alone. */
  letIn: z.array(z.object({ no: z.int(), code: z.string(), digits: z.string() })),
});
export type Synced = z.infer<typeof Synced>;

export const hubCalls = {
  /** On a computer that holds no office: which centre a code is of and which counter it makes of this computer, asked of the hub itself. The code is not spent by it. */
  look: read('anyone', [...wayFaults, 'hub-full-at-join', 'hub-code-unreadable', 'hub-code-used', 'already-set-up'])
    .input(z.strictObject({ code: z.string().max(4000) }))
    .output(
      z.object({
        centre: z.string(),
        unitName: z.string(),
        /** What a list proposes for its case codes; empty where none does. */
        identifier: z.string(),
        desk: z.string(),
        no: z.int(),
        practice: z.boolean(),
      }),
    ),
  /** How this desk stands to its centre; null on an island. */
  state: read('staff')
    .input(z.strictObject({}))
    .output(z.object({ link: Link.nullable() })),
  /** With the code that IT printed for this desk. Again with a new code where the hub was set up anew or this register came back from a backup. */
  join: writeByTwo('admin', [
    ...wayFaults,
    ...stopFaults,
    'hub-code-unreadable',
    'hub-already-joined',
    'hub-away-at-join',
    'hub-full-at-join',
    'hub-is-other-desk',
  ])
    .input(
      z.strictObject({
        code: z.string().max(4000),
        /** A desk at work becomes another one only where that one's code is said here. */
        as: z.string().max(20).optional(),
        ...both,
      }),
    )
    .output(Synced.extend({ centre: z.string(), desk: z.string(), no: z.int() })),
  /** Exchanges now, until nothing is left. */
  sync: write('staff', [...wayFaults, ...stopFaults])
    .input(z.strictObject({}))
    .output(Synced),
  /** A desk that waits is let in: somebody compared the six digits on both screens and typed those of the other. */
  approve: writeByTwo('keeper', ['hub-desk-unknown', 'hub-digits-differ', ...wayFaults, ...stopFaults])
    .input(z.strictObject({ no: z.int(), digits: z.string().max(20), ...both }))
    .output(Done),
  /** Everything goes up, then the desk is an island again; its number and ranges stay spent. */
  leave: writeByTwo('admin', [...wayFaults, ...stopFaults])
    .input(z.strictObject(both))
    .output(Done),
};
