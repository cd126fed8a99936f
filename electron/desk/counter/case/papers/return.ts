import { codeOnPaper } from '../../../../domain/catalogue/offers.ts';
import { printedNumber } from '../../../../domain/base/numbering.ts';
import type { NhanTuiData, TraHoSoData, TraKetQuaData } from '../../../../paper/forms/data.ts';
import type { DeskContext } from '../../../core/context.ts';
import { staffName } from '../../../core/session/staff-name.ts';
import { getProcedureOf, supplementRuleOf } from '../../../catalogue/adopted.ts';
import { stopReasonText } from '../../../../domain/counter/case/supplement.ts';
import {
  type Basis,
  type CaseMaker,
  before,
  caseOnPaper,
  componentsOnPaper,
  findLast,
  papersHandedIn,
  papersHeld,
} from './case-facts.ts';
import { personOnPaper } from '../../../papers/on-paper.ts';
import { notApplicable } from '../../../papers/source.ts';

/** The label of a bundle. It lies open on desks and trolleys: what it is of, and nobody's name. */
export const labelOf: CaseMaker<'nhan-tui'> = (desk, { state, office }) => {
  const { received, number, acceptedAt, dueAt } = state;
  const { code, name, field } = getProcedureOf(desk, state);
  const papers = received.components.reduce((sum, [, originals, copies]) => sum + originals + copies, 0);
  return {
    number: { printed: printedNumber(number), temporary: number.official === null },
    procedure: { code: codeOnPaper(code), name, field },
    acceptedAt,
    ...(dueAt === null ? {} : { dueAt }),
    quantity: received.quantity,
    papers,
    desk: office.desk.code,
    centre: office.centreName,
    ...(desk.practice() ? { practice: true } : {}),
  } satisfies NhanTuiData;
};

/** Giấy biên nhận trả kết quả: what was handed out, to whom, and by which paper they could take it. */
export const returnOf: CaseMaker<'tra-ket-qua'> = (desk, basis) => {
  const returned = findLast(basis.actions, 'returned');
  if (returned === undefined)
    return notApplicable('tra-ket-qua', 'Hồ sơ này chưa trả kết quả', 'the result of this case was not handed out');
  const { receiver: fullName, detail } = returned.action;
  const { applicant } = basis.state.received;
  const phone = detail?.as === 'applicant' ? { phone: applicant.phone } : {};
  return {
    ...caseOnPaper(desk, basis, returned),
    returnedAt: returned.at,
    giver: { fullName: staffName(desk, returned.actor, returned.desk) },
    receiver: personOnPaper({ fullName, idNumber: detail?.idNumber ?? '', ...phone }),
    ...(detail?.authorisation ? { authorisation: detail.authorisation } : {}),
    receiptLost: detail?.receiptLost ?? false,
    ...originalsOf(desk, basis),
    ...takenInOf(desk, basis),
    results: [resultOf(basis, before(basis.actions, returned), getProcedureOf(desk, basis.state).name)],
    given: [givenOf(basis, before(basis.actions, returned))],
  } satisfies TraKetQuaData;
};

/** Giấy biên nhận trả lại hồ sơ: what was handed in goes home from a case that was stopped (NĐ 118/2025 Điều 21 k1). */
export const papersBackOf: CaseMaker<'tra-ho-so'> = (desk, basis) => {
  const back = findLast(basis.actions, 'papers-returned');
  if (back === undefined)
    return notApplicable('tra-ho-so', 'Hồ sơ này chưa trả lại giấy tờ', 'no papers of this case were given back');
  const { receiver: fullName, detail } = back.action;
  const reason = findLast(before(basis.actions, back), 'stopped')?.action.reason;
  const { components } = basis.state.received;
  return {
    ...caseOnPaper(desk, basis, back),
    returnedAt: back.at,
    giver: { fullName: staffName(desk, back.actor, back.desk) },
    receiver: personOnPaper({ fullName, idNumber: detail?.idNumber ?? '' }),
    ...(detail?.authorisation ? { authorisation: detail.authorisation } : {}),
    receiptLost: detail?.receiptLost ?? false,
    ...(reason === undefined ? {} : { cause: stopReasonText(reason, 'vi', supplementRuleOf(desk, basis.state)) }),
    papers: componentsOnPaper(getProcedureOf(desk, basis.state), components).filter(
      ({ originals, copies }) => originals + copies > 0,
    ),
    held: papersHeld(getProcedureOf(desk, basis.state), basis.state.received).filter(
      ({ originals, copies }) => originals + copies > 0,
    ),
  } satisfies TraHoSoData;
};

/** What was handed in as an original: what was taken for checking goes back with the result (NĐ 118/2025 Điều 22). */
function originalsOf(desk: DeskContext, { state }: Basis): Pick<TraKetQuaData, 'originals'> {
  const { components } = state.received;
  const originals = componentsOnPaper(getProcedureOf(desk, state), components)
    .filter((component) => component.originals > 0)
    .map(({ name, originals: count }) => ({ name, count }));
  return originals.length === 0 ? {} : { originals };
}

/** The same by the names of today: a card that was only shown was never kept, so it cannot come back. */
function takenInOf(desk: DeskContext, { state }: Basis): Pick<TraKetQuaData, 'takenIn'> {
  const takenIn = papersHandedIn(getProcedureOf(desk, state), state.received.components)
    .filter(({ originals }) => originals > 0)
    .map(({ name, originals: count }) => ({ name, count }));
  return takenIn.length === 0 ? {} : { takenIn };
}

/** The result as a line of its own; of a refusal with why. */
function givenOf(basis: Basis, earlier: Basis['actions']): NonNullable<TraKetQuaData['given']>[number] {
  const { kind, number, summary = '' } = resultOf(basis, earlier, '');
  return { kind, ...(number === undefined ? {} : { number }), ...(summary === '' ? {} : { note: summary }) };
}

/** The result, with the procedure it is of as its summary. */
function resultOf({ state }: Basis, earlier: Basis['actions'], summary: string): TraKetQuaData['results'][number] {
  const refused = findLast(earlier, 'refused');
  if (refused !== undefined)
    return { kind: 'Phiếu từ chối giải quyết hồ sơ và giấy tờ đã nộp', summary: refused.action.reason };
  const finished = findLast(earlier, 'finished');
  const corrected = findLast(earlier, 'result-corrected');
  const number = finished?.action.resultNumber;
  return {
    kind: corrected?.action.result ?? finished?.action.result ?? state.result ?? '',
    summary,
    ...(number === undefined ? {} : { number }),
  };
}
