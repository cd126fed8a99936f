/** Dates and moments as they are read in Vietnam. The digits of a civil time are Vietnam's own, so they are only put in order. */

/** `2026-11-25…` as `25/11/2026`; also the partial dates of cards: `1990-03` as `03/1990`, `1990` as it is. */
export function dateText(civil: string): string {
  return civil.slice(0, 10).split('-').toReversed().join('/');
}

/** `14:05 23/11/2026` of a civil time. */
export function timeDateText(civil: string): string {
  return `${civil.slice(11, 16)} ${dateText(civil)}`;
}
