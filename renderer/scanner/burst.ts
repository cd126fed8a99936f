/**
 * Tells a scanner from a hand by timing and shape. A USB scanner is a keyboard that types
 * a whole card in a fraction of a second into whatever has the focus, so it is recognised by its pace and by how the
 * text begins, before most of it has landed anywhere. Pure: the caller brings the keys and their times.
 */

/** One key as it went down; `at` in milliseconds of the event's own clock. */
export type BurstKey = {
  readonly key: string;
  readonly code: string;
  readonly at: number;
  readonly shift: boolean;
  /** Ctrl, Alt or Meta was held. */
  readonly modified: boolean;
  readonly repeat: boolean;
  /** An input method has the key: `isComposing`, keyCode 229 or the key `Process`. */
  readonly composing: boolean;
};

export type BurstState = {
  readonly phase: 'idle' | 'watching' | 'taking';
  readonly byKey: string;
  readonly byCode: string;
  readonly count: number;
  readonly startedAt: number;
  readonly lastAt: number;
  readonly inputMethod: boolean;
};

export type Outcome =
  | { readonly kind: 'scan'; readonly shape: ScanShape; readonly text: string }
  /** The input method rewrote the scan: what arrived cannot be trusted. */
  | { readonly kind: 'input-method' }
  /** A very fast hand: the text belongs to the field it was typed into. */
  | { readonly kind: 'typed'; readonly text: string };

export type ScanShape = 'card' | 'id-number' | 'code';

/**
 * What to do with the key: let it through (`begin` when it may be the first of a scan), or keep it away from the page
 * (`recognise` when the keys before it have to be taken back out of the field).
 */
export type Step = {
  readonly state: BurstState;
  readonly act: 'pass' | 'begin' | 'recognise' | 'swallow' | 'end';
  readonly outcome?: Outcome;
};

/** No hand keeps eight keys in a row under these; scanners send one every 1 to 20 ms. */
const maxGapMs = 50;
const maxMeanGapMs = 35;
const enoughKeys = 8;
/**
 * Once recognised, a scan ends with its Enter, or after this long without a key: a slow machine that hands keys over late does not
 * cut a card in two.
 */
export const endPauseMs = 500;

export const idle: BurstState = {
  phase: 'idle',
  byKey: '',
  byCode: '',
  count: 0,
  startedAt: 0,
  lastAt: 0,
  inputMethod: false,
};

const modifierKeys: ReadonlySet<string> = new Set([
  'Shift',
  'Control',
  'Alt',
  'AltGraph',
  'Meta',
  'CapsLock',
  'NumLock',
]);

/** What the key is on the United States layout scanners ship with: [plain, with Shift]. */
const punctuation: Readonly<Record<string, readonly [string, string]>> = {
  Backquote: ['`', '~'],
  Minus: ['-', '_'],
  Equal: ['=', '+'],
  BracketLeft: ['[', '{'],
  BracketRight: [']', '}'],
  Backslash: ['\\', '|'],
  IntlBackslash: ['\\', '|'],
  Semicolon: [';', ':'],
  Quote: ["'", '"'],
  Comma: [',', '<'],
  Period: ['.', '>'],
  Slash: ['/', '?'],
  Space: [' ', ' '],
};
const shiftedDigits = ')!@#$%^&*(';

/** The character of a physical key on the United States layout, or '' for keys without one. */
export function characterOfCode(code: string, shift: boolean): string {
  const digit = /^(Digit|Numpad)(\d)$/.exec(code);
  if (digit?.[2] !== undefined) {
    return shift && digit[1] === 'Digit' ? (shiftedDigits[Number(digit[2])] ?? '') : digit[2];
  }
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter !== undefined) return shift ? letter : letter.toLowerCase();
  return punctuation[code]?.[shift ? 1 : 0] ?? '';
}

// oxlint-disable-next-line no-control-regex
const controls = /[\u0000-\u001f\u007f-\u009f\ufeff]/g;

/** How a scan may begin: digits of a card, unit or desk of a case code (TT 01/2018 Điều 19 k1), letters and digits of a health card. */
const beginnings = [/^\d{8}/, /^[A-Z][A-Z0-9.]{1,12}-\d/, /^\d{3}\.\d\d\.\d/, /^[A-Z]{2}\d{6}/];

function beginsLikeScan(state: BurstState): boolean {
  const texts = [withoutControls(state.byKey), withoutControls(state.byCode)];
  return beginnings.some((beginning) => texts.some((text) => beginning.test(text)));
}

/** The sign after the twelve digits is `|` unless the layout made it another; a health card is told to the clerk as such. */
const shapes: readonly (readonly [ScanShape, RegExp])[] = [
  ['card', /^\d{12}[^\p{L}\d ][\s\S]{7,}$/u],
  ['card', /^[A-Z]{2}\d{8,13}\|/],
  ['id-number', /^\d{12}$/],
  ['code', /^[A-Z0-9][A-Z0-9.]{1,20}-(\d{6}|\d{8})-\d{4,7}$/],
];

/** What a text is, if a scanner can have sent it. */
export function scanShapeOf(text: string): ScanShape | undefined {
  const trimmed = text.trim();
  return shapes.find(([, shape]) => shape.test(trimmed))?.[0];
}

/** A text with the control characters some scanners add taken out. */
export function withoutControls(text: string): string {
  return text.replace(controls, '').trim();
}

function outcomeOf(state: BurstState): Outcome {
  if (state.inputMethod) return { kind: 'input-method' };
  // The layout may have turned `|` and the digits into something else; the physical keys then still say them.
  const texts = [state.byKey, state.byCode].map((text) => text.trim());
  const text = texts.find((one) => one.split('|').length > 6) ?? texts.find((one) => scanShapeOf(one) !== undefined);
  const shape = text === undefined ? undefined : scanShapeOf(text);
  if (text === undefined || shape === undefined) return { kind: 'typed', text: state.byKey };
  return { kind: 'scan', shape, text: text.includes('|') ? withoutControls(text) : text };
}

function atScannerPace(state: BurstState, at: number): boolean {
  const gap = at - state.lastAt;
  if (gap > maxGapMs) return false;
  return (at - state.startedAt) / state.count <= maxMeanGapMs;
}

/** Tab counts as a character: it ends some scans and stands between the fields of others. */
function characterOf(key: string): string {
  if (key === 'Tab') return '\t';
  return [...key].length === 1 ? key : '';
}

function added(state: BurstState, key: BurstKey): BurstState {
  const typed = key.modified ? '' : characterOf(key.key);
  const physical = key.modified ? '' : characterOfCode(key.code, key.shift) || typed;
  return {
    ...state,
    byKey: state.byKey + typed,
    byCode: state.byCode + physical,
    count: state.count + 1,
    lastAt: key.at,
    // Programs that rewrite letters send Backspace and the letter again; no scanner sends Backspace.
    inputMethod: state.inputMethod || key.composing || key.key === 'Backspace',
  };
}

function hasCharacter(key: BurstKey): boolean {
  return characterOf(key.key) !== '' || key.composing || characterOfCode(key.code, key.shift) !== '';
}

function begun(key: BurstKey): Step {
  if (!hasCharacter(key) || key.key === 'Tab' || key.modified || key.repeat) return { state: idle, act: 'pass' };
  return { state: added({ ...idle, phase: 'watching', startedAt: key.at }, key), act: 'begin' };
}

function ended(state: BurstState): Step {
  return { state: idle, act: 'end', outcome: outcomeOf(state) };
}

/** The next key. Call `pause` instead when `endPauseMs` have gone by without one. */
export function press(state: BurstState, key: BurstKey): Step {
  if (state.phase === 'taking') {
    if (modifierKeys.has(key.key)) return { state, act: 'swallow' };
    if (key.key === 'Enter') return ended(state);
    return { state: added(state, key), act: 'swallow' };
  }
  if (modifierKeys.has(key.key)) return { state, act: 'pass' };
  // A key held down repeats at a scanner's pace and is still a hand.
  if (state.phase === 'idle' || key.repeat || !atScannerPace(state, key.at)) return begun(key);
  if (!hasCharacter(key) || key.key === 'Tab') return { state: idle, act: 'pass' };
  const next = added(state, key);
  if (next.count < enoughKeys || !beginsLikeScan(next)) {
    // From the third key at this pace a control character of the scanner must not become a shortcut.
    return { state: next, act: key.modified && next.count > 3 ? 'swallow' : 'pass' };
  }
  return { state: { ...next, phase: 'taking' }, act: 'recognise' };
}

/** Nothing came for `endPauseMs`: what was taken is whole. */
export function pause(state: BurstState): Step {
  if (state.phase !== 'taking') return { state: idle, act: 'pass' };
  return ended(state);
}
