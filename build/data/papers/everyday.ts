import { type Rule, units } from './rule.ts';

export const certificationPapers: readonly Rule[] = [
  { match: /^Bản chính giấy tờ, văn bản làm cơ sở/, short: 'Bản chính và bản sao cần chứng thực' },
  {
    match: /^Một trong các giấy tờ sau: Căn cước|^Người yêu cầu chứng thực xuất trình một/,
    short: 'Giấy tờ tùy thân',
    kind: 'shown',
  },
  { match: /^Giấy tờ, văn bản mà mình sẽ/, short: 'Giấy tờ cần chứng thực chữ ký' },
  {
    match: /^Bản chính hoặc bản sao có chứng thực giấy tờ chứng minh quan hệ/,
    short: 'Giấy tờ chứng minh quan hệ',
    kind: 'shown',
    case: 'Người đại diện, thân nhân, người thừa kế',
  },
  { match: /^Dự thảo giao dịch sửa đổi/, short: 'Dự thảo giao dịch sửa đổi, hủy bỏ' },
  { match: /^Dự thảo giao dịch/, short: 'Dự thảo giao dịch' },
  { match: /^Dự thảo di chúc/, short: 'Dự thảo di chúc' },
  { match: /^Dự thảo văn bản phân chia/, short: 'Dự thảo văn bản phân chia di sản' },
  { match: /^Dự thảo văn bản từ chối/, short: 'Dự thảo văn bản từ chối nhận di sản' },
  { match: /^Giao dịch đã được chứng thực/, short: 'Giao dịch đã được chứng thực' },
  { match: /^Văn bản thỏa thuận về việc sửa lỗi/, short: 'Văn bản thỏa thuận sửa lỗi' },
  { match: /^Bản dịch/, short: 'Bản dịch và giấy tờ cần dịch' },
  {
    match: /^Bản chính hoặc bản sao từ sổ gốc, bản sao có chứng thực bằng/,
    short: 'Bằng cấp ngoại ngữ của người dịch',
    kind: 'shown',
  },
  {
    match: /^Bản chính hoặc bản sao có chứng thực hoặc bản sao điện tử/,
    short: 'Giấy chứng nhận quyền về tài sản',
    case: 'Tài sản phải đăng ký',
    // NĐ 23/2015 Điều 36 k1b: a copy is handed in, the original is shown to compare it.
    counts: { originals: 0, copies: 1 },
  },
];

export const adoptionPapers: readonly Rule[] = [
  { match: /^Tờ khai đăng ký lại việc nuôi con nuôi/, short: 'Tờ khai đăng ký lại nuôi con nuôi' },
  { match: /^Đơn xin nhận con nuôi/, short: 'Đơn xin nhận con nuôi' },
  { match: /^Giấy khám sức khỏe .*06 tháng/, short: 'Giấy khám sức khỏe người nhận nuôi' },
  { match: /^Giấy khám sức khỏe/, short: 'Giấy khám sức khỏe con nuôi' },
  { match: /^Văn bản xác nhận hoàn cảnh gia đình/, short: 'Xác nhận hoàn cảnh, chỗ ở, kinh tế' },
  { match: /^Bản sao Hộ chiếu, Thẻ căn cước/, short: 'Bản sao giấy tờ tùy thân' },
  { match: /^Văn bản xác nhận tình trạng hôn nhân/, short: 'Giấy tờ về tình trạng hôn nhân' },
  { match: /^Đơn đăng ký nhu cầu nhận trẻ em/, short: 'Đơn đăng ký nhu cầu nhận con nuôi', case: 'Chưa tìm được trẻ' },
  { match: /^Quyết định tiếp nhận đối với trẻ em/, short: 'Quyết định tiếp nhận trẻ', case: 'Trẻ ở cơ sở nuôi dưỡng' },
  { match: /^02 ảnh toàn thân/, short: '02 ảnh toàn thân của con nuôi' },
  {
    match: /^Biên bản xác nhận do Ủy ban nhân dân hoặc Công an/,
    short: 'Giấy tờ về hoàn cảnh của trẻ',
    case: 'Trẻ bị bỏ rơi, mồ côi hoặc cha mẹ mất tích, mất năng lực',
  },
  { match: /^Giấy khai sinh$/, short: 'Giấy khai sinh con nuôi' },
  { match: /^Tờ khai điện tử \(Mẫu số 01/, short: 'Tờ khai điện tử (Mẫu 01)' },
  { match: /^Dữ liệu điện tử có ký số của Giấy chứng sinh/, short: 'Giấy chứng sinh điện tử hoặc thay thế' },
  {
    match: /^Thành phần hồ sơ theo pháp luật cư trú/,
    short: 'Giấy tờ về cư trú',
    case: 'Thường trú khác nơi của cha, mẹ',
  },
];

/** The police took the forms of their circular of 2026; the lists still name the one before. */
const ct01 = 'Tờ khai thay đổi thông tin cư trú (CT01)';

export const residencePapers: readonly Rule[] = [
  { match: /^Tờ khai thay đổi thông tin cư trú/i, short: ct01 },
  {
    match: /^Đối với Quân đội nhân dân/,
    short: 'Giấy giới thiệu (Quân đội)',
    kind: 'alternative',
    group: 'unit',
    case: units,
  },
  {
    match: /^Đối với Công an nhân dân/,
    short: 'Giấy giới thiệu (Công an)',
    kind: 'alternative',
    group: 'unit',
    case: units,
  },
  { match: /^Văn bản đề nghị gia hạn tạm trú/, short: 'Văn bản đề nghị kèm danh sách' },
  { match: /^Văn bản đề nghị đăng ký tạm trú/, short: 'Văn bản đề nghị kèm danh sách' },
  { match: /^Văn bản đề nghị của người đứng đầu cơ sở trợ giúp/, short: 'Đề nghị của cơ sở trợ giúp xã hội' },
  { match: /^Giấy tờ, tài liệu xác nhận về việc chăm sóc/, short: 'Giấy tờ về việc chăm sóc, trợ giúp' },
  { match: /^Thông tin chứng minh quan hệ nhân thân/, short: 'Thông tin về quan hệ nhân thân', kind: 'shown' },
  { match: /^Thông tin chứng minh về chỗ ở hợp pháp/, short: 'Thông tin về chỗ ở hợp pháp', kind: 'shown' },
  { match: /^Thông tin chứng minh đủ diện tích/, short: 'Thông tin về diện tích nhà ở', kind: 'shown' },
  { match: /^Thông tin chứng minh thuộc trường hợp xóa/, short: 'Thông tin về việc xóa đăng ký', kind: 'shown' },
  {
    match: /^Thông tin về sự thay đổi trong Cơ sở dữ liệu hộ tịch/,
    short: 'Thông tin về thay đổi hộ tịch',
    kind: 'shown',
  },
  {
    match: /^Văn bản xác nhận .*địa điểm phương tiện/,
    short: 'Xác nhận nơi đậu, đỗ phương tiện',
    case: 'Người sống trên phương tiện',
    alone: true,
  },
  {
    match: /^Giấy chứng nhận đăng ký phương tiện/,
    short: 'Giấy đăng ký, an toàn phương tiện',
    case: 'Người sống trên phương tiện',
    alone: true,
  },
  { match: /^Văn bản xác nhận .*thuộc đối tượng quy định/, short: 'Xác nhận thuộc đối tượng, có nhà ở' },
  { match: /^Văn bản xác nhận .*công trình phụ trợ/, short: 'Xác nhận cơ sở có nhà ở' },
  { match: /^Giấy tờ, tài liệu chứng minh là nhà tu hành/, short: 'Giấy tờ của nhà tu hành, chức sắc' },
  { match: /^Hợp đồng, văn bản về việc cho thuê, cho mượn/, short: 'Hợp đồng thuê, mượn, ở nhờ' },
  { match: /^Giấy tờ, tài liệu chứng minh việc ly hôn/, short: 'Giấy tờ ly hôn và quyền dùng chỗ ở' },
  { match: /^Đề nghị khai báo tạm vắng/, short: 'Đề nghị khai báo tạm vắng' },
  { match: /^Văn bản đồng ý của cơ quan có thẩm quyền giám sát/, short: 'Văn bản đồng ý của cơ quan giám sát' },
  { match: /^Nội dung khai báo tạm vắng/, short: 'Nội dung khai báo tạm vắng' },
  { match: /^Khi có người đến lưu trú/, short: 'Nội dung thông báo lưu trú' },
];

export const socialPapers: readonly Rule[] = [
  { match: /^Đơn đề nghị theo Mẫu số 01 ban hành kèm Thông tư số 01\/2019/, short: 'Đơn đề nghị (Mẫu 01)' },
  { match: /^Bản sao các giấy tờ liên quan đến khuyết tật/, short: 'Bản sao giấy tờ về khuyết tật (nếu có)' },
  { match: /^Bản sao kết luận của Hội đồng Giám định/, short: 'Bản sao kết luận giám định trước 6/2012' },
  { match: /^Văn bản đề nghị hưởng trợ cấp hưu trí/, short: 'Đề nghị trợ cấp hưu trí (Mẫu 01)' },
  { match: /^Tờ khai đề nghị hỗ trợ chi phí mai táng/, short: 'Tờ khai hỗ trợ mai táng (Mẫu 02)' },
  {
    match: /^Tờ khai của đối tượng hoặc người giám hộ/,
    short: 'Tờ khai của đối tượng, người giám hộ',
    name: 'Tờ khai của đối tượng hoặc người giám hộ, theo mẫu',
  },
  { match: /^Bản sao Giấy xác nhận khuyết tật/, short: 'Bản sao giấy xác nhận khuyết tật', case: 'Người khuyết tật' },
  { match: /^Xác nhận của cơ quan y tế có thẩm quyền/, short: 'Xác nhận của cơ quan y tế', case: 'Người nhiễm HIV' },
  { match: /^Bản sao giấy khai sinh đối với trẻ em/, short: 'Bản sao giấy khai sinh', case: 'Trẻ em' },
  { match: /^Giấy tờ liên quan khác/, short: 'Giấy tờ liên quan khác (nếu có)' },
  { match: /^Đơn đề nghị \(Mẫu số 18/, short: 'Đơn đề nghị (Mẫu 18)' },
  { match: /^Bản sao chứng thực từ Bằng/, short: 'Bản sao Bằng «Tổ quốc ghi công»' },
  { match: /^Bản khai theo Mẫu số 12/, short: 'Bản khai (Mẫu 12)' },
  { match: /^Bản sao được chứng thực từ giấy báo tử/, short: 'Bản sao giấy báo tử, trích lục khai tử' },
  {
    match: /^Bản sao được chứng thực từ giấy khai sinh/,
    short: 'Bản sao giấy khai sinh của con',
    case: 'Con chưa đủ 18 tuổi',
  },
  {
    match: /^Giấy xác nhận của cơ sở giáo dục/,
    short: 'Giấy xác nhận đang đi học',
    case: 'Con từ đủ 18 tuổi đang đi học',
  },
  { match: /^Đơn đề nghị cấp giấy xác nhận thân nhân/, short: 'Đơn đề nghị xác nhận thân nhân' },
  { match: /^Bản sao được chứng thực từ một trong các giấy tờ/, short: 'Bản sao giấy tờ người có công' },
  { match: /^Giấy đề nghị rà soát hộ nghèo/, short: 'Giấy đề nghị rà soát (Mẫu 01)' },
  { match: /^Giấy đề nghị công nhận hộ thoát nghèo/, short: 'Giấy đề nghị công nhận (Mẫu 04)' },
];

export const otherPapers: readonly Rule[] = [
  { match: /^Giấy chứng nhận về khuyết tật/, short: 'Giấy chứng nhận về khuyết tật' },
  { match: /^Giấy chứng nhận là hộ nghèo/, short: 'Giấy chứng nhận hộ nghèo, cận nghèo' },
  { match: /^Đơn có xác nhận của nhà trường/, short: 'Đơn có xác nhận của nhà trường' },
  { match: /^Đơn xin chuyển trường/, short: 'Đơn xin chuyển trường' },
  { match: /^Học bạ/, short: 'Học bạ (bản chính)' },
  { match: /^Giấy giới thiệu chuyển trường/, short: 'Giấy giới thiệu chuyển trường' },
  { match: /^Văn bản đề nghị cấp phép sử dụng tạm thời/, short: 'Văn bản đề nghị cấp phép' },
  { match: /^Phương án sử dụng tạm thời lòng đường/, short: 'Phương án sử dụng, tổ chức giao thông' },
  { match: /^Văn bản đề nghị cung cấp thông tin/, short: 'Văn bản đề nghị cung cấp thông tin' },
];
