import { caseStatuses } from '../../contract/base/status.ts';
import { dateText, timeDateText } from '../../domain/base/civil-time.ts';
import { printedNumber } from '../../domain/base/numbering.ts';
import { formatDong } from '../../domain/base/dong.ts';
import type { CaseAction } from '../../domain/entries/case.ts';
import { receiptNumberText } from '../../domain/money/receipt.ts';
import { maskIdNumber } from '../../domain/person/id-number.ts';
import { type CaseFile, findCaseFile } from '../../store/case/case.ts';
import { civilOf } from '../../store/file/codecs.ts';
import { findIntake } from '../../store/intake/intake.ts';
import { kindOf } from '../../store/journal/subject.ts';
import { receiptsOfCase } from '../../store/money/receipt.ts';
import { type LookedAt, looksAbout, personsUnder, subjectsNaming } from '../../store/privacy/privacy.ts';
import type { DeskContext } from '../core/context.ts';
import { getProcedureOf } from '../catalogue/adopted.ts';
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
  const looks = looksAbout(db, [idNumber, ...files.map(({ caseId }) => caseId)]);
  const lines = [
    ...personsUnder(db, idNumber).map(({ fullName, ...rest }): PersonalLine => ({
      first: 'Thông tin về người',
      second: fullName,
      third: factsText({ ...rest, kind: undefined, idNumber }),
      fourth: 'từ các hồ sơ dưới đây',
    })),
    ...files.flatMap((file) => caseLines(desk, file, idNumber)),
    ...waiting.flatMap((intakeId): PersonalLine[] => {
      const intake = findIntake(db, intakeId);
      if (intake === undefined) return [];
      const { applicant } = intake.facts;
      return [
        {
          first: 'Hồ sơ chờ tiếp nhận',
          second: applicant.fullName,
          third: factsText(applicant),
          fourth: timeDateText(intake.arrivedAt),
        },
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
      'Cơ sở: phục vụ hoạt động của cơ quan nhà nước (Luật 91/2025 Điều 19 k1 c). Hồ sơ được lưu theo Luật Lưu trữ; ai mở hồ sơ được giữ 13 tháng.',
      'Không gồm: bản giấy và bản chụp người dân đã nộp, dữ liệu ở máy của quầy khác và của hệ thống khác.',
    ],
    maker,
  };
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

function caseLines(desk: DeskContext, file: CaseFile, idNumber: string): PersonalLine[] {
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
    third: `mẫu ${form}`,
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
  return [main, ...told, ...papers, ...receipts];
}

/** What an act says of the person of that number. Of others who stand in the same case the number alone is masked: it is not this person's. */
function toldLines(action: CaseAction, at: string, number: string, idNumber: string): PersonalLine[] {
  const line = (first: string, who: string, third: string): PersonalLine => ({
    first,
    second: `${number}: ${who}`,
    third,
    fourth: timeDateText(at),
  });
  const own = (facts: Facts) =>
    factsText(facts.idNumber === idNumber ? facts : { idNumber: maskIdNumber(facts.idNumber ?? '') });
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
        ...(resultDelivery.address === undefined
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
