import type { PlannedLeg } from '../domain/entries/case.ts';

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
