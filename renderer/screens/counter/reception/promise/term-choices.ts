import type { ProcedureDetail, TermChoice } from '../../../../../electron/contract/catalogue/procedure.ts';
import { agreementKey, typedKey } from '../../../../../electron/domain/catalogue/procedure-terms.ts';
import type { Channel } from '../../../../../electron/contract/base/values.ts';

/** The limits a file of this day and way may be received under, the usual one first. */
export function termChoices(
  { terms }: Pick<ProcedureDetail, 'terms'>,
  { day, channel }: { readonly day: string; readonly channel: Channel },
): readonly TermChoice[] {
  const lawful = terms.filter(
    ({ from, until, channels, chosen }) =>
      chosen !== 'verification' &&
      (from === null || from <= day) &&
      (until === null || day <= until) &&
      (channels === null || channels.includes(channel)),
  );
  const usual = lawful.find(({ needs }) => needs === null);
  return usual === undefined ? lawful : [usual, ...lawful.filter((term) => term !== usual)];
}

/** The one after, and after the last the first: one key goes through them. */
export function nextChoice(choices: readonly TermChoice[], key: string | undefined): TermChoice | undefined {
  const at = choices.findIndex((one) => one.key === key);
  return choices[(Math.max(at, 0) + 1) % choices.length];
}

/** The limit that stands in the form, or the usual one. */
export function chosenTerm(choices: readonly TermChoice[], key: string | undefined): TermChoice | undefined {
  return choices.find((one) => one.key === key) ?? choices[0];
}

/** Somebody read the article, or a supervisor of this office set it. */
export function isRead({ key, grade, readOn }: Pick<TermChoice, 'key' | 'grade' | 'readOn'>): boolean {
  return key === 'office' || key === agreementKey || key === typedKey || (grade === 'A' && readOn !== null);
}
