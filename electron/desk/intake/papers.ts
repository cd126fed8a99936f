import { isFault } from '../../contract/fault.ts';
import type { RecordedIntake } from '../../domain/entries/intake.ts';
import { foldIntake, intakeDocumentId } from '../../domain/intake/intake.ts';
import { intakeEvents } from '../../store/intake/intake.ts';
import { officeAt } from '../../store/office/settings.ts';
import type { PaperSource } from '../paper-source.ts';
import { type KeptDocument, type PaperRefusal, settled } from '../papers.ts';
import type { Room } from '../room.ts';
import { type IntakeBasis, intakePaperData } from './paper-data.ts';

/** A waiting file as something papers are made of; its papers have ids of their own, for its case will have the same id. */
export function paperOfIntake(room: Room, intakeId: string): PaperSource {
  return {
    id: intakeId,
    subject: { kind: 'intake', intakeId },
    now: () => {
      const events = intakeEvents(room.store.db, intakeId);
      return {
        entries: events.length,
        nextDocumentId: intakeDocumentId(intakeId, documentsOf(events).length + 1),
        printed: printedName(events),
        render: async (form, { number }) => {
          const basis = basisOf(room, events, number);
          const data = intakePaperData(room, form, basis);
          if (isFault(data)) return data as PaperRefusal;
          return settled(await room.paper.render(form, data, { size: basis.office.paperSize }));
        },
      };
    },
  };
}

/** The papers made of a waiting file, first to last. */
export function documentsOf(events: readonly RecordedIntake[]) {
  return events.flatMap(({ seq, at, action }) => (action.type === 'document-made' ? [{ ...action, seq, at }] : []));
}

export function findIntakeDocument(room: Room, documentId: string): KeptDocument | undefined {
  const intakeId = documentId.slice(0, 36);
  const events = intakeEvents(room.store.db, intakeId);
  const document = documentsOf(events).find((made) => made.documentId === documentId);
  if (document === undefined) return undefined;
  const before = events.filter(({ seq }) => seq < document.seq);
  return {
    caseId: intakeId,
    document,
    printed: printedName(before),
    make: () => {
      const basis = basisOf(room, before, document.number);
      return { data: intakePaperData(room, document.form, basis) as object | PaperRefusal, office: basis.office };
    },
  };
}

/** What a print job is called: the portal's or the parcel's number, never a person's name. */
function printedName(events: readonly RecordedIntake[]): string {
  const { facts, kind } = foldIntake(events);
  return facts.portal?.number ?? facts.trackingNumber ?? (kind === 'counter' ? 'quay' : 'cho-tiep-nhan');
}

function basisOf(room: Room, events: readonly RecordedIntake[], number: number | undefined): IntakeBasis {
  return { events, office: officeAt(room.store.db, events.at(-1)?.seq ?? 0) ?? room.getOffice(), number };
}
