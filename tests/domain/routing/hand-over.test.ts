import { describe, expect, test } from 'vitest';
import type { HandOverEvent } from '../../../electron/domain/entries/hand-over.ts';
import {
  applyHandOver,
  handOverDocumentId,
  handOverNumber,
  isHandOverDocument,
} from '../../../electron/domain/routing/hand-over.ts';

const listId = '0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b';
const by = { desk: 'Q1', deskSeq: 1 };
const made: HandOverEvent = {
  type: 'hand-over-made',
  number: 'BG.Q1-261123-0001',
  day: '2026-11-23',
  serial: 1,
  to: { kind: 'division', name: 'Tư pháp' },
  caseIds: ['a', 'b'],
  note: '',
  by: 'clerk',
};

/** Both sides sign (NĐ 118/2025 Điều 18 k2): who made it and when, who took it and when, and what was not there. */
describe('a hand-over list', () => {
  test('is made by one side and received by the other', () => {
    const list = applyHandOver(undefined, '2026-11-23T09:00:00+07:00', made, by);
    expect(list).toMatchObject({ madeAt: '2026-11-23T09:00:00+07:00', madeBy: 'clerk', received: null });
    const receivedAt = '2026-11-23T10:00:00+07:00';
    const event = { type: 'hand-over-received', by: 'Lê Văn Tư', receivedAt, missing: ['b'] } as const;
    // Typed in later than it happened: what they signed counts.
    const received = applyHandOver(list, '2026-11-23T16:00:00+07:00', event, by);
    expect(received).toEqual({ ...list, received: { at: receivedAt, by: 'Lê Văn Tư', missing: ['b'] } });
  });

  test('begins with its list, and a paper changes nothing of it', () => {
    const paper: HandOverEvent = {
      type: 'document-made',
      form: 'ban-giao',
      documentId: `${listId}.bg1`,
      sha256: '',
      formSha256: '',
      pages: 1,
    };
    expect(applyHandOver(undefined, '', paper, by)).toBeUndefined();
    const list = applyHandOver(undefined, '', made, by);
    expect(applyHandOver(list, '', paper, by)).toBe(list);
  });

  test.each([
    ['Q1', '2026-11-23', 1, 'BG.Q1-261123-0001'],
    ['QUAY-12', '2027-01-02', 9999, 'BG.QUAY-12-270102-9999'],
    ['Q1', '2026-11-23', 10_000, 'BG.Q1-261123-10000'],
  ])('the number of %s on %s, the %i.', (desk, day, serial, number) => {
    expect(handOverNumber(desk, day, serial)).toBe(number);
  });

  test('its papers have names that no paper of a case has', () => {
    expect(handOverDocumentId(listId, 2)).toBe(`${listId}.bg2`);
    expect(isHandOverDocument(`${listId}.bg2`)).toBe(true);
    for (const id of [`${listId}.2`, `${listId}.i2`, `${listId}.bg`, `kit-${listId}.1`])
      expect(isHandOverDocument(id)).toBe(false);
  });
});
