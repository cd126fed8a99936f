import { startOfDay } from '../../../domain/base/civil-time.ts';
import { fault } from '../../../contract/base/fault.ts';
import { printedNumber } from '../../../domain/base/numbering.ts';
import { type KitState, kitDocumentId, kitOfDocument, sheetNumber } from '../../../domain/counter/kit/kit.ts';
import type { Mau01TrongData, SoTrongData } from '../../../paper/forms/data.ts';
import type { DataOf, FormOf } from '../../../paper/forms/forms.ts';
import { entryHash } from '../../../store/journal/chain.ts';
import { findKit } from '../../../store/counter/kit/kit.ts';
import { officeAt } from '../../../store/common/office/settings.ts';
import type { Session } from '../../core/session/client.ts';
import type { DeskContext } from '../../core/context.ts';
import { type MadePaper, makePaper } from '../../papers/make.ts';
import { headOnPaper, officeOnPaper } from '../../papers/on-paper.ts';
import type { PaperBasis, PaperSource, PaperSources } from '../../papers/source.ts';

/** The papers of a kit: a blank receipt for each of its numbers, and pages of the register with the numbers in their lines. */
const makers: { readonly [N in FormOf<'kit'>]: (desk: DeskContext, kit: KitState) => DataOf<N> | DataOf<N>[] } = {
  'mau-01-trong': blankReceipts,
  'so-trong': blankRegister,
};

/** Rows to write the handed in papers in: what fits a sheet of A5. */
const blankRows = 6;

function blankReceipts(desk: DeskContext, kit: KitState): Mau01TrongData[] {
  const common = { ...onEvery(desk, kit), rows: Array.from({ length: blankRows }, () => ({})) };
  return kit.serials.map((serial) => ({ ...common, number: onPaper(kit, serial) }));
}

function blankRegister(desk: DeskContext, kit: KitState): SoTrongData {
  const lines = kit.serials.map((serial) => ({ number: onPaper(kit, serial).printed }));
  return { ...onEvery(desk, kit), lines, count: lines.length };
}

/** The office as it was when the numbers were set aside: a kit is made again as it was. */
function officeOf(desk: DeskContext, kit: KitState) {
  return officeAt(desk.store.db, kit.seq, kit.seq) ?? desk.getOffice();
}

function onEvery(desk: DeskContext, kit: KitState) {
  const office = officeOf(desk, kit);
  return {
    office: officeOnPaper(office, desk.catalogue),
    desk: { code: office.desk.code, name: office.desk.name },
    day: startOfDay(kit.day),
    setAsideAt: kit.setAsideAt,
    ...headOnPaper(entryHash(desk.store.db, kit.seq)),
    ...(desk.practice() ? { practice: true } : {}),
  };
}

function onPaper(kit: KitState, serial: number): Mau01TrongData['number'] {
  const number = sheetNumber(kit, serial);
  return { printed: printedNumber(number), temporary: number.official === null };
}

/** From which number to which: how a print list and a file name call a kit. */
function kitName(kit: KitState): string {
  const [first = 0, last = first] = [kit.serials[0], kit.serials.at(-1)];
  return `${onPaper(kit, first).printed}...${String(last).padStart(4, '0')}`;
}

export const kitPapers: PaperSources<'kit'> = {
  kind: 'kit',
  isOf: (documentId) => kitOfDocument(documentId) !== undefined,
  sourceOf: (desk, documentId) => paperOfKit(desk, kitOfDocument(documentId) ?? ''),
};

/** A kit as something papers are made of, or some of its sheets alone. What it says of itself does not change. */
export function paperOfKit(desk: DeskContext, kitId: string, only?: readonly number[]): PaperSource {
  return {
    id: kitId,
    subject: { kind: 'kit', kitId },
    now: () => {
      const kit = findKit(desk.store.db, kitId);
      return kit && basisOf(desk, kitId, only === undefined ? kit : { ...kit, serials: only }, kit);
    },
  };
}

/** `part` is what the papers say; a kit without a sheet left is still called as the whole. */
function basisOf(desk: DeskContext, kitId: string, part: KitState, kit: KitState): PaperBasis {
  return {
    printed: kitName(part.serials.length === 0 ? kit : part),
    office: officeOf(desk, kit),
    documents: kit.documents,
    nextDocumentId: kitDocumentId(kitId, kit.documents.length + 1),
    before: () => basisOf(desk, kitId, part, kit),
    dataOf: (form) =>
      Object.hasOwn(makers, form) ? makers[form as FormOf<'kit'>](desk, part) : fault('form-unknown', { form }),
  };
}

function getKit(desk: DeskContext, kitId: string): KitState {
  const kit = findKit(desk.store.db, kitId);
  if (kit === undefined) throw new Error(`kit ${kitId} is gone`);
  return kit;
}

type MadePapers = Pick<MadePaper, 'paperFault'> & { readonly printJobIds: readonly string[] };

/**
 * Makes the papers of a kit that are not made yet and queues each, its record and its print in one commit. After a power cut between
 * setting aside and printing, the same request comes here again.
 */
export async function makeKitPapers(
  desk: DeskContext,
  kitId: string,
  printer: string | undefined,
  session: Session,
): Promise<MadePapers> {
  const source = paperOfKit(desk, kitId);
  const printJobIds: string[] = [];
  for (const form of Object.keys(makers)) {
    if (getKit(desk, kitId).documents.some((made) => made.form === form)) continue;
    const { printJobId, paperFault } = await makePaper(desk, source, form, { print: true, printer }, session);
    if (paperFault !== null) return { printJobIds, paperFault };
    if (printJobId !== null) printJobIds.push(printJobId);
  }
  return { printJobIds, paperFault: null };
}
