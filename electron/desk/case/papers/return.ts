import { printedNumber } from '../../../domain/base/numbering.ts';
import type { NhanTuiData, TraKetQuaData } from '../../../paper/forms/data.ts';
import type { DeskContext } from '../../core/context.ts';
import { getProcedureOf, personName } from '../../core/lookups.ts';
import { type Basis, type CaseMaker, before, caseOnPaper, componentsOnPaper, findLast } from './case-facts.ts';
import { personOnPaper } from '../../papers/on-paper.ts';
import { notApplicable } from '../../papers/source.ts';

/** The label of a bundle. It lies open on desks and trolleys: what it is of, and nobody's name. */
export const labelOf: CaseMaker<'nhan-tui'> = (desk, { state, office }) => {
  const { received, number, acceptedAt, dueAt } = state;
  const { code, name, field } = getProcedureOf(desk, state);
  const papers = received.components.reduce((sum, [, originals, copies]) => sum + originals + copies, 0);
  return {
    number: { printed: printedNumber(number), temporary: number.official === null },
    procedure: { code, name, field },
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
    giver: { fullName: personName(desk, returned.actor) },
    receiver: personOnPaper({ fullName, idNumber: detail?.idNumber ?? '', ...phone }),
    ...(detail?.authorisation ? { authorisation: detail.authorisation } : {}),
    receiptLost: detail?.receiptLost ?? false,
    ...originalsOf(desk, basis),
    results: [resultOf(basis, before(basis.actions, returned), getProcedureOf(desk, basis.state).name)],
  } satisfies TraKetQuaData;
};

/** What was handed in as an original: what was taken for checking goes back with the result (NĐ 118/2025 Điều 22). */
function originalsOf(desk: DeskContext, { state }: Basis): Pick<TraKetQuaData, 'originals'> {
  const { components } = state.received;
  const originals = componentsOnPaper(getProcedureOf(desk, state), components)
    .filter((component) => component.originals > 0)
    .map(({ name, originals: count }) => ({ name, count }));
  return originals.length === 0 ? {} : { originals };
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
