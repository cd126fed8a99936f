import { z } from 'zod';
import { CivilTime } from '../../contract/base/values.ts';

/** Pieces that several forms print alike. */
const Text = z.string().max(2000);
export { Text as PaperText };

export const OfficeOnPaper = z.strictObject({
  province: Text,
  /** Header lines as printed, in capitals: the parent agency and the one that issues. */
  unit: Text,
  centre: Text,
  /** The centre's name as it is written inside a sentence; the header's line serves where it is missing. */
  name: Text.optional(),
  place: Text,
  phone: Text.optional(),
  lookup: Text.optional(),
});
export type OfficeOnPaper = z.infer<typeof OfficeOnPaper>;

export const PersonOnPaper = z.strictObject({
  fullName: Text,
  address: Text.optional(),
  phone: Text.optional(),
  email: Text.optional(),
  /** Masked before it comes here: the paper lies on counters and in files. */
  idNumberMasked: Text.optional(),
  /** What that number is called, where it is not a person's own: an organisation has a tax code. */
  idLabel: Text.optional(),
  /** What kind of paper a citizen's number is of, where it is no personal number: a passport. */
  idKind: Text.optional(),
  /** The number as papers print it today: a tax code is public and stands whole, a person's own number is masked. */
  idText: Text.optional(),
  /** A company or a household business: a human being files for it. */
  organisation: z.boolean().optional(),
  /** The paper by which a submitter stands at the desk for somebody else (NĐ 118/2025 Điều 6 k2c). */
  authorisation: Text.optional(),
  /** `Ông/Bà` before a person's name; absent for an organisation. */
  title: Text.optional(),
  /** How a sentence addresses them: `Ông/Bà`, or `Quý tổ chức`. */
  called: Text.optional(),
});
export type PersonOnPaper = z.infer<typeof PersonOnPaper>;

/** An empty number is a preview before the case is saved. */
const NumberOnPaper = z.strictObject({ printed: z.string().regex(/^[ -~]{0,40}$/), temporary: z.boolean() });

const ComponentOnPaper = z.strictObject({ name: Text, originals: z.int().min(0), copies: z.int().min(0) });

const FeeOnPaper = z.strictObject({ name: Text, amountText: Text, words: Text.optional() });

/** A fee as it is assessed when the paper is made; `note` says why it is less than posted, and on which receipt it was paid. */
export const ChargeOnPaper = z.strictObject({
  title: Text,
  amountText: Text,
  words: Text.optional(),
  note: Text.optional(),
});
export type ChargeOnPaper = z.infer<typeof ChargeOnPaper>;

/** Fees of one name together: how they were counted, what they come to, and why it is less than posted. */
export const DueOnPaper = z.strictObject({
  title: Text,
  counted: Text.optional(),
  amountText: Text,
  words: Text.optional(),
  note: Text.optional(),
});
export type DueOnPaper = z.infer<typeof DueOnPaper>;

/** A fee as one line says it, with how it was counted. */
export const FeeSaid = z.strictObject({ said: Text, amountText: Text, words: Text.optional(), note: Text.optional() });
export type FeeSaid = z.infer<typeof FeeSaid>;

/** First eight hexadecimal digits of the journal entry a paper comes from. */
const JournalHead = z.string().regex(/^[0-9a-f]{8}$/);
/** The first sixteen: eight are found by trying within an hour, so papers of today print these. */
const Head = z.string().regex(/^[0-9a-f]{16}$/);

/** What every paper of a case says of the case. */
export const caseShape = {
  office: OfficeOnPaper,
  number: NumberOnPaper,
  applicant: PersonOnPaper,
  /** The one who stands at the desk, where that is somebody else. */
  submitter: PersonOnPaper.optional(),
  /** The human being who stands at the desk; absent where an organisation named nobody, and written by hand. */
  filer: Text.optional(),
  procedure: z.strictObject({ code: Text, name: Text, field: Text.optional() }),
  acceptedAt: CivilTime,
  clerk: z.strictObject({ fullName: Text }),
  journalHead: JournalHead.optional(),
  head: Head.optional(),
  practice: z.boolean().optional(),
};

/** What a paper says of a file that is not received: it may have no number yet, and it came in its own way. */
const beforeReceptionShape = {
  ...caseShape,
  number: NumberOnPaper.optional(),
  acceptedAt: CivilTime.optional(),
  beforeReception: z
    .strictObject({
      arrivedAt: CivilTime.optional(),
      submittedAt: CivilTime.optional(),
      parcelAt: CivilTime.optional(),
      trackingNumber: Text.optional(),
    })
    .optional(),
};

/** The running number of a numbered paper in its year, and the counter's code where an office has several. */
const PaperNumber = z.strictObject({
  number: z.int().min(1).optional(),
  desk: Text.optional(),
  /** Both together: `03-Q1`. */ text: Text.optional(),
});

/** What Mẫu 01 (Giấy tiếp nhận hồ sơ và hẹn trả kết quả) can print. */
export const Mau01Data = z.strictObject({
  ...caseShape,
  /** The digits of the square that the desk signed; absent on papers from before receipts were signed. */
  square: z
    .string()
    .regex(/^\d{240,370}$/)
    .optional(),
  /** When the file first came, where it was completed later: the term runs from `acceptedAt` (NĐ 118/2025 Điều 19 k5). */
  firstAcceptedAt: CivilTime.optional(),
  /** The receipt that was wrong and is void, on the one in its place; `at` is when that was made. */
  /** `times`: issued again under the same code, for the first, the second time. */
  replaces: z.strictObject({ number: Text, at: CivilTime, times: z.int().min(1).optional() }).optional(),
  /** Who typed in a file that was received by hand on a numbered blank, and when. */
  enteredLater: z.strictObject({ by: Text, at: CivilTime }).optional(),
  components: z.array(ComponentOnPaper),
  /** Sets of papers (bộ). */
  quantity: z.int().min(1),
  /** Another agency decides: who, and by when it has the file at the latest, from which its time runs. */
  decidedBy: z.strictObject({ agency: Text, sendBy: CivilTime }).optional(),
  /** Several agencies one after the other, each with what it does and its time where that is known. */
  legs: z.array(z.strictObject({ agency: Text, work: Text, term: Text.optional() })).optional(),
  /** `said` in the place of `text` on papers of today: what was agreed is not said to be a number of days. */
  term: z.strictObject({ text: Text, said: Text.optional() }),
  dueAt: CivilTime,
  delivery: z.strictObject({ text: Text }),
  /** As they were at reception: papers made before waivers were told print them. */
  fees: z.array(FeeOnPaper),
  charges: z.array(ChargeOnPaper),
  /** What was handed in, by short names; what was only shown is not among it. Papers made before print `components`. */
  papers: z.array(ComponentOnPaper).optional(),
  /** What is held, paper by paper where copies of several are certified; papers made before print `papers`. */
  held: z.array(ComponentOnPaper).optional(),
  /** Papers made before print `charges`. */
  dues: z.array(DueOnPaper).optional(),
  /** The fees as they are printed today. */
  payable: z.array(FeeSaid).optional(),
  /** When a receipt was made that is not the first one, which of the earlier it stands for, and what was handed in meanwhile. */
  issuedAt: CivilTime.optional(),
  inPlaceOf: Text.optional(),
  supplied: Text.optional(),
  register: z.strictObject({ book: Text.optional(), serial: Text.optional() }).optional(),
  /** Volume and running number of the register of files (Sổ theo dõi); absent on a receipt that is only looked at. */
  inRegister: z.strictObject({ volume: Text, serial: Text }).optional(),
});
export type Mau01Data = z.infer<typeof Mau01Data>;

/** What every paper of a kit says. */
const kitShape = {
  office: OfficeOnPaper,
  desk: z.strictObject({ code: Text, name: Text }),
  /** The civil day whose serials were set aside. */
  day: CivilTime,
  setAsideAt: CivilTime,
  journalHead: JournalHead.optional(),
  head: Head.optional(),
  practice: z.boolean().optional(),
};

/** What a blank Mẫu 01 can print: a number, and room to write in. */
export const Mau01TrongData = z.strictObject({
  ...kitShape,
  number: NumberOnPaper,
  /** One for each empty row of the table of papers. */
  rows: z.array(z.strictObject({ name: Text.optional() })),
  /** Never filled: a dotted line to write on. */
  blank: Text.optional(),
});
export type Mau01TrongData = z.infer<typeof Mau01TrongData>;

/** What blank pages of the register (Mẫu 07) can print: a line for each number of a kit. */
export const SoTrongData = z.strictObject({
  ...kitShape,
  lines: z.array(z.strictObject({ number: Text, blank: Text.optional() })),
  count: z.int().min(1),
});
export type SoTrongData = z.infer<typeof SoTrongData>;

/** What Mẫu 02 (Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ) can print. */
export const Mau02Data = z.strictObject({
  ...beforeReceptionShape,
  paper: PaperNumber,
  requestedAt: CivilTime,
  /** The citizen's last day to hand in what is missing; absent before reception, where no such time runs. */
  lastDay: CivilTime.optional(),
  /** What becomes of the file then, where the law of the field has it otherwise than NĐ 118/2025 Điều 19 k5. */
  afterLastDay: Text.optional(),
  /** What is missing, in plain words, one for each number. */
  items: z.array(z.strictObject({ text: Text })).min(1),
  reason: Text,
  /** Why a supervisor asked a second time or late. */
  override: Text.optional(),
  guide: z.strictObject({ fullName: Text }),
});
export type Mau02Data = z.infer<typeof Mau02Data>;

/** The agency in whose name a letter goes out: its header, and who signs. */
const Issuer = z.strictObject({
  name: Text,
  header: Text,
  above: Text.optional(),
  place: Text.optional(),
  head: Text,
  /** Of who signs in its head's stead: what they are, and their name. */
  deputy: Text.optional(),
  signer: Text.optional(),
  /** The centre, where another agency signs what it prepared. */
  preparedBy: Text.optional(),
  /** Its name inside a sentence: the kind of a unit is written small (NĐ 30/2020, Phụ lục II). */
  inText: Text.optional(),
});

/** What Mẫu 03 (Phiếu từ chối tiếp nhận giải quyết hồ sơ) can print. */
export const Mau03Data = z.strictObject({
  ...beforeReceptionShape,
  paper: PaperNumber,
  refusedAt: CivilTime,
  reason: Text,
  legalBasis: Text.optional(),
  officer: z.strictObject({ fullName: Text }),
  /** Who signs it, after the case was handled: the agency that decides (NĐ 118/2025 Điều 19 k3). */
  issuer: Issuer.optional(),
  /** Of this office's own book; the other agency gives its own number. */
  ownNumber: z.int().min(1).optional(),
  ownDesk: Text.optional(),
});
export type Mau03Data = z.infer<typeof Mau03Data>;

/** What Mẫu 04 (Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết) can print. */
export const Mau04Data = z.strictObject({
  ...caseShape,
  paper: PaperNumber,
  extendedAt: CivilTime,
  reason: Text,
  oldDueAt: CivilTime,
  newDueAt: CivilTime,
  /** Who handles the file, as far as the hand-over says; papers made before the agency was named print it. */
  handler: Text,
  /** The agency that handles the file and apologises: its name, its header, and who signs. */
  issuer: Issuer,
  /** The article it rests on: of a file about to be late, or of one that is (NĐ 118/2025 Điều 19 k6, Điều 12 k5). */
  article: Text.optional(),
  /** Once at most is said where the article says it. */
  once: z.boolean().optional(),
  /** Of the book of this office: a paper that another agency issues gets its number there. */
  ownNumber: z.int().min(1).optional(),
  ownDesk: Text.optional(),
  /** The division or the officer inside the agency, where the hand-over says. */
  division: Text.optional(),
});
export type Mau04Data = z.infer<typeof Mau04Data>;

/** What Mẫu 05 (Thông báo dừng giải quyết hồ sơ) can print: the least that NĐ 118/2025 Điều 21 implies. */
export const Mau05Data = z.strictObject({
  ...caseShape,
  paper: PaperNumber,
  stoppedAt: CivilTime,
  /** The ground as a whole sentence, and the article it rests on. */
  cause: Text,
  basis: Text,
  /** The ground, a paragraph for each thing that led to it; papers made before print `cause`. */
  grounds: z.array(z.strictObject({ text: Text })).optional(),
  /** How far the file had come. */
  stage: Text,
  components: z.array(ComponentOnPaper),
  /** As they were at reception: papers made before waivers were told print them. */
  fees: z.array(FeeOnPaper),
  charges: z.array(ChargeOnPaper),
  /** What was handed in, without what was only shown; papers made before print them. */
  papers: z.array(ComponentOnPaper).optional(),
  /** The same as the receipt lists it, paper by paper. */
  held: z.array(ComponentOnPaper).optional(),
  dues: z.array(DueOnPaper).optional(),
  /** What was paid, each with its receipt; papers made before print `dues`, paid or not. */
  paid: z.array(FeeSaid).optional(),
  /** Something was to be paid and nothing was. */
  unpaid: z.boolean().optional(),
  officer: z.strictObject({ fullName: Text }),
  /** Who signs in the director's stead. */
  signs: z.strictObject({ head: Text, deputy: Text, signer: Text }).optional(),
});
export type Mau05Data = z.infer<typeof Mau05Data>;

/** One hand-over; a blank row has nothing in it and is written by hand. */
const HandOver = z.strictObject({
  from: Text.optional(),
  to: Text.optional(),
  at: CivilTime.optional(),
  giver: Text.optional(),
  taker: Text.optional(),
  outcome: Text.optional(),
  note: Text.optional(),
});

/** What Mẫu 06 (Phiếu kiểm soát quá trình giải quyết hồ sơ) can print. */
export const Mau06Data = z.strictObject({
  ...caseShape,
  dueAt: CivilTime,
  /** The last hand-over in the list: the slip is dated by it. */
  madeAt: CivilTime,
  /** The agency that decides, and those that work with it on an interlinked file (Điều 20). */
  agency: Text,
  partners: Text.optional(),
  /** The division or the officer, as far as the hand-over says. */
  handler: Text.optional(),
  handOvers: z.array(HandOver),
  /** All of its way: to the citizen and back for papers, to whoever took the result. Papers made before print `handOvers`. */
  journey: z.array(HandOver).optional(),
  /** The last row of the way. */
  movedAt: CivilTime.optional(),
  /** The first promise, where it was moved, and why. */
  extended: z.strictObject({ from: CivilTime, reason: Text }).optional(),
  /** The agency inside a sentence. */
  agencyInText: Text.optional(),
});
export type Mau06Data = z.infer<typeof Mau06Data>;

const Line = z.strictObject({
  name: Text,
  /** How it was counted: pages and copies of a paper. */
  counted: Text.optional(),
  amountText: Text,
  /** By the rules, where something was taken off, and why. */
  baseText: Text.optional(),
  waiver: Text.optional(),
});

const Receipt = z.strictObject({
  template: Text,
  symbol: Text,
  number: z.string().regex(/^\d{1,8}$/),
  at: CivilTime,
  payer: z.strictObject({ fullName: Text, address: Text.optional(), taxCode: Text.optional() }),
  lines: z.array(Line).min(1),
  amountText: Text,
  words: Text,
  method: Text,
  /** Account and bank, where it was transferred. */
  into: Text.optional(),
  clerk: Text,
  /** Series and number of the receipt whose place this one takes. */
  replaces: Text.optional(),
});

const Collector = z.strictObject({ name: Text, taxCode: Text.optional(), address: Text, account: Text.optional() });

/** What a receipt on paper can print (TT 303/2016/TT-BTC Điều 3), until 31/12/2026. */
export const BienLaiData = z.strictObject({ ...caseShape, collector: Collector, receipt: Receipt });
export type BienLaiData = z.infer<typeof BienLaiData>;

/** What the slip of 2027 can print: the money that was taken, without series and number, for it is no receipt. */
export const PhieuThuTamData = z.strictObject({
  ...caseShape,
  collector: Collector,
  slip: Receipt.omit({ template: true, symbol: true, number: true, replaces: true }),
});
export type PhieuThuTamData = z.infer<typeof PhieuThuTamData>;

/** What an invitation to pay can print: what is owed and the code to pay it by. It proves no payment. */
export const PhieuThanhToanData = z.strictObject({
  ...caseShape,
  /** The day it is made: what is owed is of that day, not of the reception. */
  madeAt: CivilTime,
  collector: Collector,
  payment: z.strictObject({
    lines: z.array(Line).min(1),
    amountText: Text,
    words: Text,
    content: Text,
    bank: Text.optional(),
    accountNumber: Text.optional(),
    accountName: Text.optional(),
    /** The text of the VietQR code; absent for 0 đồng and where the office has no account. */
    vietQr: z
      .string()
      .regex(/^[ -~]{40,300}$/)
      .optional(),
  }),
});
export type PhieuThanhToanData = z.infer<typeof PhieuThanhToanData>;

/** What a hand-over list (danh sách bàn giao hồ sơ) can print: a case a line, counts, and both signatures. */
export const BanGiaoData = z.strictObject({
  office: OfficeOnPaper,
  number: NumberOnPaper,
  to: Text,
  /** What kind of hand-over it is, in words, with its article. */
  purpose: Text,
  madeAt: CivilTime,
  note: Text.optional(),
  cases: z.array(
    z.strictObject({
      number: Text,
      applicant: Text,
      procedure: Text,
      papers: z.int().min(0),
      acceptedAt: CivilTime,
      dueAt: CivilTime.optional(),
      work: Text.optional(),
      term: Text.optional(),
    }),
  ),
  /** The list goes to another agency: what it has to do and its time stand in each line (Điều 20). */
  toAgency: z.boolean().optional(),
  /** Files that go through several agencies, each with all of them. */
  chains: z.array(z.strictObject({ number: Text, agencies: Text })).optional(),
  count: z.int().min(0),
  papers: z.int().min(0),
  giver: z.strictObject({ fullName: Text }),
  practice: z.boolean().optional(),
});
export type BanGiaoData = z.infer<typeof BanGiaoData>;

/** What a phiếu hướng dẫn can print (NĐ 118/2025 Điều 16): papers, agency, procedure, time limit, fees. It is of no case. */
export const HuongDanData = z.strictObject({
  office: OfficeOnPaper,
  procedure: z.strictObject({ code: Text, name: Text, field: Text, authority: Text }),
  components: z.array(
    z.strictObject({
      name: Text,
      /** The case in which this paper is asked for. */
      condition: Text.optional(),
      originals: z.int().min(0),
      copies: z.int().min(0),
    }),
  ),
  /** Who asked, where they said it, and what they were told to bring still. */
  person: Text.optional(),
  items: z.array(z.strictObject({ text: Text })).optional(),
  note: Text.optional(),
  term: z.strictObject({ text: Text.optional(), note: Text.optional() }),
  /** How the file goes (Điều 16), and what is not verified of it. */
  course: z.strictObject({ text: Text, note: Text.optional() }).optional(),
  fee: z.strictObject({ text: Text, note: Text.optional() }),
  /** What the citizen is told today: the papers of their case, the time, each fee and what is free of it (Điều 16). */
  papers: z
    .array(
      z.strictObject({
        name: Text,
        condition: Text.optional(),
        shown: Text.optional(),
        originals: z.int().min(0),
        copies: z.int().min(0),
      }),
    )
    .optional(),
  termNote: Text.optional(),
  fees: z.array(z.strictObject({ text: Text })).optional(),
  agencyInText: Text.optional(),
  result: Text.optional(),
  legalBasis: z.array(z.strictObject({ text: Text })),
  /** The dated list the guidance was taken from. */
  catalogueVersion: Text,
  printedAt: CivilTime,
  clerk: z.strictObject({ fullName: Text }).optional(),
  practice: z.boolean().optional(),
});
export type HuongDanData = z.infer<typeof HuongDanData>;

/** What the label of a bundle can print: it lies open on desks and trolleys, so it names no person. */
export const NhanTuiData = z.strictObject({
  number: z.strictObject({ printed: Text, temporary: z.boolean() }),
  procedure: z.strictObject({ code: Text, name: Text, field: Text }),
  acceptedAt: CivilTime,
  dueAt: CivilTime.optional(),
  /** Sets of papers, and papers in each. */
  quantity: z.number(),
  papers: z.number(),
  desk: Text,
  centre: Text,
  practice: z.boolean().optional(),
});
export type NhanTuiData = z.infer<typeof NhanTuiData>;

/** What the wording of certification can print: what is written on each paper, with its number, for whoever signs. */
export const LoiChungData = z.strictObject({
  ...caseShape,
  certifiedAt: CivilTime,
  /** Somebody took the signature or the contract at the counter, and signs too (TT 01/2020 Phụ lục). */
  taken: z.boolean(),
  signer: z.strictObject({ fullName: Text, title: Text.optional() }),
  papers: z.array(z.strictObject({ paper: Text, counted: Text, number: Text, book: Text, wording: Text })).min(1),
});
export type LoiChungData = z.infer<typeof LoiChungData>;

/** What a sheet of all that happened to a case can print. */
export const QuaTrinhData = z.strictObject({
  ...caseShape,
  /** The last thing that happened: the sheet is dated by it. */
  madeAt: CivilTime,
  status: Text,
  dueAt: CivilTime.optional(),
  steps: z.array(
    z.strictObject({
      at: CivilTime,
      person: Text,
      what: Text,
      to: Text.optional(),
      /** The promise in force after it. */
      dueAt: CivilTime.optional(),
    }),
  ),
});
export type QuaTrinhData = z.infer<typeof QuaTrinhData>;

/** What a giấy biên nhận trả kết quả can print; no circular gives it, offices use it. */
export const TraKetQuaData = z.strictObject({
  ...caseShape,
  returnedAt: CivilTime,
  giver: z.strictObject({ fullName: Text }),
  receiver: PersonOnPaper,
  /** In whose name a proxy came, and by which paper. */
  authorisation: Text.optional(),
  /** The receipt was lost and an identity paper was shown (NĐ 118/2025 Điều 6 k2b). */
  receiptLost: z.boolean(),
  /** Originals that were taken in, to be given back but for those that stay with the file (NĐ 118/2025 Điều 22). */
  originals: z.array(z.strictObject({ name: Text, count: z.int().min(1) })).optional(),
  /** The same without what was only shown, by short names; papers made before print `originals`. */
  takenIn: z.array(z.strictObject({ name: Text, count: z.int().min(1) })).optional(),
  results: z.array(z.strictObject({ kind: Text, number: Text.optional(), summary: Text.optional() })).min(1),
  /** The same as it is printed today: the procedure is named above, so only what says more stands beside it. */
  given: z.array(z.strictObject({ kind: Text, number: Text.optional(), note: Text.optional() })).optional(),
});
export type TraKetQuaData = z.infer<typeof TraKetQuaData>;

/** What goes home of a case that was stopped (NĐ 118/2025 Điều 21 k1); no circular gives it. */
export const TraHoSoData = z.strictObject({
  ...caseShape,
  returnedAt: CivilTime,
  giver: z.strictObject({ fullName: Text }),
  receiver: PersonOnPaper,
  authorisation: Text.optional(),
  receiptLost: z.boolean(),
  /** Why the case was stopped, where it says so in words. */
  cause: Text.optional(),
  papers: z.array(z.strictObject({ name: Text, originals: z.int(), copies: z.int() })),
  /** The same as the receipt lists them, paper by paper; papers made before print `papers`. */
  held: z.array(ComponentOnPaper).optional(),
});
export type TraHoSoData = z.infer<typeof TraHoSoData>;

/** One of two things that counters told of one case: what, when and where. */
const ToldOnPaper = z.strictObject({ what: Text, at: CivilTime, counter: Text });

/** What the notice can print that says which of two things stands that a citizen was told; no circular gives it. */
export const ThongBaoLaiData = z.strictObject({
  ...beforeReceptionShape,
  /** A petition is of none. */
  procedure: caseShape.procedure.optional(),
  /** Its number in the register of petitions, and what it is about. */
  petition: z.strictObject({ number: Text, summary: Text, sourceCode: Text.optional() }).optional(),
  /** What it is about inside a sentence: `hồ sơ`, `phản ánh, kiến nghị`. */
  thing: Text,
  paper: PaperNumber,
  decidedAt: CivilTime,
  lost: ToldOnPaper,
  stands: ToldOnPaper,
  status: Text,
  /** The promise that counts now, where one runs. */
  dueAt: CivilTime.optional(),
  /** The one on the other paper, where it is another. */
  oldDueAt: CivilTime.optional(),
  /** The number on the other paper, where it is another. */
  oldNumber: Text.optional(),
  reason: Text,
  supervisor: z.strictObject({ fullName: Text }),
});
export type ThongBaoLaiData = z.infer<typeof ThongBaoLaiData>;

/** What a notice of a financial obligation can print (NĐ 118/2025 Điều 24); no circular gives it. */
export const NghiaVuData = z.strictObject({
  ...caseShape,
  paper: PaperNumber,
  askedAt: CivilTime,
  reason: Text,
  amountText: Text.optional(),
  words: Text.optional(),
  /** The time until it is met is not counted. */
  clockStands: z.boolean(),
  /** The promise, where it runs on. */
  dueAt: CivilTime.optional(),
  officer: z.strictObject({ fullName: Text }),
});
export type NghiaVuData = z.infer<typeof NghiaVuData>;

/** What tells who paid that their receipt says something wrong, and stays (TT 91/2026 Điều 20 k1); no circular gives this side of it. */
export const BienLaiSaiData = z.strictObject({
  ...caseShape,
  paper: PaperNumber,
  toldAt: CivilTime,
  /** Whom it is sent to: the payer as they are called rightly, by this notice and those before it. */
  addressee: z.strictObject({ fullName: Text, address: Text.optional() }),
  receipt: z.strictObject({
    template: Text,
    symbol: Text,
    number: Text,
    at: CivilTime,
    payer: z.strictObject({ fullName: Text, address: Text.optional() }),
    amountText: Text,
    words: Text,
    /** What says that it is not made again: of an electronic one alone, the circular does not speak of paper. */
    keptBy: Text.optional(),
  }),
  /** What is wrong, in words, one line each: what stands there and what is right where that is known. */
  errors: z.array(z.strictObject({ text: Text, stands: Text.optional(), right: Text })).min(1),
  reason: Text,
  supervisor: z.strictObject({ fullName: Text }),
});
export type BienLaiSaiData = z.infer<typeof BienLaiSaiData>;

/** What the sheet says that shows how far a printer draws beside its place. `corrected` is there once it is moved as set, for a last look. */
export const CalibrationData = z.strictObject({
  printer: Text,
  printedAt: CivilTime,
  corrected: z.strictObject({ left: Text, top: Text }).optional(),
});

/** The key that opens a sealed register, in two rows of groups, for an envelope. */
export const RecoveryKeyData = z.strictObject({
  centreName: Text,
  deskName: Text,
  madeAt: CivilTime,
  rows: z.array(z.strictObject({ from: Text, to: Text, text: Text })),
});

/** What a printer's test page can print. */
export const TestPageData = z.strictObject({ printer: Text, printedAt: CivilTime });
