/** What a text field held before a scanner typed into it. */

export type FieldMemory = {
  readonly field: HTMLInputElement | HTMLTextAreaElement;
  readonly value: string;
  readonly start: number | null;
  readonly end: number | null;
};

type TextField = FieldMemory['field'];

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

export function rememberField(target: EventTarget | null): FieldMemory | null {
  if (!isTextField(target) || !takesText(target)) return null;
  // Number and e-mail fields have no selection to ask for.
  return { field: target, value: target.value, start: target.selectionStart, end: target.selectionEnd };
}

/** Writes as the browser does, past React's own `value`, so that the screen hears of the change. */
function write(field: TextField, value: string): void {
  const shape = field instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype;
  Object.getOwnPropertyDescriptor(shape, 'value')?.set?.call(field, value);
  field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertReplacementText' }));
}

/** Takes back out of the field what a scanner put in. */
export function restoreField(memory: FieldMemory | null): void {
  if (memory === null || !memory.field.isConnected || memory.field.value === memory.value) return;
  write(memory.field, memory.value);
  if (memory.start !== null) memory.field.setSelectionRange(memory.start, memory.end);
}

/** Gives text back to the field it was typed into: a hand was taken for a scanner. */
export function insertText(memory: FieldMemory | null, text: string): void {
  if (memory === null || !memory.field.isConnected) return;
  const start = memory.start ?? memory.value.length;
  write(memory.field, memory.value.slice(0, start) + text + memory.value.slice(memory.end ?? start));
  if (memory.start !== null) memory.field.setSelectionRange(start + text.length, start + text.length);
}
