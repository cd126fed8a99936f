import type { Procedure } from '../../contract/catalogue/lists.ts';
import type { LegDefinition, PlannedLeg } from '../entries/case.ts';

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

/** An agency by its own name: the catalogue says «UBND cấp xã», paper and register say whose. */
export function agencyName(authority: string, unit: string): string {
  return authority.replace('UBND cấp xã', `UBND ${unit}`).replace('Công an cấp xã', `Công an ${unit}`);
}

/**
 * Who decides a case, as the register and every paper name it: the agency it is sent to, the first where several follow each other
 * (NĐ 118/2025 Điều 14, 20), otherwise the one the catalogue names. Never a person or a division: they act in its name.
 */
export function handlingAgency(authority: string, legs: readonly Pick<PlannedLeg, 'agency'>[], unit: string): string {
  return agencyName(legs[0]?.agency ?? authority, unit);
}
