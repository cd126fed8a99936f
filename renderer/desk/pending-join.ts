/** The centre that a bare computer is about to join: its code was read on the first screen, and who keeps the new counter joins at their first sign-in. */
export type PendingJoin = {
  readonly code: string;
  readonly centre: string;
  readonly unitName: string;
  /** What a list proposes for its case codes; empty where none does. */
  readonly identifier: string;
  readonly desk: string;
  readonly no: number;
  readonly practice: boolean;
};

const place = 'pending-join';

/** Of this window alone; it outlives a reload and ends with the window. A code works once, so nobody else gains by it afterwards. */
export function findPendingJoin(): PendingJoin | undefined {
  try {
    const text = sessionStorage.getItem(place);
    return text === null ? undefined : (JSON.parse(text) as PendingJoin);
  } catch {
    return undefined;
  }
}

export function keepPendingJoin(pending: PendingJoin | undefined): void {
  try {
    if (pending === undefined) sessionStorage.removeItem(place);
    else sessionStorage.setItem(place, JSON.stringify(pending));
  } catch {
    // A browser without such a place: the code is entered again under Office, Centre.
  }
}
