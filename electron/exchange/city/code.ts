import { type HubPlace, packCode, unpackCode } from '../hub/code.ts';

/** What `desk city enrol` prints and a centre's administrator scans once. */
export type CityCode = { readonly centre: string; readonly place: HubPlace };

const mark = 'MCC1';

export function writeCityCode({ centre, place }: CityCode): string {
  return packCode(mark, Buffer.alloc(0), place, [centre]);
}

/** Undefined where it is no code of a city, or not the whole of one. */
export function readCityCode(text: string): CityCode | undefined {
  const read = unpackCode(mark, 0, 1, text);
  const centre = read?.first[0];
  return read === undefined || typeof centre !== 'string' || !/^\d{5}$/.test(centre)
    ? undefined
    : { centre, place: read.place };
}
