import type { OfficeSettings } from '../../contract/office/office.ts';
import { termText } from '../../domain/deadline/explanation.ts';
import type { HandOverTo } from '../../domain/entries/hand-over.ts';
import { type LegState, findCurrentLeg } from '../../domain/routing/legs.ts';
import type { BanGiaoData } from '../../paper/forms/data.ts';
import type { listedCase } from '../hand-over/view.ts';
import { agencyName } from '../handling-agency.ts';
import type { Room } from '../room.ts';
import { unitName } from '../unit-name.ts';
import { officeOnPaper } from './on-paper.ts';

const purposes: Readonly<Record<HandOverTo['kind'], string>> = {
  unit: 'Chuyển hồ sơ đến cơ quan có thẩm quyền giải quyết (Điều 14, Điều 20 Nghị định 118/2025/NĐ-CP)',
  division: 'Chuyển hồ sơ đến bộ phận giải quyết (Điều 18 Nghị định 118/2025/NĐ-CP)',
  counter: 'Chuyển kết quả giải quyết về quầy trả kết quả (Điều 22 Nghị định 118/2025/NĐ-CP)',
};

type ListFacts = {
  readonly number: string;
  readonly to: HandOverTo;
  readonly note: string;
  readonly madeAt: string;
  readonly giver: string;
  readonly cases: readonly ReturnType<typeof listedCase>[];
};

/** A hand-over list as it prints: of what is kept, or of what is still being put together. */
export function handOverOnPaper(room: Room, office: OfficeSettings, facts: ListFacts): BanGiaoData {
  const { number, to, note, madeAt, giver, cases } = facts;
  return {
    office: officeOnPaper(office, room.catalogue),
    number: { printed: number, temporary: false },
    to: to.name,
    purpose: purposes[to.kind],
    madeAt,
    ...(note === '' ? {} : { note }),
    ...(to.kind === 'unit' ? { toAgency: true } : {}),
    ...interlinked(cases, unitName(room.catalogue, office.unitCode)),
    cases: cases.map(({ number: printed, applicantName, procedureName, papers, acceptedAt, dueAt, legs }) => ({
      number: printed,
      applicant: applicantName,
      procedure: procedureName,
      papers,
      acceptedAt,
      ...(dueAt === null ? {} : { dueAt }),
      ...(to.kind === 'unit' ? workOf(legs) : {}),
    })),
    count: cases.length,
    papers: cases.reduce((sum, one) => sum + one.papers, 0),
    giver: { fullName: giver },
    ...(room.practice() ? { practice: true } : {}),
  };
}

/** What the agency it goes to has to do and how long it has (NĐ 118/2025 Điều 20); a time that nobody set is written by hand. */
function workOf(legs: readonly LegState[]): { work?: string; term?: string } {
  const leg = findCurrentLeg(legs)?.leg;
  if (leg === undefined) return {};
  return { work: leg.work, ...(leg.term === null ? {} : { term: termText(leg.term, 'vi') }) };
}

/** Every agency of a file that goes through several: the transfer names the work and the time of each of them (Điều 20). */
function interlinked(cases: ListFacts['cases'], unit: string): Pick<BanGiaoData, 'chains'> {
  const chains = cases
    .filter(({ legs }) => legs.length > 1)
    .map(({ number, legs }) => ({
      number,
      agencies: legs
        .map(({ agency, work, term }, index) => {
          const time = term === null ? '………' : termText(term, 'vi');
          return `(${index + 1}) ${agencyName(agency, unit)}: ${work}, thời hạn ${time}`;
        })
        .join('; '),
    }));
  return chains.length === 0 ? {} : { chains };
}
