import type { PetitionEvent, PetitionFacts, RecordedPetition } from '../../../electron/domain/entries/petition.ts';

/** What an invented sender complains of. */
export const complaint: PetitionFacts = {
  source: 'counter',
  content: 'act',
  field: 'Hộ tịch',
  sender: { name: 'LÊ VĂN MINH', phone: '0900 111 222' },
  summary: 'Hồ sơ khai sinh nộp đã hai tuần chưa có kết quả, hỏi thì không ai trả lời.',
};

export function received(change: Partial<Extract<PetitionEvent, { type: 'petition-received' }>> = {}): PetitionEvent {
  return { type: 'petition-received', series: 'Q1-26', serial: 1, ...complaint, ...change };
}

type Told = readonly [at: string, event: PetitionEvent, desk?: string, apart?: readonly string[]];

/** Events as the journal gives them; times without their zone. */
export function recorded(...events: readonly Told[]): RecordedPetition[] {
  return events.map(([at, action, desk = 'q', apart], index) => ({
    seq: index + 1,
    at: `${at}+07:00`,
    actor: 'an',
    desk,
    deskSeq: index + 1,
    ...(apart === undefined ? {} : { apart }),
    action,
  }));
}
