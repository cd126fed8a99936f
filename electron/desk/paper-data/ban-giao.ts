import type { HandOverTo } from '../../domain/hand-over.ts';
import type { BanGiaoData } from '../../paper/ban-giao-data.ts';
import type { OfficeSettings } from '../../contract/office.ts';
import type { listedCase } from '../hand-over/view.ts';
import type { Room } from '../room.ts';
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
    cases: cases.map(({ number: printed, applicantName, procedureName, papers, acceptedAt, dueAt }) => ({
      number: printed,
      applicant: applicantName,
      procedure: procedureName,
      papers,
      acceptedAt,
      ...(dueAt === null ? {} : { dueAt }),
    })),
    count: cases.length,
    papers: cases.reduce((sum, one) => sum + one.papers, 0),
    giver: { fullName: giver },
    ...(room.practice() ? { practice: true } : {}),
  };
}
