import { z } from 'zod';
import { Channel, line } from '../../base/values.ts';

/** So many saved filters of one list has a key (Alt+Shift+1 to 9). */
export const mostFilters = 9;

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
]);
export type SavedFilter = z.infer<typeof SavedFilter>;

/** Which saved filter is meant: in one list no two have one name. */
export const SavedFilterKey = z.strictObject({ screen: z.enum(['find', 'register', 'petition']), ...named });
export type SavedFilterKey = z.infer<typeof SavedFilterKey>;
