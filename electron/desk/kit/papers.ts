import { type KitState, kitDocumentId, kitOfDocument, sheetNumber } from '../../domain/kit/kit.ts';
import type { Mau01TrongData, SoTrongData } from '../../paper/forms/data.ts';
import { entryHash } from '../../store/journal/chain.ts';
import { findKit } from '../../store/kit/kit.ts';
import { officeAt } from '../../store/office/settings.ts';
import type { Session } from '../core/client.ts';
import type { DeskContext } from '../core/context.ts';
import { type KeptDocument, settled } from '../papers/kept.ts';
import { type MadePaper, makePaper } from '../papers/make.ts';
import { officeOnPaper } from '../papers/on-paper.ts';
import type { PaperSource } from '../papers/source.ts';

type PaperData = { readonly data: object; readonly size: 'A4' | 'A5' };

/** The papers of a kit: a blank receipt for each of its numbers, and pages of the register with the numbers in their lines. */
const kitForms: Readonly<Record<string, (room: DeskContext, kit: KitState) => PaperData>> = {
  'mau-01-trong': blankReceipts,
  'so-trong': blankRegister,
};

/** Rows to write the handed in papers in: what fits a sheet of A5. */
const blankRows = 6;

function blankReceipts(room: DeskContext, kit: KitState): PaperData {
  const common = { ...onEvery(room, kit), rows: Array.from({ length: blankRows }, () => ({})) };
  const data = kit.serials.map((serial): Mau01TrongData => ({ ...common, number: onPaper(kit, serial) }));
  return { data, size: officeOf(room, kit).paperSize };
}

/** The register is as wide as it is, whatever paper receipts are on. */
function blankRegister(room: DeskContext, kit: KitState): PaperData {
  const lines = kit.serials.map((serial) => ({ number: onPaper(kit, serial).printed }));
  return { data: { ...onEvery(room, kit), lines, count: lines.length } satisfies SoTrongData, size: 'A4' };
}

/** The office as it was when the numbers were set aside: a kit is made again as it was. */
function officeOf(room: DeskContext, kit: KitState) {
  return officeAt(room.store.db, kit.seq) ?? room.getOffice();
}

function onEvery(room: DeskContext, kit: KitState) {
  const office = officeOf(room, kit);
  return {
    office: officeOnPaper(office, room.catalogue),
    desk: { code: office.desk.code, name: office.desk.name },
    day: `${kit.day}T00:00:00+07:00`,
    setAsideAt: kit.setAsideAt,
    journalHead: entryHash(room.store.db, kit.seq).slice(0, 8),
    ...(room.practice() ? { practice: true } : {}),
  };
}

function onPaper(kit: KitState, serial: number): Mau01TrongData['number'] {
  const { local, official } = sheetNumber(kit, serial);
  return { printed: official ?? local, temporary: official === null };
}

/** From which number to which: how a print list and a file name call a kit. */
function kitName(kit: KitState): string {
  const [first = 0, last = first] = [kit.serials[0], kit.serials.at(-1)];
  return `${onPaper(kit, first).printed}...${String(last).padStart(4, '0')}`;
}

/** A kit as something papers are made of: what it says of itself does not change, so only its papers are counted. */
function paperOfKit(room: DeskContext, kitId: string): PaperSource {
  return {
    id: kitId,
    subject: { kind: 'kit', kitId },
    now: () => {
      const kit = getKit(room, kitId);
      return {
        entries: kit.documents.length,
        nextDocumentId: kitDocumentId(kitId, kit.documents.length + 1),
        printed: kitName(kit),
        render: async (form) => {
          const made = kitForms[form]?.(room, kit);
          if (made === undefined) throw new Error(`a kit has no paper ${form}`);
          return settled(await room.paper.render(form, made.data, { size: made.size }));
        },
      };
    },
  };
}

function getKit(room: DeskContext, kitId: string): KitState {
  const kit = findKit(room.store.db, kitId);
  if (kit === undefined) throw new Error(`kit ${kitId} is gone`);
  return kit;
}

type MadePapers = Pick<MadePaper, 'paperFault'> & { readonly printJobIds: readonly string[] };

/**
 * Makes the papers of a kit that are not made yet and queues each, its record and its print in one commit. After a power cut between
 * setting aside and printing, the same request comes here again.
 */
export async function makeKitPapers(
  room: DeskContext,
  kitId: string,
  printer: string | undefined,
  session: Session,
): Promise<MadePapers> {
  const source = paperOfKit(room, kitId);
  const printJobIds: string[] = [];
  for (const form of Object.keys(kitForms)) {
    if (getKit(room, kitId).documents.some((made) => made.form === form)) continue;
    const { printJobId, paperFault } = await makePaper(room, source, form, { print: true, printer }, session);
    if (paperFault !== null) return { printJobIds, paperFault };
    if (printJobId !== null) printJobIds.push(printJobId);
  }
  return { printJobIds, paperFault: null };
}

/** A kept paper of a kit by its id, or what it says of some of its sheets alone; undefined when there is none. */
export function findKitPaper(
  room: DeskContext,
  documentId: string,
  only?: readonly number[],
): KeptDocument | undefined {
  const kitId = kitOfDocument(documentId) ?? '';
  const kit = findKit(room.store.db, kitId);
  const document = kit?.documents.find((made) => made.documentId === documentId);
  const make = document && kitForms[document.form];
  if (kit === undefined || document === undefined || make === undefined) return undefined;
  const part = only === undefined ? kit : { ...kit, serials: only };
  return {
    caseId: kitId,
    document,
    printed: kitName(part.serials.length === 0 ? kit : part),
    make: () => ({ ...make(room, part), office: officeOf(room, kit) }),
  };
}
