import type { Paper } from '../readings/reading.ts';
import { civilStatusPapers } from './civil-status.ts';
import { adoptionPapers, certificationPapers, otherPapers, residencePapers, socialPapers } from './everyday.ts';
import { businessPapers, landPapers } from './property.ts';
import { proxy, units } from './rule.ts';

const rules = [
  ...civilStatusPapers,
  ...certificationPapers,
  ...adoptionPapers,
  ...residencePapers,
  ...socialPapers,
  ...landPapers,
  ...businessPapers,
  ...otherPapers,
];

/** Rows of the list that are no paper: notes, headings, and what the office itself puts into the file. */
const noPaper: readonly RegExp[] = [
  /^Lưu ý:/,
  /^Ngoài giấy tờ nêu trên, tùy từng trường hợp/,
  /^Giá trị sử dụng của giấy tờ chứng minh tình trạng hôn nhân/,
  /^\(v\) Người ủy quyền và người được ủy quyền/,
];
const ofTheOffice = /^Thành phần hồ sơ cơ quan quản lý đất đai trình/;

/** The portal's headings: in few words the case they name; the rest name none. */
const cases: readonly (readonly [RegExp, string])[] = [
  [/^Gia hạn tạm trú theo danh sách|^Đăng ký tạm trú theo danh sách/, 'Theo danh sách'],
  [/đơn vị đóng quân/i, units],
  [/điểm a, điểm b khoản 1/, 'Người đang bị giám sát, quản lý, giáo dục'],
  [/điểm c, điểm d khoản 1/, 'Vắng từ 03 hoặc 12 tháng'],
  [/thuộc quyền sở hữu của mình$/, 'Chỗ ở thuộc sở hữu của mình'],
  [/^Người được chăm sóc, nuôi dưỡng/, 'Người được chăm sóc, trợ giúp'],
  [/không thuộc quyền sở hữu của mình đối với/, 'Về ở với hộ gia đình'],
  [/^Đăng ký thường trú tại cơ sở tín ngưỡng/, 'Cơ sở tín ngưỡng, tôn giáo'],
  [/do thuê, mượn, ở nhờ/, 'Thuê, mượn, ở nhờ'],
  [/đã ly hôn mà vẫn được/, 'Tách hộ sau ly hôn'],
  [/^Tách hộ để đăng ký/, 'Tách hộ cùng chỗ ở'],
  [/^Xác định khuyết tật/, 'Xác định khuyết tật'],
  [/^Xác định lại khuyết tật/, 'Xác định lại khuyết tật'],
  [/^Trợ cấp tuất hằng tháng/, 'Trợ cấp tuất hằng tháng'],
  [/^a\) Thành phần hồ sơ giao đất/, 'Không đấu giá, đấu thầu; dự án phải chấp thuận'],
  [/^b\) Thành phần hồ sơ giao đất/, 'Không đấu giá, đấu thầu; dự án không phải chấp thuận'],
  [/^c\) Thành phần hồ sơ khi giao đất/, 'Qua đấu thầu chọn nhà đầu tư'],
  [/^d\) Thành phần hồ sơ chuyển mục đích/, 'Chuyển mục đích, dự án phải chấp thuận'],
  [/^đ\) Thành phần hồ sơ chuyển mục đích/, 'Chuyển mục đích, dự án không phải chấp thuận'],
  [/^e\) Thành phần hồ sơ/, 'Đất nông nghiệp của tổ chức'],
  [/^g\) Thành phần hồ sơ/, 'Đất của công ty nông, lâm nghiệp'],
  [/^h\) Thành phần hồ sơ gia hạn/, 'Gia hạn sử dụng đất'],
  [/^a\) Đối với trường hợp thực hiện thủ tục đăng ký/, 'Hộ gia đình, cá nhân, cộng đồng dân cư'],
  [/^b\) Đối với trường hợp thực hiện thủ tục đăng ký/, 'Người gốc Việt Nam định cư ở nước ngoài'],
  [/^c\) Đối với trường hợp thực hiện thủ tục cấp/, 'Đã có thông báo kết quả đăng ký'],
  [/ủy quyền thực hiện thủ tục/i, proxy],
  [/ủy quyền cho một trong các thành viên/, 'Đổi chủ hộ theo ủy quyền'],
  [/do thành viên hộ gia đình đăng ký thành lập thay đổi chủ hộ/, 'Đổi chủ hộ do chết, mất năng lực'],
  [/có hai thành viên/, 'Hộ có hai thành viên, chủ hộ chết'],
  [/thay đổi thành viên hộ gia đình/, 'Thay đổi thành viên'],
  [/tạm ngừng kinh doanh/, 'Tạm ngừng, tiếp tục kinh doanh'],
  [/mua bán, tặng cho, thừa kế/, 'Mua bán, tặng cho, thừa kế'],
  [/mã định danh cá nhân thay cho mã số thuế/, 'Đổi theo mã định danh'],
  [/đã được cấp giấy chứng nhận .*trước ngày Nghị định số 168/i, 'Giấy cấp trước 7/2025'],
  [/nội dung đăng ký thay đổi về: tên/, 'Đổi tên, địa chỉ, vốn, ngành nghề'],
  [/bị mất, cháy, rách, nát/, 'Cấp lại do mất, cháy, rách'],
  [/^Trường hợp đăng ký thành lập tổ hợp tác sau/, 'Thành lập mới'],
  [/^Trường hợp tổ hợp tác đã được thành lập trước/, 'Đã thành lập trước Luật Hợp tác xã'],
  [/^Trường hợp đăng ký tổ hợp tác trên môi trường/, 'Nộp trực tuyến'],
  [/^Cơ sở giáo dục ngoài công lập/, 'Trường ngoài công lập'],
  [/^Cơ sở giáo dục công lập/, 'Trường công lập'],
];

function caseOf(heading: string | undefined): string | undefined {
  if (heading === undefined) return undefined;
  return cases.find(([pattern]) => pattern.test(heading))?.[1];
}

/** Forms and circulars that were replaced are named by those of today. */
function ofToday(name: string): string {
  return name.replace(/Thông tư số 53\/202[35]\/TT-BCA/g, 'Thông tư số 116/2026/TT-BCA');
}

export type RawPaper = {
  readonly name: string;
  readonly case?: string;
  readonly originals: number;
  readonly copies: number;
  readonly truncated?: boolean;
};

/** Undefined for a row that is no paper of the citizen. A name that no rule knows is a mistake of ours. */
export function paperOf(raw: RawPaper): Paper | undefined {
  const name = raw.name.normalize('NFC').replace(/\s+/g, ' ').trim();
  const heading = raw.case?.normalize('NFC').trim();
  if (noPaper.some((pattern) => pattern.test(name)) || (heading !== undefined && ofTheOffice.test(heading))) {
    return undefined;
  }
  const rule = rules.find(({ match }) => match.test(name));
  if (rule === undefined) throw new Error(`no short name for «${name.slice(0, 80)}»`);
  const { short, kind = 'received', group, case: own, name: better, alone, counts = raw } = rule;
  const told = alone === true ? [own] : [caseOf(heading), own];
  const condition = [...new Set(told.filter((one) => one !== undefined))].join(': ');
  return {
    name: better ?? ofToday(name),
    short,
    kind,
    ...(group === undefined ? {} : { group }),
    ...(condition === '' ? {} : { case: condition }),
    originals: counts.originals,
    copies: counts.copies,
    ...(raw.truncated === true ? { truncated: true } : {}),
  };
}

/** A list of papers without what stands in it twice: the same paper under one heading, and for one case what every case asks for. */
export function withoutRepeats(papers: readonly Paper[], everyCase: readonly string[] = []): Paper[] {
  const general = papers.map((paper): Paper => {
    const { case: _case, ...rest } = paper;
    return everyCase.includes(paper.short) ? rest : paper;
  });
  const always = new Set(general.filter((paper) => paper.case === undefined).map(({ short }) => short));
  const seen = new Set<string>();
  return general.filter((paper) => {
    const key = `${paper.short}|${paper.case ?? ''}`;
    const again = seen.has(key) || (paper.case !== undefined && always.has(paper.short));
    seen.add(key);
    return !again;
  });
}
