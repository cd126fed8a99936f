import type { FeeLineView } from '../../../../electron/contract/base/values.ts';
import type { Language } from '../../../../electron/contract/base/fault.ts';
import type { CaseFactsView, CaseStateView, ReceiveInput } from '../../../../electron/contract/counter/case/case.ts';
import type { Person, Submitter } from '../../../../electron/contract/common/person/person.ts';
import { totalFees } from '../../../../electron/domain/counter/money/fees.ts';
import { formatDate, formatIdNumber, formatMoment, formatMoney } from '../../../text/format.ts';
import type { Texts } from '../../../text/languages.ts';
import { copiesText } from '../case-fields/what/copies-text.ts';
import type { FactName } from './correction-form.ts';

export type Difference = { readonly name: string; readonly was: string; readonly becomes: string };

/** What differs, each as a person says it: only the particulars that changed, not the whole person again. */
export function differences(
  names: readonly FactName[],
  before: ReceiveInput,
  after: ReceiveInput,
  procedures: { readonly was: CaseStateView['procedure']; readonly becomes: string },
  texts: Texts,
): Difference[] {
  const { correction, common } = texts;
  return names.flatMap((name): Difference[] => {
    const told = (was: string, becomes: string) => [{ name: correction.facts[name], was, becomes }];
    switch (name) {
      case 'procedureCode':
        return told(procedures.was.name, procedures.becomes);
      case 'channel':
        return told(common.channels[before.channel], common.channels[after.channel]);
      case 'applicant':
        return particulars(before.applicant, after.applicant, texts);
      case 'submitter':
        return told(before.submitter?.fullName ?? correction.nobody, after.submitter?.fullName ?? correction.nobody);
      case 'components':
        return told(correction.papers(before.components.length), correction.papers(after.components.length));
      case 'citizenCases':
        return told((before.citizenCases ?? []).join('; '), (after.citizenCases ?? []).join('; '));
      case 'quantity':
        return told(String(before.quantity), String(after.quantity));
      case 'pages':
        return told(String(before.pages ?? ''), String(after.pages ?? ''));
      case 'copies':
        return told(copiesText(before.copies ?? [], 'pages'), copiesText(after.copies ?? [], 'pages'));
      case 'resultDelivery':
        return told(delivery(before, texts), delivery(after, texts));
    }
  });
}

/** What differs between a case before and after it was corrected, its promise and its fees among it. */
export function caseDifferences(
  was: CaseFactsView,
  becomes: CaseFactsView,
  texts: Texts,
  language: Language,
): Difference[] {
  const { correction, common, reception } = texts;
  const { facts } = correction;
  const told: readonly (readonly [string, (state: CaseFactsView) => string])[] = [
    [facts.procedureCode, ({ procedure }) => procedure.name],
    [facts.channel, ({ channel }) => common.channels[channel]],
    [facts.submitter, ({ submitter }) => submitter?.fullName ?? correction.nobody],
    [
      facts.parties,
      ({ others = [] }) => others.map((one) => `${one.fullName} (${formatIdNumber(one.idNumber)})`).join('; '),
    ],
    [
      facts.components,
      ({ components }) =>
        components.map(({ name, originals, copies }) => `${name} (${originals} + ${copies})`).join('; '),
    ],
    [facts.citizenCases, ({ citizenCases }) => citizenCases.join('; ')],
    [facts.quantity, ({ quantity }) => String(quantity)],
    // Of one paper that is counted by copies the pages stand there.
    [facts.pages, ({ pages, copies }) => (pages === null || copies.length > 0 ? '' : String(pages))],
    [facts.copies, ({ copies }) => copiesText(copies, 'pages')],
    [facts.term, ({ termCase }) => termCase?.words ?? ''],
    [facts.resultDelivery, (state) => delivery(state, texts)],
    [facts.due, ({ dueAt }) => (dueAt === null ? '' : formatMoment(dueAt, language))],
    [facts.fees, ({ fees }) => money(fees, reception.fee.unknown)],
  ];
  return [
    ...particulars(was.applicant, becomes.applicant, texts),
    ...submitterParticulars(was.submitter, becomes.submitter, texts),
    ...told
      .map(([name, of]) => ({ name, was: of(was), becomes: of(becomes) }))
      .filter((difference) => difference.was !== difference.becomes),
  ];
}

/** What the fees come to, or that nobody knows. */
export function money(fees: readonly FeeLineView[], unknownWords: string): string {
  const { known, unknown } = totalFees(fees);
  return unknown > 0 ? unknownWords : formatMoney(known);
}

function delivery(
  { resultDelivery: { kind, address = '' } }: Pick<ReceiveInput, 'resultDelivery'>,
  { common }: Texts,
): string {
  return [common.deliveries[kind], address].filter((part) => part !== '').join(': ');
}

/** What differs of who filed it for another, beside the name. */
function submitterParticulars(was: Submitter | null, becomes: Submitter | null, texts: Texts): Difference[] {
  if (was === null || becomes === null) return [];
  const { correction, reception } = texts;
  const paper = { name: reception.who.authorisation, was: was.authorisation, becomes: becomes.authorisation };
  return [
    ...particulars(was, becomes, texts)
      .filter(({ name }) => name !== reception.who.fullName)
      .map((one) => ({ ...one, name: `${correction.facts.submitter}: ${one.name}` })),
    ...(paper.was === paper.becomes ? [] : [paper]),
  ];
}

function particulars(was: Person, becomes: Person, { caseFile, common, reception }: Texts): Difference[] {
  const told: readonly (readonly [string, (person: Person) => string])[] = [
    [reception.who.fullName, ({ fullName }) => fullName],
    [caseFile.idNumber, ({ idNumber }) => formatIdNumber(idNumber)],
    [caseFile.dateOfBirth, ({ dateOfBirth = '' }) => formatDate(dateOfBirth)],
    [caseFile.sex, ({ sex }) => (sex === undefined ? '' : common.sexes[sex])],
    [caseFile.address, ({ address = '' }) => address],
    [caseFile.phone, ({ phone = '' }) => phone],
    [caseFile.email, ({ email = '' }) => email],
    [reception.who.kind, ({ kind }) => reception.who.kinds[kind]],
  ];
  return told
    .map(([name, of]) => ({ name, was: of(was), becomes: of(becomes) }))
    .filter((difference) => difference.was !== difference.becomes);
}
