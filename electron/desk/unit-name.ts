import type { Catalogue } from '../domain/catalogue.ts';

/** `Phường Cát Lái` for its five digits; the digits themselves when the list no longer knows them. */
export function unitName(catalogue: Catalogue, unitCode: string): string {
  return catalogue.units.find(({ code }) => code === unitCode)?.fullName ?? unitCode;
}
