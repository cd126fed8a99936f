import type { ProcedureDetail } from '../../../../../electron/contract/catalogue/procedure.ts';
import type { CitizenCardView } from '../../../../../electron/contract/common/person/person.ts';
import {
  type ReceptionForm,
  newReception,
} from '../../../../../renderer/screens/counter/case-fields/reception-form.ts';
import {
  type ReceptionAction,
  receptionAfter,
} from '../../../../../renderer/screens/counter/case-fields/reception-state.ts';

export const first = {
  draftId: '0198a000-0000-7000-8000-000000000001',
  requestId: '0198a000-0000-7000-8000-000000000002',
};
export const second = {
  draftId: '0198a000-0000-7000-8000-000000000003',
  requestId: '0198a000-0000-7000-8000-000000000004',
};

export const card: CitizenCardView = {
  idNumber: '079190001234',
  oldIdNumber: '023456789',
  fullName: 'Nguyễn Thị Đặng Ánh',
  dateOfBirth: '1990-03-04',
  sex: 'female',
  address: '12 Lê Lợi, Phường Cát Lái, TP. Hồ Chí Minh',
  issuedOn: '2024-07-02',
  warnings: [{ code: 'name-damaged' }],
};

export const birth: ProcedureDetail = {
  code: '1.001193',
  name: 'Đăng ký khai sinh',
  field: 'Hộ tịch',
  authority: 'UBND cấp xã',
  counts: 'none',
  term: { value: 1, unit: 'same-day' },
  rule: 'after-15h',
  insteadOf: [],
  origin: 'read',
  offered: true,
  nicknames: [],
  doubts: [],
  ownFields: [],
  declaration: null,
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

/** The form after what was done, one after the other. */
export function after(...actions: ReceptionAction[]): ReceptionForm {
  return actions.reduce(receptionAfter, newReception(first));
}

export const scan: Extract<ReceptionAction, { type: 'card-read' }> = {
  type: 'card-read',
  who: 'applicant',
  card,
  fresh: second,
};
export const choose: ReceptionAction = { type: 'procedure-chosen', procedure: birth };
