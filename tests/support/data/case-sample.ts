import { type CaseState, foldCase } from '../../../electron/domain/counter/case/state.ts';
import type { CaseAction, ReceivedAction, RecordedAction } from '../../../electron/domain/entries/case.ts';

/** Monday 16 November 2026, nine o'clock: three working days end on Thursday 19, at closing. Tuesday 24 is a holiday. */
export const acceptedAt = '2026-11-16T09:00:00+07:00';
export const dueAt = '2026-11-19T17:00:00+07:00';

export const reception: ReceivedAction = {
  type: 'received',
  number: { local: 'Q1-261116-0001', official: null },
  serial: 1,
  day: '2026-11-16',
  procedureCode: '1.001193',
  catalogueVersion: 'test',
  channel: 'direct',
  applicant: { kind: 'citizen', fullName: 'NGUYỄN THỊ ĐẶNG ÁNH', idNumber: '079190001234' },
  components: [[0, 1, 0]],
  quantity: 1,
  resultDelivery: { kind: 'desk' },
  term: { value: 3, unit: 'working-day' },
  dueAt,
  steps: [['accepted', '2026-11-16']],
  fees: [],
};

export type Happened = readonly [action: CaseAction, at?: string, actor?: string];

export function recorded(happened: readonly Happened[]): RecordedAction[] {
  return happened.map(([action, at = acceptedAt, actor = 'clerk'], index) => ({
    seq: index + 1,
    at,
    actor,
    desk: 'Q1',
    deskSeq: index + 1,
    action,
  }));
}

/** A case received on that Monday, to which these things happened; times are the reception's where none is given. */
export function caseAfter(...happened: readonly Happened[]): CaseState {
  return foldCase(recorded([[reception], ...happened]));
}
