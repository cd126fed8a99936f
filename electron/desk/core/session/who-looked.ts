import { type LookUp, keepLookUps, listAbout, slotOf } from '../../../store/common/office/log.ts';
import type { PersonRecord } from '../../../contract/common/person/person.ts';
import { isFault } from '../../../contract/base/fault.ts';
import { maskIdNumber } from '../../../domain/common/person/id-number.ts';
import type { Session } from './client.ts';
import type { Clock } from '../clock.ts';
import type { Store } from '../../../store/store.ts';
import type { Ports } from '../ports.ts';

type Look = Pick<LookUp, 'kind' | 'about'>;

/**
 * Which calls show a person, and which one: NĐ 118/2025 Điều 5 and TT 117/2026/TT-BCA Điều 3 k5 want each look-up to lead to who, when and what. A list
 * with names, addresses or whole numbers is one look at that list, however many pages of it are turned; a search is one where a whole number was asked for and
 * somebody was found. Other lists and searches show masked numbers and are none.
 */
export const lookUps: Readonly<Record<string, (input: never, answer: never) => Look | readonly Look[] | null>> = {
  'case.search': ({ text }: { text: string }, { hits }: { hits: readonly { idNumberMasked: string }[] }) => {
    const idNumber = wholeNumber(text);
    const masked = idNumber === null ? '' : maskIdNumber(idNumber);
    // A telephone has as many digits as a tax code: whose number it was the answer says. One of twelve is a person's.
    const isTheirs = idNumber?.length === 12 ? hits.length > 0 : hits.some((hit) => hit.idNumberMasked === masked);
    return idNumber !== null && isTheirs ? { kind: 'number', about: idNumber } : null;
  },
  'register.list': ({ from, to }: { from: string; to: string }) => ({
    kind: 'ahead',
    about: listAbout('register', from, to),
  }),
  'certification.book': ({ kind, month }: { kind: string; month: string }) => ({
    kind: 'ahead',
    about: listAbout('certification', kind, month),
  }),
  'certification.bookFile': ({ format }: { format: string }) => ({ kind: 'export', about: format }),
  // Whoever only rests on a line has not opened it, and is not told to have; nor is it left out, for it shows the same.
  'case.get': ({ caseId, ahead }: { caseId: string; ahead?: true }) => ({
    kind: ahead === true ? 'ahead' : 'case',
    about: caseId,
  }),
  'intake.get': ({ intakeId }: { intakeId: string }) => ({ kind: 'case', about: intakeId }),
  // Two sides of one thing, or two cases that bear one number: each that is a case.
  'conflict.get': (
    { ref }: { ref: { readonly kind: string; readonly id?: string } },
    { sides }: { sides: readonly { readonly caseId: string | null }[] },
  ) =>
    [...new Set(sides.map(({ caseId }) => caseId ?? ref.id ?? ''))]
      .filter((about) => about !== '')
      .map((about) => ({ kind: 'case', about }) as const),
  'work.apologies': (_asked: unknown) => ({ kind: 'ahead', about: listAbout('apologies') }),
  'office.promiseChanges': (_asked: unknown) => ({ kind: 'ahead', about: listAbout('promise-changes') }),
  'work.correction': ({ caseId }: { caseId: string }) => ({ kind: 'case', about: caseId }),
  'case.correction': ({ caseId }: { caseId: string }) => ({ kind: 'case', about: caseId }),
  'petition.get': ({ petitionId }: { petitionId: string }) => ({ kind: 'case', about: petitionId }),
  'petition.file': ({ format }: { format: string }) => ({ kind: 'export', about: format }),
  'money.monthFile': ({ format }: { format: string }) => ({ kind: 'export', about: format }),
  'person.earlier': ({ idNumber }: { idNumber: string }) => ({ kind: 'number', about: idNumber }),
  // Whoever asks for a copy by an old number is told of it too.
  'person.record': (_asked: unknown, { record }: { record: Pick<PersonRecord, 'person' | 'formerNumbers'> | null }) =>
    record === null
      ? null
      : [record.person.idNumber ?? '', ...record.formerNumbers].map((about) => ({ kind: 'number', about }) as const),
  'privacy.copy': ({ idNumber }: { idNumber: string }) => ({ kind: 'number', about: idNumber }),
  'privacy.breach': ({ format }: { format: string }) => ({ kind: 'export', about: format }),
  'paper.view': ({ documentId, ahead }: { documentId: string; ahead?: true }) => ({
    kind: ahead === true ? 'ahead' : 'paper',
    about: documentId,
  }),
  'paper.download': ({ documentId }: { documentId: string }) => ({ kind: 'paper', about: documentId }),
  'register.file': ({ format }: { format: string }) => ({ kind: 'export', about: format }),
  'money.receiptXml': ({ receiptId }: { receiptId: string }) => ({ kind: 'export', about: receiptId }),
};

/** The identity number that was asked for, whole, as it was typed or as a card gives it; null for any other search. */
function wholeNumber(text: string): string | null {
  const told = text
    .trim()
    .replace(/^(\d{12})\|.*$/s, '$1')
    .replaceAll(/[\s.]/g, '')
    .toUpperCase();
  return /^(\d{12}|\d{10}(-\d{3})?|[A-Z]\d{7})$/.test(told) ? told : null;
}

/** So long the looks of a moment wait for each other: a commit for each would make opening a case wait for the disk. */
const batchMs = 2000;
const mostWaiting = 200;

/** What it needs of the desk. */
type Desk = {
  readonly looksOnly: unknown;
  readonly undated: Pick<Store, 'write'>;
  readonly ports: Pick<Ports, 'log'>;
  readonly clock: Pick<Clock, 'dated'>;
};

export type LookUpKeeper = {
  /** Notes what a call that went well has shown; does not wait. */
  note(name: string, input: unknown, session: Session | null, answer: unknown): void;
  /** Puts what waits on disk, before it is read and before the register is closed. */
  keep(): void;
};

export function createLookUps(of: () => Desk): LookUpKeeper {
  const waiting = new Map<string, LookUp>();
  /** What is on disk already of these ten minutes. */
  let kept = new Set<string>();
  let timer: NodeJS.Timeout | undefined;

  function keep(): void {
    clearTimeout(timer);
    timer = undefined;
    const desk = of();
    if (waiting.size === 0 || desk.looksOnly !== null) return;
    const looks = [...waiting.values()];
    try {
      const done = desk.undated.write(null, desk.clock.dated(), (tx) => keepLookUps(tx.db, looks));
      if (isFault(done)) return desk.ports.log.write('look-ups-not-kept', { fault: done.fault, count: looks.length });
    } catch (error) {
      // The register may be gone from under the desk: the next call that writes finds out and says so.
      return desk.ports.log.write('look-ups-not-kept', { error: String(error), count: looks.length });
    }
    if (kept.size > mostWaiting) kept = new Set();
    for (const key of waiting.keys()) kept.add(key);
    waiting.clear();
  }

  return {
    note(name, input, session, answer) {
      const about = session === null ? undefined : lookUps[name]?.(input as never, answer as never);
      if (about === undefined || about === null || session === null) return;
      for (const one of [about].flat()) {
        const look = {
          accountId: session.accountId,
          at: Math.floor(of().clock.dated() / 1000),
          ...one,
        };
        const key = slotOf(look);
        if (!kept.has(key)) waiting.set(key, waiting.get(key) ?? look);
      }
      if (waiting.size >= mostWaiting) keep();
      else if (waiting.size > 0) timer ??= setTimeout(keep, batchMs).unref();
    },
    keep,
  };
}
