/**
 * Work that stops after each small piece: a line, a page. Whoever runs it decides whether others get a turn there
 * (paper/slices.ts); what comes out is the same.
 */
export type Steps<T> = Generator<undefined, T, undefined>;

/** To the end in one go: what somebody is looking at, and what is no longer than a page or two. */
export function atOnce<T>(steps: Steps<T>): T {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}
