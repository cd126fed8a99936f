import { fold } from '../../base/vietnamese.ts';

/** Who is in a file, by the numbers, names and phones that were ever told of it. */
export type PersonsNamed = {
  readonly idNumbers: readonly string[];
  readonly names: readonly string[];
  readonly phones: readonly string[];
};

/**
 * Whether a text that somebody typed names one of these persons: by a whole name, its words one after another, with or without marks; or by a whole number,
 * however its signs are grouped. «Lê Văn Anh» does not name Lê Văn An; «079 085 001 234» names who has 079085001234.
 */
export function namesOneOf(text: string, { idNumbers, names, phones }: PersonsNamed): boolean {
  const words = fold(text);
  const isNamed = names.map((name) => fold(name)).some((name) => name !== '' && ` ${words} `.includes(` ${name} `));
  if (isNamed) return true;
  // Letters that stand at a number are a passport's, or a word such as «sđt»: either way a piece of their own.
  const pieces = words.match(/\d+|[^\d ]+/g) ?? [];
  return [...idNumbers, ...phones.flatMap((phone) => writingsOf(phone))]
    .map((number) => fold(number).replaceAll(' ', ''))
    .some((number) => number !== '' && standsIn(pieces, number));
}

/** The same of anything that was kept: each text in it by itself, for the end of one and the beginning of the next are nobody's name. */
export function namesOneIn(kept: unknown, persons: PersonsNamed): boolean {
  if (typeof kept === 'string') return namesOneOf(kept, persons);
  if (typeof kept === 'number') return namesOneOf(String(kept), persons);
  return typeof kept === 'object' && kept !== null && Object.values(kept).some((one) => namesOneIn(one, persons));
}

/** Whether pieces beside each other make up a number, from the beginning of one to the end of another. */
function standsIn(pieces: readonly string[], number: string): boolean {
  return pieces.some((_, from) => {
    let run = '';
    for (let at = from; at < pieces.length && run.length < number.length; at += 1) run += pieces[at];
    return run === number;
  });
}

/** A phone with its nought, without it, and with the code of the country in each way it is dialled: +84, 0084, +84 (0). */
function writingsOf(phone: string): readonly string[] {
  const digits = phone.replace(/\D/g, '');
  if (digits === '') return [];
  const subscriber = digits.replace(/^(?:00)?84(?=\d{8})0?|^0/, '');
  return [digits, ...['', '0', '84', '840', '0084'].map((before) => before + subscriber)];
}
