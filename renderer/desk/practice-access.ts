/** The practice office's password as it was told once, kept in this window's memory until it closes. */
export type PracticeAccess = { readonly password: string; readonly users: readonly string[] };

let known: PracticeAccess | undefined;

export function rememberPracticeAccess(access: PracticeAccess): void {
  known = access;
}

export function findPracticeAccess(): PracticeAccess | undefined {
  return known;
}
