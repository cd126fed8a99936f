/** What was typed of an office that is not set up yet. */
type PendingOffice = {
  /** The code of the centre that is joined, or ''. */
  readonly joining: string;
  readonly values: Readonly<Record<string, unknown>>;
};

const place = 'pending-office';

/** Of this window alone; it outlives a reload and ends with the window. No password is ever in it. */
export function findPendingOffice(): PendingOffice | undefined {
  try {
    const text = sessionStorage.getItem(place);
    return text === null ? undefined : (JSON.parse(text) as PendingOffice);
  } catch {
    return undefined;
  }
}

export function keepPendingOffice(pending: PendingOffice | undefined): void {
  try {
    if (pending === undefined) sessionStorage.removeItem(place);
    else sessionStorage.setItem(place, JSON.stringify(pending));
  } catch {
    // A browser without such a place: what was typed is gone with a reload.
  }
}

const keeperPlace = 'office-keeper';

/** Who has just set the office up in this window: they sign in next, and are told what the first day asks of them until they have seen it. */
export function findOfficeKeeper(): string | undefined {
  try {
    return sessionStorage.getItem(keeperPlace) ?? undefined;
  } catch {
    return undefined;
  }
}

export function keepOfficeKeeper(username: string | undefined): void {
  try {
    if (username === undefined) sessionStorage.removeItem(keeperPlace);
    else sessionStorage.setItem(keeperPlace, username);
  } catch {
    // They type their name themselves.
  }
}
