import { isFault } from '../../../contract/base/fault.ts';
import { caseStatuses } from '../../../contract/base/case-status.ts';
import { dateText, timeDateText } from '../../../domain/base/civil-time.ts';
import { wholeNumber as certifiedAs } from '../../../domain/counter/certification/book.ts';
import { printedNumber } from '../../../domain/base/numbering.ts';
import { formatDong } from '../../../domain/base/dong.ts';
import { isUndone } from '../../../domain/counter/case/undone.ts';
import type { CaseAction } from '../../../domain/entries/case.ts';
import { receiptNumberText } from '../../../domain/counter/money/fee-receipt.ts';
import { maskIdNumber } from '../../../domain/common/person/id-number.ts';
import { type CaseFile, findCaseFile } from '../../../store/counter/case/case.ts';
import { civilOf } from '../../../store/file/rows/codecs.ts';
import { findIntake } from '../../../store/counter/intake/intake.ts';
import { kindOf } from '../../../store/journal/subject.ts';
import { receiptsOfCase } from '../../../store/counter/money/fee-receipt.ts';
import { type LookedAt, looksAbout, personsUnder, subjectsNaming } from '../../../store/safety/privacy/privacy.ts';
import type { DeskContext } from '../../core/context.ts';
import { getProcedureOf } from '../../catalogue/adopted.ts';
import type { PersonalLine, PersonalList } from './personal-file.ts';

/** What a look is called in the copy; the office's people are not named to whom they served. */
const lookWords: Readonly<Record<string, string>> = {
  case: 'mở hồ sơ',
  number: 'tra theo số định danh',
  paper: 'xem giấy tờ của hồ sơ',
  export: 'xuất tệp',
  ahead: 'xem lướt trong danh sách',
};

/** Everything this desk holds on one id number; null where it holds nothing. */
export function personalCopy(desk: DeskContext, idNumber: string, maker: string): PersonalList | null {
  const { db } = desk.store;
  const subjects = subjectsNaming(db, idNumber);
  const idsOf = (kind: string) => subjects.flatMap((one) => (kindOf(one.kind) === kind ? [one.id] : []));
  const files = idsOf('case').flatMap((caseId) => findCaseFile(db, caseId) ?? []);
  const waiting = idsOf('intake');
  const titleOf = formTitles(desk);
  const looks = looksAbout(db, [idNumber, ...files.map(({ caseId }) => caseId)]);
  const lines = [
    ...personsUnder(db, idNumber).map(({ fullName, ...rest }): PersonalLine => ({
      first: 'Thông tin về người',
      second: fullName,
      third: factsText({ ...rest, kind: undefined, idNumber }),
      fourth: 'từ các hồ sơ dưới đây',
    })),
    ...files.flatMap((file) => caseLines(desk, file, idNumber, titleOf)),
    ...waiting.flatMap((intakeId): PersonalLine[] => {
      const intake = findIntake(db, intakeId);
      if (intake === undefined) return [];
      const { applicant, submitter, resultDelivery } = intake.facts;
      const at = timeDateText(intake.arrivedAt);
      const line = (first: string, second: string, third: string) => ({ first, second, third, fourth: at });
      return [
        line('Hồ sơ chờ tiếp nhận', applicant.fullName, ownFacts(applicant, idNumber)),
        ...(submitter === undefined
          ? []
          : [line('Người nộp thay (chờ tiếp nhận)', submitter.fullName, ownFacts(submitter, idNumber))]),
        ...(resultDelivery.address === undefined || applicant.idNumber !== idNumber
          ? []
          : [line('Nơi nhận kết quả', applicant.fullName, resultDelivery.address)]),
      ];
    }),
    ...looks.map(lookLine),
  ];
  if (lines.length === 0) return null;
  return {
    name: 'ban-sao-du-lieu-ca-nhan',
    heading: 'Bản sao dữ liệu cá nhân',
    under: `Mọi điều máy này giữ về số ${idNumber}, theo yêu cầu của người có dữ liệu (NĐ 356/2025 Điều 5 k3)`,
    heads: { first: 'Loại', second: 'Về', third: 'Nội dung', fourth: 'Từ đâu, lúc nào' },
    lines,
    notes: [
      'Cơ sở: phục vụ hoạt động của cơ quan nhà nước (Luật 91/2025 Điều 19 k1 c). Hồ sơ được lưu theo Luật Lưu trữ; lượt mở hồ sơ được giữ 13 tháng, không ghi tên cán bộ và không gồm lần xem cả danh sách.',
      'Không gồm: bản giấy và bản chụp người dân đã nộp, dữ liệu ở máy của quầy khác và của hệ thống khác.',
    ],
    maker,
  };
}

/** What is known of a person, to that person; of anybody else the masked number alone. */
function ownFacts(facts: Facts, idNumber: string): string {
  return factsText(facts.idNumber === idNumber ? facts : { idNumber: maskIdNumber(facts.idNumber ?? '') });
}

/** What a form is called on its own paper; its code where it is not there any more. */
function formTitles(desk: DeskContext): (form: string) => string {
  const titles = new Map(
    desk.paper.listForms().flatMap((one) => (isFault(one) ? [] : [[one.form, one.title] as const])),
  );
  return (form) => titles.get(form) ?? form;
}

type Facts = {
  readonly kind?: string | undefined;
  readonly idNumber?: string | undefined;
  readonly dateOfBirth?: string | null | undefined;
  readonly sex?: string | null | undefined;
  readonly address?: string | null | undefined;
  readonly phone?: string | null | undefined;
  readonly email?: string | null | undefined;
  readonly authorisation?: string | undefined;
};

function factsText({ idNumber, dateOfBirth, sex, address, phone, email, authorisation }: Facts): string {
  const said = [
    ['Số', idNumber],
    ['sinh', dateOfBirth ? dateText(dateOfBirth) : ''],
    ['giới tính', sex === 'female' ? 'nữ' : sex === 'male' ? 'nam' : (sex ?? '')],
    ['địa chỉ', address],
    ['điện thoại', phone],
    ['thư điện tử', email],
    ['giấy ủy quyền', authorisation],
  ] as const;
  return said.flatMap(([name, value]) => (value ? [`${name} ${value}`] : [])).join('; ');
}

function caseLines(
  desk: DeskContext,
  file: CaseFile,
  idNumber: string,
  titleOf: (form: string) => string,
): PersonalLine[] {
  const { state, caseId } = file;
  const number = printedNumber(state.number);
  const procedure = getProcedureOf(desk, state).name;
  const due = state.dueAt === null ? '' : `; hẹn trả ${timeDateText(state.dueAt)}`;
  const main: PersonalLine = {
    first: 'Hồ sơ',
    second: number,
    third: `${procedure}; ${caseStatuses[state.status].vi}${due}`,
    fourth: `tiếp nhận ${timeDateText(state.acceptedAt)}`,
  };
  const told = file.actions.flatMap(({ action, at }) => toldLines(action, at, number, idNumber));
  const papers = state.documents.map(({ form, madeAt }): PersonalLine => ({
    first: 'Giấy đã lập',
    second: number,
    third: titleOf(form),
    fourth: timeDateText(madeAt),
  }));
  const receipts = receiptsOfCase(desk.store.db, caseId).map(
    ({ series, number: of, amount, payer, at }): PersonalLine => ({
      first: 'Biên lai',
      second: number,
      third: `số ${receiptNumberText(series.kind, of)}, ký hiệu ${series.symbol}; ${formatDong(amount)}; người nộp: ${payer.name}`,
      fourth: timeDateText(at),
    }),
  );
  return [main, ...told, ...certificationLines(file, number, idNumber), ...papers, ...receipts];
}

/** What was certified for the person, each paper under its number; to who filed it for somebody else, the numbers alone. */
function certificationLines({ actions, state }: CaseFile, number: string, idNumber: string): PersonalLine[] {
  const isOwn = state.received.applicant.idNumber === idNumber;
  const undone = isUndone(state) ? ' (ghi nhầm, đã thu lại)' : '';
  return actions.flatMap(({ action, at }) => {
    if (action.type !== 'certified') return [];
    const { kind, series, signer, papers } = action;
    return papers.map(({ serial, paper, pages, copies }): PersonalLine => {
      const named = isOwn && paper !== undefined && paper !== '' ? `${paper}; ` : '';
      const certified = `số chứng thực ${certifiedAs(kind, { series, serial })}${undone}`;
      return {
        first: 'Chứng thực',
        second: number,
        third: `${certified}; ${named}${pages} trang, ${copies} bản; người ký: ${signer.title} ${signer.name}`,
        fourth: timeDateText(at),
      };
    });
  });
}

/** What an act says of the person of that number. Of others who stand in the same case the number alone is masked: it is not this person's. */
function toldLines(action: CaseAction, at: string, number: string, idNumber: string): PersonalLine[] {
  const line = (first: string, who: string, third: string): PersonalLine => ({
    first,
    second: `${number}: ${who}`,
    third,
    fourth: timeDateText(at),
  });
  const own = (facts: Facts) => ownFacts(facts, idNumber);
  switch (action.type) {
    case 'received':
    case 'corrected': {
      const { applicant, submitter, resultDelivery } = action;
      return [
        line(action.type === 'received' ? 'Chủ hồ sơ' : 'Chủ hồ sơ (sửa)', applicant.fullName, own(applicant)),
        ...(submitter === undefined ? [] : [line('Người nộp thay', submitter.fullName, own(submitter))]),
        ...(action.type === 'received' ? (action.others ?? []) : []).map((party) =>
          line('Người cùng yêu cầu', party.fullName, own(party)),
        ),
        // Where it is sent is theirs whose result it is, not theirs who filed it.
        ...(resultDelivery.address === undefined || applicant.idNumber !== idNumber
          ? []
          : [line('Nơi nhận kết quả', applicant.fullName, resultDelivery.address)]),
      ];
    }
    case 'returned':
    case 'papers-returned':
      return [line('Người nhận', action.receiver, own({ idNumber: action.detail?.idNumber }))];
    default:
      return [];
  }
}

function lookLine({ at, kind }: LookedAt): PersonalLine {
  return { first: 'Đã được xem', second: '', third: lookWords[kind] ?? kind, fourth: timeDateText(civilOf(at)) };
}
