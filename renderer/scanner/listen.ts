import { cleanScan } from '../../electron/domain/base/scan-text.ts';
import {
  type BurstKey,
  type Outcome,
  type Step,
  endPauseMs,
  idle,
  insert,
  isTail,
  isWholeCard,
  lateTextMs,
  pause,
  keyPressed,
  release,
  withoutControls,
} from './burst.ts';
import { overtakes } from './overtakes.ts';
import type { ScanListener } from './scan-listeners.ts';
import { createBurstFields } from './burst-fields.ts';
import { takesText } from './field.ts';
import { createHeldKeys, stopEvent } from './held-keys.ts';
import { createSlowScans } from './slow-scans.ts';

function burstKeyOf(event: KeyboardEvent): BurstKey {
  return {
    key: event.key,
    code: event.code,
    at: event.timeStamp,
    shift: event.shiftKey,
    modified: event.ctrlKey || event.altKey || event.metaKey,
    control: event.ctrlKey && !event.altKey && !event.metaKey,
    alt: event.altKey && !event.ctrlKey && !event.metaKey,
    repeat: event.repeat,
    composing: event.isComposing || event.keyCode === 229 || event.key === 'Process',
  };
}

/** A letter that came as text, or a key whose letter an input method holds; going up, a key brings nothing. */
function broughtText(event: Event): boolean {
  return event instanceof KeyboardEvent ? event.type === 'keydown' && event.keyCode === 229 : true;
}

/** Keys that a program types for a scanner bring their letter afterwards, and only if nobody forbids it. */
function stopKey(event: KeyboardEvent): void {
  if (event.key === 'Unidentified' || event.key === 'Dead' || event.key === 'Process') event.stopImmediatePropagation();
  else stopEvent(event);
}

function isPlain(event: KeyboardEvent): boolean {
  return !event.ctrlKey && !event.altKey && !event.metaKey && /^[0-9A-Za-z]$/.test(event.key);
}

/** Scanners put such before a text, between letters that are held: they keep their place among them. */
function isSign(event: KeyboardEvent): boolean {
  return !event.ctrlKey && !event.altKey && !event.metaKey && event.key !== ' ' && [...event.key].length === 1;
}

/** Listens on the whole window, in front of every field and shortcut. Returns how to stop. */
export function listenForScans(listener: () => ScanListener | undefined): () => void {
  let state = idle;
  /** Whether letters came without keys, so that some may still come after the end. */
  let isByText = false;
  let endedAt = -Infinity;
  /** The same by the window's own clock: keys carry the times of the machine, text that of the window, and the two may differ. */
  let toldAt = -Infinity;
  let pauseTimer = 0;
  const fields = createBurstFields();
  const keys = createHeldKeys(() => state.phase === 'taking');
  const slow = createSlowScans((card) => {
    listener()?.onScan({ kind: 'scan', shape: 'card', text: withoutControls(cleanScan(card)) });
  });

  function tell(outcome: Outcome | undefined, at: number): void {
    if (outcome === undefined) return;
    endedAt = at;
    toldAt = performance.now();
    fields.end({ typed: outcome.kind === 'typed' ? outcome.text : undefined, late: isByText });
    isByText = false;
    if (outcome.kind === 'scan') listener()?.onScan(outcome);
    if (outcome.kind === 'input-method') listener()?.onInputMethod();
  }

  function obey(step: Step, event: Event, target: EventTarget | null): void {
    const { act } = step;
    state = step.state;
    if (broughtText(event)) isByText ||= state.phase === 'taking' || act === 'end';
    if (act === 'begin') fields.begin(target);
    else if (act === 'pass' && state.phase === 'watching') fields.remember(target);
    if (act === 'recognise') {
      keys.drop();
      fields.putBack();
      fields.returnFocus();
    }
    const isTaken = act === 'recognise' || act === 'swallow' || act === 'end';
    if (isTaken && event instanceof KeyboardEvent) stopKey(event);
    else if (isTaken) stopEvent(event);
    tell(step.outcome, event.timeStamp);
    if (state.phase === 'taking') awaitPause();
  }

  function awaitPause(): void {
    window.clearTimeout(pauseTimer);
    pauseTimer = window.setTimeout(() => {
      const step = pause(state);
      state = step.state;
      tell(step.outcome, performance.now());
    }, endPauseMs);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (keys.isAgain(event)) return;
    window.clearTimeout(pauseTimer);
    const key = burstKeyOf(event);
    if (state.phase !== 'taking' && isTail(key, endedAt)) {
      endedAt = key.at;
      stopEvent(event);
      return;
    }
    if (state.phase !== 'taking' && key.key === 'Enter' && slow.take(event.target)) {
      stopEvent(event);
      return;
    }
    const step = keyPressed(state, key);
    obey(step, event, event.target);
    if (step.act !== 'pass' && step.act !== 'begin') return;
    if (key.alt === true && /^Numpad\d$/.test(key.code)) return keys.holdAlt(event);
    if (
      state.phase === 'watching' &&
      !takesText(event.target) &&
      (isPlain(event) || (keys.isHolding() && isSign(event)))
    )
      keys.hold(event);
    else if (overtakes(state, key)) keys.letGo();
    keys.wait();
  }

  function onKeyUp(event: KeyboardEvent): void {
    const step = release(state, event.key);
    if (state.phase !== 'idle') obey(step, event, event.target);
    if (event.key === 'Alt') keys.letAltGo();
  }

  /** Characters that come without a key, from ALT codes, drivers and on-screen keyboards. */
  function onBeforeInput(event: InputEvent): void {
    // What is being composed comes whole when it is done.
    if (event.inputType === 'insertCompositionText' || event.isComposing) return;
    if (event.inputType === 'insertText') hearText(event.data ?? '', event);
    else if (state.phase === 'taking') stopEvent(event);
  }

  function onCompositionEnd(event: CompositionEvent): void {
    if (event.data === '') return;
    const wasTaking = state.phase === 'taking';
    hearText(event.data, event);
    if (wasTaking) fields.putBack();
  }

  function hearText(text: string, event: Event): void {
    const isLate = state.phase === 'idle' && fields.hasLeft() && performance.now() - toldAt <= lateTextMs;
    if (isLate) {
      stopEvent(event);
      fields.takeOutLate(text);
      return;
    }
    obey(insert(state, { text, at: event.timeStamp }), event, event.target);
  }

  function onInput(event: Event): void {
    slow.end();
    if (state.phase !== 'taking') slow.notice(event);
  }

  function onPaste(event: ClipboardEvent): void {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    // A pasted number or code is what the field asked for; a whole card never is.
    if (!isWholeCard(text)) return;
    stopEvent(event);
    const card = cleanScan(text);
    listener()?.onScan({ kind: 'scan', shape: 'card', text: card.includes('|') ? withoutControls(card) : card });
  }

  const stops = [
    on('keydown', onKeyDown),
    on('keyup', onKeyUp),
    on('beforeinput', onBeforeInput),
    on('compositionend', onCompositionEnd),
    on('input', onInput),
    on('paste', onPaste),
  ];
  return () => {
    window.clearTimeout(pauseTimer);
    keys.end();
    slow.end();
    for (const end of stops) end();
  };
}

function on<K extends keyof WindowEventMap>(name: K, hear: (event: WindowEventMap[K]) => void): () => void {
  window.addEventListener(name, hear, true);
  return () => window.removeEventListener(name, hear, true);
}
