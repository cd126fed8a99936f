import type { PetitionContent, PetitionSource, PetitionStatus } from '../../../contract/counter/petition/petition.ts';

/** What a petition's facts are called on paper, which is always Vietnamese. */
export const petitionSourceNames: Readonly<Record<PetitionSource, string>> = {
  counter: 'Tại quầy',
  letter: 'Văn bản',
  phone: 'Điện thoại',
  email: 'Thư điện tử',
  box: 'Hộp thư góp ý',
  portal: 'Cổng Dịch vụ công quốc gia',
  '1022': 'Tổng đài 1022',
};

export const petitionContentNames: Readonly<Record<PetitionContent, string>> = {
  act: 'Hành vi hành chính',
  rule: 'Quy định hành chính',
  other: 'Nội dung khác',
};

export const petitionStatusNames: Readonly<Record<PetitionStatus, string>> = {
  open: 'Đang xử lý',
  awaiting: 'Chờ bổ sung',
  forwarded: 'Đã chuyển nơi khác',
  answered: 'Đã trả lời',
  refused: 'Không tiếp nhận',
  withdrawn: 'Người gửi rút lại',
  closed: 'Đã kết thúc',
};
