import { readReceiptText } from '../../electron/domain/safety/proof/receipt-text.ts';
import { cleanScan } from '../../electron/domain/base/scan-text.ts';

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
  readonly control?: boolean;
  readonly alt?: boolean;
  readonly repeat: boolean;
  /** An input method has the key: `isComposing`, keyCode 229 or the key `Process`. */
  readonly composing: boolean;
};

/** Text that comes without a key of its own: of input methods, ALT codes, on-screen keyboards, drivers that write for the scanner. */
export type BurstText = { readonly text: string; readonly at: number };

export type BurstState = {
  readonly phase: 'idle' | 'watching' | 'taking';
  readonly byKey: string;
  readonly byCode: string;
  readonly count: number;
  readonly startedAt: number;
  readonly lastAt: number;
  /** An input method or a program that rewrites letters had a part in it. */
  readonly inputMethod: boolean;
  /** Keys that an input method took and has not given back as text. */
  readonly owed: number;
  /** What the last key will write into the field by itself. */
  readonly echo: string;
  /** The number of a letter, typed with Alt held. */
  readonly alt: string;
  /** The letter that number means, until the text comes that the machine makes of it. */
  readonly altLetter: { readonly letter: string; readonly isSure: boolean } | null;
  /** The letter that was taken by its number because no text had come yet: the text that follows is no second one. */
  readonly altTaken: string;
};

export type Outcome =
  | {
      readonly kind: 'scan';
      readonly shape: ScanShape;
      readonly text: string;
      /** The signed square of a receipt, of which `text` is the number: what to ask whether it is genuine. */
      readonly square?: string;
      /** Its letters came through an input method, which may have rewritten some: to be compared with the card. */
      readonly throughInputMethod?: true;
    }
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
/** What an input method still held when the scan ended comes within this. */
export const lateTextMs = 150;

export const idle: BurstState = {
  phase: 'idle',
  byKey: '',
  byCode: '',
  count: 0,
  startedAt: 0,
  lastAt: 0,
  inputMethod: false,
  owed: 0,
  echo: '',
  alt: '',
  altLetter: null,
  altTaken: '',
};

export const modifierKeys: ReadonlySet<string> = new Set([
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

/** The control character of Ctrl with a key, by its place on the keyboard (ASCII: Ctrl+B is STX, Ctrl+] is GS), or ''. */
function controlOf({ code }: BurstKey): string {
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter !== undefined) return String.fromCharCode(letter.charCodeAt(0) - 64);
  return (
    { BracketLeft: '\u001b', Backslash: '\u001c', BracketRight: '\u001d', Digit6: '\u001e', Minus: '\u001f' }[code] ??
    ''
  );
}

/** The number pad's digit with Alt held, whatever its lock says. */
function altDigitOf({ code }: BurstKey): string {
  return /^Numpad(\d)$/.exec(code)?.[1] ?? '';
}

/** The letter of an ALT code: Unicode above 255, whatever the machine makes of it; below, the machine's own code page says more. */
function letterOfAlt(digits: string): BurstState['altLetter'] {
  const value = Number(digits);
  if (digits === '' || value === 0 || value > 0x10_ffff || (value >= 0xd800 && value < 0xe000)) return null;
  return { letter: String.fromCodePoint(value), isSure: value < 127 || value > 255 };
}

// oxlint-disable-next-line no-control-regex
const controls = /[\u0000-\u001f\u007f-\u009f\ufeff]/g;

/** What scanners put before a text (domain/base/scan-text.ts); looser than the cleaner, for the text is not whole yet. */
const prefix = String.raw`(?:\][A-Za-z][0-9A-Za-z]|\\000\d{3}|[<[{(][A-Za-z0-9]{2,4}[>\]})]|[~^*])*(?:P0\d|[A-Za-z]\d?)?(?:\\000\d{3}|[~^*])*`;
/** How a scan may begin: digits of a card, unit or desk of a case code (TT 01/2018 Điều 19 k1), letters and digits of a health card. */
const beginnings = [
  String.raw`\d{8}`,
  String.raw`[A-Z][A-Z0-9.]{1,12}-\d`,
  String.raw`\d{3}\.\d\d\.\d`,
  String.raw`[A-Z]{2}\d{6}`,
].map((beginning) => new RegExp(`^${prefix}${beginning}`));

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
  // The signed square of a receipt, also one that was cut: what it is worth is said where it is looked for.
  ['code', /^\d{100,400}$/],
];

/** What a text is, if a scanner can have sent it. */
export function scanShapeOf(text: string): ScanShape | undefined {
  const trimmed = cleanScan(text);
  return shapes.find(([, shape]) => shape.test(trimmed))?.[0];
}

/** A scan as it is handed on: of a receipt's signed square the number that it names, so that it opens a case wherever its number does. */
export function scanOf(shape: ScanShape, text: string): Extract<Outcome, { kind: 'scan' }> {
  const square = shape === 'code' && /^\d+$/.test(text) ? cleanScan(text) : undefined;
  if (square === undefined) return { kind: 'scan', shape, text };
  return { kind: 'scan', shape, text: readReceiptText(square)?.number ?? square, square };
}

/** A text with the control characters some scanners add taken out. */
export function withoutControls(text: string): string {
  return text.replace(controls, '').trim();
}

/** Whether a text is all of a card: no field ever asked for that, and no hand types it. */
export function isWholeCard(text: string): boolean {
  // oxlint-disable-next-line no-control-regex -- GS and Tab part the fields where `|` was changed
  return /^\d{12}([|\u001d\t])[^|]*\1[^|]+\1\d{4,8}\1[^|]*\1[^|]*\1/.test(cleanScan(text));
}

function outcomeOf(state: BurstState): Outcome {
  if (state.owed > 0) return { kind: 'input-method' };
  // The layout may have turned `|`, the letters and the digits into something else; the physical keys then still say them.
  const texts = [state.byKey, state.byCode].map((text) => cleanScan(text));
  const whole = texts.filter((one) => one.split('|').length > 6);
  const cards = whole.filter((one) => isWholeCard(one));
  const text =
    cards.find((one) => /^n(am|ữ|u)$/i.test(one.split('|')[4]?.normalize('NFC').trim() ?? '')) ??
    cards[0] ??
    whole[0] ??
    texts.find((one) => scanShapeOf(one) !== undefined);
  const shape = text === undefined ? undefined : scanShapeOf(text);
  if (text === undefined || shape === undefined)
    return state.inputMethod ? { kind: 'input-method' } : { kind: 'typed', text: state.byKey };
  const read = text.includes('|') ? withoutControls(text) : text;
  return { ...scanOf(shape, read), ...(state.inputMethod ? { throughInputMethod: true as const } : {}) };
}

function atScannerPace(state: BurstState, at: number): boolean {
  // Two devices may date their keys apart: what is dated well before the last key is of another burst too.
  const gap = at - state.lastAt;
  if (Math.abs(gap) > maxGapMs) return false;
  return (at - state.startedAt) / state.count <= maxMeanGapMs;
}

/** Tab counts as a character: it ends some scans and stands between the fields of others. */
function characterOf(key: string): string {
  if (key === 'Tab') return '\t';
  return [...key].length === 1 ? key : '';
}

export function isControl(key: BurstKey): boolean {
  return key.control === true && controlOf(key) !== '';
}

/** A key whose letter comes as text: of an input method, of a program that types for another, of a mark that waits for its letter. */
export function bringsText(key: BurstKey): boolean {
  return key.composing || key.key === 'Unidentified' || key.key === 'Dead';
}

function added(before: BurstState, key: BurstKey): BurstState {
  const state = settled(before);
  const at = Math.max(state.lastAt, key.at);
  const counted = { ...state, count: state.count + 1, lastAt: at, echo: '' };
  if (key.alt === true && altDigitOf(key) !== '') return { ...counted, alt: state.alt + altDigitOf(key) };
  // Programs that rewrite letters send Backspace and the letter again; no scanner sends Backspace.
  if (key.key === 'Backspace') {
    const byKey = [...state.byKey].slice(0, -1).join('');
    return { ...counted, byKey, inputMethod: true, owed: state.owed + 1 };
  }
  const typed = key.modified ? (isControl(key) ? controlOf(key) : '') : characterOf(key.key);
  const physical = key.modified ? typed : characterOfCode(key.code, key.shift) || typed;
  return {
    ...counted,
    byKey: state.byKey + typed,
    byCode: state.byCode + physical,
    echo: key.modified || typed === '\t' ? '' : typed,
    inputMethod: state.inputMethod || key.composing,
    owed: state.owed + (key.composing && physical !== '' ? 1 : 0),
  };
}

/** The letter of an ALT code for which no text came: its number says which. */
function settled(state: BurstState): BurstState {
  if (state.altLetter === null) return state;
  const { letter } = state.altLetter;
  return { ...state, byKey: state.byKey + letter, byCode: state.byCode + letter, altLetter: null, altTaken: letter };
}

function hasCharacter(key: BurstKey): boolean {
  if (key.modified) return isControl(key) || (key.alt === true && altDigitOf(key) !== '');
  return characterOf(key.key) !== '' || bringsText(key) || characterOfCode(key.code, key.shift) !== '';
}

function begun(key: BurstKey): Step {
  if (!hasCharacter(key) || key.repeat) return { state: idle, act: 'pass' };
  return { state: added({ ...idle, phase: 'watching', startedAt: key.at, lastAt: key.at }, key), act: 'begin' };
}

function ended(state: BurstState): Step {
  return { state: idle, act: 'end', outcome: outcomeOf(settled(state)) };
}

/** Whether the burst is a scanner's by now. */
function judged(state: BurstState, otherwise: Step['act']): Step {
  if (state.count < enoughKeys || !beginsLikeScan(settled(state))) return { state, act: otherwise };
  return { state: { ...state, phase: 'taking' }, act: 'recognise' };
}

/** The next key. Call `pause` instead when `endPauseMs` have gone by without one. */
export function keyPressed(state: BurstState, key: BurstKey): Step {
  if (state.phase === 'taking') {
    if (modifierKeys.has(key.key)) return { state, act: 'swallow' };
    if (key.key === 'Enter') return ended(state);
    return { state: added(state, key), act: 'swallow' };
  }
  if (modifierKeys.has(key.key)) return { state, act: 'pass' };
  // A key held down repeats at a scanner's pace and is still a hand.
  if (state.phase === 'idle' || key.repeat || !atScannerPace(state, key.at)) return begun(key);
  // An act of the screen (Ctrl+Enter, Alt with a letter) brings no character: however soon it comes behind what was typed, a hand pressed it.
  if (!hasCharacter(key) && key.key !== 'Backspace') return { state: idle, act: 'pass' };
  // From the third key at this pace what is no letter must not become a shortcut or move the focus.
  const next = added(state, key);
  return judged(next, (key.modified || key.key === 'Tab') && next.count > 3 ? 'swallow' : 'pass');
}

/** What a scanner sends behind the Enter that ended its text: a line feed as Ctrl+J, a second Enter, ETX, a Tab. */
export function isTail(key: BurstKey, endedAt: number): boolean {
  const after = key.at - endedAt;
  const isEnding = !key.modified && (key.key === 'Enter' || key.key === 'Tab');
  return after >= 0 && after <= maxGapMs && (isEnding || isControl(key));
}

/** Alt is let go: the number typed with it is a letter. */
export function release(state: BurstState, key: string): Step {
  if (key !== 'Alt' || state.alt === '') return { state, act: 'pass' };
  return judgedIfWatching({ ...settled(state), alt: '', altLetter: letterOfAlt(state.alt) });
}

function judgedIfWatching(state: BurstState): Step {
  return state.phase === 'watching' ? judged(state, 'pass') : { state, act: 'pass' };
}

/** Text that came into the field: what the last key wrote by itself is known already, all else is the scanner's or a hand's. */
export function insert(state: BurstState, { text, at }: BurstText): Step {
  if (text === '') return { state, act: 'pass' };
  if (state.phase !== 'taking' && text === state.echo) return { state: { ...state, echo: '' }, act: 'pass' };
  if (state.altTaken !== '' && text === state.altTaken)
    return { state: { ...state, altTaken: '' }, act: state.phase === 'taking' ? 'swallow' : 'pass' };
  if (isWholeCard(text)) return ended(withText({ ...idle, startedAt: at, lastAt: at }, text, at));
  if (state.phase === 'taking') return { state: withText(state, text, at), act: 'swallow' };
  const isGoingOn =
    state.phase === 'watching' && (state.altLetter !== null || state.alt !== '' || atScannerPace(state, at));
  if (isGoingOn) return judged(withText(state, text, at), 'pass');
  // A word at once is a hand's: of an on-screen keyboard, or something pasted.
  if ([...text].length > 1) return { state: idle, act: 'pass' };
  return { state: withText({ ...idle, phase: 'watching', startedAt: at, lastAt: at }, text, at), act: 'begin' };
}

function withText(state: BurstState, text: string, at: number): BurstState {
  // The text may come before Alt is let go, or after.
  const number = state.altLetter ?? letterOfAlt(state.alt);
  const letter = number?.isSure === true ? number.letter : text;
  return {
    ...state,
    byKey: state.byKey + letter,
    byCode: state.byCode + letter,
    count: state.count + (number === null && state.owed === 0 ? 1 : 0),
    lastAt: Math.max(state.lastAt, at),
    owed: 0,
    echo: '',
    alt: '',
    altLetter: null,
    altTaken: '',
  };
}

/** Nothing came for `endPauseMs`: what was taken is whole. */
export function pause(state: BurstState): Step {
  if (state.phase !== 'taking') return { state: idle, act: 'pass' };
  return ended(state);
}
