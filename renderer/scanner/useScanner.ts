import { useContext, useEffect, useRef } from 'react';
import { ActiveContext } from '../parts/keys/shortcuts.ts';
import {
  type BurstKey,
  type Outcome,
  type Step,
  endPauseMs,
  idle,
  pause,
  press,
  scanShapeOf,
  withoutControls,
} from './burst.ts';
import { type FieldMemory, insertText, rememberField, restoreField, takesText } from './field.ts';

export type Scan = Extract<Outcome, { kind: 'scan' }>;

export type ScannerEars = {
  readonly onScan: (scan: Scan) => void;
  /** The input method is on and has damaged a scan: say so. */
  readonly onInputMethod: () => void;
};

/** Outside text fields a plain key waits this long, so that the first digits of a card start nothing. */
const holdMs = 55;

function burstKeyOf(event: KeyboardEvent): BurstKey {
  return {
    key: event.key,
    code: event.code,
    at: event.timeStamp,
    shift: event.shiftKey,
    modified: event.ctrlKey || event.altKey || event.metaKey,
    repeat: event.repeat,
    composing: event.isComposing || event.keyCode === 229 || event.key === 'Process',
  };
}

function stop(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** Listens on the whole window, in front of every field and shortcut. Returns how to stop. */
export function listenForScans(ears: () => ScannerEars): () => void {
  let state = idle;
  let memory: FieldMemory | null = null;
  let pauseTimer = 0;
  const held = new Set<number>();
  const again = new WeakSet<Event>();

  function releaseNothing() {
    for (const timer of held) window.clearTimeout(timer);
    held.clear();
  }

  function holdBack(event: KeyboardEvent) {
    const { target } = event;
    stop(event);
    const timer = window.setTimeout(() => {
      held.delete(timer);
      const copy = new KeyboardEvent('keydown', event);
      again.add(copy);
      target?.dispatchEvent(copy);
    }, holdMs);
    held.add(timer);
  }

  function tell(outcome: Outcome | undefined) {
    if (outcome === undefined) return;
    // What an input method wrote lands after its own keys, so the field is put right once more.
    restoreField(memory);
    if (outcome.kind === 'typed') insertText(memory, outcome.text);
    if (outcome.kind === 'scan') ears().onScan(outcome);
    if (outcome.kind === 'input-method') {
      const touched = memory;
      window.setTimeout(() => restoreField(touched), 0);
      ears().onInputMethod();
    }
    memory = null;
  }

  function obey(step: Step, event: KeyboardEvent, before: FieldMemory | null) {
    state = step.state;
    if (step.act === 'begin') memory = before;
    if (step.act === 'recognise') {
      releaseNothing();
      restoreField(memory);
    }
    if (step.act === 'recognise' || step.act === 'swallow' || step.act === 'end') stop(event);
    else if (isPlain(event) && state.phase === 'watching' && !takesText(event.target)) holdBack(event);
    tell(step.outcome);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (again.has(event)) return;
    window.clearTimeout(pauseTimer);
    obey(press(state, burstKeyOf(event)), event, rememberField(event.target));
    if (state.phase === 'taking') {
      pauseTimer = window.setTimeout(() => {
        const step = pause(state);
        state = step.state;
        tell(step.outcome);
      }, endPauseMs);
    }
  }

  /** Characters that come without a key, from ALT codes and input methods. */
  function onBeforeInput(event: Event) {
    if (state.phase === 'taking') stop(event);
  }

  function onPaste(event: ClipboardEvent) {
    const text = withoutControls(event.clipboardData?.getData('text/plain') ?? '');
    const shape = scanShapeOf(text);
    // A pasted number or code is what the field asked for; a whole card never is.
    if (shape !== 'card' || text.split('|').length < 7) return;
    stop(event);
    ears().onScan({ kind: 'scan', shape, text });
  }

  window.addEventListener('keydown', onKeyDown, true);
  window.addEventListener('beforeinput', onBeforeInput, true);
  window.addEventListener('paste', onPaste, true);
  return () => {
    window.clearTimeout(pauseTimer);
    releaseNothing();
    window.removeEventListener('keydown', onKeyDown, true);
    window.removeEventListener('beforeinput', onBeforeInput, true);
    window.removeEventListener('paste', onPaste, true);
  };
}

function isPlain(event: KeyboardEvent): boolean {
  return !event.ctrlKey && !event.altKey && !event.metaKey && /^[0-9A-Za-z]$/.test(event.key);
}

/** Hears the scanner whatever has the focus, as long as the screen is the one in front. */
export function useScanner(ears: ScannerEars): void {
  const active = useContext(ActiveContext);
  const latest = useRef(ears);
  useEffect(() => {
    latest.current = ears;
  });
  useEffect(() => (active ? listenForScans(() => latest.current) : undefined), [active]);
}
