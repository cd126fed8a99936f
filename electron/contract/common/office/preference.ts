import { z } from 'zod';
import { read, write } from '../../base/call.ts';
import { Channel, Done, line } from '../../base/values.ts';

/** So many filters of one list has a key (Alt+Shift+1 to 9). */
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

const SavedFilters = z
  .array(SavedFilter)
  .max(3 * mostFilters)
  .refine(
    (filters) => new Set(filters.map(({ screen, name }) => `${screen} ${name}`)).size === filters.length,
    'filter-twice',
  )
  .refine(
    (filters) => filters.every(({ screen }) => filters.filter((one) => one.screen === screen).length <= mostFilters),
    'filters-full',
  );

/** How far somebody is with one lesson of the practice office: steps done, keys pressed in them, and whether it was ever ended. */
export const LessonProgress = z.strictObject({
  lesson: z.string().min(1).max(40),
  step: z.int().min(0).max(100),
  keys: z.int().min(0).max(1_000_000),
  ended: z.boolean(),
});
export type LessonProgress = z.infer<typeof LessonProgress>;

/** `on`: the lesson that stands in front; null while none does. `shown`: whether the lessons were ever offered to this person. */
export const Lessons = z.strictObject({
  on: z.string().max(40).nullable(),
  shown: z.boolean(),
  progress: z.array(LessonProgress).max(50),
});
export type Lessons = z.infer<typeof Lessons>;

/** What a person set for themselves, and nobody else sees. */
const Preferences = z.object({ filters: z.array(SavedFilter), lessons: Lessons });
export type Preferences = z.infer<typeof Preferences>;

export const preferenceCalls = {
  mine: read('staff').input(z.strictObject({})).output(Preferences),
  /** Each list takes the place of the one before, as a whole; what is left out stays. */
  keep: write('staff')
    .input(z.strictObject({ filters: SavedFilters.optional(), lessons: Lessons.optional() }))
    .output(Done),
};
