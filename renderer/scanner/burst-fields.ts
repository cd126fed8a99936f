import { type FieldMemory, insertText, rememberField, restoreField } from './field.ts';

/** The fields that a burst of keys went through before it was known for a scan, and what they held. */
export function createBurstFields() {
  /** What the fields held in which the burst left its first letters, the first of them first. */
  let memories: FieldMemory[] = [];
  let began: EventTarget | null = null;
  /** Where letters that an input method still holds would land. */
  let left: readonly FieldMemory[] = [];
  return { begin, remember, putBack, returnFocus, end, hasLeft, takeOutLate };

  function begin(target: EventTarget | null): void {
    memories = [];
    began = target;
    remember(target);
  }

  function remember(target: EventTarget | null): void {
    if (memories.some(({ field }) => field === target)) return;
    const memory = rememberField(target);
    if (memory !== null) memories.push(memory);
  }

  function putBack(): void {
    for (const memory of memories) restoreField(memory);
  }

  /** A Tab before the text moved on: back to where the scan found the cursor. */
  function returnFocus(): void {
    if (began instanceof HTMLElement && began.isConnected && document.activeElement !== began) began.focus();
  }

  /** The burst is over. `typed`: it was a hand's, and is given back; `late`: letters of a scan may still come. */
  function end({ typed, late }: { readonly typed: string | undefined; readonly late: boolean }): void {
    putBack();
    if (typed !== undefined) insertText(memories[0] ?? null, typed);
    left = late && typed === undefined ? memories : [];
    memories = [];
    began = null;
  }

  function hasLeft(): boolean {
    return left.length > 0;
  }

  /** What an input method still held when the scan ended. It cannot be refused, only taken out again; what a screen wrote meanwhile stays. */
  function takeOutLate(text: string): void {
    window.setTimeout(() => {
      for (const memory of left)
        if (memory.field.value !== memory.value && memory.field.value.replace(text, '') === memory.value)
          restoreField(memory);
    }, 0);
  }
}
