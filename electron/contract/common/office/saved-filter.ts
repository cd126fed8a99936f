import { z } from 'zod';
import { Channel, line } from '../../base/values.ts';

/** So many saved filters of one list has a key (Alt+Shift+1 to 9). */
export const mostFilters = 9;

/** The sections of My work: the groups of the work list as a clerk thinks of them. */
export const WorkSection = z.enum([
  'overdue',
  'today',
  'soon',
  'untaken',
  'held-later',
  'supplement',
  'to-approve',
  'to-return',
  'error',
  'waiting',
  'step-late',
  'leg-late',
  'promise-changed',
]);
export type WorkSection = z.infer<typeof WorkSection>;

const named = { name: line(40, 1) };

/** What one asks a list for day after day, under a name of one's own: by screen, since each list is asked for something else. */
export const SavedFilter = z.discriminatedUnion('screen', [
  z.strictObject({ screen: z.literal('find'), ...named, text: line(200, 1) }),
  /** `period` moves with the day; of `own` the dates are those that were typed. */
  z.strictObject({
    screen: z.literal('register'),
    ...named,
    period: z.enum(['today', 'week', 'month', 'report', 'report-before', 'own']),
    from: line(10),
    to: line(10),
    channel: z.union([Channel, z.literal('')]),
    procedureCode: line(40),
  }),
  z.strictObject({
    screen: z.literal('petition'),
    ...named,
    text: line(200),
    show: z.enum(['waiting', 'ended', 'all']),
  }),
  /** `mine`: only what this person holds. `section`: only this one; null for all. */
  z.strictObject({ screen: z.literal('my-work'), ...named, mine: z.boolean(), section: WorkSection.nullable() }),
]);
export type SavedFilter = z.infer<typeof SavedFilter>;

/** Which saved filter is meant: in one list no two have one name. */
export const SavedFilterKey = z.strictObject({ screen: z.enum(['find', 'register', 'petition', 'my-work']), ...named });
export type SavedFilterKey = z.infer<typeof SavedFilterKey>;
