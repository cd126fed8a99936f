import type { OpeningDisaster } from '../../../../electron/contract/base/disasters.ts';

const vi = {
  title: 'Chưa mở được dữ liệu của quầy',
  safeTitle: 'Điều chắc chắn',
  nothingChanged: 'Chương trình chưa ghi gì và chưa xóa gì.',
  safe: {
    'store-locked': 'Dữ liệu vẫn nguyên: một cửa sổ hoặc chương trình khác đang dùng nó.',
    'store-newer': 'Dữ liệu vẫn nguyên: bản mới hơn của chương trình đọc được nó.',
    'store-damaged':
      'Tệp hỏng, nếu còn, được giữ nguyên, không xóa gì. Bản chép thư mục dữ liệu, nếu có, không bị đụng tới.',
    'store-foreign': 'Tệp đó không bị thay đổi.',
    'store-older':
      'Tệp tìm thấy được giữ nguyên. Không mở nó thì không số nào bị cấp lại; các bản sao lưu không bị đụng tới.',
    'store-branched': 'Tệp tìm thấy được giữ nguyên; các bản sao lưu không bị đụng tới.',
    'store-gone': 'Những gì đã in trước đó đã được ghi; các bản sao lưu không bị đụng tới.',
    'keys-missing': 'Tệp dữ liệu không bị đụng tới; mỗi bản sao lưu có tệp khóa riêng đi cùng.',
    'keys-damaged': 'Tệp dữ liệu không bị đụng tới; mỗi bản sao lưu có tệp khóa riêng đi cùng.',
    'keys-foreign': 'Tệp dữ liệu không bị đụng tới; mỗi bản sao lưu có tệp khóa riêng đi cùng.',
    'disk-failing':
      'Những gì đã ghi trước đó vẫn nằm trên ổ đĩa, nếu ổ còn đọc được; các bản sao lưu ở ổ khác không bị đụng tới.',
    'store-unusable': 'Những gì đã lưu trước đó vẫn nằm trong thư mục dữ liệu.',
    'data-broken': 'Dữ liệu của quầy không bị đụng tới: hỏng là danh mục đi cùng chương trình. Cài lại chương trình.',
  } as Readonly<Record<OpeningDisaster, string>>,
  meanwhile: 'Trong lúc chờ: ghi giấy và hẹn người dân như khi mất điện; số đã in trước đó vẫn có giá trị.',
  roads: 'Lối ra: một bản sao lưu đã kiểm tra',
  roadsSay:
    'Bản được chọn thay cho dữ liệu đang hỏng. Việc ghi sau bản sao được chép lại từ tệp hỏng đến chỗ còn đọc được; số đã in mà không còn trong sổ thì bỏ qua. Tệp cũ được giữ trong «kept».',
  noBackups: 'Không có bản sao lưu nào cạnh dữ liệu. Cắm ổ có bản sao lưu rồi tìm ở đó.',
  backup: (at: string, cases: number, desk: string) => `${at} · ${cases} hồ sơ · ${desk}`,
  sealed: 'mã hóa',
  byTwo: 'cần hai người',
  foreign: (centre: string) => `Của ${centre}: không phải quầy này, nên không khôi phục vào đây được.`,
  sealedSay: (accounts: string, two: boolean) =>
    accounts === ''
      ? 'Bản này đã mã hóa, và tệp khóa đi cùng không đọc được. Chọn bản khác, hoặc chép lại «keys.json» của bản này.'
      : `Bản này đã mã hóa. Tệp khóa đi cùng có: ${accounts}. Mở bằng mật khẩu lúc sao lưu của ${two ? 'lãnh đạo hoặc quản trị trong số đó' : 'một người trong số đó'}.`,
  keyInstead: 'Thay cho mọi mật khẩu, khi không ai còn nhớ.',
  openAndRestore: 'Mở và khôi phục',
  place: 'Tìm bản sao lưu ở nơi khác',
  placeHint: 'Ổ cắm ngoài, ổ mạng hoặc thư mục trong đó, ví dụ E:\\ hay E:\\sao-luu',
  look: 'Tìm ở đó',
  secondAway: (place: string, madeAt: string) =>
    `Nơi sao lưu thứ hai là ${place}, hiện không thấy; bản lúc ${madeAt} nằm ở đó. Cắm ổ hoặc nối mạng, gõ nơi đó vào ô dưới rồi tìm.`,
  notThere: (place: string) => `Không thấy ${place}: ổ chưa cắm, mạng chưa nối, hoặc tên gõ chưa đúng.`,
  broken: (place: string, names: string) => `Hỏng hoặc thiếu tệp, không khôi phục được, ở ${place}: ${names}.`,
  looked: (place: string, count: number) =>
    count === 0
      ? `Ở ${place} và các thư mục trong đó không có bản sao lưu nào.`
      : `${count} bản sao lưu ở cạnh dữ liệu và ở ${place}.`,
  restore: 'Khôi phục bản này',
  restoring: 'Đang kiểm tra và khôi phục. Không tắt máy.',
  restoredTitle: 'Đã khôi phục dữ liệu của quầy',
  restoredFrom: (at: string, cases: number) =>
    `Bản sao lưu lúc ${at}, ${cases} hồ sơ, đã được kiểm tra toàn bộ và thay cho dữ liệu hỏng. Tệp cũ, nếu còn, được giữ trong «kept».`,
  replayed: (count: number) =>
    count === 0
      ? 'Không chép lại được việc nào ghi sau bản sao lưu.'
      : `${count} việc ghi sau bản sao lưu đã được chép lại từ tệp cũ.`,
  whole: 'Tệp cũ đọc được đến hết: không thiếu việc nào.',
  notWhole:
    'Tệp cũ không đọc được đến hết: có thể thiếu việc ghi sau bản sao lưu. Tìm giấy đã in sau lúc ấy và nhập lại; lời hẹn trên giấy vẫn có giá trị.',
  passedOver: (count: number) =>
    `${count} số có thể đã nằm trên giấy thì bỏ qua, không cấp lại; danh sách ở màn hình Đơn vị (F9).`,
  oneOnly: 'Chỉ máy này làm tiếp quầy: khôi phục bản đó ở một máy khác nữa thì hai máy cấp cùng một số.',
  openDesk: 'Mở quầy',
  lookTitle: 'Chỉ xem, không ghi gì',
  lookSay:
    'Mở một bản chép để tra cứu: ai có mật khẩu đều đọc được những gì còn đọc được. Không nhận hồ sơ, không in giấy mới; dữ liệu gốc không bị đụng tới.',
  lookOnly: 'Mở để xem',
  lookNot: 'Không mở để xem được.',
  looking: 'Chỉ xem:',
  leave: 'Rời chế độ xem',
  details: 'Chi tiết cho bộ phận kỹ thuật',
};

const en: typeof vi = {
  title: 'The data of this desk could not be opened',
  safeTitle: 'What is certain',
  nothingChanged: 'The program has written nothing and deleted nothing.',
  safe: {
    'store-locked': 'The data are whole: another window or program is using them.',
    'store-newer': 'The data are whole: a newer version of the program can read them.',
    'store-damaged':
      'The damaged file, where there is one, is kept as it is and nothing is deleted. A copy of the data folder, where there is one, was not touched.',
    'store-foreign': 'That file was not changed.',
    'store-older':
      'The file that was found is kept as it is. While it is not opened, no number is given again; the backups were not touched.',
    'store-branched': 'The file that was found is kept as it is; the backups were not touched.',
    'store-gone': 'What was printed before had been recorded; the backups were not touched.',
    'keys-missing': 'The data file was not touched; each backup has its own key file with it.',
    'keys-damaged': 'The data file was not touched; each backup has its own key file with it.',
    'keys-foreign': 'The data file was not touched; each backup has its own key file with it.',
    'disk-failing':
      'What was recorded before is on the disk as far as it can be read; backups on other drives were not touched.',
    'store-unusable': 'What was saved before is still in the data folder.',
    'data-broken':
      'The desk’s data were not touched: what is damaged are the lists that came with the program. Install the program again.',
  },
  meanwhile: 'Meanwhile: write on paper as in a power cut; numbers printed before stay valid.',
  roads: 'A way out: a proven backup',
  roadsSay:
    'The chosen one takes the place of the damaged data. What was recorded after it is taken from the damaged file as far as that can be read; printed numbers that are in no record any more are passed over. The old file is kept in “kept”.',
  noBackups: 'There is no backup beside the data. Plug in the drive that has one and look there.',
  backup: (at, cases, desk) => `${at} · ${cases} cases · ${desk}`,
  sealed: 'encrypted',
  byTwo: 'takes two people',
  foreign: (centre) => `Of ${centre}: not this counter, so it cannot be restored here.`,
  sealedSay: (accounts, two) =>
    accounts === ''
      ? 'This one is encrypted, and its key file cannot be read. Choose another, or copy back its “keys.json”.'
      : `This one is encrypted. Its key file has: ${accounts}. It opens with the password, as it was then, of ${two ? 'a supervisor or administrator among them' : 'one of them'}.`,
  keyInstead: 'In the place of all passwords, when nobody remembers them.',
  openAndRestore: 'Open and restore',
  place: 'Look for a backup elsewhere',
  placeHint: 'A drive that was plugged in, a share of the network, or a folder of them, such as E:\\ or E:\\backups',
  look: 'Look there',
  secondAway: (place, madeAt) =>
    `The second place is ${place}, which is not there now; the backup of ${madeAt} lies on it. Plug the drive in or connect the network, type that place below and look.`,
  notThere: (place) =>
    `There is no ${place}: the drive is not plugged in, the network is away, or the name is mistyped.`,
  broken: (place, names) => `Damaged or incomplete, cannot be restored, in ${place}: ${names}.`,
  looked: (place, count) =>
    count === 0
      ? `There is no backup in ${place} or its folders.`
      : `${count} backups beside the data and in ${place}.`,
  restore: 'Restore this one',
  restoring: 'Checking and restoring. Do not turn the computer off.',
  restoredTitle: 'The data of this desk are restored',
  restoredFrom: (at, cases) =>
    `The backup of ${at}, ${cases} cases, was checked as a whole and stands in the place of the damaged data. The old file, where there still is one, is kept in “kept”.`,
  replayed: (count) =>
    count === 0
      ? 'Nothing that was recorded after the backup could be taken over.'
      : `${count} entries recorded after the backup came over from the old file.`,
  whole: 'The old file could be read to its end: nothing is missing.',
  notWhole:
    'The old file could not be read to its end: what was recorded after the backup may be missing. Look for papers printed since and enter them again; the promises on them hold.',
  passedOver: (count) =>
    `${count} numbers that may stand on paper are passed over and not given again; they are listed under Office (F9).`,
  oneOnly:
    'Only this computer goes on with the counter: restore the same backup on another one too, and both give the same numbers.',
  openDesk: 'Open the desk',
  lookTitle: 'Look only, without recording anything',
  lookSay:
    'Opens a copy to look things up: whoever has a password reads what can still be read. Nothing is received and no new paper is made; the data themselves are not touched.',
  lookOnly: 'Open to look',
  lookNot: 'It cannot be opened to look.',
  looking: 'Look only:',
  leave: 'Leave the look',
  details: 'Details for IT',
};

export const recovery = { vi, en };
