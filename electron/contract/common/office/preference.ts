import { z } from 'zod';
import { read, write } from '../../base/call.ts';
import { Done } from '../../base/values.ts';
import { SavedFilter, SavedFilterKey } from './saved-filter.ts';

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

/** What a person set for themselves, and nobody else sees: their saved filters (saved-filter.ts), and how far they are with their lessons. */
const Preferences = z.object({ filters: z.array(SavedFilter), lessons: Lessons });
type Preferences = z.infer<typeof Preferences>;

export const preferenceCalls = {
  mine: read('staff').input(z.strictObject({})).output(Preferences),
  /** Keeps one saved filter; of the same list and name it takes the place of the one before. Every other stays as the desk has it, whatever the caller saw last. */
  saveFilter: write('staff', ['saved-filters-full'])
    .input(z.strictObject({ filter: SavedFilter }))
    .output(Done),
  /** Takes one saved filter away, and no other; one that is gone already is gone. */
  removeFilter: write('staff').input(SavedFilterKey).output(Done),
  /** Takes the place of what was kept of the lessons before, as a whole. */
  keepLessons: write('staff')
    .input(z.strictObject({ lessons: Lessons }))
    .output(Done),
};
