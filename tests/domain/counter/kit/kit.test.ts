import { describe, expect, test } from 'vitest';
import type { KitEvent, RecordedKitEvent } from '../../../../electron/domain/entries/kit.ts';
import { acceptedAtOf, entryWarnings, promiseOnPaper } from '../../../../electron/domain/counter/kit/back-entry.ts';
import {
  foldKit,
  kitDocumentId,
  kitOfDocument,
  serialsForKit,
  sheetNumber,
  sheetState,
} from '../../../../electron/domain/counter/kit/kit.ts';
import { reception } from '../../../support/data/case-sample.ts';

const kitId = '0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b';
const aside: KitEvent = { type: 'kit-set-aside', day: '2026-11-23', serials: [7, 8], deskCode: 'Q1', unitCode: null };

function kitAfter(...events: readonly KitEvent[]) {
  return foldKit(
    events.map((event, index): RecordedKitEvent => ({
      seq: index + 1,
      at: '2026-11-23T09:00:00+07:00',
      actor: 'a',
      desk: 'Q1',
      deskSeq: index + 1,
      event,
    })),
  );
}

describe('a kit of blank receipts', () => {
  test('void sheets, and one that was found again', () => {
    const kit = kitAfter(
      aside,
      { type: 'sheets-voided', serials: [7, 8], reason: 'hỏng' },
      { type: 'sheets-restored', serials: [8], reason: 'tìm thấy' },
    );
    expect([...kit.voids]).toEqual([[7, 'hỏng']]);
    expect(kit).toMatchObject({ serials: [7, 8], setAsideBy: 'a', seq: 1, documents: [] });
  });

  test('begins with its numbers, once', () => {
    expect(() => kitAfter()).toThrow();
    expect(() => kitAfter({ type: 'sheets-voided', serials: [1], reason: 'x' })).toThrow();
    expect(kitAfter(aside, aside).contradictions).toMatchObject([{ entry: 'Q1.2', why: 'unfit' }]);
  });

  const blocks = [{ desk: 'Q1', first: 1, last: 10 }];
  test.each([
    [0, 3, [1, 2, 3]],
    [7, 3, [8, 9, 10]],
    [8, 3, 'kit-numbers-left'],
    [10, 1, 'numbers-exhausted'],
  ])('after serial %i, %i more: all or none', (lastSerial, count, expected) => {
    const serials = serialsForKit({ blocks, desk: 'Q1', date: '2026-11-23', lastSerial, count });
    expect(Array.isArray(serials) ? serials : serials.fault).toEqual(expected);
  });

  test('the number of a sheet, official where the office gives it', () => {
    const kit = kitAfter(aside);
    expect(sheetNumber(kit, 7)).toEqual({ local: 'Q1-261123-0007', official: null });
    expect(sheetNumber({ ...kit, unitCode: 'H29.999' }, 7).official).toContain('H29.999-261123');
  });

  test.each([
    [true, true, 'used'],
    [true, false, 'used'],
    [false, true, 'void'],
    [false, false, 'open'],
  ])('used %s, void %s: a case weighs more than a word', (used, isVoid, state) => {
    expect(sheetState(used, isVoid)).toBe(state);
  });

  test('its papers have names of their own', () => {
    expect(kitOfDocument(kitDocumentId(kitId, 1))).toBe(kitId);
    expect(kitOfDocument(`${kitId}.1`)).toBeUndefined();
  });
});

/** NĐ 118/2025 Điều 17 k3: the citizen may hold the office to what was written; the office may not take longer than the law. */
describe('what a hand wrote as the promise', () => {
  const law = { acceptedAt: '2026-11-16T09:00:00+07:00', lawDueAt: '2026-11-19T17:00:00+07:00' };
  const closing = 17 * 3_600_000;
  test.each([
    ['nothing', {}, '2026-11-19T17:00', undefined],
    ['the law’s own day', { date: '2026-11-19' }, '2026-11-19T17:00', undefined],
    ['a day earlier', { date: '2026-11-18' }, '2026-11-18T17:00', '2026-11-18T17:00'],
    ['a day later', { date: '2026-11-20' }, '2026-11-19T17:00', '2026-11-20T17:00'],
    ['an hour earlier', { date: '2026-11-19', time: '16:00' }, '2026-11-19T16:00', '2026-11-19T16:00'],
    ['the law’s own minute', { date: '2026-11-19', time: '17:00' }, '2026-11-19T17:00', undefined],
  ])('%s', (_name, written, dueAt, promisedAt) => {
    const promise = promiseOnPaper(law, written, closing);
    expect(promise).toEqual({
      dueAt: `${dueAt}:00+07:00`,
      ...(promisedAt === undefined ? {} : { promisedAt: `${promisedAt}:00+07:00` }),
    });
  });

  test.each([{ date: '2026-11-15' }, { date: '2026-11-16', time: '08:59' }])('before the file came: %j', (written) => {
    expect(promiseOnPaper(law, written, closing)).toMatchObject({ fault: 'kit-promise' });
  });

  test('what the clerk is told, and when the case was received', () => {
    const at = '2026-11-17T09:00:00+07:00';
    const later = '2026-11-20T17:00:00+07:00';
    const fromKit = { kitId, ...law };
    expect(entryWarnings(reception)).toEqual([]);
    expect(acceptedAtOf(reception, at)).toBe(at);
    expect(acceptedAtOf({ ...reception, fromKit }, at)).toBe(law.acceptedAt);
    const codes = (change: object, dueAt = law.lawDueAt) =>
      entryWarnings({ ...reception, dueAt, fromKit: { ...fromKit, ...change } }).map(({ code }) => code);
    expect(codes({})).toEqual([]);
    expect(codes({ promisedAt: later })).toEqual(['promise-later']);
    expect(codes({ promisedAt: later }, later)).toEqual(['promise-earlier']);
    expect(codes({ acceptedAt: at })).toEqual(['other-day']);
  });
});
