import { watchCalls } from '../../desk/client.ts';
import { modifierKeys } from '../../scanner/burst.ts';
import type { Seen } from './lessons.ts';

function labelOf(field: HTMLInputElement | HTMLTextAreaElement): string {
  return (field.labels?.[0]?.textContent ?? field.getAttribute('aria-label') ?? '').trim();
}

function titleOf(dialog: Element): string {
  const id = dialog.getAttribute('aria-labelledby');
  return (id === null ? dialog.getAttribute('aria-label') : document.getElementById(id)?.textContent)?.trim() ?? '';
}

/**
 * Tells what really happens at this window: calls that the desk answered, what stands in a field, a dialog that comes in front; and each key that a hand presses, a
 * key held together with Ctrl, Alt or Shift as one. Answers how to stop.
 */
export function watchWindow(onSeen: (seen: Seen) => void, onKey: () => void): () => void {
  function typed({ target }: Event): void {
    if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)
      onSeen({ what: 'typed', label: labelOf(target), value: target.value });
  }
  function focused({ target }: Event): void {
    const dialog = target instanceof Element ? target.closest('[role="dialog"]') : null;
    if (dialog !== null) onSeen({ what: 'dialog', title: titleOf(dialog) });
  }
  function pressed(event: KeyboardEvent): void {
    if (!event.repeat && !modifierKeys.has(event.key)) onKey();
  }
  const stop = watchCalls(({ name, input, answer }) => onSeen({ what: 'call', name, input, answer }));
  document.addEventListener('input', typed);
  document.addEventListener('focusin', focused);
  window.addEventListener('keydown', pressed, { capture: true });
  return () => {
    stop();
    document.removeEventListener('input', typed);
    document.removeEventListener('focusin', focused);
    window.removeEventListener('keydown', pressed, { capture: true });
  };
}
