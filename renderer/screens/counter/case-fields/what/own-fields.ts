import type { OwnField, OwnFieldView } from '../../../../../electron/contract/catalogue/own-fields.ts';
import { ownText, readOwnValue } from '../../../../../electron/domain/catalogue/own-fields/own-values.ts';

/** What stands in the boxes of a procedure's own fields, as typed, by the key of each. */
export type OwnTyped = Readonly<Record<string, string>>;

/** As the desk is told: what is empty is not said, and what cannot be read goes on, to be named. */
export function ownInput(typed: OwnTyped = {}): Record<string, string> {
  return Object.fromEntries(
    Object.entries(typed)
      .map(([key, text]) => [key, text.trim()] as const)
      .filter(([, text]) => text !== ''),
  );
}

/** As a box shows what a case says. */
export function ownTyped(views: readonly OwnFieldView[]): OwnTyped {
  return Object.fromEntries(views.map(({ key, text }) => [key, text]));
}

/** A box that the cursor leaves: what stands in it as it is written, or what is wrong with it. */
export function ownLeft(field: OwnField, typed: string): { readonly text: string; readonly wrong?: string } {
  if (typed.trim() === '') return { text: '' };
  const read = readOwnValue(field, typed);
  return 'wrong' in read ? { text: typed, wrong: read.wrong } : { text: ownText(field.kind, read.value) };
}

export function countSaid(fields: readonly OwnField[], typed: OwnTyped = {}): number {
  return fields.filter(({ key }) => (typed[key] ?? '').trim() !== '').length;
}
