import { describe, expect, test } from 'vitest';
import { isFault } from '../../../../electron/contract/base/fault.ts';
import type {
  PetitionAct,
  PetitionActType,
  PetitionStatus,
} from '../../../../electron/contract/counter/petition/petition.ts';
import {
  availablePetitionActs,
  decidePetition,
  petitionRole,
} from '../../../../electron/domain/counter/petition/acts.ts';
import {
  type Petition,
  applyPetition,
  foldPetition,
  petitionNumber,
  petitionSeries,
  standingPetition,
} from '../../../../electron/domain/counter/petition/petition.ts';
import type { PetitionEvent } from '../../../../electron/domain/entries/petition.ts';
import { received, recorded } from '../../../support/data/petition-sample.ts';

const context = { role: 'clerk', today: '2026-11-03' } as const;
const came = '2026-11-02T09:00:00';

/** One act of each kind. */
const acts: { readonly [T in PetitionActType]: Extract<PetitionAct, { type: T }> } = {
  reclassify: { type: 'reclassify', content: 'rule', field: 'Đất đai', reason: 'Phản ánh về quy định' },
  assign: { type: 'assign', to: 'Phòng Tư pháp' },
  forward: { type: 'forward', to: 'Công an phường', reason: 'Thuộc thẩm quyền công an', document: '12/UBND' },
  'send-back': { type: 'send-back', reason: 'Không thuộc thẩm quyền' },
  'ask-supplement': { type: 'ask-supplement', reason: 'Thiếu số hồ sơ' },
  complete: { type: 'complete', note: 'Đã có số hồ sơ' },
  refuse: { type: 'refuse', reason: 'Không có nội dung', legalBasis: 'Nghị định 118/2025/NĐ-CP' },
  extend: { type: 'extend', until: '2026-12-10', reason: 'Phải xác minh' },
  answer: { type: 'answer', answer: 'Đã trả kết quả', document: '13/UBND' },
  publish: { type: 'publish', where: 'Cổng thông tin phường' },
  withdraw: { type: 'withdraw', reason: 'Người gửi xin rút' },
  close: { type: 'close', satisfaction: 'satisfied', note: 'Đã gọi lại' },
};

function after(...done: readonly PetitionAct[]): Petition {
  return done.reduce(
    (before, act) => {
      const event = decidePetition(act, before, context);
      if (isFault(event)) throw new Error(event.data.reason);
      return applyPetition(before, `${came}+07:00`, event) as Petition;
    },
    applyPetition(undefined, `${came}+07:00`, received()) as Petition,
  );
}

describe('what may be done when', () => {
  const handled: readonly PetitionActType[] = [
    'answer',
    'assign',
    'forward',
    'refuse',
    'extend',
    'reclassify',
    'withdraw',
  ];
  test.each<readonly [PetitionStatus, readonly PetitionAct[], readonly PetitionActType[]]>([
    ['open', [], [...handled, 'ask-supplement']],
    ['awaiting', [acts['ask-supplement']], [...handled, 'complete']],
    ['forwarded', [acts.forward], ['send-back', 'close']],
    ['open', [acts.forward, acts['send-back']], [...handled, 'ask-supplement']],
    ['answered', [acts.answer], ['publish', 'close']],
    ['answered', [acts.answer, acts.publish], ['close']],
    ['refused', [acts.refuse], ['close']],
    ['withdrawn', [acts.withdraw], ['close']],
    ['closed', [acts.answer, acts.close], ['publish']],
    ['closed', [acts.refuse, acts.close], []],
  ])('%s after %j', (status, done, allowed) => {
    const petition = after(...done);
    expect(petition.status).toBe(status);
    const available = availablePetitionActs(petition, context);
    const may = available.flatMap(({ act, refusal }) => (refusal === null ? [act] : []));
    expect(may.toSorted()).toEqual(allowed.toSorted());
    // What is offered is done, and what is not is refused with a sentence.
    for (const { act } of available)
      expect(isFault(decidePetition(acts[act], petition, context)), act).toBe(!allowed.includes(act));
  });

  test('a later day is after today and after the day told before, and a supervisor’s', () => {
    expect(petitionRole('extend')).toBe('supervisor');
    const told = after({ ...acts.extend, until: '2026-12-10' });
    expect(isFault(decidePetition({ ...acts.extend, until: '2026-12-10' }, told, context))).toBe(true);
    expect(isFault(decidePetition({ ...acts.extend, until: '2026-12-11' }, told, context))).toBe(false);
    expect(isFault(decidePetition({ ...acts.extend, until: '2026-11-03' }, after(), context))).toBe(true);
    const of1022 = applyPetition(undefined, `${came}+07:00`, received({ sourceDue: '2026-11-20' })) as Petition;
    expect(isFault(decidePetition({ ...acts.extend, until: '2026-11-20' }, of1022, context))).toBe(true);
  });

  test('classed as it is already it is not classed again', () => {
    const same = { ...acts.reclassify, content: 'act', field: 'Hộ tịch' } as const;
    expect(isFault(decidePetition(same, after(), context))).toBe(true);
  });
});

describe('numbers', () => {
  test('a desk counts its own in a year', () => {
    expect(petitionNumber({ series: petitionSeries('Q1', '2026-11-02'), serial: 12 })).toBe('PA.Q1-26-0012');
    expect(petitionNumber({ series: petitionSeries('Q3', '2027-01-04'), serial: 12_345 })).toBe('PA.Q3-27-12345');
  });
});

describe('told by two desks that had not seen each other', () => {
  const one = '2026-11-03T09:00:00';
  const other = '2026-11-03T10:00:00';
  const answer = { type: 'petition-answered', answer: 'Đã trả kết quả' } as const;
  const refuse = { type: 'petition-refused', reason: 'Nặc danh', legalBasis: 'Điều 8' } as const;
  const apart = (first: PetitionEvent, second: PetitionEvent) =>
    recorded([came, received()], [one, first, 'a', ['b.3']], [other, second, 'b', ['a.2']]);

  test.each<readonly [string, PetitionEvent, PetitionEvent, object]>([
    [
      'two outcomes: the earlier stands until somebody decides',
      answer,
      refuse,
      { status: 'answered', contradictions: [{ why: 'conflict', entry: 'b.3' }] },
    ],
    ['refused first', refuse, answer, { status: 'refused', answer: null, contradictions: [{ why: 'conflict' }] }],
    ['the same answer is one', answer, answer, { status: 'answered', contradictions: [{ why: 'same' }] }],
    [
      'given to two divisions: the later word stands',
      { type: 'petition-assigned', to: 'A' },
      { type: 'petition-assigned', to: 'B' },
      { holder: 'B', contradictions: [{ why: 'overtaken', entry: 'a.2' }] },
    ],
    [
      'what does not touch each other',
      { type: 'petition-assigned', to: 'A' },
      answer,
      { status: 'answered', holder: 'A' },
    ],
  ])('%s', (_name, first, second, expected) => {
    expect(foldPetition(apart(first, second))).toMatchObject(expected);
  });

  test('what stands is what the state is made of, and an entry before the reception fits nothing', () => {
    expect(standingPetition(apart(answer, refuse)).map(({ action }) => action.type)).toEqual([
      'petition-received',
      'petition-answered',
    ]);
    const unread = recorded([one, answer, 'a', ['q.2']], [came, received(), 'q', ['a.1']]);
    expect(foldPetition(unread)).toMatchObject({ status: 'open', contradictions: [{ why: 'unfit', entry: 'a.1' }] });
    expect(() => foldPetition(recorded([one, answer]))).toThrow('begins with its reception');
  });
});
