import { monday, password, reception } from './test-desk.ts';

const uuid = '0190163d-8694-7000-8000-0000000000aa';

/** The practice office's kind of settings, for an office of one desk. */
export const settings = {
  unitCode: '27112',
  caseUnitCode: 'H29.999',
  centreName: 'Trung tâm Phục vụ hành chính công phường Cát Lái',
  phone: '028 0000 0000',
  lookupAddress: '',
  numberAuthority: 'centre',
  desk: { code: 'Q1', name: 'Quầy 1', blocks: [{ first: 1, last: 2999 }] },
  otherDesks: [{ code: 'Q2', name: 'Quầy 2', blocks: [{ first: 3000, last: 5999 }] }],
  hours: [
    { start: '07:30', end: '11:30' },
    { start: '13:00', end: '17:00' },
  ],
  printer: '',
  paperSize: 'A5',
  backupFolder: '',
};

/** For each call an input that its schema takes. What they name does not exist, so what is answered may be a fault. */
export const wellFormed: Readonly<Record<string, unknown>> = {
  'account.add': { username: 'moi', fullName: 'Người Mới', role: 'clerk', password },
  'account.disable': { username: 'nobody', reason: 'nghỉ việc' },
  'account.list': {},
  'account.setPassword': { username: 'nobody', password },
  'account.signIn': { username: 'nobody', password },
  'account.signOut': {},
  'case.act': { caseId: uuid, act: { type: 'take-over' } },
  'case.get': { caseId: uuid },
  'case.receive': reception(),
  'case.search': { text: 'nguyen' },
  'citizenCard.read': {
    scan: '079190001234|025123456|Nguyễn Thị Đặng Ánh|04031990|Nữ|12 Lê Lợi, Cát Lái, Thủ Đức, Hồ Chí Minh|01012022',
  },
  'deadline.explain': { procedureCode: '1.001193', acceptedAt: new Date(monday).toISOString() },
  'draft.discard': { draftId: uuid },
  'draft.list': {},
  'draft.save': { draftId: uuid, label: 'nháp', body: { fullName: 'NGUYỄN' } },
  'office.findUnits': { text: 'binh chanh' },
  'office.changeSettings': { settings, reason: 'đổi tên trung tâm' },
  'office.numbers': { date: '2026-11-23' },
  'office.openPractice': { cases: 0 },
  'office.setUp': { settings, accounts: [{ username: 'admin', fullName: 'Quản Trị', role: 'admin', password }] },
  'office.settings': {},
  'office.units': {},
  'paper.download': { documentId: `${uuid}.1` },
  'paper.preview': { procedureCode: '1.001193' },
  'paper.render': { caseId: uuid, form: 'mau-01' },
  'paper.view': { documentId: `${uuid}.1` },
  'person.earlier': { idNumber: '079190001234', procedureCode: '1.001193' },
  'print.again': { documentId: `${uuid}.1`, reason: 'giấy kẹt' },
  'print.list': { all: true },
  'print.printers': {},
  'print.settle': { jobId: uuid, outcome: 'printed' },
  'print.test': { printer: 'laser' },
  'procedure.find': { text: 'khai sinh' },
  'procedure.setLegs': { code: '1.001193', legs: [], reason: 'theo quyết định mới' },
  'procedure.get': { code: '1.001193' },
  'procedure.setTerm': { code: '2.002516', term: { value: 3, unit: 'working-day' }, reason: 'quyết định của phường' },
  'procedure.unverified': {},
  'system.status': {},
  'text.amountInWords': { amount: 15_000 },
};
