import { describe, expect, test } from 'vitest';
import type { ProcedureDetail } from '../../../../electron/contract/catalogue/procedure.ts';
import type { CitizenCardView } from '../../../../electron/contract/person/person.ts';
import {
  checkReception,
  draftLabel,
  formOfDraft,
  previewInput,
  tidied,
} from '../../../../renderer/screens/case-fields/receive-input.ts';
import {
  type ReceptionForm,
  isUntouched,
  newReception,
} from '../../../../renderer/screens/case-fields/reception-form.ts';
import { type ReceptionAction, receptionAfter } from '../../../../renderer/screens/case-fields/reception-state.ts';
import { vi as texts } from '../../../../renderer/text/languages.ts';

const first = { draftId: '0198a000-0000-7000-8000-000000000001', requestId: '0198a000-0000-7000-8000-000000000002' };
const second = { draftId: '0198a000-0000-7000-8000-000000000003', requestId: '0198a000-0000-7000-8000-000000000004' };

const card: CitizenCardView = {
  idNumber: '079190001234',
  oldIdNumber: '023456789',
  fullName: 'Nguyễn Thị Đặng Ánh',
  dateOfBirth: '1990-03-04',
  sex: 'female',
  address: '12 Lê Lợi, Phường Cát Lái, TP. Hồ Chí Minh',
  issuedOn: '2024-07-02',
  warnings: [{ code: 'name-damaged' }],
};

const birth: ProcedureDetail = {
  code: '1.001193',
  name: 'Đăng ký khai sinh',
  field: 'Hộ tịch',
  authority: 'UBND cấp xã',
  counts: 'none',
  term: { value: 1, unit: 'same-day' },
  rule: 'after-15h',
  insteadOf: [],
  components: [
    {
      index: 0,
      name: 'Trường hợp trẻ bị bỏ rơi',
      short: '',
      kind: 'received',
      group: null,
      condition: null,
      originals: 1,
      copies: 0,
    },
    {
      index: 1,
      name: 'Giấy chứng sinh',
      short: '',
      kind: 'received',
      group: null,
      condition: null,
      originals: 1,
      copies: 0,
    },
    {
      index: 2,
      name: 'Hộ chiếu/Thẻ căn cước',
      short: '',
      kind: 'shown',
      group: null,
      condition: null,
      originals: 1,
      copies: 0,
    },
    {
      index: 3,
      name: 'Tờ khai theo mẫu',
      short: '',
      kind: 'received',
      group: null,
      condition: null,
      originals: 1,
      copies: 0,
    },
    {
      index: 4,
      name: 'Mẫu hộ tịch điện tử tương tác',
      short: '',
      kind: 'received',
      group: null,
      condition: null,
      originals: 1,
      copies: 0,
    },
  ],
  decidingAgency: 'UBND cấp xã',
  onlineOnly: null,
  successor: null,
  noTerm: null,
  onlineLevel: null,
  terms: [],
  verified: null,
  termText: null,
  termVerified: true,
  termNote: '',
  feeAmount: null,
  feeNote: '',
  result: '',
  legalBasis: [],
  legs: [],
  catalogueVersion: '1',
};

function after(...actions: ReceptionAction[]): ReceptionForm {
  return actions.reduce(receptionAfter, newReception(first));
}

const scan: ReceptionAction = { type: 'card-read', who: 'applicant', card, fresh: second };
const choose: ReceptionAction = { type: 'procedure-chosen', procedure: birth };

describe('a returning citizen with a card', () => {
  test('the card and the procedure are all the desk needs', () => {
    const checked = checkReception(after(scan, choose), texts.common.issues);
    expect(checked).toEqual({
      ok: true,
      input: {
        procedureCode: '1.001193',
        channel: 'direct',
        applicant: {
          kind: 'citizen',
          fullName: 'NGUYỄN THỊ ĐẶNG ÁNH',
          idNumber: '079190001234',
          dateOfBirth: '1990-03-04',
          sex: 'female',
          address: '12 Lê Lợi, Phường Cát Lái, TP. Hồ Chí Minh',
        },
        submitter: null,
        components: [
          { index: 1, originals: 1, copies: 0 },
          { index: 3, originals: 1, copies: 0 },
        ],
        quantity: 1,
        resultDelivery: { kind: 'desk' },
        attended: true,
        print: true,
        ...first,
      },
    });
  });

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

describe('what is wrong is named by its field', () => {
  const filled = (change: Partial<ReceptionForm['applicant']>): ReceptionForm =>
    after(scan, choose, { type: 'person-typed', who: 'applicant', change });
  test.each([
    ['nothing at all', after(), 'applicant.fullName', 'required'],
    ['no number', filled({ idNumber: '' }), 'applicant.idNumber', 'required'],
    ['a short number', filled({ idNumber: '0791900' }), 'applicant.idNumber', 'id-number'],
    ['a day that is none', filled({ dateOfBirth: '31/02/1990' }), 'applicant.dateOfBirth', 'date-impossible'],
    ['a month that is none', filled({ dateOfBirth: '15131985' }), 'applicant.dateOfBirth', 'date-impossible'],
    ['no date at all', filled({ dateOfBirth: 'năm Thìn' }), 'applicant.dateOfBirth', 'date'],
    ['a wrong phone', filled({ phone: 'không có' }), 'applicant.phone', 'phone'],
    ['a wrong e-mail', filled({ email: 'anh@' }), 'applicant.email', 'email'],
    ['no procedure', after(scan), 'procedureCode', 'required'],
    ['no sets', after(scan, choose, { type: 'changed', change: { quantity: '' } }), 'quantity', 'number-needed'],
    [
      'by post without an address',
      after(scan, choose, { type: 'changed', change: { delivery: { kind: 'post', address: ' ' } } }),
      'resultDelivery.address',
      'address-needed',
    ],
    [
      'filed by somebody without a paper',
      after(scan, choose, { type: 'submitter-opened' }),
      'submitter.authorisation',
      'required',
    ],
  ] as const)('%s', (_name, form, path, key) => {
    const checked = checkReception(form, texts.common.issues);
    expect(checked.ok).toBe(false);
    if (!checked.ok) expect(checked.issues.get(path)).toBe(key);
  });

  test.each([
    ['04/03/1990', '1990-03-04'],
    ['03/1990', '1990-03'],
    ['1990', '1990'],
  ])('a birth date typed as %s', (typed, iso) => {
    const checked = checkReception(filled({ dateOfBirth: typed }), texts.common.issues);
    expect(checked.ok && checked.input.applicant.dateOfBirth).toBe(iso);
  });
});

describe('what was typed is tidied when its field is left', () => {
  test.each([
    ['dateOfBirth', '15021985', '15/02/1985'],
    ['dateOfBirth', '5-2-1985', '05/02/1985'],
    ['dateOfBirth', '1985', '1985'],
    ['dateOfBirth', '31/02/2020', '31/02/2020'],
    ['idNumber', ' 079-190 001234 ', '079190001234'],
    ['idNumber', '0312345678001', '0312345678-001'],
    ['idNumber', '079190001234||Nguyễn', '079190001234||Nguyễn'],
    ['phone', ' 0901-234-567', '0901 234 567'],
    ['phone', '(028) 3742 1111', '028 3742 1111'],
    ['fullName', ' h’hen niê ', ' h’hen niê '],
  ] as const)('%s %j is %j', (name, typed, tidy) => {
    expect(tidied(name, typed)).toBe(tidy);
    expect(tidied(name, tidy)).toBe(tidy);
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

describe('drafts and preview', () => {
  test('a new form is untouched whatever its draft, a typed letter touches it', () => {
    expect(isUntouched(newReception(first))).toBe(true);
    expect(isUntouched(after({ type: 'person-typed', who: 'applicant', change: { fullName: 'A' } }))).toBe(false);
  });

  test('a draft comes back as it went, request and all; a foreign one is left alone', () => {
    const form = after(scan, choose);
    expect(formOfDraft(JSON.parse(JSON.stringify(form)) as Record<string, unknown>)).toEqual(form);
    expect(formOfDraft({ version: 2, draftId: 'x' })).toBeUndefined();
  });

  test('the label never carries the whole number', () => {
    expect(draftLabel(after(scan, choose))).toBe('NGUYỄN THỊ ĐẶNG ÁNH · …1234 · Đăng ký khai sinh');
  });

  test('the preview goes out with what stands, and never with what would be refused', () => {
    expect(previewInput(after(scan))).toBeUndefined();
    const half = after(
      choose,
      { type: 'submitter-opened' },
      { type: 'changed', change: { quantity: 'x', delivery: { kind: 'post', address: '' } } },
    );
    const input = previewInput(half);
    expect(input).toMatchObject({ procedureCode: '1.001193', submitter: null });
    expect(input).not.toHaveProperty('quantity');
    expect(input).not.toHaveProperty('resultDelivery');
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
