import type { Procedure } from '../../contract/catalogue/lists.ts';
import type { LegDefinition } from '../entries/case.ts';

/** The committee of this commune, whose identifier the office has; the police of the commune have one of their own ministry. */
export function isCommuneCommittee(agency: string): boolean {
  return /^(chủ tịch )?(UBND|ủy ban nhân dân) (cấp )?(xã|phường|đặc khu)/iu.test(agency);
}

/** Whether this office decides: where other agencies have a part in it, by the first of them. */
export function isDecidedByOffice(
  [first]: readonly Pick<LegDefinition, 'agency' | 'way'>[],
  { decidingAgency }: Pick<Procedure, 'decidingAgency'>,
): boolean {
  return first === undefined ? isCommuneCommittee(decidingAgency) : first.way === 'here' && !isPolice(first.agency);
}

export function isPolice(agency: string): boolean {
  return agency.startsWith('Công an');
}
