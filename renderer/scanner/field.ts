/** What fields held before a scanner typed into them. */

export type FieldMemory = {
  readonly field: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
  readonly value: string;
  readonly start: number | null;
  readonly end: number | null;
};

type TextField = HTMLInputElement | HTMLTextAreaElement;

function isTextField(target: EventTarget | null): target is TextField {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}

/** Whether keys typed here become text, so that nothing else has to hold them back. */
export function takesText(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return target.type !== 'checkbox' && target.type !== 'radio';
  return (
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLElement && target.isContentEditable)
  );
}

/** A list is a field too: typing chooses the entry that begins so. */
export function rememberField(target: EventTarget | null): FieldMemory | null {
  if (target instanceof HTMLSelectElement) return { field: target, value: target.value, start: null, end: null };
  if (!isTextField(target) || !takesText(target)) return null;
  // Number and e-mail fields have no selection to ask for.
  return { field: target, value: target.value, start: target.selectionStart, end: target.selectionEnd };
}

/** Writes as the browser does, past React's own `value`, so that the screen hears of the change. */
function write(field: FieldMemory['field'], value: string): void {
  const shape =
    field instanceof HTMLInputElement
      ? HTMLInputElement.prototype
      : field instanceof HTMLSelectElement
        ? HTMLSelectElement.prototype
        : HTMLTextAreaElement.prototype;
  Object.getOwnPropertyDescriptor(shape, 'value')?.set?.call(field, value);
  field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertReplacementText' }));
  if (field instanceof HTMLSelectElement) field.dispatchEvent(new Event('change', { bubbles: true }));
}

function select({ field, start, end }: FieldMemory): void {
  if (start !== null && isTextField(field)) field.setSelectionRange(start, end);
}

/** Takes back out of the field what a scanner put in. */
export function restoreField(memory: FieldMemory | null): void {
  if (memory === null || !memory.field.isConnected || memory.field.value === memory.value) return;
  write(memory.field, memory.value);
  select(memory);
}

/** Gives text back to the field it was typed into: a hand was taken for a scanner. */
export function insertText(memory: FieldMemory | null, text: string): void {
  if (memory === null || !memory.field.isConnected || !isTextField(memory.field)) return;
  const start = memory.start ?? memory.value.length;
  write(memory.field, memory.value.slice(0, start) + text + memory.value.slice(memory.end ?? start));
  select({ ...memory, start: memory.start === null ? null : start + text.length, end: start + text.length });
}

/** A whole card in the middle of what a field holds: a scanner too slow to be told from a hand has typed it. */
const card =
  /(?:\][A-Za-z][0-9A-Za-z]|\\000\d{3}|[~*]|(?<![0-9A-Za-zÀ-ỹ])[A-Za-z](?=\d{12}\|))*\d{12}\|[^|]*\|[^|]+\|\d{4,8}\|[^|]*\|[^|]*\|\d{8}(?:\|[^|\n]*)*/u;

/** The card that stands in a text, and the text without it. */
export function cardWithin(text: string): { readonly card: string; readonly rest: string } | undefined {
  const found = card.exec(text);
  if (found === null) return undefined;
  const rest = text.slice(0, found.index) + text.slice(found.index + found[0].length);
  return { card: found[0], rest };
}

/** Takes a whole card out of the field a slow scanner typed it into, and gives it. */
export function takeCard(target: EventTarget | null): string | undefined {
  if (!isTextField(target)) return undefined;
  const found = cardWithin(target.value);
  if (found === undefined) return undefined;
  write(target, found.rest);
  return found.card;
}
