import type { OwnField } from '../../../../../electron/contract/catalogue/own-fields.ts';
import type { ProcedureDetail } from '../../../../../electron/contract/catalogue/procedure.ts';
import type { DeadlineRule, Term, TypedPaper } from '../../../../../electron/contract/base/values.ts';
import { agreementKey } from '../../../../../electron/domain/catalogue/procedure-terms.ts';
import {
  ownFieldLines,
  readOwnFieldLines,
} from '../../../../../electron/domain/catalogue/own-fields/own-field-lines.ts';
import { typedPapersOf } from '../../../counter/case-fields/what/typed-procedure.ts';

/** What stands in the fields of the editor of one procedure, as typed. */
export type ProcedureForm = {
  readonly code: string;
  readonly known: boolean;
  readonly name: string;
  readonly field: string;
  readonly nicknames: string;
  readonly value: string;
  readonly unit: Term['unit'];
  /** How the hour of the day is reckoned, as the lists have it. */
  readonly rule: DeadlineRule | null;
  readonly ground: string;
  readonly fee: string;
  readonly papers: string;
  /** Its own fields, a line each (own-field-lines.ts). */
  readonly ownFields: string;
  readonly offered: boolean;
  readonly from: string;
  readonly reason: string;
};

export function formOfProcedure(known: ProcedureDetail | undefined, today: string): ProcedureForm {
  const usual = known?.terms.find(({ key, needs }) => needs === null && key !== agreementKey);
  const term = known?.term ?? null;
  return {
    code: known?.code ?? '',
    known: known !== undefined,
    name: known?.name ?? '',
    field: known?.field ?? '',
    nicknames: known?.nicknames.join('; ') ?? '',
    value: term === null ? '' : String(term.value),
    unit: term?.unit ?? 'working-day',
    rule: known?.rule ?? null,
    ground: usual?.article ?? '',
    fee: known === undefined || known.feeAmount === null ? '' : String(known.feeAmount),
    papers: '',
    ownFields: ownFieldLines(known?.ownFields ?? []),
    offered: known?.offered ?? true,
    from: today,
    reason: '',
  };
}

/** As the desk wants it: of a procedure that is known, what was changed alone. What is wrong goes on, to be named. */
export function changedFields(before: ProcedureForm, form: ProcedureForm, asked: readonly OwnField[] = []) {
  const isChanged = (...names: (keyof ProcedureForm)[]) =>
    !before.known || names.some((name) => before[name] !== form[name]);
  const value = form.unit === 'same-day' ? 1 : countOf(form.value);
  const hasTerm = form.unit === 'same-day' || form.value.trim() !== '';
  const papers: TypedPaper[] = typedPapersOf(form.papers);
  const nicknames = form.nicknames
    .split(/[;\n]/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
  return {
    ...(form.code.trim() === '' ? {} : { code: form.code.trim() }),
    ...(isChanged('name') ? { name: form.name.trim() } : {}),
    ...(isChanged('field') && form.field.trim() !== '' ? { field: form.field.trim() } : {}),
    ...(isChanged('nicknames') && (before.known || nicknames.length > 0) ? { nicknames } : {}),
    ...(isChanged('value', 'unit', 'ground') && hasTerm
      ? {
          term: {
            value,
            unit: form.unit,
            ...(form.unit === 'same-day' && form.rule !== null ? { rule: form.rule } : {}),
            ground: form.ground.trim(),
          },
        }
      : {}),
    ...(isChanged('fee') && form.fee.trim() !== '' ? { fee: countOf(form.fee) } : {}),
    ...(papers.length === 0 ? {} : { components: papers }),
    ...(before.ownFields === form.ownFields ? {} : { ownFields: ownFieldsOf(form.ownFields, asked) }),
    ...(isChanged('offered') ? { offered: form.offered } : {}),
    reason: form.reason.trim(),
  };
}

/** As the contract takes them, whose lists may be written to. */
function ownFieldsOf(lines: string, asked: readonly OwnField[]) {
  return readOwnFieldLines(lines, asked).map(({ choices, ...field }) => ({
    ...field,
    ...(choices === undefined ? {} : { choices: [...choices] }),
  }));
}

function countOf(typed: string): number {
  const digits = typed.replace(/[\s.]/g, '');
  return /^\d+$/.test(digits) ? Number(digits) : Number.NaN;
}
