import type { OwnField, OwnValue } from '../../../../contract/catalogue/own-fields.ts';
import type { Person } from '../../../../contract/common/person/person.ts';
import { amountInWords } from '../../../../domain/base/dong.ts';
import { type DeclarationForm, declarationOf } from '../../../../domain/catalogue/own-fields/declarations.ts';
import { ownText } from '../../../../domain/catalogue/own-fields/own-values.ts';
import { type OwnOnPaper, type ToKhaiData, isOwnOnPaper } from '../../../../paper/forms/declaration.ts';
import { getProcedureOf } from '../../../catalogue/adopted.ts';
import { notApplicable } from '../../../papers/source.ts';
import { type Basis, type CaseMaker, caseOnPaper, findLast } from './case-facts.ts';

/**
 * A declaration (tờ khai) filled in with what the case says, for the citizen to read and sign: whatever is not said is a dotted line. It is the citizen's own
 * paper, so a number of identity stands whole on it.
 */
export function declarationMaker(form: DeclarationForm): CaseMaker<DeclarationForm> {
  return (desk, basis) => {
    const { received } = basis.state;
    if (declarationOf(received.procedureCode) !== form)
      return notApplicable(form, 'Tờ khai này của thủ tục khác', 'this declaration is another procedure’s');
    const { sex } = received.applicant;
    // In which column a name stands goes by the sex: printed without, the applicant's stood nowhere.
    if (form === 'tk-ket-hon' && sex === undefined)
      return notApplicable(
        'Tờ khai đăng ký kết hôn',
        'chưa ghi giới tính của người nộp nên chưa biết tên đứng ở cột bên nam hay bên nữ; sửa hồ sơ, ghi Nam hoặc Nữ, rồi in lại',
        'the sex of the applicant is not known, so neither is their column; correct the case to say male or female, then print again',
      );
    const said = findLast(basis.actions, 'own-fields-set') ?? basis.actions[0];
    const { head: _head, journalHead: _journalHead, ...facts } = caseOnPaper(desk, basis, said);
    const requester = received.submitter ?? received.applicant;
    const own = ownOnPaper(getProcedureOf(desk, basis.state).ownFields ?? [], received.ownFields ?? {});
    const wanted = (received.copies ?? []).reduce((sum, { copies }) => sum + copies, 0);
    return {
      ...facts,
      madeAt: said?.at ?? basis.state.acceptedAt,
      to: addressee(facts.office.unit),
      requester: personSaid(requester),
      own: { ...subjectOf(form, basis, own), ...own },
      ...(form === 'tk-ket-hon' && sex !== undefined ? { rows: couple(basis, own, sex) } : {}),
      ...(wanted === 0 ? {} : { copiesAsked: String(wanted) }),
    } satisfies ToKhaiData;
  };
}

/** `UBND PHƯỜNG SÀI GÒN` is written `Ủy ban nhân dân phường Sài Gòn` in a letter to it. */
function addressee(unit: string): string {
  const [, kind = '', name = unit] = /^UBND (PHƯỜNG|XÃ|ĐẶC KHU) (.*)$/u.exec(unit) ?? [];
  const named = name
    .toLocaleLowerCase('vi')
    .replaceAll(
      /(^|[\s-])(\p{L})/gu,
      (_all, before: string, letter: string) => before + letter.toLocaleUpperCase('vi'),
    );
  return `Ủy ban nhân dân ${kind.toLocaleLowerCase('vi')} ${named}`.replace(/ {2}/g, ' ');
}

function personSaid({ fullName, address, idNumber }: Pick<Person, 'fullName' | 'address' | 'idNumber'>) {
  return {
    fullName,
    ...(address === undefined || address === '' ? {} : { address }),
    ...(idNumber === '' ? {} : { identity: identityText(idNumber) }),
  };
}

function identityText(idNumber: string): string {
  if (/^\d{12}$/.test(idNumber)) return `Số định danh cá nhân ${idNumber}`;
  return /^\d{9}$/.test(idNumber) ? `Chứng minh nhân dân số ${idNumber}` : `Hộ chiếu số ${idNumber}`;
}

/** What was said, by the keys that forms know; a person's number stands in a line of its own. */
function ownOnPaper(fields: readonly OwnField[], values: Readonly<Record<string, OwnValue>>): OwnOnPaper {
  const lines = fields.flatMap(({ key, kind }): (readonly [string, string])[] => {
    const value = values[key];
    if (value === undefined) return [];
    if (typeof value === 'string')
      return [[key, ownText(kind, value)], ...(kind === 'date' ? [[`${key}Words`, dateWords(value)] as const] : [])];
    return [
      [key, value.fullName],
      ...(value.idNumber === undefined ? [] : [[`${key}Identity`, identityText(value.idNumber)] as const]),
    ];
  });
  return Object.fromEntries(lines.filter(([key, text]) => isOwnOnPaper(key) && text !== ''));
}

/** «ngày mười lăm tháng hai năm một nghìn chín trăm tám mươi lăm»; nothing where only a part of it is known. */
function dateWords(value: string): string {
  const [year = '', month, day] = value.split('-');
  if (month === undefined || day === undefined) return '';
  const inWords = (number: string) =>
    amountInWords(Number(number))
      .replace(/ đồng$/u, '')
      .toLocaleLowerCase('vi');
  return `ngày ${inWords(day)} tháng ${Number(month) === 4 ? 'tư' : inWords(month)} năm ${inWords(year)}`;
}

/** Whoever asks for themselves is the one it is for, where nobody else was named. */
function subjectOf(form: DeclarationForm, { state: { received } }: Basis, own: OwnOnPaper): OwnOnPaper {
  const isOfSubject = form === 'tk-hon-nhan' || form === 'tk-trich-luc';
  const { applicant } = received;
  if (!isOfSubject || own.subject !== undefined || applicant.kind !== 'citizen') return {};
  const { address, identity } = personSaid(applicant);
  return {
    subject: applicant.fullName,
    ...(applicant.dateOfBirth === undefined ? {} : { subjectBorn: ownText('date', applicant.dateOfBirth) }),
    ...(applicant.sex === undefined ? {} : { subjectSex: applicant.sex === 'male' ? 'Nam' : 'Nữ' }),
    ...(address === undefined ? {} : { subjectAddress: address }),
    ...(identity === undefined ? {} : { subjectIdentity: identity }),
  };
}

/** The two of a marriage side by side: the applicant by their sex, the other beside them. */
function couple(
  { state: { received } }: Basis,
  own: OwnOnPaper,
  sex: NonNullable<Person['sex']>,
): NonNullable<ToKhaiData['rows']> {
  const { applicant } = received;
  const { address, identity } = personSaid(applicant);
  const born = applicant.dateOfBirth === undefined ? undefined : ownText('date', applicant.dateOfBirth);
  const rows = [
    ['Họ, chữ đệm, tên', applicant.fullName, own.spouse],
    ['Ngày, tháng, năm sinh', born, own.spouseBorn],
    ['Dân tộc', own.applicantEthnicity, own.spouseEthnicity],
    ['Quốc tịch', own.applicantNationality, own.spouseNationality],
    ['Nơi cư trú', address, own.spouseAddress],
    ['Giấy tờ tùy thân', identity, own.spouseIdentity],
    ['Kết hôn lần thứ mấy', own.applicantMarriages, own.spouseMarriages],
  ] as const;
  return rows.map(([label, ofApplicant, ofSpouse]) => {
    const [bride, groom] = sex === 'female' ? [ofApplicant, ofSpouse] : [ofSpouse, ofApplicant];
    return { label, ...(bride === undefined ? {} : { bride }), ...(groom === undefined ? {} : { groom }) };
  });
}
