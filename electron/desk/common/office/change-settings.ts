import { existsSync } from 'node:fs';
import { fault, isFault } from '../../../contract/base/fault.ts';
import type { OfficeSettings } from '../../../contract/common/office/office.ts';
import { type CentreSetting, askedOver, changedOfCentre } from '../../../domain/common/office/centre-settings.ts';
import { isAmongOthers } from '../../../store/common/office/everywhere.ts';
import { type Session, authorOf } from '../../core/session/client.ts';
import type { DeskContext } from '../../core/context.ts';
import { keepProposed, settingsFault, takenElsewhere } from './set-up.ts';

type Asked = { readonly settings: OfficeSettings; readonly reason: string; readonly attended?: true | undefined };

/** Changes the settings: what of them is the centre's with the turn of all counters, what is this counter's alone at any time. */
export async function changeOfficeSettings(
  desk: DeskContext,
  { settings: asked, reason, attended }: Asked,
  session: Session,
) {
  const changed = changedOfCentre(desk.getOffice(), asked);
  const work = () => set(desk, { asked, reason, attended, changed }, session);
  return changed.length === 0 ? work() : desk.centre.turn(work);
}

type Changing = {
  readonly asked: OfficeSettings;
  readonly reason: string;
  readonly attended: true | undefined;
  /** What of the centre's somebody changed. */
  readonly changed: readonly CentreSetting[];
};

function set(desk: DeskContext, { asked, reason, attended, changed }: Changing, session: Session) {
  const before = desk.getOffice();
  const settings = keepProposed(before, askedOver(before, asked, changed));
  const isOther = settings.backupFolder !== before.backupFolder;
  const away = attended === true && isOther ? placeFault(settings) : null;
  const wrong = settingsFault(settings, desk.catalogue) ?? takenElsewhere(desk, before, settings) ?? away;
  if (wrong !== null) return wrong;
  const done = desk.store.write(authorOf(session), desk.now(), (tx) => {
    // An identifier that is another is no longer the proposed one, or is: both go together.
    const isCode = changed.includes('caseUnitCode') && !changed.includes('caseUnitCodeProposed');
    const all = isCode ? [...changed, 'caseUnitCodeProposed'] : changed;
    const everywhere = all.length > 0 && isAmongOthers(tx.db) ? { everywhere: all } : {};
    return tx.append({ kind: 'office' }, { type: 'settings-changed', settings, reason, ...everywhere });
  });
  if (isFault(done)) return done;
  desk.forget();
  return desk.getOffice();
}

/** A place that was typed wrong, or is not plugged in, keeps no backup: who types it hears so. */
export function placeFault({ backupFolder }: OfficeSettings) {
  return backupFolder === '' || existsSync(backupFolder) ? null : fault('backup-place-missing', { path: backupFolder });
}
