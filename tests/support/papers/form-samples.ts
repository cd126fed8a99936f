import type {
  HuongDanData,
  Mau02Data,
  Mau03Data,
  Mau04Data,
  Mau05Data,
  Mau06Data,
  NhanTuiData,
  QuaTrinhData,
  TraKetQuaData,
} from '../../../electron/paper/forms/data.ts';
import type {
  Bieu06aData,
  Bieu07aData,
  Bieu08bData,
  CatGiamData,
  ChiSo766Data,
} from '../../../electron/paper/forms/list-data.ts';
import { birth } from './mau-01-sample.ts';

/** What the papers of one invented case of a merchant say, and of one procedure. */
const common = {
  office: birth.office,
  number: birth.number,
  applicant: { ...birth.applicant, title: 'Ông/Bà', called: 'Ông/Bà' },
  filer: 'NGUYỄN THỊ ĐẶNG ÁNH',
  procedure: { code: '1.001612', name: 'Đăng ký thành lập hộ kinh doanh', field: 'Hộ kinh doanh' },
  acceptedAt: '2026-11-23T15:12:00+07:00',
  clerk: birth.clerk,
  journalHead: '1a2b3c4d',
};

const mau02: Mau02Data = {
  ...common,
  paper: { number: 7 },
  requestedAt: '2026-11-25T09:30:00+07:00',
  lastDay: '2026-12-10T17:00:00+07:00',
  items: [
    { text: 'Giấy đề nghị đăng ký hộ kinh doanh có chữ ký của chủ hộ' },
    {
      text: 'Bản sao biên bản họp thành viên hộ gia đình về việc thành lập hộ kinh doanh, trong trường hợp các thành viên hộ gia đình cùng đăng ký',
    },
  ],
  reason: 'Giấy đề nghị chưa ký; hồ sơ ghi có hai thành viên hộ gia đình cùng đăng ký nhưng chưa có biên bản họp.',
  guide: { fullName: 'Lê Thị Hường' },
};

const mau03: Mau03Data = {
  ...common,
  paper: { number: 12, desk: 'Q1' },
  refusedAt: '2026-11-26T10:00:00+07:00',
  reason:
    'Ngành, nghề đăng ký kinh doanh thuộc danh mục ngành, nghề cấm đầu tư kinh doanh nên không đủ điều kiện được cấp giấy chứng nhận.',
  legalBasis: 'Điều 6 Luật Đầu tư',
  officer: { fullName: 'Lê Thị Hường' },
};

const mau04: Mau04Data = {
  ...common,
  paper: {},
  extendedAt: '2026-11-25T14:00:00+07:00',
  reason: 'Cần chờ ý kiến bằng văn bản của cơ quan quản lý chuyên ngành về điều kiện kinh doanh.',
  oldDueAt: '2026-11-27T15:12:00+07:00',
  newDueAt: '2026-12-02T17:00:00+07:00',
  article: 'khoản 6 Điều 19 Nghị định 118/2025/NĐ-CP',
  once: true,
  handler: 'Phòng Kinh tế, Hạ tầng và Đô thị',
  issuer: {
    name: 'Công an Phường Cát Lái',
    inText: 'Công an phường Cát Lái',
    header: 'CÔNG AN PHƯỜNG CÁT LÁI',
    above: 'CÔNG AN THÀNH PHỐ HỒ CHÍ MINH',
    place: 'Cát Lái',
    head: 'TRƯỞNG CÔNG AN',
    preparedBy: 'Trung tâm Phục vụ hành chính công phường Cát Lái',
  },
};

const mau05: Mau05Data = {
  ...common,
  paper: { number: 3 },
  stoppedAt: '2026-12-15T08:05:00+07:00',
  cause:
    'Ngày 25 tháng 11 năm 2026, Trung tâm đã yêu cầu bổ sung hồ sơ. Quá 15 ngày kể từ ngày yêu cầu, Trung tâm chưa nhận được giấy tờ cần bổ sung.',
  basis: 'khoản 5 Điều 19 Nghị định 118/2025/NĐ-CP',
  grounds: [
    { text: 'Ngày 25 tháng 11 năm 2026, Trung tâm đã yêu cầu bổ sung hồ sơ.' },
    { text: 'Quá 15 ngày kể từ ngày yêu cầu, Trung tâm chưa nhận được giấy tờ cần bổ sung.' },
  ],
  stage: 'Khi dừng, hồ sơ đang chờ bổ sung giấy tờ.',
  components: birth.components,
  papers: birth.papers,
  held: birth.held,
  paid: [
    {
      said: 'Lệ phí đăng ký hộ kinh doanh',
      amountText: '100.000 đồng',
      words: 'Một trăm nghìn đồng',
      note: 'đã nộp, biên lai số 0000012',
    },
  ],
  dues: [
    {
      title: 'Phí, lệ phí: Lệ phí đăng ký hộ kinh doanh',
      amountText: '100.000 đồng',
      words: 'Một trăm nghìn đồng',
      note: 'đã nộp, biên lai số 0000012',
    },
  ],
  fees: [{ name: 'Lệ phí đăng ký hộ kinh doanh', amountText: '100.000 đồng', words: 'Một trăm nghìn đồng' }],
  charges: [
    {
      title: 'Phí, lệ phí: Lệ phí đăng ký hộ kinh doanh',
      amountText: '100.000 đồng',
      words: 'Một trăm nghìn đồng',
      note: 'đã nộp, biên lai số 0000012',
    },
  ],
  officer: { fullName: 'Lê Thị Hường' },
};

const mau06: Mau06Data = {
  ...common,
  dueAt: '2026-11-27T15:12:00+07:00',
  madeAt: '2026-11-23T15:40:00+07:00',
  agency: 'UBND Phường Cát Lái',
  partners: 'Công an Phường Cát Lái; Cơ quan Bảo hiểm xã hội',
  handler: 'Phòng Kinh tế, Hạ tầng và Đô thị',
  handOvers: [
    {
      from: 'Trung tâm Phục vụ hành chính công phường Cát Lái',
      to: 'Phòng Kinh tế, Hạ tầng và Đô thị',
      at: '2026-11-23T15:40:00+07:00',
      giver: 'Trần Minh Đức',
      taker: 'Lê Thị Hường',
    },
    {},
    {},
    {},
    {},
  ],
  journey: [
    {
      from: 'Trung tâm Phục vụ hành chính công phường Cát Lái',
      to: 'Phòng Kinh tế, Hạ tầng và Đô thị',
      at: '2026-11-23T15:40:00+07:00',
      giver: 'Trần Minh Đức',
      taker: 'Lê Thị Hường',
    },
    {
      from: 'UBND Phường Cát Lái - Phòng Kinh tế, Hạ tầng và Đô thị',
      to: 'Người nộp hồ sơ',
      at: '2026-11-25T09:30:00+07:00',
      giver: 'Lê Thị Hường',
      note: 'Yêu cầu bổ sung: Giấy đề nghị chưa ký',
    },
    {},
    {},
    {},
    {},
  ],
  movedAt: '2026-11-25T09:30:00+07:00',
  extended: { from: '2026-11-26T17:00:00+07:00', reason: 'Chờ ý kiến của cơ quan quản lý chuyên ngành' },
  agencyInText: 'UBND phường Cát Lái',
};

const traKetQua: TraKetQuaData = {
  ...common,
  returnedAt: '2026-11-27T09:00:00+07:00',
  giver: { fullName: 'Trần Minh Đức' },
  receiver: { fullName: 'Lê Văn Bình', idNumberMasked: '079•••••5678' },
  authorisation: 'Giấy ủy quyền số 15/UQ ngày 20/11/2026, chứng thực tại UBND phường Cát Lái',
  receiptLost: true,
  originals: [
    { name: 'Giấy đề nghị đăng ký hộ kinh doanh', count: 1 },
    { name: 'Biên bản họp thành viên hộ gia đình', count: 2 },
  ],
  takenIn: [
    { name: 'Giấy đề nghị đăng ký hộ kinh doanh', count: 1 },
    { name: 'Biên bản họp thành viên hộ gia đình', count: 2 },
  ],
  results: [
    { kind: 'Giấy chứng nhận đăng ký hộ kinh doanh', number: '41X8012345', summary: 'Đăng ký thành lập hộ kinh doanh' },
  ],
  given: [{ kind: 'Giấy chứng nhận đăng ký hộ kinh doanh', number: '41X8012345', note: 'kèm 02 bản sao' }],
};

const quaTrinh: QuaTrinhData = {
  ...common,
  madeAt: '2026-11-27T09:00:00+07:00',
  status: 'Đã trả kết quả',
  dueAt: '2026-11-27T15:12:00+07:00',
  steps: [
    {
      at: '2026-11-23T15:12:00+07:00',
      person: 'Trần Minh Đức',
      what: 'Tiếp nhận hồ sơ',
      to: 'Bộ phận tiếp nhận và trả kết quả',
      dueAt: '2026-11-27T15:12:00+07:00',
    },
    {
      at: '2026-11-23T15:40:00+07:00',
      person: 'Trần Minh Đức',
      what: 'Chuyển xử lý',
      to: 'Lê Thị Hường',
      dueAt: '2026-11-27T15:12:00+07:00',
    },
    {
      at: '2026-11-25T09:30:00+07:00',
      person: 'Lê Thị Hường',
      what: 'Yêu cầu bổ sung: Giấy đề nghị chưa ký',
      to: 'NGUYỄN THỊ ĐẶNG ÁNH',
    },
    { at: '2026-11-27T09:00:00+07:00', person: 'Trần Minh Đức', what: 'Trả kết quả', to: 'Lê Văn Bình' },
  ],
};

const huongDan: HuongDanData = {
  office: birth.office,
  procedure: { code: '1.001193', name: 'Đăng ký khai sinh', field: 'Hộ tịch', authority: 'UBND cấp xã' },
  components: [
    { name: 'Tờ khai đăng ký khai sinh theo mẫu', originals: 1, copies: 0 },
    { name: 'Giấy chứng sinh; nếu không có: văn bản của người làm chứng xác nhận việc sinh', originals: 1, copies: 0 },
    {
      name: 'Văn bản xác nhận việc mang thai hộ của cơ sở y tế',
      condition: 'Trường hợp trẻ sinh ra do mang thai hộ',
      originals: 1,
      copies: 1,
    },
  ],
  papers: [
    { name: 'Tờ khai đăng ký khai sinh theo mẫu', originals: 1, copies: 0 },
    {
      name: 'Văn bản xác nhận việc mang thai hộ của cơ sở y tế',
      condition: 'Trường hợp trẻ sinh ra do mang thai hộ',
      originals: 1,
      copies: 1,
    },
    { name: 'Thẻ căn cước của cha, mẹ', shown: 'chỉ xuất trình để đối chiếu, không nộp', originals: 1, copies: 0 },
  ],
  termNote: 'Nhận hồ sơ sau 15 giờ thì trả kết quả trong ngày làm việc tiếp theo',
  fees: [{ text: 'Lệ phí hộ tịch: nộp trực tuyến 0 đồng (NQ 411/NQ-HĐND (29/9/2025)); miễn khi đăng ký đúng hạn' }],
  agencyInText: 'UBND phường Cát Lái',
  term: { text: 'trong ngày', note: 'Nhận hồ sơ sau 15 giờ thì trả kết quả trong ngày làm việc tiếp theo' },
  course: {
    text: '(1) Tiếp nhận, đối chiếu; (2) Ký, đóng dấu; (3) Trả kết quả',
    note: 'khung trình tự chung theo Điều 17 đến Điều 22, chưa đối chiếu',
  },
  fee: { text: 'miễn', note: 'đăng ký đúng hạn' },
  result: 'Giấy khai sinh (bản chính)',
  legalBasis: [{ text: 'Luật Hộ tịch 60/2014/QH13' }, { text: 'Nghị định 123/2015/NĐ-CP' }],
  catalogueVersion: '2026-11-22',
  printedAt: '2026-11-23T08:05:00+07:00',
  clerk: { fullName: 'Trần Minh Đức' },
};

const nhanTui: NhanTuiData = {
  number: birth.number,
  procedure: { code: '1.001612', name: 'Đăng ký thành lập hộ kinh doanh', field: 'Hộ kinh doanh' },
  acceptedAt: '2026-11-23T15:12:00+07:00',
  dueAt: '2026-11-27T17:00:00+07:00',
  quantity: 1,
  papers: 4,
  desk: 'Q1',
  centre: 'Trung tâm Phục vụ hành chính công phường Cát Lái',
};

const testPage = { printer: 'Canon LBP2900 (quầy 1)', printedAt: '2026-11-23T08:05:00+07:00' };

/** Every form with data that show all it can say. */
const line07a = {
  c3: '1.234',
  c6: '19',
  c7: '1.094',
  c8: '114',
  c9: '1.138',
  c10: '329',
  c11: '772',
  c12: '37',
  c13: '96',
  c14: '78',
  c15: '18',
};

const bieu07a: Bieu07aData = {
  office: birth.office,
  from: '2026-10-15T00:00:00+07:00',
  to: '2026-11-14T00:00:00+07:00',
  madeAt: '2026-11-16T08:30:00+07:00',
  periodName: 'Tháng 11 năm 2026',
  unit: 'Phường Cát Lái',
  receiver: 'UBND Thành phố Hồ Chí Minh',
  maker: 'Lê Thị Tiếp Nhận',
  head: '1a2b3c4d5e6f7081',
  lines: [
    { no: '1', field: 'Hộ tịch', ...line07a, c4: '3', c5: '4' },
    { no: '2', field: 'Hợp tác xã, tổ hợp tác', ...line07a },
    { field: 'TỔNG CỘNG', ...line07a },
  ],
  gaps: 'Chưa biết thủ tục 2.000815 trực tuyến toàn trình hay một phần: 525 hồ sơ thuộc cột 4 hoặc cột 5',
};

const head = {
  ...bieu07a,
  periodName: 'Quý III năm 2026',
  from: '2026-06-15T00:00:00+07:00',
  to: '2026-09-14T00:00:00+07:00',
};

const line06a = { c3: '12', c6: '2', c7: '10', c8: '9', c11: '2', c12: '7', c13: '3', c16: '7' };

const bieu06a: Bieu06aData = {
  ...head,
  lines: [
    { no: '1', field: 'Đất đai', ...line06a, c4: '8', c5: '4', c9: '6', c10: '3', c14: '2', c15: '1' },
    { field: 'TỔNG CỘNG', ...line06a },
  ],
  gaps: 'Chưa phân loại hành vi hay quy định hành chính (cột 4, 5, 9, 10, 14, 15)',
};

const bieu08b: Bieu08bData = {
  ...head,
  lines: [
    {
      no: '1',
      field: 'Trung tâm Phục vụ hành chính công phường Cát Lái',
      c3: '2',
      c4: '6',
      c5: '9',
      c6: '0',
      c7: '1',
      c8: '1',
      c9: '0',
    },
  ],
  gaps: 'Cột (10) màn hình cảm ứng tra cứu, đánh giá: chưa ai khai cho ngày cuối kỳ',
};

const figures = {
  office: birth.office,
  from: '2026-10-15T00:00:00+07:00',
  to: '2026-11-14T00:00:00+07:00',
  madeAt: '2026-11-16T08:30:00+07:00',
  periodName: 'Tháng 11 năm 2026',
  unit: 'UBND phường Cát Lái',
  maker: 'Lê Thị Tiếp Nhận',
  head: '0123456789abcdef',
};

const chiSo766: ChiSo766Data = {
  ...figures,
  points: '31,5 – 82,25',
  lines: [
    {
      code: '2.1',
      name: 'Hồ sơ giải quyết đúng hạn',
      parts: '98 / 100',
      share: '98 % (theo hẹn trên giấy 99 %)',
      points: '19,6',
      max: '20',
      lost: '2',
      raise: '12 hồ sơ đang mở còn trong hạn: trả đúng hẹn thì không mất thêm',
    },
    { code: '1.1', name: 'Thủ tục công bố đúng hạn', points: '0 – 6', max: '6' },
  ],
  weeks: [
    {
      week: '15/10/2026 – 21/10/2026',
      files: '25',
      ours: '100 %',
      portal: '96 %',
      online: '9',
      came: '2',
      inCash: '3 / 9',
      content: '91,67 %',
      limits: '3 / 4',
      displeased: '1 / 2',
      open: '0',
      raise: 'thiếu 4 hồ sơ trực tuyến để đủ 50 %',
    },
  ],
  gaps: '1.1: số liệu của hệ thống tỉnh máy tại quầy không giữ.',
};

const catGiam: CatGiamData = {
  ...figures,
  total: 'Bình quân cắt giảm 33,33 %; 1/2 thủ tục đạt từ 30 %; 12 hồ sơ',
  lines: [
    {
      code: '1.004222',
      name: 'Đăng ký thường trú',
      files: '8',
      legal: '7 ngày làm việc',
      committed: '4 ngày làm việc',
      cut: '42,86 %',
    },
    { code: '2.000815', name: 'Chứng thực bản sao từ bản chính', files: '4' },
  ],
  notApplicable: 'N/A: chưa cam kết, hoặc không luật nào định thời hạn, nên không có gì để tính; không phải 0 %.',
  gaps: 'chưa có thời hạn luật định trong danh mục, hoặc hai thời hạn khác đơn vị: 2.000815 (4 hồ sơ).',
};

export const samples: Readonly<Record<string, Record<string, unknown>>> = {
  'bieu-06a': bieu06a,
  'bieu-07a': bieu07a,
  'bieu-08b': bieu08b,
  'cat-giam': catGiam,
  'chi-so-766': chiSo766,
  'huong-dan': huongDan,
  'mau-01': birth,
  'mau-02': mau02,
  'mau-03': mau03,
  'mau-04': mau04,
  'mau-05': mau05,
  'mau-06': mau06,
  'nhan-tui': nhanTui,
  'qua-trinh': quaTrinh,
  'test-page': testPage,
  'tra-ket-qua': traKetQua,
};
