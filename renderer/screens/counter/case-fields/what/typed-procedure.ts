import type { ProcedureDetail, TermChoice } from '../../../../../electron/contract/catalogue/procedure.ts';
import type { TypedPaper } from '../../../../../electron/contract/base/values.ts';
import { agreementKey, typedKey } from '../../../../../electron/domain/catalogue/procedure-terms.ts';
import type { TermForm } from '../reception-form.ts';

/** What is typed at the counter because no list says it: a term with its ground, and papers by their names. */

type Listed = Pick<ProcedureDetail, 'terms' | 'origin'>;

/** Whether a term is typed first: no list has one. One that was read in the law and has none says why, and a day is agreed. */
export function isTermTyped({ terms, origin }: Listed): boolean {
  return origin !== 'read' && terms.every(({ key }) => key === agreementKey);
}

export const typedTermForm: TermForm = { key: typedKey, reason: '', agreed: '', value: '', unit: 'working-day' };

/** The choices with a typed term among them, where one may be typed. */
export function withTypedChoice(choices: readonly TermChoice[], listed: Listed): readonly TermChoice[] {
  const [agreed] = choices;
  if (agreed?.key !== agreementKey) return choices;
  const typed: TermChoice = { ...agreed, key: typedKey, words: '', text: '', textEn: '', needs: null };
  return isTermTyped(listed) ? [typed, ...choices] : [...choices, typed];
}

/** Whether papers are typed: the list names none. */
export function arePapersTyped({ components }: Pick<ProcedureDetail, 'components'>): boolean {
  return components.length === 0;
}

/** «Đơn đề nghị; Hợp đồng (2 bản sao); CMND (photo); Ảnh (1 bản chính, 2 bản sao)»: one original where nothing is said, one where no number is. */
export function typedPapersOf(typed: string): TypedPaper[] {
  return typed
    .normalize('NFC')
    .split(/[;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const [, before = '', inBrackets] = /^([^()]*[^()\s])\s*\(([^()]*)\)$/u.exec(part) ?? [];
      // What says counts alone is no part of the name; «bản sao có chứng thực» is.
      if (inBrackets !== undefined && countsAlone.test(inBrackets)) return { name: before, ...countsOf(inBrackets) };
      const said = inBrackets ?? copyAtAnEnd.exec(part)?.[0] ?? '';
      return { name: part, ...countsOf(said) };
    });
}

const copyWords = String.raw`(?:b[aả]n\s+)?(?:sao|phô[\s-]?tô|phôtô|pho[\s-]?to|photo(?:copy)?)(?!\p{L})`;
const originalWords = String.raw`(?:b[aả]n\s+)?(?:ch[ií]nh|g[oố]c)(?!\p{L})`;
const copyWord = new RegExp(`(?:(\\d{1,2})\\s*)?(?<!\\p{L})${copyWords}`, 'iu');
const originalWord = new RegExp(`(?:(\\d{1,2})\\s*)?(?<!\\p{L})${originalWords}`, 'iu');
const countsAlone = new RegExp(
  `^\\s*(?:\\d{1,2}\\s*)?(?:${copyWords}|${originalWords})(?:\\s*(?:,|\\+|và|va)\\s*(?:\\d{1,2}\\s*)?(?:${copyWords}|${originalWords}))?\\s*$`,
  'iu',
);
/** «2 bản sao CMND», «CMND bản sao», «Sổ hộ khẩu photo»; in the middle of a name it may mean anything. */
const copyAtAnEnd = new RegExp(
  `^(?:\\d{1,2}\\s*)?(?:b[aả]n\\s+sao|(?:b[aả]n\\s+)?photo(?:copy)?)(?!\\p{L})|(?<!\\p{L})(?:\\d{1,2}\\s*)?(?:b[aả]n\\s+sao|(?:b[aả]n\\s+)?photo(?:copy)?)$`,
  'iu',
);

function countsOf(said: string): { readonly originals: number; readonly copies: number } {
  const copies = copyWord.exec(said);
  const originals = originalWord.exec(said);
  // «bản chính hoặc bản sao»: whichever is brought is counted by who takes it in.
  if (copies === null || /hoặc|hoac|\//iu.test(said)) return { originals: Number(originals?.[1] ?? 1), copies: 0 };
  return { originals: originals === null ? 0 : Number(originals[1] ?? 1), copies: Number(copies[1] ?? 1) };
}
