import { isFault } from '../../../contract/base/fault.ts';
import type { CivilDate } from '../../../contract/base/values.ts';
import type { OfficeSettings } from '../../../contract/common/office/office.ts';
import { canonicalJson } from '../../../domain/base/canonical-json.ts';
import { withPackSettings } from '../../../domain/catalogue/data-packs.ts';
import { findDataPack } from '../../../store/centre/content/content.ts';
import { isAmongOthers } from '../../../store/common/office/everywhere.ts';
import { findOffice } from '../../../store/common/office/settings.ts';
import { type StandingList, settingsWaiting, standingLists } from '../../../store/common/office/standing-lists.ts';
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
    const told = findDataPack(tx.db, due.sha256)?.settings;
    if (office === undefined || told === undefined) continue;
    const settings = withPackSettings(office, told);
    const changed = settingsTold.filter(
      (key) => canonicalJson(settings[key] ?? null) !== canonicalJson(office[key] ?? null),
    );
    append(tx, settings, {
      reason: findDataPack(tx.db, due.sha256)?.title ?? '',
      changed,
      pack: {
        sha256: due.sha256,
        from: due.from,
        before: Object.fromEntries(changed.map((key) => [key, office[key] ?? null])),
      },
    });
  }
}

/** Puts back what a pack's settings were before, where nobody set them otherwise since. */
export function undoSettings(tx: Writer, { sha256, applied }: StandingList, reason: string): void {
  const office = findOffice(tx.db);
  const told = findDataPack(tx.db, sha256)?.settings;
  if (office === undefined || told === undefined || applied === undefined) return;
  const now = withPackSettings(office, told);
  const changed = settingsTold.filter(
    (key) => key in applied && canonicalJson(now[key] ?? null) === canonicalJson(office[key] ?? null),
  );
  if (changed.length === 0) return;
  const all: Record<string, unknown> = { ...office, ...Object.fromEntries(changed.map((key) => [key, applied[key]])) };
  const settings = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null)) as OfficeSettings;
  append(tx, settings, { reason, changed });
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
