import type { OfficeSettings } from '../../../contract/common/office/office.ts';
import { canonicalJson } from '../../base/canonical-json.ts';

/**
 * Settings that are the centre's and not a counter's: what citizens are told, when it is open, where money goes, how numbers look. Printers, the second place for
 * backups, numbers, receipt symbols and the desk's name are a counter's own.
 */
export const centreSettings = [
  'centreName',
  'phone',
  'lookupAddress',
  'caseUnitCode',
  'caseUnitCodeProposed',
  'numberAuthority',
  'hours',
  'account',
  'peopleOnWall',
  'certification',
] as const satisfies readonly (keyof OfficeSettings)[];
export type CentreSetting = (typeof centreSettings)[number];

/** Which of the centre's settings somebody changed, from what holds now. */
export function changedOfCentre(now: OfficeSettings, asked: OfficeSettings): readonly CentreSetting[] {
  return centreSettings.filter((key) => canonicalJson(now[key] ?? null) !== canonicalJson(asked[key] ?? null));
}

/** What was asked for, over what holds now: what of the centre's nobody touched stays as another counter may have set it meanwhile. */
export function askedOver(
  now: OfficeSettings,
  asked: OfficeSettings,
  changed: readonly CentreSetting[],
): OfficeSettings {
  const kept = centreSettings.filter((key) => !changed.includes(key));
  const all: Record<string, unknown> = { ...asked, ...Object.fromEntries(kept.map((key) => [key, now[key]])) };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as OfficeSettings;
}
