import { keptIdNumbers } from '../../../contract/common/person/id-form.ts';
import { readPhone } from '../../../contract/common/person/phone.ts';
import type { PersonRecord } from '../../../contract/common/person/person.ts';
import { isSameCode } from '../../../domain/base/numbering.ts';
import { fold } from '../../../domain/base/vietnamese.ts';
import { maskIdNumber } from '../../../domain/common/person/id-number.ts';
import { wholeNumber } from '../../../domain/counter/certification/book.ts';
import { petitionNumber } from '../../../domain/counter/petition/petition.ts';
import { findPerson, namesUnder } from '../../../store/common/person/person.ts';
import { type CaseSummary, casesOfPerson, findCaseFile } from '../../../store/counter/case/case.ts';
import {
  type CaseForOther,
  alikePersons,
  casesFiledBy,
  casesHandedTo,
  findReceiverName,
} from '../../../store/counter/case/of-person.ts';
import { certifiedIn } from '../../../store/counter/certification/certification.ts';
import { petitionsNaming } from '../../../store/counter/petition/petition.ts';
import type { DeskContext } from '../../core/context.ts';

/** Of each role, of petitions and of what was certified; a person is looked at, not listed. */
const most = 50;
/** Petitions in whose words the name stands, of which the person's own are chosen. */
const mostNaming = 200;

type Asked =
  | { readonly idNumber: string; readonly formerNumber?: string | undefined }
  | { readonly caseId: string; readonly of: 'applicant' | 'submitter' };

/** Whom a number, or a case of theirs, leads to, with all their files by role; null where this desk knows nothing of them. */
export function personRecord(desk: DeskContext, asked: Asked): PersonRecord | null {
  const { db } = desk.store;
  const [own, former] = 'idNumber' in asked ? [asked.idNumber, asked.formerNumber] : [numberIn(desk, asked), undefined];
  // Of whoever showed no card the name is all there is: nobody can say whose other files are theirs.
  if (own === undefined || own === '') return null;
  const formerNumbers = former === undefined || former === '' || former === own ? [] : [former];
  const numbers = [own, ...formerNumbers].flatMap((one) => keptIdNumbers(one));

  const ofOwn = newest(numbers.flatMap((one) => casesOfPerson(db, one, most + 1)));
  const filed = casesFiledBy(db, numbers, most + 1);
  const mine = new Set([...ofOwn, ...filed].map(({ caseId }) => caseId));
  const fetched = casesHandedTo(db, numbers, most + 1).filter(({ caseId }) => !mine.has(caseId));
  const person = knownAs(desk, { own, numbers, filed });
  if (person === null) return null;

  const namesOf = new Map(numbers.map((one) => [one, namesUnder(db, one).map(({ fullName }) => fullName)]));
  const files = [
    ...ofOwn.slice(0, most).map((one) => fileOf(one, 'applicant')),
    ...filed.slice(0, most).map((one) => fileOf(one, one.applicantKind === 'citizen' ? 'submitter' : 'company')),
    ...fetched.slice(0, most).map((one) => fileOf(one, 'receiver')),
  ];
  return {
    person,
    formerNumbers: formerNumbers.filter((one) => (namesOf.get(one)?.length ?? 0) > 0),
    otherNames: [...new Set([...namesOf.values()].flat())].filter((name) => name !== person.fullName),
    files,
    certifications: certifiedIn(
      db,
      ofOwn.map(({ caseId }) => caseId),
      most,
    ).map(({ caseId, kind, series, serial, paper, pages, copies, at, undone }) => ({
      caseId,
      number: wholeNumber(kind, { series, serial }),
      paper,
      pages,
      copies,
      at,
      ...(undone && { undone }),
    })),
    petitions: petitionsOf(desk, person, [...ofOwn, ...filed]),
    alike: alikeTo(desk, person, numbers),
    more: [ofOwn, filed, fetched].some(({ length }) => length > most),
  };
}

function numberIn(desk: DeskContext, { caseId, of }: Extract<Asked, { caseId: string }>): string | undefined {
  return findCaseFile(desk.store.db, caseId)?.state.received[of]?.idNumber;
}

function newest(cases: readonly CaseSummary[]): CaseSummary[] {
  return cases.toSorted((a, b) => (a.acceptedAt < b.acceptedAt ? 1 : -1)).slice(0, most + 1);
}

type Known = { readonly own: string; readonly numbers: readonly string[]; readonly filed: readonly CaseForOther[] };

/** As they were last told: by a file of theirs, by one they filed for somebody, or by the name under which they fetched something. */
function knownAs(desk: DeskContext, { own, numbers, filed }: Known): PersonRecord['person'] | null {
  const { db } = desk.store;
  const held = numbers.map((one) => findPerson(db, one)).find((one) => one !== undefined);
  // Found by the old number of their card: the new one is theirs now.
  if (held !== undefined) return { ...held, idNumber: own };
  const [latest] = filed;
  const submitter = latest === undefined ? undefined : findCaseFile(db, latest.caseId)?.state.received.submitter;
  if (submitter !== undefined) {
    const { authorisation: _of, ...told } = submitter;
    return { ...told, idNumber: own };
  }
  const fullName = numbers.map((one) => findReceiverName(db, one)).find((one) => one !== undefined);
  return fullName === undefined ? null : { kind: 'citizen', fullName, idNumber: own };
}

function fileOf(known: CaseSummary, role: PersonRecord['files'][number]['role']): PersonRecord['files'][number] {
  const { caseId, number, procedureCode, procedureName, status, undone, acceptedAt, dueAt, applicantName } = known;
  const file = { caseId, number, procedureCode, procedureName, status, acceptedAt, dueAt, role };
  return {
    ...file,
    ...(undone === true ? { undone } : {}),
    applicantName: role === 'applicant' ? null : applicantName,
  };
}

/** A petition names its sender and no number of theirs: the name alone is many people's, so their telephone or a file of theirs has to stand beside it. */
function petitionsOf(
  desk: DeskContext,
  { fullName = '', phone }: PersonRecord['person'],
  cases: readonly CaseSummary[],
) {
  const name = fold(fullName);
  if (name === '') return [];
  const telephone = subscriberOf(phone);
  return petitionsNaming(desk.store.db, fullName, mostNaming)
    .filter(({ petition: { facts } }) => {
      if (fold(facts.sender.name ?? '') !== name) return false;
      const isTheirPhone = telephone !== undefined && subscriberOf(facts.sender.phone) === telephone;
      return isTheirPhone || cases.some(({ number }) => isSameCode(number, facts.caseNumber ?? ''));
    })
    .slice(0, most)
    .map(({ petitionId, petition }) => ({
      petitionId,
      number: petitionNumber(petition),
      field: petition.facts.field,
      status: petition.status,
      arrivedAt: petition.arrivedAt,
    }));
}

/** '+84 901…' and '0901…' are one telephone. */
function subscriberOf(phone: string | undefined): string | undefined {
  return readPhone(phone ?? '')?.replace(/^(\+?84|0)/, '');
}

/** A year alone, or nothing, is no day: very many share it. */
function alikeTo(desk: DeskContext, person: PersonRecord['person'], idNumbers: readonly string[]) {
  const { kind, fullName = '', dateOfBirth = '' } = person;
  if (kind !== 'citizen' || !/^\d{4}-\d\d-\d\d$/.test(dateOfBirth)) return [];
  return alikePersons(desk.store.db, { fullName, dateOfBirth, idNumbers }, 5).map(({ idNumber, latest }) => ({
    caseId: latest.caseId,
    idNumberMasked: maskIdNumber(idNumber),
    acceptedAt: latest.acceptedAt,
  }));
}
