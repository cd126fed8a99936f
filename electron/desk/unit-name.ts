import { type Catalogue, findUnit } from '../domain/catalogue/catalogue.ts';

/** `Phường Cát Lái` for its five digits; the digits themselves when the list no longer knows them. */
export function unitName(catalogue: Catalogue, unitCode: string): string {
  return findUnit(catalogue, unitCode)?.fullName ?? unitCode;
}
