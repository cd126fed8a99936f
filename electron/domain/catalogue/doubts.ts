import type { Incentive, Procedure, ProcedureLegs, ProcedureTerm } from '../../contract/catalogue/lists.ts';
import { termText } from '../deadline/explanation.ts';
import type { Catalogue } from './catalogue.ts';
import type { Offer } from './offers.ts';
import { isTermVerified } from './procedure-terms.ts';

type UnverifiedKind =
  | 'term-missing'
  | 'term-unverified'
  | 'legs'
  | 'doubt'
  | 'fee-unknown'
  | 'name-cut'
  | 'one-source'
  | 'listed-only'
  | 'unread'
  | 'day-computed'
  | 'bank-one-source'
  | 'incentive'
  | 'process-frame'
  | 'pack';

export type Unverified = { readonly kind: UnverifiedKind; readonly code: string; readonly what: string };

/**
 * Everything in the catalogue that two sources do not carry, for the office that sets itself up. In the order of the
 * catalogue; `what` is a Vietnamese sentence. An entry leaves this list only when its data say who verified it.
 */
export function unverifiedEntries(catalogue: Catalogue): readonly Unverified[] {
  return [
    ...catalogue.procedures.flatMap(doubtsOf),
    ...catalogue.legs.flatMap((one) => legDoubt(catalogue, one)),
    ...catalogue.listedOnly.map((listed) =>
      entry('listed-only', listed.code, `${listed.name}: mới có mã và tên, chưa tiếp nhận được.`),
    ),
    ...catalogue.days
      .filter((day) => day.verification === 'computed')
      .map((day) => entry('day-computed', day.date, `${day.name}: tính theo luật, chưa thấy thông báo chính thức.`)),
    ...catalogue.incentives
      .filter((incentive) => !isIncentiveVerified(incentive))
      .map(({ id, name, basis, note }) => entry('incentive', id, `${name} (${basis}): ${note}`)),
    ...catalogue.banks
      .filter((bank) => bank.verification !== 'two-sources')
      .map((bank) => entry('bank-one-source', bank.code, `${bank.shortName}: mã ngân hàng mới có một nguồn.`)),
  ];
}

/** What an office receives by lists that nobody read in the law: one line each, with what is missing of it and what its sources leave open. */
export function unreadEntries(offers: readonly Offer[]): readonly Unverified[] {
  return offers
    .filter(({ origin, offered }) => offered && origin !== 'read')
    .map(({ procedure }) => {
      const { code, name, terms, components, doubts, fee } = procedure;
      const [usual] = terms;
      const lacks = [
        usual === undefined
          ? 'chưa có thời hạn (ghi khi tiếp nhận)'
          : !isTermVerified(usual) && `thời hạn ${termText(usual, 'vi')} chưa đọc điều luật`,
        components.length === 0 && 'chưa có thành phần hồ sơ',
        fee.amount === null && 'chưa có mức thu (không có nghĩa là miễn phí)',
      ].filter((part) => part !== false);
      return entry('unread', code, `${name}: ${[...lacks, ...doubts].join('; ')}`);
    });
}

/** Verified is only what somebody read on a day. */
export function isIncentiveVerified({ verified, readOn }: Incentive): boolean {
  return verified && readOn !== undefined;
}

function entry(kind: UnverifiedKind, code: string, what: string): Unverified {
  return { kind, code, what };
}

function legDoubt(catalogue: Catalogue, { code, note, verification }: ProcedureLegs): readonly Unverified[] {
  const name = catalogue.procedures.find((procedure) => procedure.code === code)?.name ?? code;
  return verification === 'two-sources' ? [] : [entry('legs', code, `${name}: ${note}`)];
}

const grades = {
  A: 'chưa ghi ngày đọc',
  B: 'theo nguồn thứ cấp, chưa đọc điều luật',
  C: 'suy ra, chưa có nguồn',
} as const;

function termDoubt({ code, name, termNote }: Procedure, term: ProcedureTerm): Unverified {
  const { words, grade, article } = term;
  const limit = termText(term, 'vi');
  const said = [`${words}: ${limit} (${grades[grade]})`, article, termNote].filter((part) => part !== '').join(' · ');
  return entry('term-unverified', code, `${name}: ${said}`);
}

function why({ noTerm }: Procedure): string {
  return noTerm === null ? '' : ` ${noTerm}`;
}

function doubtsOf(procedure: Procedure): readonly Unverified[] {
  const { code, name } = procedure;
  const cut = procedure.components.filter((component) => component.truncated === true).length;
  const all: readonly (Unverified | false)[] = [
    procedure.terms.length === 0 &&
      entry('term-missing', code, `${name}: chưa có thời hạn; lãnh đạo đặt trước khi tiếp nhận.${why(procedure)}`),
    ...procedure.terms.filter((term) => !isTermVerified(term)).map((term) => termDoubt(procedure, term)),
    ...procedure.doubts.map((doubt) => entry('doubt', code, `${name}: ${doubt}`)),
    procedure.fee.amount === null &&
      entry('fee-unknown', code, `${name}: chưa tìm được mức thu trực tiếp (không có nghĩa là miễn phí).`),
    cut > 0 && entry('name-cut', code, `${name}: ${cut} thành phần có tên bị cắt vì quá dài.`),
    procedure.verification.status === 'one-source' && entry('one-source', code, `${name}: mới đối chiếu một nguồn.`),
  ];
  return all.filter((one) => one !== false);
}
