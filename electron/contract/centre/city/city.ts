import { z } from 'zod';
import { read, write, writeByTwo } from '../../base/call.ts';
import { CivilTime, Done } from '../../base/values.ts';
import { both } from '../../common/office/people.ts';

/** Why one does not come to the city: the centre keeps what it has to tell. */
const wayFaults = [
  'city-away',
  'city-other-fingerprint',
  'city-certificate-expired',
  'city-not-encrypted',
  'city-no-entry',
  'city-refused',
  'city-other-version',
  'city-other-database',
  'city-full',
  'city-broken',
  'city-unexpected',
  'city-hub-away',
] as const;

/** Why it tells nothing more until somebody did something. */
const stopFaults = ['city-not-joined', 'city-practice-and-real', 'city-desk-copied'] as const;

/** What a person has to know, in both languages. */
const Told = z.object({ code: z.string(), vi: z.string(), en: z.string() });

const Link = z.object({
  centre: z.string(),
  address: z.string(),
  joinedAt: CivilTime,
  /** `new`: nothing was sent since it joined; `waits`: something is to be sent; `away`: tried, and it will be tried again; `stopped`: until somebody did something. */
  state: z.enum(['new', 'sent', 'waits', 'away', 'stopped']),
  trouble: Told.nullable(),
  notices: z.array(Told),
  lastContact: CivilTime.nullable(),
  /** When something was sent last, and when nothing was left to send. */
  lastPush: CivilTime.nullable(),
  wholeAt: CivilTime.nullable(),
  /** Cases of which something was told today, which goes when the day is over. */
  today: z.int(),
  /** Cases of which something is to be sent, cases that are there, and what was not taken: the newest. */
  waiting: z.int(),
  there: z.int(),
  refused: z.object({ count: z.int(), first: z.array(z.object({ number: z.string(), why: Told })) }),
});
export type CityState = z.infer<typeof Link>;

const Pushed = z.object({
  /** Cases that were told, and facts of them. */
  cases: z.int(),
  facts: z.int(),
  /** What still waits: there was no time for it, or it was not taken. */
  waiting: z.int(),
  /** Cases that the city had and this register has not; they are in no figure any more. */
  takenOut: z.int(),
  notices: z.array(Told),
});
export type CityPushed = z.infer<typeof Pushed>;

/** A row as it goes to the city, value by value; null and empty are told apart. */
const Row = z.object({
  caseKey: z.string(),
  day: z.string(),
  kind: z.string(),
  procedure: z.string().nullable(),
  field: z.string(),
  channel: z.string(),
  level: z.string().nullable(),
  ours: z.boolean(),
  received: z.string(),
  ended: z.string().nullable(),
  how: z.string().nullable(),
  late: z.int().nullable(),
  due: z.string().nullable(),
  portal: z.boolean().nullable(),
  portalDue: z.string().nullable(),
  owes: z.boolean().nullable(),
  minutes: z.int().nullable(),
  cash: z.boolean(),
});
export type CityRow = z.infer<typeof Row>;

export const cityCalls = {
  /** How this centre stands to its city; null where it sends to none, which is the rule. */
  state: read('staff')
    .input(z.strictObject({}))
    .output(z.object({ link: Link.nullable() })),
  /** With the code that the city's IT printed for this centre. Again with a new one where it was closed or its word was lost. */
  join: writeByTwo('admin', [
    ...wayFaults,
    ...stopFaults,
    'city-code-unreadable',
    'city-code-used',
    'city-other-centre',
  ])
    .input(z.strictObject({ code: z.string().max(4000), ...both }))
    .output(Pushed.extend({ centre: z.string() })),
  /** Sends now what is to be sent. */
  push: write('staff', [...wayFaults, ...stopFaults])
    .input(z.strictObject({}))
    .output(Pushed),
  /** Nothing more is sent; what was sent stays there. */
  leave: writeByTwo('admin', [...wayFaults, ...stopFaults])
    .input(z.strictObject(both))
    .output(Done),
  /**
   * Rows as they would go, of the newest cases, whether a city was joined or not: for whoever answers for the protection of data. `number` is shown here alone
   * and goes nowhere.
   */
  sample: read('keeper')
    .input(z.strictObject({ cases: z.int().min(1).max(50).default(10) }))
    .output(z.object({ cases: z.array(z.object({ number: z.string(), rows: z.array(Row) })) })),
};
