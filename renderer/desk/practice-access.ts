import { windowMemory } from './window-memory.ts';

/** The practice office's password as it was told once, kept for this window until it closes: a reload forgets nothing. */
export type PracticeAccess = { readonly password: string; readonly users: readonly string[] };

const memory = windowMemory<PracticeAccess>('practice-access');
/** Also where the browser has no place for it: until the window is reloaded. */
let known: PracticeAccess | undefined;

export function rememberPracticeAccess({ password, users }: PracticeAccess): void {
  known = { password, users };
  memory.keep(known);
}

export function findPracticeAccess(): PracticeAccess | undefined {
  known ??= memory.find();
  return known;
}
