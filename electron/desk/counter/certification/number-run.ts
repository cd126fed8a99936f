import { type Fault, fault } from '../../../contract/base/fault.ts';
import type { OfficeSettings } from '../../../contract/common/office/office.ts';

export type KeeperFault = Fault<'certification-kept-elsewhere' | 'certification-keeper-unnamed'>;

type Desks = Pick<OfficeSettings, 'certification' | 'desk' | 'otherDesks'>;

/** Whose run this desk numbers in: its own, by its code; null where the office has one book. */
export function ownRun({ certification, desk }: Desks): string | null {
  return certification?.numbers === 'office' ? null : desk.code;
}

/**
 * Why this desk gives no number, if it gives none. A desk knows what others numbered only once they exchanged, so of one book for the office (NĐ 23/2015 Điều
 * 13 k2) exactly one desk is the keeper; where nobody was named and there are several, any of them could be giving the same number.
 */
export function keeperFault({ certification, desk, otherDesks }: Desks): KeeperFault | null {
  if (certification?.numbers !== 'office') return null;
  const { keptBy } = certification;
  if (keptBy === desk.code || (keptBy === undefined && otherDesks.length === 0)) return null;
  if (keptBy === undefined)
    return fault('certification-keeper-unnamed', { desks: [desk, ...otherDesks].map(({ code }) => code).join(', ') });
  const name = otherDesks.find(({ code }) => code === keptBy)?.name;
  return fault('certification-kept-elsewhere', { desk: name === undefined ? keptBy : `${name} (${keptBy})` });
}
