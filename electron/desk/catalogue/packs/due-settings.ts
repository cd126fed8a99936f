import { isFault } from '../../../contract/base/fault.ts';
import type { PackSettings } from '../../../contract/catalogue/data-pack.ts';
import type { CivilDate } from '../../../contract/base/values.ts';
import type { OfficeSettings } from '../../../contract/common/office/office.ts';
import { canonicalJson } from '../../../domain/base/canonical-json.ts';
import { withPackSettings } from '../../../domain/catalogue/data-packs.ts';
import { findDataPack } from '../../../store/centre/content/content.ts';
import { isAmongOthers } from '../../../store/common/office/everywhere.ts';
import { findOffice } from '../../../store/common/office/settings.ts';
import {
  type StandingList,
  byDay,
  settingsWaiting,
  standingLists,
} from '../../../store/common/office/standing-lists.ts';
import type { Author } from '../../../store/journal/make-entry.ts';
import type { Writer } from '../../../store/store.ts';
import type { DeskContext } from '../../core/context.ts';

/**
 * Settings of data packs. They are not worked out on the day as the other kinds are: papers are made again by the settings that stood when an entry was written,
 * so what a pack sets is written as settings are, with what each was before; that is what rolling it back writes again.
 */

/**
 * Sets what packs have set for a day that has come: when the register is opened, when somebody signs in, and before the first call of that day. Whoever asks the
 * desk for its settings is answered by them from midnight on (core/context.ts), also where nothing can be written. A fault of the disk leaves it for the next time.
 */
export function applyDueSettings(desk: DeskContext, author: Author): void {
  if (desk.findOffice() === undefined || dueOn(desk.store.db, desk.nowCivil().slice(0, 10)).length === 0) return;
  const today = desk.nowCivil().slice(0, 10);
  const done = desk.store.write(author, desk.now(), (tx) => setDue(tx, today));
  if (isFault(done)) desk.ports.log.write('pack-settings-not-set', { fault: done.fault });
  else desk.forget();
}

/** The same within the commit that takes a pack. */
export function setDue(tx: Writer, today: CivilDate): void {
  for (const due of dueOn(tx.db, today)) {
    const office = findOffice(tx.db);
    const pack = findDataPack(tx.db, due.sha256);
    const told = pack?.settings;
    if (office === undefined || told === undefined) continue;
    const settings = withPackSettings(office, told);
    const changed = settingsTold.filter(
      (key) => canonicalJson(settings[key] ?? null) !== canonicalJson(office[key] ?? null),
    );
    append(tx, settings, {
      reason: pack?.title ?? '',
      changed,
      pack: {
        sha256: due.sha256,
        from: due.from,
        before: Object.fromEntries(changed.map((key) => [key, office[key] ?? null])),
      },
    });
  }
}

/**
 * Puts back what a pack's settings were before, where nobody set them otherwise since. Where a pack that was set after it says something of the same, that one
 * stands, and what it found is from here on what this one had found: whichever is rolled back first, at the end holds what held without both.
 */
export function undoSettings(tx: Writer, gone: StandingList, reason: string): void {
  const office = findOffice(tx.db);
  const told = findDataPack(tx.db, gone.sha256)?.settings;
  const { applied } = gone;
  if (office === undefined || told === undefined || applied === undefined) return;
  const restored: Record<string, unknown> = {};
  const found = new Map<StandingList, Record<string, unknown>>();
  const after = setAfter(tx.db, gone);
  for (const key of settingsTold.filter((one) => one in applied)) {
    const next = after.find(({ sha256 }) => tells(findDataPack(tx.db, sha256)?.settings, key));
    if (next === undefined) {
      if (isAsTold(office, told, key)) restored[key] = applied[key];
    } else if (isAsTold({ ...office, ...next.applied }, told, key))
      found.set(next, { ...(found.get(next) ?? next.applied), [key]: applied[key] });
  }
  for (const [{ sha256, from }, before] of found)
    append(tx, office, {
      reason,
      changed: settingsTold.filter((key) => key in before),
      pack: { sha256, from, before },
    });
  const changed = settingsTold.filter((key) => key in restored);
  if (changed.length === 0) return;
  const all = Object.entries({ ...office, ...restored }).filter(([, value]) => value !== null);
  append(tx, Object.fromEntries(all) as OfficeSettings, { reason, changed });
}

/** The packs whose settings were set after those of this one, in that order: by their days, and within a day as they were taken. */
function setAfter(db: Writer['db'], { sha256, from }: StandingList): readonly StandingList[] {
  const lists = standingLists(db);
  const at = lists.findIndex((one) => one.sha256 === sha256 && one.from === from);
  return lists
    .filter(
      (one, place) =>
        one.kinds?.includes('settings') === true &&
        one.applied !== undefined &&
        (one.from > from || (one.from === from && place > at)),
    )
    .toSorted(byDay);
}

function tells(told: PackSettings | undefined, key: SettingTold): boolean {
  return told?.[key === 'certification' ? 'signing' : key] !== undefined;
}

/** Whether these settings are, in this, what the pack says. */
function isAsTold(settings: object, told: PackSettings, key: SettingTold): boolean {
  const known = settings as OfficeSettings;
  return canonicalJson(withPackSettings(known, told)[key] ?? null) === canonicalJson(known[key] ?? null);
}

type Change = {
  readonly reason: string;
  readonly changed: readonly (keyof OfficeSettings)[];
  readonly pack?: {
    readonly sha256: string;
    readonly from: string;
    readonly before: Readonly<Record<string, unknown>>;
  };
};

function append(tx: Writer, settings: OfficeSettings, { reason, changed, pack }: Change): void {
  const everywhere = changed.length > 0 && isAmongOthers(tx.db) ? { everywhere: [...changed] } : {};
  tx.append(
    { kind: 'office' },
    { type: 'settings-changed', settings, reason, ...everywhere, ...(pack === undefined ? {} : { pack }) },
  );
}

function dueOn(db: Writer['db'], today: CivilDate): readonly StandingList[] {
  return settingsWaiting(standingLists(db)).filter(({ from }) => from <= today);
}

const settingsTold = ['lookupAddress', 'numberAuthority', 'peopleOnWall', 'certification'] as const;
type SettingTold = (typeof settingsTold)[number];
