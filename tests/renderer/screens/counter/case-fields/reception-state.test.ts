import { describe, expect, test } from 'vitest';
import type { ProcedureDetail } from '../../../../../electron/contract/catalogue/procedure.ts';
import {
  type ReceptionForm,
  newReception,
} from '../../../../../renderer/screens/counter/case-fields/reception-form.ts';
import {
  type ReceptionAction,
  receptionAfter,
} from '../../../../../renderer/screens/counter/case-fields/reception-state.ts';
import { after, birth, card, choose, first, scan, second } from './forms-in-hand.ts';

describe('a returning citizen with a card', () => {
  test('what they wrote last time fills what is empty and nothing else', () => {
    const known = {
      type: 'person-known',
      idNumber: card.idNumber,
      person: { fullName: 'Khác', phone: '0901234567' },
    } as const;
    const form = after(scan, known);
    expect(form.applicant.phone).toBe('0901234567');
    expect(form.applicant.fullName).toBe('NGUYỄN THỊ ĐẶNG ÁNH');
    expect(after(scan, { ...known, idNumber: '079190009999' }).applicant.phone).toBe('');
  });

  test('another card begins another citizen, with a draft and a request of their own', () => {
    const other = { ...card, idNumber: '079185000001', fullName: 'Trần Văn Bình' };
    const form = after(scan, choose, { ...scan, card: other });
    expect(form).toMatchObject({ ...second, procedure: null, applicant: { idNumber: '079185000001' } });
  });

  test('another card can be of whom it is filed for: who stood there files it, and nothing else is lost', () => {
    const other = { ...card, idNumber: '079185000001', fullName: 'Trần Văn Bình' };
    const form = after(scan, choose, { ...scan, card: other, filedByOther: true });
    expect(form).toMatchObject({
      ...first,
      procedure: { code: '1.001193' },
      applicant: { idNumber: '079185000001' },
      submitter: { idNumber: '079190001234' },
    });
  });

  test('swapped, the paper stays with who files; closed and opened again, the submitter stands as typed', () => {
    const paper: ReceptionAction = {
      type: 'person-typed',
      who: 'submitter',
      change: { idNumber: '079185000001', authorisation: 'GUQ 1' },
    };
    const swapped = after(scan, paper, { type: 'persons-swapped' });
    expect(swapped.applicant).toMatchObject({ idNumber: '079185000001', authorisation: '' });
    expect(swapped.submitter).toMatchObject({ idNumber: '079190001234', authorisation: 'GUQ 1' });
    const again = after(scan, paper, { type: 'submitter-closed' }, { type: 'submitter-opened' });
    expect(again.submitter).toEqual(after(scan, paper).submitter);
    expect(after(scan, paper, { type: 'submitter-closed' }).submitter).toBeNull();
  });

  test('the same card once more keeps everything', () => {
    expect(after(scan, choose, scan)).toMatchObject({ ...first, procedure: { code: '1.001193' } });
  });

  test('a card for the one who files for somebody leaves the applicant alone', () => {
    const form = after(
      scan,
      { type: 'submitter-opened' },
      { ...scan, who: 'submitter', card: { ...card, idNumber: '079185000001' } },
    );
    expect(form.applicant.idNumber).toBe('079190001234');
    expect(form.submitter?.idNumber).toBe('079185000001');
  });

  test('a number typed over is no longer the card', () => {
    const typed: ReceptionAction = { type: 'person-typed', who: 'applicant', change: { idNumber: '079190001235' } };
    expect(after(scan, typed)).toMatchObject({ scanned: false, cardWarnings: [], oldIdNumber: '' });
    const spaced: ReceptionAction = { type: 'person-typed', who: 'applicant', change: { idNumber: '079 190 001234' } };
    expect(after(scan, spaced).scanned).toBe(true);
  });
});

describe('components', () => {
  const counts = { originals: 2, copies: 3 };
  test('ticked with their counts, unticked without a trace', () => {
    const ticked = after(scan, choose, { type: 'component-ticked', index: 0, counts });
    expect(ticked.components['0']).toEqual(counts);
    expect(receptionAfter(ticked, { type: 'component-unticked', index: 0 }).components).not.toHaveProperty('0');
  });

  test('choosing the same procedure again keeps what was ticked; another starts anew', () => {
    const ticked = after(scan, choose, { type: 'component-ticked', index: 0, counts });
    expect(receptionAfter(ticked, choose).components['0']).toEqual(counts);
    const other = receptionAfter(ticked, {
      type: 'procedure-chosen',
      procedure: { ...birth, code: '2.000635', components: [] },
    });
    expect(other.components).toEqual({});
  });

  test('online, the interactive form is the usual one', () => {
    const online = after({ type: 'changed', change: { channel: 'online' } }, choose);
    expect(Object.keys(online.components)).toEqual(['1', '3', '4']);
  });
});

describe('which case the citizen is', () => {
  const house = 'Nhà ở riêng lẻ';
  const component = {
    name: 'Bản vẽ',
    short: 'Bản vẽ',
    kind: 'received',
    group: null,
    originals: 1,
    copies: 0,
  } as const;
  const own = { key: 'house', words: house, chosen: 'reception', needs: null };
  const building = {
    ...birth,
    code: '1.013225',
    components: [
      { ...component, index: 0, condition: null },
      { ...component, index: 1, condition: house },
    ],
    terms: [{ ...own, key: 'other', words: 'Công trình khác' }, own],
  } as unknown as ProcedureDetail;
  const toggled = (form: ReceptionForm) =>
    receptionAfter(form, { type: 'case-toggled', procedure: building, words: house });
  const begun = receptionAfter(newReception(first), { type: 'procedure-chosen', procedure: building });

  test('the limit that goes by the same words comes with it, and leaves with it', () => {
    const chosen = toggled(begun);
    expect([chosen.citizenCases, chosen.term?.key]).toEqual([[house], 'house']);
    const left = toggled(chosen);
    expect([left.citizenCases, left.term, left.components]).toEqual([[], null, begun.components]);
    const another = receptionAfter(chosen, {
      type: 'changed',
      change: { term: { key: 'other', reason: '', agreed: '' } },
    });
    expect(toggled(another).term?.key).toBe('other');
  });

  test('another procedure has cases of its own, and a hand’s tick is no case’s', () => {
    const chosen = toggled(begun);
    const byHand = receptionAfter(chosen, { type: 'component-ticked', index: 1, counts: { originals: 2, copies: 0 } });
    expect([chosen.caseTicks, byHand.caseTicks]).toEqual([[1], []]);
    expect(toggled(byHand).components['1']).toEqual({ originals: 2, copies: 0 });
    const next = receptionAfter(chosen, { type: 'procedure-chosen', procedure: birth });
    expect([next.citizenCases, next.caseTicks]).toEqual([undefined, undefined]);
  });
});
