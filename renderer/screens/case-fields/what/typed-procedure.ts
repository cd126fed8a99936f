import type { ProcedureDetail, TermChoice } from '../../../../electron/contract/catalogue/procedure.ts';
import type { TypedPaper } from '../../../../electron/contract/base/values.ts';
import { agreementKey, typedKey } from '../../../../electron/domain/catalogue/procedure-terms.ts';
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

/** «Đơn đề nghị; Hợp đồng (2 bản sao); Ảnh (1 bản chính, 2 bản sao)»: one original where nothing is said. */
export function typedPapersOf(typed: string): TypedPaper[] {
  return typed
    .split(/[;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const said = /^(.*?)\s*\(([^()]*bản (?:chính|sao)[^()]*)\)\s*$/iu.exec(part);
      const [, name = part, counts = ''] = said ?? [];
      const of = (what: string) => new RegExp(`(\\d{1,2})\\s*bản ${what}`, 'iu').exec(counts)?.[1];
      const [originals, copies] = [of('chính'), of('sao')];
      if (originals === undefined && copies === undefined) return { name: part, originals: 1, copies: 0 };
      return { name, originals: Number(originals ?? 0), copies: Number(copies ?? 0) };
    });
}
