/** Boxes that take text from the keyboard; a tick or a choice is one key and no typing. */
const textTypes = new Set(['text', 'search', 'tel', 'email', 'url', 'number', 'password']);

type TextBox = { readonly value: string; readonly isConnected: boolean };

function isTextBox(target: unknown): target is TextBox {
  const box = target as { readonly tagName?: string; readonly type?: string } | null;
  return box?.tagName === 'TEXTAREA' || (box?.tagName === 'INPUT' && textTypes.has(box.type ?? ''));
}

/** Which boxes of a dialog a hand has typed in, and whether any of it still stands there. */
export class Typed {
  readonly #boxes = new Set<TextBox>();

  heard(target: unknown): void {
    if (isTextBox(target)) this.#boxes.add(target);
  }

  /** What was emptied again, or went with its box, is nothing to lose. */
  stands(): boolean {
    return [...this.#boxes].some(({ value, isConnected }) => isConnected && value.trim() !== '');
  }
}
