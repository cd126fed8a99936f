/** The practice office's password as it was told once, kept for this window until it closes: a reload forgets nothing. */
export type PracticeAccess = { readonly password: string; readonly users: readonly string[] };

const place = 'practice-access';
let known: PracticeAccess | undefined;

export function rememberPracticeAccess({ password, users }: PracticeAccess): void {
  known = { password, users };
  try {
    sessionStorage.setItem(place, JSON.stringify(known));
  } catch {
    // Without such a place it is known until the window is reloaded.
  }
}

export function findPracticeAccess(): PracticeAccess | undefined {
  if (known !== undefined) return known;
  try {
    const text = sessionStorage.getItem(place);
    known = text === null ? undefined : (JSON.parse(text) as PracticeAccess);
  } catch {
    known = undefined;
  }
  return known;
}
