import { describe, expect, test } from 'vitest';
import type { CaseHit } from '../../../../../electron/contract/counter/case/case.ts';
import {
  readReturn,
  receiverAs,
  receiverOfCard,
  returnStandingOf,
  startingReceiver,
} from '../../../../../renderer/screens/counter/return-results/receiver.ts';
import { returnableFirst } from '../../../../../renderer/screens/counter/return-results/returnable.ts';

const applicant = { kind: 'citizen', fullName: 'NGUYỄN THỊ ÁNH', idNumber: '079190001234' } as const;
const person = { fullName: 'TRẦN VĂN BÌNH', idNumber: '079085000001', authorisation: 'Giấy ủy quyền 12/2026' };
const submitter = { kind: 'citizen', ...person } as const;
const state = { applicant, submitter };

describe('who comes for a result', () => {
  test('is at first the applicant, and what they show is not known', () => {
    expect(startingReceiver(state)).toEqual({
      as: 'applicant',
      fullName: 'NGUYỄN THỊ ÁNH',
      idNumber: '079190001234',
      authorisation: '',
      shown: null,
    });
  });

  test('of a company is who handed the file in, or somebody still to be named', () => {
    const company = { ...applicant, kind: 'business' } as const;
    expect(startingReceiver({ applicant: company, submitter })).toEqual({ as: 'proxy', ...person, shown: null });
    expect(startingReceiver({ applicant: company, submitter: null })).toMatchObject({ as: 'proxy', fullName: '' });
  });

  test('as a proxy is first thought to be who handed the file in, and back again', () => {
    const lost = { ...startingReceiver(state), shown: 'identity' } as const;
    const proxy = receiverAs('proxy', lost, state);
    expect(proxy).toEqual({ as: 'proxy', ...person, shown: 'identity' });
    expect(receiverAs('applicant', proxy, state)).toEqual(lost);
    expect(receiverAs('proxy', lost, { applicant, submitter: null })).toMatchObject({
      fullName: '',
      idNumber: '',
      authorisation: '',
    });
  });

  test.each([
    [
      'the applicant’s',
      { idNumber: '079190001234', fullName: 'NGUYỄN THỊ ÁNH' },
      { as: 'applicant', fullName: 'NGUYỄN THỊ ÁNH' },
    ],
    [
      'the submitter’s',
      { idNumber: '079085000001', fullName: 'TRẦN VĂN BÌNH' },
      { as: 'proxy', authorisation: 'Giấy ủy quyền 12/2026' },
    ],
    [
      'a stranger’s',
      { idNumber: '079099000009', fullName: 'Lê Thị Cúc' },
      { as: 'proxy', fullName: 'LÊ THỊ CÚC', authorisation: '' },
    ],
  ])('with %s card', (_whose, card, expected) => {
    expect(receiverOfCard(card, startingReceiver(state), state)).toMatchObject(expected);
  });
});

describe('what a card shows', () => {
  test('it is the identity paper, unless the receipt was seen before', () => {
    const card = { idNumber: '079190001234', fullName: 'NGUYỄN THỊ ÁNH' };
    expect(receiverOfCard(card, startingReceiver(state), state).shown).toBe('identity');
    expect(receiverOfCard(card, { ...startingReceiver(state), shown: 'receipt' }, state).shown).toBe('receipt');
  });
});

describe('what is recorded', () => {
  test('an identity paper stands for a lost receipt', () => {
    expect(readReturn({ ...startingReceiver(state), shown: 'identity' })).toMatchObject({
      receiver: { receiptLost: true },
    });
  });

  test('of an applicant: no authorisation, spaces of the number taken out', () => {
    const shown = 'receipt' as const;
    const typed = { ...startingReceiver(state), shown, idNumber: '079 190 001234', authorisation: 'từ lần trước' };
    expect(readReturn(typed)).toEqual({
      type: 'return',
      receiver: { fullName: 'NGUYỄN THỊ ÁNH', idNumber: '079190001234', as: 'applicant', receiptLost: false },
    });
  });

  test.each([
    [{ shown: null }, [['shown', 'required']]],
    [{ as: 'proxy' as const, authorisation: '  ' }, [['authorisation', 'authorisation-needed']]],
    [
      { fullName: ' ', idNumber: '' },
      [
        ['fullName', 'required'],
        ['idNumber', 'required'],
      ],
    ],
  ])('not of %j', (change, issues) => {
    const read = readReturn({ ...startingReceiver(state), shown: 'receipt', ...change });
    expect(read).toBeInstanceOf(Map);
    expect([...(read as ReadonlyMap<string, string>)]).toEqual(issues);
  });
});

describe('whether it can be handed out', () => {
  const view = (status: string, ...allowed: string[]) =>
    ({
      state: { status },
      availableActions: allowed.map((action) => ({ action, allowed: true })),
    }) as unknown as Parameters<typeof returnStandingOf>[0];

  test.each([
    ['finished', ['return'], 'ready'],
    ['refused', ['return'], 'ready'],
    ['finished', ['announce'], 'announce-first'],
    ['returned', ['archive'], 'returned'],
    ['processing', ['finish'], 'not-yet'],
  ])('%s, allowed %j: %s', (status, allowed, standing) => {
    expect(returnStandingOf(view(status, ...allowed))).toBe(standing);
  });

  test('what has a result stands first, and nothing is left out', () => {
    const hits = ['processing', 'finished', 'returned', 'refused'].map(
      (status, index) => ({ caseId: String(index), status }) as unknown as CaseHit,
    );
    expect(returnableFirst(hits).map(({ caseId }) => caseId)).toEqual(['1', '3', '0', '2']);
  });
});
