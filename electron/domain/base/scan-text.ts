/**
 * What a scanner read, without what scanners put around it. Each place that takes a scan takes it through here, so that a code
 * found at one place is found at every other. What a hand typed comes through unchanged but for its ends.
 */

// oxlint-disable-next-line no-control-regex -- scanners frame what they send in these: STX … ETX, SOH, EOT, FNC1 as GS
const controlsAtStart = /^[\u0000-\u0020\u007f-\u00a0\u200b-\u200f\u2028\u2029\u2060\ufeff\u2400-\u2421]+/;
// oxlint-disable-next-line no-control-regex
const controlsAtEnd = /[\u0000-\u0020\u007f-\u00a0\u200b-\u200f\u2028\u2029\u2060\ufeff\u2400-\u2421]+$/;
// oxlint-disable-next-line no-control-regex
const controlsInside = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u200b-\u200f\u2060\ufeff\u2400-\u2421]/g;

/** The same control characters written out, as some scanners and terminals show them. */
const namedControl = /^[<[{(](SOH|STX|ETX|EOT|GS|RS|FS|US|CR|LF|HT|TAB|ESC|FNC1)[>\]})]/i;
const namedControlAtEnd = /[<[{(](SOH|STX|ETX|EOT|GS|RS|FS|US|CR|LF|HT|TAB|ESC|FNC1)[>\]})]$/i;

/** ISO/IEC 15424: a bracket, the letter of the symbology, one sign that modifies it. */
const aimIdentifier = /^\](?=[A-Za-z][0-9A-Za-z])../;
/** AIM ECI: which encoding the next bytes have. 0 to 35, 170 and 899 are all that are assigned; a birth may stand behind a backslash too. */
const encodingMark = /^\\000(0[0-2]\d|03[0-5]|170|899)/;
const encodingMarkInside = /\\000(0[0-2]\d|03[0-5]|170|899)(?!\d)/g;

/** What our scanners are meant to read. A card is told by twelve digits that no thirteenth follows. */
const card = String.raw`\d{12}(?!\d)(?![A-Za-z])`;
const caseNumber = String.raw`(?:[A-Za-z]\d\d(?:\.[A-Za-z0-9]{1,3}){0,3}|\d{3}(?:\.[A-Za-z0-9]{1,3}){2,3}|[Qq]\d[A-Za-z0-9]{0,2})-(?:\d{6}|\d{8})-\d{4,7}(?!\d)`;
const parcel = String.raw`[A-Z]{2}\d{9}[A-Z]{2}$`;
/** One letter or tilde (Honeywell, Datalogic, Newland), or a letter and two digits (Zebra's P01), if something that we read follows. */
const codeIdentifier = new RegExp(`^(?:[A-Za-z~^]|P0\\d)(?=\\*?(?:\\\\000\\d{3})?(?:${card}|${caseNumber}|${parcel}))`);
/** An AIM identifier whose bracket was lost on a keyboard that has none; only where twelve digits and a sign of a card follow. */
const bareAimIdentifier = /^[A-Za-z]\d(?=\d{12}[^\dA-Za-z])/;
/** Start and stop of Code 39. */
const starred = /^\*(.+)\*$/s;

/** Signs that a scanner is set to send before or behind what we read: nothing of it begins or ends with them. */
const read = `(?:${card}(?=[^\\s-])|${caseNumber}|${parcel})`;
const signsBefore = new RegExp(String.raw`^[^\p{L}\d\s|\\]{1,4}(?=${read})`, 'u');
const signsBehind = new RegExp(String.raw`^(\d{12}[^\dA-Za-z].*\d{8}|${caseNumber})[^\p{L}\d\s|]{1,4}$`, 'su');

const prefixes = [controlsAtStart, namedControl, aimIdentifier, encodingMark, /^~+(?=[^~]*$)/, codeIdentifier];

/**
 * The text between the marks: identifiers of AIM and of makers, ECI, FNC1 as a tilde or GS, STX and its like, stars of Code 39, in
 * whatever order they stand. Control characters inside stay: they may be what parts the fields of a card.
 */
export function cleanScan(raw: string): string {
  let text = raw;
  for (;;) {
    const before = text;
    for (const prefix of prefixes) text = text.replace(prefix, '');
    text = text.replace(bareAimIdentifier, '').replace(controlsAtEnd, '').replace(namedControlAtEnd, '');
    text = text.replace(starred, '$1').replace(encodingMarkInside, '');
    text = text.replace(signsBefore, '').replace(signsBehind, '$1');
    if (text === before) return text;
  }
}

/** A scan of one line that is no card, such as a number: nothing a scanner added stands inside it either. */
export function cleanLine(raw: string): string {
  return cleanScan(cleanScan(raw).replace(controlsInside, '')).replace(/\s+/g, ' ');
}
