import { type PackKind, packKinds } from '../../../contract/catalogue/data-pack.ts';
import type { OfficeEvent } from '../../../domain/entries/entry.ts';
import { civilOf } from '../../file/rows/codecs.ts';
import type { Db } from '../../file/db.ts';
import { prepared, preparedValue } from '../../file/rows/prepared.ts';
import { ofThisOfficeOrAll } from './everywhere.ts';

/** The lists of the office's own and the data packs that stand, whose packs it takes, and all that ever were taken. */

function settingText(db: Db, name: string): unknown {
  return preparedValue(db, 'SELECT value FROM setting WHERE name = ?').get(name);
}

/** Whose data packs this office takes, by the public half of their keys. */
export function trustedPublishers(db: Db): readonly TrustedPublisher[] {
  return publishersIn(settingText(db, 'publishers'));
}
export type TrustedPublisher = { readonly key: string; readonly name: string };

/** The lists of the office's own and the data packs that stand, in the order in which they were taken. */
export function standingLists(db: Db): readonly StandingList[] {
  return listsIn(settingText(db, 'catalogueLists'));
}

/** Packs whose settings are not set yet, those of the earlier day first. */
export function settingsWaiting(lists: readonly StandingList[]): readonly StandingList[] {
  return lists
    .filter(({ kinds, applied }) => kinds?.includes('settings') === true && applied === undefined)
    .toSorted(byDay);
}

/** Of the same day as they were taken. */
export function byDay(a: StandingList, b: StandingList): number {
  return a.from < b.from ? -1 : a.from > b.from ? 1 : 0;
}

/** A list, or a pack, that stands: what it is called by in the journal, and its day. */
export type StandingList = {
  readonly sha256: string;
  readonly from: string;
  /** Of a data pack: which kinds of it stand. */
  readonly kinds?: readonly PackKind[];
  /** Of a data pack: its settings were set, and this is what each was before. */
  readonly applied?: Readonly<Record<string, unknown>>;
};

export function listsIn(value: unknown): readonly StandingList[] {
  return typeof value === 'string' ? (JSON.parse(value) as readonly StandingList[]) : [];
}

function publishersIn(value: unknown): readonly TrustedPublisher[] {
  return typeof value === 'string' ? (JSON.parse(value) as readonly TrustedPublisher[]) : [];
}

type ListEvent = Extract<
  OfficeEvent,
  { type: 'catalogue-list-taken' | 'catalogue-list-rolled-back' | 'pack-taken' | 'pack-rolled-back' }
>;

/** The same list from the same day stands once; rolled back it stands no more. Of a pack that goes for each kind. */
export function listsAfter(lists: readonly StandingList[], event: ListEvent): readonly StandingList[] {
  const { sha256, from } = event;
  const others = lists.filter((one) => one.sha256 !== sha256 || one.from !== from);
  const known = lists.find((one) => one.sha256 === sha256 && one.from === from);
  switch (event.type) {
    case 'catalogue-list-taken':
      return [...others, { sha256, from }];
    case 'catalogue-list-rolled-back':
      return others;
    case 'pack-taken': {
      const kinds = packKinds.filter(
        (kind) => known?.kinds?.includes(kind) === true || event.counts[kind] !== undefined,
      );
      return [...others, { ...known, sha256, from, kinds }];
    }
    case 'pack-rolled-back': {
      const kinds = (known?.kinds ?? []).filter((kind) => !event.kinds.includes(kind));
      if (known === undefined || kinds.length === 0) return others;
      const { applied: _applied, ...rest } = known;
      const left = kinds.includes('settings') ? { ...known, kinds } : { ...rest, kinds };
      // It stays where it stood: what was taken after it stands over it still.
      return lists.map((one) => (one === known ? left : one));
    }
  }
}

export function appliedAfter(
  lists: readonly StandingList[],
  { sha256, from, before }: NonNullable<Extract<OfficeEvent, { type: 'settings-changed' }>['pack']>,
): readonly StandingList[] {
  return lists.map((one) => (one.sha256 === sha256 && one.from === from ? { ...one, applied: before } : one));
}

/** Whether promises are counted otherwise from such an entry on. */
export function isOfDays(event: ListEvent): boolean {
  if (event.type === 'pack-taken') return event.counts.calendar !== undefined;
  return event.type === 'pack-rolled-back' && event.kinds.includes('calendar');
}

/** Whom the office trusts after such an entry, from the setting's text before it. */
export function publishersAfter(
  before: unknown,
  event: Extract<OfficeEvent, { type: 'publisher-trusted' | 'publisher-distrusted' }>,
): readonly TrustedPublisher[] {
  const others = publishersIn(before).filter(({ key }) => key !== event.key);
  return event.type === 'publisher-trusted' ? [...others, { key: event.key, name: event.name }] : others;
}

type TakenEntry = StandingList & {
  readonly title: string;
  readonly at: string;
  readonly by: string;
  readonly counts: Extract<OfficeEvent, { type: 'catalogue-list-taken' }>['counts'];
};

/** Every list of the office's own that was taken, newest first, also those that were rolled back. */
export function takenLists(db: Db): readonly TakenEntry[] {
  return told<TakenEntry>(db, 'catalogue-list-taken').map(({ sha256, from, title, counts, at, by }) => ({
    sha256,
    from,
    title,
    counts,
    at,
    by,
  }));
}

type TakenPackEntry = {
  readonly sha256: string;
  readonly from: string;
  readonly title: string;
  readonly publisher: { readonly name: string; readonly key: string };
  readonly counts: Extract<OfficeEvent, { type: 'pack-taken' }>['counts'];
  readonly at: string;
  readonly by: string;
};

/** Every data pack that was taken, newest first, also those that were rolled back. */
export function takenPacks(db: Db): readonly TakenPackEntry[] {
  return told<TakenPackEntry>(db, 'pack-taken');
}

type ToldType = 'catalogue-list-taken' | 'pack-taken' | 'publisher-trusted';

/** Entries of this kind of the office and its centre, the newest first, with who wrote them and when. */
function told<T extends { readonly at: string; readonly by: string }>(db: Db, type: ToldType): readonly T[] {
  const rows = prepared(
    db,
    `SELECT at, body, full_name AS by FROM journal LEFT JOIN account USING (account_id)
      WHERE ${ofThisOfficeOrAll} AND type = ? ORDER BY seq DESC LIMIT 200`,
  ).all(type) as { at: number; body: string; by: string | null }[];
  return rows.map(({ at, body, by }) => ({ ...(JSON.parse(body) as object), at: civilOf(at), by: by ?? '' }) as T);
}

/** Whether somebody of this office or its centre ever trusted this key: what was taken under one that is trusted no more stands until it is rolled back. */
export function wasPublisherTrusted(db: Db, key: string): boolean {
  const asked = `SELECT 1 FROM journal WHERE ${ofThisOfficeOrAll} AND type = 'publisher-trusted' AND body ->> '$.key' = ? LIMIT 1`;
  return preparedValue(db, asked).get(key) !== undefined;
}

/** Who trusted a publisher's key, and when; the newest of each key first. */
export function publishersTrusted(
  db: Db,
): readonly { readonly key: string; readonly at: string; readonly by: string }[] {
  return told<{ readonly key: string; readonly at: string; readonly by: string }>(db, 'publisher-trusted');
}
