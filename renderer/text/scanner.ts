const vi = {
  notHere:
    'Vừa quét một mã, nhưng màn hình này không nhận mã quét; không có gì thay đổi. Sang màn hình cần dùng rồi quét lại.',
  dialogFirst:
    'Vừa quét một mã khi hộp thoại đang mở: không có gì thay đổi. Làm xong hoặc đóng hộp thoại (Esc), rồi quét lại.',
  kept: 'Đã giữ thẻ vừa quét: đăng nhập xong, màn hình tiếp nhận sẽ điền vào.',
  title: 'Máy quét',
  open: 'Máy quét…',
  intro:
    'Máy quét cắm USB thường gõ như bàn phím và dùng được ngay. Đặt máy quét sang «cổng COM ảo» (USB COM) hoặc «HID-POS» thì chữ tiếng Việt luôn đúng, bộ gõ không làm sai: quét mã cài đặt trong sách của máy, rồi chọn máy ở đây.',
  addSerial: 'Chọn máy quét cổng COM',
  addHid: 'Chọn máy quét HID-POS',
  noSerial: 'Trình duyệt này không dùng được cổng COM: dùng Chromium, Chrome, Edge hoặc bản cài đặt.',
  none: 'Chưa chọn máy quét nào ngoài bàn phím.',
  forget: (name: string) => `Bỏ ${name}`,
  kinds: { serial: 'cổng COM', 'hid-pos': 'HID-POS' },
  states: {
    open: 'đang nghe',
    unplugged: 'đã rút ra; cắm lại là dùng được',
    taken: 'không mở được: chương trình khác đang giữ',
    'wrong-speed': 'đọc ra nhiễu: tốc độ chưa đúng, chọn tốc độ khác',
    'wrong-letters': 'sai bảng chữ: đặt máy quét sang UTF-8',
  },
  speed: 'Tốc độ cổng COM (baud)',
  try: 'Thử máy quét',
  tryHint: 'Quét một thẻ vào đây: nội dung chỉ hiện ra để xem, không dùng vào hồ sơ nào.',
  read: { card: 'Đọc được thẻ', 'id-number': 'Đọc được số định danh', code: 'Đọc được mã hồ sơ', other: 'Mã khác' },
  other: 'Máy quét đọc được một mã không phải thẻ căn cước hay mã hồ sơ; không có gì thay đổi.',
  compare: 'Bộ gõ đang bật khi quét: so lại họ tên và địa chỉ với thẻ. Nên tắt bộ gõ (chuyển sang EN).',
};

const en: typeof vi = {
  notHere:
    'Something was scanned, but this screen takes no scans; nothing changed. Go to the screen you need and scan again.',
  dialogFirst:
    'Something was scanned while a dialog is open: nothing changed. Finish it or close it (Esc), then scan again.',
  kept: 'What was scanned is kept: once signed in, the reception fills it in.',
  title: 'Scanner',
  open: 'Scanner…',
  intro:
    'A USB scanner usually types like a keyboard and works at once. Set to “virtual COM port” (USB COM) or “HID-POS” its Vietnamese letters are always right and no input method spoils them: scan the code in its manual, then choose it here.',
  addSerial: 'Choose a COM scanner',
  addHid: 'Choose a HID-POS scanner',
  noSerial: 'This browser cannot use COM ports: use Chromium, Chrome, Edge or the installed program.',
  none: 'No scanner chosen besides the keyboard.',
  forget: (name) => `Remove ${name}`,
  kinds: { serial: 'COM port', 'hid-pos': 'HID-POS' },
  states: {
    open: 'listening',
    unplugged: 'unplugged; it works when plugged in again',
    taken: 'cannot be opened: another program has it',
    'wrong-speed': 'reads noise: the speed is wrong, choose another',
    'wrong-letters': 'wrong alphabet: set the scanner to UTF-8',
  },
  speed: 'Speed of the COM port (baud)',
  try: 'Try the scanner',
  tryHint: 'Scan a card into this field: it is shown to look at and used in no case.',
  read: {
    card: 'A card was read',
    'id-number': 'An id number was read',
    code: 'A case code was read',
    other: 'Another code',
  },
  other: 'The scanner read a code that is neither a citizen card nor a case; nothing changed.',
  compare:
    'An input method was on while scanning: compare name and address with the card. Better turn it off (switch to EN).',
};

export const scanner = { vi, en };
