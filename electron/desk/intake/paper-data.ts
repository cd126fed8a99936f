import { type Fault, fault } from '../../contract/fault.ts';
import type { OfficeSettings } from '../../contract/office/office.ts';
import type { Procedure } from '../../domain/catalogue/catalogue.ts';
import type { IntakeEvent, RecordedIntake } from '../../domain/entries/intake.ts';
import { foldIntake } from '../../domain/intake/intake.ts';
import type { Mau02Data, Mau03Data } from '../../paper/forms/data.ts';
import { entryHash } from '../../store/journal/chain.ts';
import { personName } from '../case-view.ts';
import { notApplicable } from '../paper-data/basis.ts';
import { guidanceData } from '../paper-data/huong-dan.ts';
import { officeOnPaper, personOnPaper } from '../paper-data/on-paper.ts';
import type { Room } from '../room.ts';
import { getIntakeProcedure } from './procedure.ts';

/** What a paper of a waiting file is made from: the file as it stood then, and the office as it was then. */
export type IntakeBasis = {
  readonly events: readonly RecordedIntake[];
  readonly office: OfficeSettings;
  readonly number: number | undefined;
};

type DataMaker = (room: Room, basis: IntakeBasis) => object | Fault<'form-not-applicable'>;

type Recorded<T extends IntakeEvent['type']> = RecordedIntake & { readonly action: Extract<IntakeEvent, { type: T }> };

function findLast<T extends IntakeEvent['type']>(events: readonly RecordedIntake[], type: T): Recorded<T> | undefined {
  return events.findLast((recorded): recorded is Recorded<T> => recorded.action.type === type);
}

/** The papers that leave the desk before a file is received, by form. */
const makers: Readonly<Record<string, DataMaker>> = {
  'huong-dan': guidanceOf,
  'mau-02': supplementSlipOf,
  'mau-03': refusalSlipOf,
};

export function intakePaperData(room: Room, form: string, basis: IntakeBasis) {
  const make = Object.hasOwn(makers, form) ? makers[form] : undefined;
  return make === undefined ? fault('form-unknown', { form }) : make(room, basis);
}

function guidanceOf(room: Room, { events, office }: IntakeBasis): object | Fault<'form-not-applicable'> {
  const guided = findLast(events, 'guided');
  if (guided === undefined) return notApplicable('huong-dan', 'Chưa hướng dẫn lần nào', 'nobody was guided yet');
  const { facts } = foldIntake(events);
  const { items, note, term, course } = guided.action;
  const known = getIntakeProcedure(room, facts);
  const procedure: Procedure = { ...known, term: known.term ?? term };
  return guidanceData({
    procedure,
    office,
    catalogue: { ...room.catalogue, version: facts.catalogueVersion },
    printedAt: guided.at,
    clerk: personName(room, guided.actor),
    practice: room.practice(),
    person: facts.applicant.fullName,
    items,
    ...(note === undefined ? {} : { note }),
    ...(course === undefined ? {} : { course }),
  });
}

/** Phiếu yêu cầu bổ sung before reception (NĐ 118/2025 Điều 17 k1c, k2): of the last request. */
function supplementSlipOf(room: Room, basis: IntakeBasis): Mau02Data | Fault<'form-not-applicable'> {
  const asked = findLast(basis.events, 'supplement-asked');
  if (asked === undefined)
    return notApplicable('mau-02', 'Chưa yêu cầu bổ sung lần nào', 'nothing was asked to be supplemented');
  const { items, reason, override } = asked.action;
  return {
    ...fileOnPaper(room, basis, asked),
    requestedAt: asked.at,
    items: items.map((text) => ({ text })),
    reason,
    ...(override === undefined ? {} : { override }),
    guide: { fullName: personName(room, asked.actor) },
  };
}

/** Phiếu từ chối at the desk (Điều 17 k1c): the legal reason in words. */
function refusalSlipOf(room: Room, basis: IntakeBasis): Mau03Data | Fault<'form-not-applicable'> {
  const refused = findLast(basis.events, 'turned-away');
  if (refused === undefined) return notApplicable('mau-03', 'Hồ sơ này không bị từ chối', 'this file was not refused');
  const { reason, legalBasis } = refused.action;
  return {
    ...fileOnPaper(room, basis, refused),
    refusedAt: refused.at,
    reason,
    legalBasis,
    officer: { fullName: personName(room, refused.actor) },
  };
}

/** What every paper of a waiting file says; `from` is the entry it comes from, whose hash is printed. */
function fileOnPaper(room: Room, { events, office, number }: IntakeBasis, from: RecordedIntake) {
  const { kind, facts, arrivedAt } = foldIntake(events);
  const { code, name, field } = getIntakeProcedure(room, facts);
  const { applicant, submitter, portal, trackingNumber } = facts;
  return {
    office: officeOnPaper(office, room.catalogue),
    ...(portal === undefined ? {} : { number: { printed: portal.number, temporary: false } }),
    applicant: personOnPaper(applicant),
    ...(submitter === undefined ? {} : { submitter: personOnPaper(submitter) }),
    procedure: { code, name, field },
    beforeReception: {
      ...(kind === 'counter' ? { arrivedAt } : {}),
      ...(kind === 'post' ? { parcelAt: arrivedAt } : {}),
      ...(portal === undefined ? {} : { submittedAt: portal.submittedAt }),
      ...(trackingNumber === undefined ? {} : { trackingNumber }),
    },
    clerk: { fullName: personName(room, from.actor) },
    paper: {
      ...(number === undefined ? {} : { number }),
      ...(office.otherDesks.length === 0 ? {} : { desk: office.desk.code }),
    },
    journalHead: entryHash(room.store.db, from.seq).slice(0, 8),
    ...(room.practice() ? { practice: true } : {}),
  };
}
