import type { Language } from '../../../../electron/contract/base/fault.ts';
import type { ConflictSide } from '../../../../electron/contract/counter/work/conflict.ts';
import { formatIdNumber, formatMoney } from '../../../text/format.ts';
import type { Texts } from '../../../text/languages.ts';
import { type Difference, caseDifferences } from '../correction/difference.ts';

type Said = Pick<ConflictSide, 'type' | 'detail' | 'changed'>;

/** What a side says beside its sentence, one fact a line: two sides of one sentence differ here. */
export function factsOfSide(
  { type, detail, changed }: Said,
  { conflict }: Texts,
): readonly (readonly [string, string])[] {
  const { facts } = conflict;
  const receiver = (detail['detail'] ?? {}) as Readonly<Record<string, unknown>>;
  const { line, amount } = detail;
  const fee = typeof line === 'number' ? changed?.becomes.fees[line]?.name : undefined;
  const said: readonly (readonly [string, unknown])[] = [
    [facts.fee, fee ?? feesOf(detail['lines'], changed)],
    // The other sentences with money say it.
    [facts.amount, type === 'obligation-requested' && typeof amount === 'number' ? formatMoney(amount) : undefined],
    [facts.items, listed(detail['items'])],
    [facts.missing, listed(detail['missing'])],
    [facts.legalBasis, detail['legalBasis']],
    [facts.resultNumber, detail['resultNumber']],
    [facts.document, detail['document']],
    [facts.note, detail['note']],
    [facts.receiverId, typeof receiver['idNumber'] === 'string' ? formatIdNumber(receiver['idNumber']) : undefined],
    [facts.authorisation, receiver['authorisation']],
    [facts.receiptLost, receiver['receiptLost'] === true ? conflict.receiptLost : undefined],
  ];
  return said.flatMap(([name, value]) => (typeof value === 'string' && value !== '' ? [[name, value] as const] : []));
}

function listed(value: unknown): string | undefined {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string').join('; ') : undefined;
}

function feesOf(lines: unknown, changed: Said['changed']): string | undefined {
  if (!Array.isArray(lines) || changed === null) return undefined;
  return lines.flatMap((line) => (typeof line === 'number' ? (changed.becomes.fees[line]?.name ?? []) : [])).join('; ');
}

/** What a side changed of the case, as its counter knew it; of a reception, where it says something else than the other side's. */
export function changesOfSide({ changed }: Said, other: Said, texts: Texts, language: Language): readonly Difference[] {
  if (changed === null) return [];
  const before = changed.was ?? other.changed?.becomes;
  return before === undefined ? [] : caseDifferences(before, changed.becomes, texts, language);
}
