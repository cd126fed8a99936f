import type { Procedure } from '../../../contract/catalogue/lists.ts';
import type { OfficeSettings, Role } from '../../../contract/common/office/office.ts';
import { toCivilTime } from '../../../domain/base/civil-time.ts';
import { officialCode } from '../../../domain/base/numbering.ts';
import type { IntakeEvent, IntakeFacts } from '../../../domain/entries/intake.ts';
import { uuidText, uuidV7 } from '../../../store/file/rows/codecs.ts';
import type { Author, NewEntry } from '../../../store/journal/make-entry.ts';
import type { Visits } from '../people.ts';
import type { SeededRandom } from '../random.ts';
import { inventRequest } from '../requests.ts';
import type { WorkTime } from '../work-time.ts';

type Around = {
  readonly random: SeededRandom;
  readonly office: OfficeSettings;
  readonly catalogueVersion: string;
  readonly time: WorkTime;
  readonly end: number;
  readonly visits: Visits;
  readonly sameDay: Procedure;
};

const hour = 3600;

/** Work hours before today's opening at which the online files came: one is late, the others have most of their eight hours left. */
const onlineFiles = [
  { before: 9, seen: true },
  { before: 5, seen: true },
  { before: 2.5, seen: true },
  { before: 1, seen: false },
  { before: 0.2, seen: false },
] as const;

/** A handful of files that wait, so that even the smallest practice office has status 1, a parcel, and papers awaited at the counter. */
export function inventWaiting(around: Around, authors: ReadonlyMap<Role, Author>): NewEntry[] {
  const entries: NewEntry[] = [];
  const { random, time, end } = around;
  const clerk = authors.get('clerk') ?? null;
  // All of it is noted in the last minutes before today, after everything else that happened.
  let noted = end - 60;

  function note(intakeId: string, event: IntakeEvent): void {
    const now = time.instantOf(noted);
    entries.push({
      id: uuidV7(now, random.bytes(10)),
      now,
      author: clerk,
      subject: { kind: 'intake', intakeId },
      event,
    });
  }

  function newId(): string {
    noted += 1;
    return uuidText(uuidV7(time.instantOf(noted), random.bytes(10)));
  }

  onlineFiles.forEach(({ before, seen }, index) => {
    const receivedAt = toCivilTime(time.instantOf(end - Math.round(before * hour)));
    const intakeId = newId();
    const number = officialCode('G22.99.08', receivedAt.slice(0, 10), 896_040 + index);
    const facts = inventFacts(around);
    const attachments = facts.components.map(([component], nth) => ({
      name: `thanh-phan-${nth + 1}.pdf`,
      size: 40_000 + random.below(900_000),
      sha256: Buffer.from(random.bytes(32)).toString('hex'),
      component,
    }));
    note(intakeId, {
      type: 'arrived',
      kind: 'online',
      ...facts,
      portal: { number, submittedAt: receivedAt, receivedAt, attachments },
    });
    if (seen) note(intakeId, { type: 'seen' });
  });

  note(newId(), { type: 'arrived', kind: 'post', ...inventFacts(around), trackingNumber: 'EA000000001VN' });

  const incomplete = newId();
  note(incomplete, { type: 'arrived', kind: 'counter', ...inventFacts(around) });
  const reason = 'Hồ sơ chưa đủ thành phần theo quy định của thủ tục.';
  note(incomplete, { type: 'supplement-asked', items: ['Bản chính giấy tờ để đối chiếu'], reason });
  return entries;
}

function inventFacts({ random, visits, catalogueVersion }: Around): IntakeFacts {
  const { applicant, procedure } = visits.next(undefined);
  const { components, quantity, resultDelivery } = inventRequest(random, procedure, applicant);
  return {
    procedureCode: procedure.code,
    catalogueVersion,
    applicant,
    components: components.map(({ index, originals, copies }) => [index, originals, copies] as const),
    quantity,
    resultDelivery,
  };
}
