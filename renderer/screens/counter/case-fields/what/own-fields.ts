import type { OwnField, OwnFieldView } from '../../../../../electron/contract/catalogue/own-fields.ts';
import { ownText, readOwnValue } from '../../../../../electron/domain/catalogue/own-fields/own-values.ts';

/** What stands in the boxes of a procedure's own fields, as typed, by the key of each. */
export type OwnTyped = Readonly<Record<string, string>>;

/**
 * As the desk is told: what is empty is not said, and what cannot be read goes on, to be named.
 * @param asked the fields of the procedure; what it asks no more has no box to be cleared in and is not sent
 */
export function ownInput(typed: OwnTyped = {}, asked?: readonly OwnField[]): Record<string, string> {
  const isAsked = keysOf(asked);
  return Object.fromEntries(filled(typed).filter(([key]) => isAsked(key)));
}

/** What stands in a draft under fields that the procedure asks no more, in the order in which it was typed. */
export function ownLeftOut(typed: OwnTyped = {}, asked?: readonly OwnField[]): readonly string[] {
  const isAsked = keysOf(asked);
  return filled(typed).flatMap(([key, text]) => (isAsked(key) ? [] : [text]));
}

/** Until it is known what is asked, everything may be. */
function keysOf(asked: readonly OwnField[] | undefined): (key: string) => boolean {
  const keys = new Set(asked?.map(({ key }) => key));
  return (key) => asked === undefined || keys.has(key);
}

function filled(typed: OwnTyped): (readonly [key: string, text: string])[] {
  return Object.entries(typed)
    .map(([key, text]) => [key, text.trim()] as const)
    .filter(([, text]) => text !== '');
}

/** As a box shows what a case says. */
export function ownTyped(views: readonly OwnFieldView[]): OwnTyped {
  return Object.fromEntries(views.map(({ key, text }) => [key, text]));
}

/** A box that the cursor leaves: what stands in it as it is written, or what is wrong with it. */
export function ownLeft(
  field: OwnField,
  typed: string,
  today: string,
): { readonly text: string; readonly wrong?: string } {
  if (typed.trim() === '') return { text: '' };
  const read = readOwnValue(field, typed, today);
  return 'wrong' in read ? { text: typed, wrong: read.wrong } : { text: ownText(field.kind, read.value) };
}

export function countSaid(fields: readonly OwnField[], typed: OwnTyped = {}): number {
  return fields.filter(({ key }) => (typed[key] ?? '').trim() !== '').length;
}
