const vi = {
  title: 'Mã hóa dữ liệu',
  guards: 'Giữ dữ liệu khi máy, ổ đĩa, USB, bản sao lưu vào tay người khác.',
  guardsNot:
    'Không giữ được khi quầy đang mở, khi lộ mật khẩu, với giấy đã in và tệp đã xuất, với dấu vết cũ trên ổ SSD.',
  allLost: 'Mất hết mật khẩu và tờ khóa khôi phục là mất dữ liệu.',
  seal: 'Mã hóa dữ liệu của đơn vị này',
  sealHint: 'Nên bật.',
  // The key on paper.
  keyTitle: 'Khóa khôi phục',
  keySay:
    'Khóa này mở dữ liệu khi quên hết mật khẩu. Chỉ hiện một lần, không lưu ở đâu: in ra, hoặc chép ra giấy, rồi cất trong phong bì dán kín, xa máy tính.',
  print: 'In tờ khóa',
  printed: (printer: string) => `Đã gửi tới ${printer}. Xem giấy đã ra chưa.`,
  printing: 'Đang gửi tới máy in…',
  noPrinter: 'Chưa chọn máy in, nên hãy chép tay.',
  onPaper: 'Đã có trên giấy',
  backSay: 'Nhìn vào tờ giấy và nhập lại hai nhóm, để chắc rằng giấy đúng. Đến đây khóa mới có hiệu lực.',
  group: (nth: number) => `Nhóm thứ ${nth}`,
  groupWrong: 'Không giống khóa vừa hiện. So lại tờ giấy.',
  showAgain: 'Xem lại khóa',
  // The panel in Office, Data.
  plain: 'Dữ liệu chưa được mã hóa: ai lấy được ổ đĩa, USB hoặc bản sao lưu là đọc được mọi hồ sơ.',
  sealed: (at: string) => `Đã mã hóa. Khóa khôi phục làm lúc ${at}.`,
  noRecovery: 'Đã mã hóa, nhưng chưa có khóa khôi phục: quên hết mật khẩu là mất sổ. Làm một khóa ngay.',
  used: 'Khóa khôi phục đã được dùng để mở dữ liệu. Làm khóa mới, rồi đổi khóa tệp.',
  plainLeft:
    'Còn tệp chưa mã hóa (bản sao lưu cũ, sổ cũ giữ lại, giấy in ra tệp), ai cũng đọc được. Không cần nữa thì tự xóa:',
  sealNow: 'Mã hóa dữ liệu…',
  sealTitle: 'Mã hóa dữ liệu đang có',
  sealWhat:
    'Máy chép sổ sang tệp mã hóa, kiểm tra cả tệp, rồi mới thay. Tệp cũ và các bản sao lưu cũ bị ghi đè sau khi có bản sao lưu mã hóa. Mật khẩu giữ nguyên; mọi người đăng nhập lại. Tắt máy giữa chừng không mất gì.',
  sealAct: 'Mã hóa',
  working: 'Đang chép và kiểm tra cả sổ. Không cần tắt màn hình này.',
  test: 'Thử khóa khôi phục…',
  testTitle: 'Thử khóa khôi phục',
  testSay:
    'Mỗi năm một lần: lấy tờ khóa trong phong bì, gõ cả 48 chữ số. Máy thử đúng tờ ấy với tệp dữ liệu trên ổ đĩa; không mở gì, không tính là đã dùng. Xong thì niêm phong lại.',
  testAct: 'Thử',
  tested: 'Khóa đúng và mở được tệp dữ liệu. Niêm phong lại tờ khóa.',
  testedAt: (at: string) => `Thử lần cuối ${at}.`,
  neverTested: 'Từ đó chưa thử lần nào.',
  testDue: (date: string) => `Thử trước hết ngày ${date}.`,
  renew: 'Làm khóa khôi phục mới…',
  renewTitle: 'Khóa khôi phục mới',
  renewAct: 'Dùng khóa mới',
  renewed: 'Khóa mới đã có hiệu lực; tờ cũ không mở được nữa. Xé nhỏ tờ cũ.',
  turn: 'Đổi khóa tệp…',
  turnTitle: 'Đổi khóa của tệp dữ liệu',
  turnWhat:
    'Khi có người nghỉ việc, hoặc nghi có người chép mất tệp khóa. Người đã rời đơn vị không mở được gì ghi từ lúc này, kể cả khi giữ bản cũ của tệp khóa; bản sao lưu làm trước đó họ vẫn mở được nếu đã lấy. Ai chưa đăng nhập lần nào từ khi mã hóa sẽ cần mật khẩu mới.',
  turnAct: 'Đổi khóa',
  why: 'Lý do',
  backupTrouble: 'Đã xong, nhưng chưa sao lưu được bản mã hóa. Các bản cũ chưa mã hóa được giữ lại.',
  adminOnly: 'Việc này do quản trị làm.',
  // The way in when every password is lost.
  lost: 'Quên hết mật khẩu',
  lostTitle: 'Mở bằng khóa khôi phục',
  lostSay:
    'Lấy tờ khóa trong phong bì. Một người quản trị được đặt mật khẩu mới, rồi đặt lại cho những người khác. Việc này được ghi vào nhật ký và hiện trên màn hình cho đến khi làm khóa mới.',
  key: 'Khóa khôi phục, 48 chữ số',
  keyHint: 'Nhập liền hay cách đều được.',
  admin: 'Tên đăng nhập của người quản trị',
  noAdmin: 'Tên này không phải của một quản trị ở đơn vị này. Nhập tên đăng nhập của một người quản trị.',
  newPassword: 'Mật khẩu mới',
  open: 'Mở dữ liệu',
  bar: {
    'no-recovery': 'Chưa có khóa khôi phục: xem Đơn vị, Dữ liệu',
    'recovery-used': 'Khóa khôi phục đã dùng: cần làm khóa mới',
  },
};

const en: typeof vi = {
  title: 'Encryption',
  guards: 'Guards the data when the computer, a disk, a stick or a backup gets into other hands: no name can be read.',
  guardsNot:
    'It does not guard an open desk, a password that got out, printed papers and exported files, or old traces on an SSD.',
  allLost: 'If every password is lost and the recovery key too, nobody can open the data again.',
  seal: 'Encrypt the data of this office',
  sealHint: 'Recommended.',
  keyTitle: 'Recovery key',
  keySay:
    'This key opens the data when every password is forgotten. It is shown once and kept nowhere: print it or copy it onto paper, and put it into a sealed envelope, away from the computer.',
  print: 'Print the key',
  printed: (printer) => `Sent to ${printer}. See whether the paper came out.`,
  printing: 'Sending to the printer…',
  noPrinter: 'No printer is chosen, so copy it by hand.',
  onPaper: 'It is on paper',
  backSay:
    'Look at the paper and type two groups back, so that it is certain to be right. Only then does the key count.',
  group: (nth) => `Group ${nth}`,
  groupWrong: 'Not as the key was shown. Compare the paper.',
  showAgain: 'Show the key again',
  plain: 'The data are not encrypted: whoever gets the disk, a stick or a backup can read every case.',
  sealed: (at) => `Encrypted. The recovery key was made at ${at}.`,
  noRecovery:
    'Encrypted, but without a recovery key: if every password is forgotten the register is lost. Make one now.',
  used: 'The recovery key was used to open the data. Make a new one, then change the key of the file.',
  plainLeft:
    'Copies that are not encrypted are left, and could not be removed from here. Plug the drive in and do it again, or remove them yourself:',
  sealNow: 'Encrypt the data…',
  sealTitle: 'Encrypt the data of this office',
  sealWhat:
    'The register is copied into an encrypted file and checked as a whole before it takes the place of the old one. The old file and the old backups are written over once there is an encrypted backup. Passwords stay; everybody signs in again. A power cut in the middle loses nothing.',
  sealAct: 'Encrypt',
  working: 'Copying and checking the whole register. This screen may stay open.',
  test: 'Try the recovery key…',
  testTitle: 'Try the recovery key',
  testSay:
    'Once a year: take the sheet from its envelope and type all 48 digits. The desk tries that sheet on the data file as it lies on the disk; nothing is opened, and it does not count as used. Seal it again afterwards.',
  testAct: 'Try',
  tested: 'The key is right and opens the data file. Seal the sheet again.',
  testedAt: (at) => `Tried last at ${at}.`,
  neverTested: 'Not tried since.',
  testDue: (date) => `Try it by ${date}.`,
  renew: 'Make a new recovery key…',
  renewTitle: 'A new recovery key',
  renewAct: 'Use the new key',
  renewed: 'The new key counts; the old sheet opens nothing any more. Tear it up.',
  turn: 'Change the key of the file…',
  turnTitle: 'Change the key of the data file',
  turnWhat:
    'When somebody has left, or the key file may have been copied. Who has left opens nothing that is recorded from now on, not even with an older key file; backups made before they still open if they took them. Who has not signed in since the data were encrypted needs a new password.',
  turnAct: 'Change the key',
  why: 'Reason',
  backupTrouble:
    'It is done, but an encrypted backup could not be made. The older ones that are not encrypted were kept.',
  adminOnly: 'The administrator does this.',
  lost: 'Every password is lost',
  lostTitle: 'Open with the recovery key',
  lostSay:
    'Take the sheet from its envelope. An administrator is given a new password and then gives the others theirs. It is recorded in the journal and shown on screen until a new key is made.',
  key: 'Recovery key, 48 digits',
  keyHint: 'With or without spaces.',
  admin: 'User name of the administrator',
  noAdmin: 'This is not the name of an administrator of this office. Enter the user name of one.',
  newPassword: 'New password',
  open: 'Open the data',
  bar: {
    'no-recovery': 'No recovery key yet: see Office, Data',
    'recovery-used': 'The recovery key was used: a new one is needed',
  },
};

export const keys = { vi, en };
