import type { z } from 'zod';
import {
  Bieu06aData,
  Bieu07aData,
  Bieu08bData,
  CatGiamData,
  ChiSo766Data,
  FeesOfMonthData,
  FeesOwedData,
  Mau07Data,
  SoChungThucData,
  PersonalData,
  SoPaknData,
} from './list-data.ts';
import {
  BanGiaoData,
  BienLaiData,
  BienLaiSaiData,
  CalibrationData,
  HuongDanData,
  LoiChungData,
  Mau01Data,
  Mau01TrongData,
  Mau02Data,
  Mau03Data,
  Mau04Data,
  Mau05Data,
  Mau06Data,
  NghiaVuData,
  NhanTuiData,
  PhieuThanhToanData,
  PhieuThuTamData,
  QuaTrinhData,
  RecoveryKeyData,
  SoTrongData,
  TestPageData,
  ThongBaoLaiData,
  TraHoSoData,
  TraKetQuaData,
} from './data.ts';
import { ToKhaiData } from './declaration.ts';
import type { PaperSize } from './schema.ts';

/** The kinds of subject that papers are made of and kept under. */
export type PaperKind = 'case' | 'intake' | 'kit' | 'hand-over' | 'petition';

type Facts = {
  /** What it may print: its file is bound to these fields and to no others. */
  readonly data: z.ZodType;
  /** It carries a running number of the year (`Số: …/…`, NĐ 30/2020). */
  readonly numbered?: true;
  /** The sheet it is always on; the others are on the office's. */
  readonly size?: PaperSize;
};

/** What a form is made of. One that no case has says so to whoever asks a case for it. */
type MadeOf =
  | { readonly of: readonly ['case', ...PaperKind[]] }
  | {
      readonly of: readonly Exclude<PaperKind, 'case'>[];
      readonly notOfCase: { readonly reason: string; readonly reasonEn: string };
    };

const testPage = {
  data: TestPageData,
  of: [],
  notOfCase: { reason: 'Trang in thử không thuộc hồ sơ nào', reasonEn: 'the test page belongs to no case' },
} as const;

/**
 * Every form. A new one is a row here, its file in resources/forms, and its maker in the table of what it is made of, which the compiler
 * asks for (electron/desk/…/papers). On which rolls a form is laid out too stands in electron/domain/common/printing/paper-place.ts.
 */
const forms = {
  'ban-giao': {
    data: BanGiaoData,
    of: ['hand-over'],
    // A list is as wide as it is, whatever paper receipts are on.
    size: 'A4',
    notOfCase: {
      reason: 'Danh sách bàn giao lập cho nhiều hồ sơ một lần; lập ở màn hình Bàn giao (F10)',
      reasonEn: 'a hand-over list is made of many cases at once, on the Hand over screen (F10)',
    },
  },
  'bien-lai': { data: BienLaiData, of: ['case'] },
  'bien-lai-sai': { data: BienLaiSaiData, of: ['case'], numbered: true },
  'bieu-06a': {
    data: Bieu06aData,
    of: [],
    // A report is as wide as it is, whatever paper receipts are on.
    size: 'A4',
    notOfCase: {
      reason: 'Biểu 06a lập cho cả kỳ, không cho một hồ sơ; tải ở màn hình Sổ theo dõi hồ sơ (F8)',
      reasonEn: 'Biểu 06a is made of a period, not of a case; it is made on the Register screen (F8)',
    },
  },
  'bieu-07a': {
    data: Bieu07aData,
    of: [],
    // A report is as wide as it is, whatever paper receipts are on.
    size: 'A4',
    notOfCase: {
      reason: 'Biểu 07a lập cho cả kỳ, không cho một hồ sơ; tải ở màn hình Sổ theo dõi hồ sơ (F8)',
      reasonEn: 'Biểu 07a is made of a period, not of a case; it is made on the Register screen (F8)',
    },
  },
  'bieu-08b': {
    data: Bieu08bData,
    of: [],
    // A report is as wide as it is, whatever paper receipts are on.
    size: 'A4',
    notOfCase: {
      reason: 'Biểu 08b lập cho cả kỳ, không cho một hồ sơ; tải ở màn hình Sổ theo dõi hồ sơ (F8)',
      reasonEn: 'Biểu 08b is made of a period, not of a case; it is made on the Register screen (F8)',
    },
  },
  'cat-giam': {
    data: CatGiamData,
    of: [],
    // A report is as wide as it is, whatever paper receipts are on.
    size: 'A4',
    notOfCase: {
      reason: 'Bảng cắt giảm thời gian lập cho cả kỳ, không cho một hồ sơ; tải ở màn hình Sổ theo dõi hồ sơ (F8)',
      reasonEn: 'the cut of times is made of a period, not of a case; it is made on the Register screen (F8)',
    },
  },
  'chi-so-766': {
    data: ChiSo766Data,
    of: [],
    // A report is as wide as it is, whatever paper receipts are on.
    size: 'A4',
    notOfCase: {
      reason: 'Chỉ số 766 lập cho cả kỳ, không cho một hồ sơ; tải ở màn hình Sổ theo dõi hồ sơ (F8)',
      reasonEn: 'the index of QĐ 766 is made of a period, not of a case; it is made on the Register screen (F8)',
    },
  },
  'du-lieu-ca-nhan': {
    data: PersonalData,
    of: [],
    // A list is as wide as it is, whatever paper receipts are on.
    size: 'A4',
    notOfCase: {
      reason:
        'Bản sao dữ liệu cá nhân lập theo số định danh, danh sách người xem theo ngày; ở màn hình Đơn vị (F9), Dữ liệu cá nhân',
      reasonEn: 'a copy is made of an id number, who looked of days; on the Office screen (F9), Personal data',
    },
  },
  'hieu-chuan': {
    data: CalibrationData,
    of: [],
    notOfCase: { reason: 'Tờ căn lề không thuộc hồ sơ nào', reasonEn: 'the calibration sheet belongs to no case' },
  },
  'khoa-khoi-phuc': {
    data: RecoveryKeyData,
    of: [],
    notOfCase: { reason: 'Tờ khóa khôi phục không thuộc hồ sơ nào', reasonEn: 'the recovery key belongs to no case' },
  },
  'huong-dan': {
    data: HuongDanData,
    of: ['intake'],
    notOfCase: {
      reason: 'Phiếu hướng dẫn lập theo thủ tục, không theo hồ sơ',
      reasonEn: 'the guidance sheet is made of a procedure, not of a case',
    },
  },
  'loi-chung': { data: LoiChungData, of: ['case'] },
  'mau-01': { data: Mau01Data, of: ['case'] },
  'mau-01-cuon': { data: Mau01Data, of: ['case'] },
  'mau-01-cuon-58': { data: Mau01Data, of: ['case'] },
  'mau-01-trong': {
    data: Mau01TrongData,
    of: ['kit'],
    notOfCase: {
      reason: 'Giấy trống in theo bộ giấy dự phòng',
      reasonEn: 'blank receipts are printed as a kit',
    },
  },
  'mau-02': { data: Mau02Data, of: ['case', 'intake'], numbered: true },
  'mau-03': { data: Mau03Data, of: ['case', 'intake'], numbered: true },
  'mau-04': { data: Mau04Data, of: ['case'], numbered: true },
  'mau-05': { data: Mau05Data, of: ['case'], numbered: true },
  'mau-06': { data: Mau06Data, of: ['case'] },
  'mau-07': {
    data: Mau07Data,
    of: [],
    size: 'A4',
    notOfCase: {
      reason: 'Sổ theo dõi lập cho cả kỳ, không cho một hồ sơ; tải ở màn hình Sổ theo dõi hồ sơ',
      reasonEn: 'the register is made of a period, not of a case; it is made on the Register screen (register.file)',
    },
  },
  'nghia-vu': { data: NghiaVuData, of: ['case'], numbered: true },
  'nhan-tui': { data: NhanTuiData, of: ['case'] },
  'phi-chua-thu': {
    data: FeesOwedData,
    of: [],
    // A list is as wide as it is, whatever paper receipts are on.
    size: 'A4',
    notOfCase: {
      reason: 'Danh sách phí chưa thu lập cho cả tháng, không cho một hồ sơ; tải ở màn hình Thu phí (F7), Tháng',
      reasonEn: 'the list of fees owed is made of a month, not of a case; it is made on the Cash screen (F7), Month',
    },
  },
  'phieu-thanh-toan': { data: PhieuThanhToanData, of: ['case'] },
  'phieu-thu-tam': { data: PhieuThuTamData, of: ['case'] },
  'qua-trinh': { data: QuaTrinhData, of: ['case'] },
  'so-chung-thuc': {
    data: SoChungThucData,
    of: [],
    // The book is as wide as it is, whatever paper receipts are on.
    size: 'A4',
    notOfCase: {
      reason: 'Sổ chứng thực lập cho cả tháng, không cho một hồ sơ; tải ở màn hình Chứng thực',
      reasonEn: 'the book of certification is made of a month, not of a case; it is made on the Certification screen',
    },
  },
  'so-pakn': {
    data: SoPaknData,
    of: [],
    // The register is as wide as it is, whatever paper receipts are on.
    size: 'A4',
    notOfCase: {
      reason: 'Sổ phản ánh, kiến nghị lập cho cả kỳ, không cho một hồ sơ; tải ở màn hình Phản ánh (F11)',
      reasonEn:
        'the register of petitions is made of a period, not of a case; it is made on the Petitions screen (F11)',
    },
  },
  'so-trong': {
    data: SoTrongData,
    of: ['kit'],
    // The register is as wide as it is, whatever paper receipts are on.
    size: 'A4',
    notOfCase: {
      reason: 'Trang sổ trống in theo bộ giấy dự phòng',
      reasonEn: 'blank register pages are printed as a kit',
    },
  },
  'test-page': testPage,
  'thu-cuon': testPage,
  'thu-cuon-58': testPage,
  'thu-thang': {
    data: FeesOfMonthData,
    of: [],
    // A settlement is as wide as it is, whatever paper receipts are on.
    size: 'A4',
    notOfCase: {
      reason: 'Bảng quyết toán phí, lệ phí lập cho cả tháng, không cho một hồ sơ; tải ở màn hình Thu phí (F7), Tháng',
      reasonEn: 'the settlement of fees is made of a month, not of a case; it is made on the Cash screen (F7), Month',
    },
  },
  'thong-bao-lai': { data: ThongBaoLaiData, of: ['case', 'intake', 'petition'], numbered: true },
  'tk-hon-nhan': { data: ToKhaiData, of: ['case'], size: 'A4' },
  'tk-ket-hon': { data: ToKhaiData, of: ['case'], size: 'A4' },
  'tk-khai-sinh': { data: ToKhaiData, of: ['case'], size: 'A4' },
  'tk-khai-tu': { data: ToKhaiData, of: ['case'], size: 'A4' },
  'tk-trich-luc': { data: ToKhaiData, of: ['case'], size: 'A4' },
  'tra-ho-so': { data: TraHoSoData, of: ['case'] },
  'tra-ket-qua': { data: TraKetQuaData, of: ['case'] },
} as const satisfies Readonly<Record<string, Facts & MadeOf>>;

type Forms = typeof forms;
type FormName = keyof Forms;

/** The forms made of one kind of subject. */
export type FormOf<K extends PaperKind> = {
  [N in FormName]: K extends Forms[N]['of'][number] ? N : never;
}[FormName];

/** What a form's maker gives it. */
export type DataOf<N extends FormName> = z.infer<Forms[N]['data']>;

/** Undefined for a form that this program does not know: an office may change the forms, and add none. */
export function findForm(name: string): (Facts & MadeOf) | undefined {
  return Object.hasOwn(forms, name) ? forms[name as FormName] : undefined;
}

export function isNumbered(form: string): boolean {
  return findForm(form)?.numbered === true;
}

/** The sheet a form is drawn on in an office. */
export function sizeOf(form: string, office: { readonly paperSize: PaperSize }): PaperSize {
  return findForm(form)?.size ?? office.paperSize;
}
