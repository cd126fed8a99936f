/** Who takes a result away. */
export const receiver = {
  fullName: 'NGUYỄN THỊ ĐẶNG ÁNH',
  idNumber: '079190001234',
  as: 'applicant',
  receiptLost: false,
};

/** Acts on a case in the order of its life, from what is owed to the shelf: what walks by chance draw from. */
export const actsOfALife: readonly { readonly type: string; readonly [detail: string]: unknown }[] = [
  { type: 'request-obligation', reason: 'Lệ phí', amount: 50_000 },
  { type: 'meet-obligation' },
  { type: 'withdraw', reason: 'Người nộp đổi ý' },
  { type: 'stop', reason: 'Theo đề nghị' },
  { type: 'resume', reason: 'Người nộp đề nghị tiếp tục' },
  {
    type: 'ask-others',
    kind: 'opinion',
    asked: 'Công an cấp xã',
    about: 'Nơi cư trú',
    answerBy: '2030-01-02T17:00:00+07:00',
  },
  { type: 'record-answer', answer: 'Có cư trú' },
  { type: 'check-identity', found: 'account-seen' },
  { type: 'refuse', reason: 'Không đủ điều kiện', legalBasis: 'Luật Cư trú Điều 20' },
  { type: 'finish', result: 'Đã đăng ký' },
  { type: 'announce', how: 'phone' },
  { type: 'return', receiver },
  { type: 'report-error', what: 'Sai chữ đệm' },
  { type: 'correct-result', result: 'Đã sửa chữ đệm' },
  { type: 'archive', place: 'Kệ 3' },
];
