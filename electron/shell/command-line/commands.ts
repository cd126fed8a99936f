/** What one can ask of the command line: the one source of what is taken, of the usage and of each command's help. */
type Both = { readonly vi: string; readonly en: string };

/** Each option with the name of its value, and what it means wherever it is taken. */
export const options = {
  data: { value: 'DIR', vi: 'thư mục dữ liệu', en: 'the data folder' },
  cases: { value: 'N', vi: 'số hồ sơ, không nêu là 500', en: 'how many cases, 500 unless told' },
  seed: { value: 'S', vi: 'cùng số thì cùng một đơn vị', en: 'the same number makes the same office' },
  password: { value: 'P', vi: 'mật khẩu chung của các tài khoản', en: 'one password for its accounts' },
  user: { value: 'U', vi: 'tài khoản, không nêu là «clerk»', en: 'who signs in, “clerk” unless told' },
  now: { value: 'ISO', vi: 'giờ của đơn vị thực hành, có +07:00', en: 'the time in a practice office, with +07:00' },
  to: { value: 'DIR2', vi: 'nơi để bản sao lưu, hoặc tệp xuất', en: 'where the backup goes, or the export' },
  out: { value: 'PDF', vi: 'tệp để ghi giấy', en: 'the file to write the paper into' },
  key: { value: 'FILE', vi: 'tệp khóa của đơn vị (receipt.keys)', en: 'the office’s key file (receipt.keys)' },
  since: { value: 'ISO', vi: 'chỉ từ lúc này, có +07:00', en: 'only from this moment on, with +07:00' },
  centre: { value: 'CODE', vi: 'mã đơn vị, 5 chữ số', en: 'the code of the centre, 5 digits' },
  desk: {
    value: 'Q3',
    vi: 'mã quầy; Q7=3 nếu quầy đã có số 3',
    en: 'the code of a desk; Q7=3 where it has the number 3',
  },
  period: {
    value: 'P',
    vi: 'kỳ báo cáo: 2026-10, 2026-Q3, 2026-H1, 2026',
    en: 'the period: 2026-10, 2026-Q3, 2026-H1, 2026',
  },
  after: {
    value: 'Q3',
    vi: 'thay cho máy đã đóng của quầy này',
    en: 'in the place of the closed machine of this code',
  },
  as: {
    value: 'Q3',
    vi: 'máy đang là quầy khác thì thành quầy này',
    en: 'a computer that is another desk becomes this one',
  },
  from: { value: 'DAY', vi: 'ngày áp dụng, như 2027-01-01', en: 'the day it is in force from, as 2027-01-01' },
  kinds: {
    value: 'KINDS',
    vi: 'chỉ các loại này: procedures,calendar,forms,fees,processes,settings',
    en: 'these kinds alone: procedures,calendar,forms,fees,processes,settings',
  },
  title: { value: 'TEXT', vi: 'gọi là gì', en: 'what it is called' },
  publisher: { value: 'BY', vi: 'nơi phát hành', en: 'who publishes it' },
  reason: { value: 'TEXT', vi: 'lý do', en: 'why' },
  port: { value: 'N', vi: 'cổng, không nêu là cổng trống', en: 'the port, a free one unless told' },
} as const satisfies Readonly<Record<string, Both & { readonly value: string }>>;
export type OptionName = keyof typeof options;

type Command = Both & {
  /** Words without a name, as the usage writes them: those in brackets may be left out. */
  readonly words: readonly string[];
  readonly needs: readonly OptionName[];
  readonly takes: readonly OptionName[];
  /** What else one must know; each a sentence. */
  readonly more: Both;
  readonly example: string;
};

export const commands = {
  calls: {
    words: [],
    needs: [],
    takes: [],
    vi: 'in các lệnh gọi được',
    en: 'print what can be asked',
    more: {
      vi: 'Một dòng JSON: tên từng lệnh, đọc hay ghi, vai trò, đầu vào, đầu ra, lỗi.',
      en: 'One line of JSON: the name of each call, read or write, role, input, output, faults.',
    },
    example: 'calls',
  },
  demo: {
    words: [],
    needs: ['data'],
    takes: ['cases', 'seed', 'password'],
    vi: 'tạo đơn vị thực hành',
    en: 'make a practice office',
    more: {
      vi: 'Thư mục phải chưa có dữ liệu. In ra các tài khoản và mật khẩu.',
      en: 'The folder must hold no data yet. Prints its users and their password.',
    },
    example: 'demo --data ./practice --cases 500',
  },
  call: {
    words: ['NAME', '[INPUT.json | -]'],
    needs: [],
    takes: ['data', 'user', 'now', 'out'],
    vi: 'một lệnh gọi',
    en: 'one call',
    more: {
      vi: 'Đầu vào là tệp JSON, hoặc «-» để đọc từ stdin; trả lời là một dòng JSON. Mật khẩu lấy từ biến DESK_PASSWORD.',
      en: 'The input is a JSON file, or “-” for stdin; the answer is one line of JSON. The password comes from DESK_PASSWORD.',
    },
    example: 'call case.search search.json --data ./practice',
  },
  batch: {
    words: [],
    needs: ['data'],
    takes: ['user', 'now'],
    vi: 'mỗi dòng một lệnh {"call","input"}',
    en: 'one call a line from stdin',
    more: {
      vi: 'Mỗi dòng được trả lời bằng một dòng, theo thứ tự. Mật khẩu lấy từ biến DESK_PASSWORD.',
      en: 'Each line is answered with one, in order. The password comes from DESK_PASSWORD.',
    },
    example: 'batch --data ./practice < calls.jsonl',
  },
  serve: {
    words: [],
    needs: ['data'],
    takes: ['port', 'now'],
    vi: 'mở cho trình duyệt trên máy này',
    en: 'serve the browser on this machine',
    more: {
      vi: 'In ra đường dẫn để mở; chạy đến khi nhấn Ctrl+C. Máy khác không vào được.',
      en: 'Prints the link to open; lasts until Ctrl+C. No other machine reaches it.',
    },
    example: 'serve --data ./practice',
  },
  verify: {
    words: [],
    needs: ['data'],
    takes: ['user'],
    vi: 'kiểm tra dữ liệu',
    en: 'check the data',
    more: {
      vi: 'Kiểm tra tệp, chuỗi nhật ký, các bảng và số hồ sơ; không sửa gì. Kết thúc bằng 1 nếu có điều sai.',
      en: 'Checks the file, the chain of the journal, the tables and the numbers; mends nothing. Exit 1 where something is wrong.',
    },
    example: 'verify --data ./practice',
  },
  backup: {
    words: [],
    needs: ['data', 'to'],
    takes: ['user'],
    vi: 'sao lưu',
    en: 'make a backup',
    more: {
      vi: 'Một bản sao đã được kiểm tra toàn bộ, trong một thư mục riêng ở DIR2. Không kiểm tra được thì không có bản nào.',
      en: 'One copy that was checked as a whole, in a folder of its own in DIR2. What cannot be proven is no backup.',
    },
    example: 'backup --data ./practice --to /media/stick',
  },
  restore: {
    words: ['FILE'],
    needs: ['data'],
    takes: ['user'],
    vi: 'khôi phục',
    en: 'bring a backup back',
    more: {
      vi: 'FILE là thư mục sao lưu hoặc tệp trong đó; DIR phải chưa có dữ liệu. Bản mã hóa cần --user với DESK_PASSWORD, hoặc DESK_RECOVERY_KEY. Đơn vị do hai người giữ: thêm DESK_SECOND với DESK_SECOND_PASSWORD, hoặc khóa trên giấy. Các số có thể đã in sau bản sao lưu được bỏ qua và liệt kê.',
      en: 'FILE is a backup’s folder or the file in it; DIR must hold no data yet. An encrypted one needs --user with DESK_PASSWORD, or DESK_RECOVERY_KEY. An office that two keep: DESK_SECOND with DESK_SECOND_PASSWORD too, or the key on paper. Numbers that may have been printed since are passed over and listed.',
    },
    example: 'restore /media/stick/sao-luu_Q1_2026-11-29_100000 --data ./practice-2',
  },
  export: {
    words: [],
    needs: ['data', 'to'],
    takes: ['user'],
    vi: 'xuất sổ để kiểm tra',
    en: 'export the register to be checked',
    more: {
      vi: 'Mọi mục của sổ với mã băm thay cho nội dung, khóa, số hồ sơ, giấy đã ký: không có tên hay số của ai. DIR2 là tệp .jsonl, hoặc .jsonl.gz. Không nêu --user thì là «supervisor». Kiểm bằng «node dist/verifier/verifier.mjs export FILE».',
      en: 'Every entry with a digest in the place of its text, the keys, the numbers, the signed receipts: nobody’s name or number. DIR2 is a file .jsonl, or .jsonl.gz. “supervisor” unless --user tells. Check it with “node dist/verifier/verifier.mjs export FILE”.',
    },
    example: 'export --data ./practice --to register.jsonl',
  },
  'check-receipt': {
    words: ['QRTEXT'],
    needs: ['key'],
    takes: [],
    vi: 'kiểm một giấy tiếp nhận',
    en: 'check one receipt',
    more: {
      vi: 'QRTEXT là dãy số trong ô vuông bên trái của giấy; FILE là tệp khóa lấy bằng «call receipt.keys». Không cần sổ, không cần mạng. Kết thúc bằng 1 nếu giấy không thật hoặc không còn hiệu lực.',
      en: 'QRTEXT are the digits in the square at the left of the receipt; FILE is what “call receipt.keys” answered. No register and no network is asked. Exit 1 where it is not genuine or not in force.',
    },
    example: 'check-receipt 1893… --key keys.json',
  },
  'self-test': {
    words: [],
    needs: [],
    takes: ['data'],
    vi: 'máy này làm được gì',
    en: 'what this machine can do',
    more: {
      vi: 'Mỗi điều một dòng JSON: đúng, sai, hoặc không biết (null). Không mở sổ nào, không sửa gì. Kết thúc bằng 1 nếu có điều sai.',
      en: 'A line of JSON for each thing: right, wrong, or not to be told (null). No register is opened and nothing changed. Exit 1 where something is wrong.',
    },
    example: 'self-test --data ./practice',
  },
  log: {
    words: [],
    needs: ['data'],
    takes: ['since'],
    vi: 'nhật ký của máy',
    en: 'the log of the machine',
    more: {
      vi: 'Mỗi việc một dòng JSON, cũ trước mới sau, kèm câu cho người đọc. Không có dữ liệu của ai. Sổ không được mở.',
      en: 'A line of JSON for each event, the oldest first, with a sentence for people. Nothing of any person. The register is not opened.',
    },
    example: 'log --data ./practice --since 2026-11-23T08:00:00+07:00',
  },
  join: {
    words: ['CODE'],
    needs: ['data'],
    takes: ['user', 'as'],
    vi: 'nhập quầy vào trung tâm',
    en: 'join a centre',
    more: {
      vi: 'CODE do «hub enrol» in, dùng một lần. Sổ đã có của quầy lên theo; quầy nhận số và khoảng số của mình. Lập lại máy chủ hoặc khôi phục sổ thì nhập lại bằng mã mới. Sổ mã hóa, hoặc do hai người giữ, cần --user với DESK_PASSWORD; hai người giữ thì thêm DESK_SECOND với DESK_SECOND_PASSWORD.',
      en: 'CODE is printed by “hub enrol” and good for once. What the desk has goes up; it is given its number and its range. After the hub was set up anew, or this register came back from a backup, join again with a new code. A sealed register, or one that two keep, needs --user with DESK_PASSWORD; one that two keep DESK_SECOND with DESK_SECOND_PASSWORD too.',
    },
    example: 'join MCH1.q83v… --data ./practice',
  },
  sync: {
    words: [],
    needs: ['data'],
    takes: ['user'],
    vi: 'trao đổi với trung tâm',
    en: 'exchange with the centre',
    more: {
      vi: 'Gửi và nhận đến khi không còn gì, một lần. In {"pushed","pulled","conflicts","stateHash","hasKey","notices","letIn"}. Đơn vị thật: quầy đang chờ chỉ được trao khóa khi lãnh đạo hoặc quản trị đã so sáu chữ số (trên màn hình, hay call hub.approve với {"no","digits"}). Đơn vị thực hành: tự duyệt, nêu trong «letIn».',
      en: 'Sends and takes until nothing is left, once. Prints {"pushed","pulled","conflicts","stateHash","hasKey","notices","letIn"}. In a real office a desk that waits is given the centre’s key only once a supervisor or an administrator compared its six digits (on the screen, or call hub.approve with {"no","digits"}); in a practice office it is let in as it comes and named in “letIn”.',
    },
    example: 'sync --data ./practice',
  },
  update: {
    words: ['[FILE | back]'],
    needs: [],
    takes: ['data'],
    vi: 'cập nhật từ tệp',
    en: 'update from a file',
    more: {
      vi: 'FILE do nơi phát hành ký; kiểm chữ ký và từng byte trước khi chạy. Không trong giờ làm việc, không khi sổ đang mở, không về bản cũ hơn. «update back»: về bản trước, nếu bản đó còn đọc được sổ. Mặc định tắt: chưa có khóa thì không nhận.',
      en: 'FILE is signed by who publishes; its signature and every byte are proven before it runs. Not in office hours, not while the register is open, never to an older one. “update back”: the version before, if it still reads the register. Off unless a key was put in.',
    },
    example: 'update mot-cua-desk-0.2.0-win32-x64.update',
  },
  hub: {
    words: ['start | init | enrol | renew | status | metrics | refill | close | leave'],
    needs: [],
    takes: ['data', 'user', 'port', 'centre', 'desk', 'after'],
    vi: 'máy chủ nối các quầy',
    en: 'the hub of a centre',
    more: {
      vi: 'start: PostgreSQL trong thư mục DIR, cho đến khi dừng; in một dòng JSON có url (start --quiet: không in url, để chạy như dịch vụ). init: tạo hoặc nâng cấp bảng. enrol: mã cho một quầy mới (--after Q3: máy thay cho Q3 đã đóng, nhận cả nhật ký đăng nhập và in của máy cũ); renew: mã khác cho quầy chưa vào. status, metrics: tình trạng. refill, close: nhận lại dữ liệu của quầy đã mất, hết nhận. leave --data: quầy này gửi nốt rồi ra (đơn vị chưa niêm phong, một người giữ: ai có thư mục đều làm được, không hỏi mật khẩu; hai người giữ: --user và DESK_SECOND; join cũng vậy); leave --desk: cho ra một quầy không còn đến được. Nơi và quyền lấy từ biến HUB_URL, không bao giờ từ dòng lệnh.',
      en: 'start: PostgreSQL in the folder DIR, until it is stopped; prints one line of JSON with its url (start --quiet: without, for a service). init: makes or upgrades the tables. enrol: the code for a new desk (--after Q3: in the place of Q3, which is closed, with what that machine told of sign-ins and prints); renew: another one for a desk that never came. status, metrics: how things stand. refill, close: rows of desks that are gone are taken, or no longer. leave --data: this desk sends the rest and leaves (of an office that is not sealed and that one keeps, whoever has the folder, without a password; of one that two keep --user and DESK_SECOND; join too); leave --desk: one that cannot come any more is shut out. Where it is and with what right comes from HUB_URL, never from the command line.',
    },
    example: 'hub enrol --centre 27112 --desk Q3',
  },
  city: {
    words: [
      'init | enrol | renew | status | metrics | report | erase | restored | join | push | leave',
      '[07b | CODE | KEY]',
    ],
    needs: [],
    takes: ['data', 'user', 'centre', 'period', 'to'],
    vi: 'số liệu của thành phố',
    en: 'the figures of a city',
    more: {
      vi: 'Ở thành phố (nơi và quyền lấy từ biến CITY_URL): init tạo hoặc nâng cấp bảng; enrol: mã cho một đơn vị; renew: mã khác; status, metrics: tình trạng; report 07b --period …: Biểu 07b, theo đơn vị và tổng, JSON ra stdout, thêm --to TỆP.xlsx thì ghi bảng tính; erase KEY --centre: xóa hẳn một hồ sơ; restored: nói rằng cơ sở dữ liệu được khôi phục từ bản cũ; leave --centre: thôi nhận của một đơn vị. Ở đơn vị: join CODE --data, push --data (gửi ngay), leave --data; hai người giữ: --user và DESK_SECOND. Không gửi tên, số giấy tờ, số hồ sơ, số tiền của ai.',
      en: 'At the city (where it is and with what right comes from CITY_URL): init makes or upgrades the tables; enrol: the code for a centre; renew: another one; status, metrics: how things stand; report 07b --period …: Biểu 07b by centre and in sum, as JSON on stdout, and with --to FILE.xlsx as a workbook; erase KEY --centre: takes a case out for good; restored: says that the database came back from a copy; leave --centre: no more is taken of a centre. At a ward: join CODE --data, push --data (sends now), leave --data; where two keep it --user and DESK_SECOND. No name, no number of a paper or a case, no amount of anybody is sent.',
    },
    example: 'city report 07b --period 2026-10 --to bieu-07b.xlsx',
  },
  national: {
    words: ['FILE', '[take]'],
    needs: ['data', 'from'],
    takes: ['user', 'title'],
    vi: 'danh mục từ cơ sở dữ liệu quốc gia',
    en: 'the catalogue from the national database',
    more: {
      vi: 'FILE là câu trả lời JSON (LayThuTuc, LayDanhSachTTHC, trang thủ tục của Cổng), hoặc CSV, XLSX. Không có «take»: chỉ in khác biệt, không ghi gì. Mã cũ bỏ lại, nêu mã mới. Không nêu --user thì là «supervisor».',
      en: 'FILE is the JSON answer (LayThuTuc, LayDanhSachTTHC, a page of the portal), or CSV, XLSX. Without “take” the difference is printed and nothing is written. Old codes are left out, and lead to the new. “supervisor” unless --user tells.',
    },
    example: 'national thu-tuc.json --data ./practice --from 2027-01-01',
  },
  pack: {
    words: [
      'new-key | make | sign | show | trust | take | list | back',
      '[FILE | KEY.pem | ID]',
      '[KEY.pem | FINGERPRINT]',
    ],
    needs: [],
    takes: ['data', 'user', 'from', 'kinds', 'title', 'publisher', 'to', 'reason'],
    vi: 'gói dữ liệu có chữ ký',
    en: 'signed data packs',
    more: {
      vi: 'Nơi phát hành: new-key KEY.pem tạo khóa và in vân khóa; make --to FILE lấy dữ liệu của đơn vị mẫu thành gói; sign FILE KEY.pem --to FILE2 ký gói (không cần đơn vị nào). Đơn vị: show FILE --from in khác biệt; trust FILE VÂN-KHÓA tin khóa đã ký gói, sau khi so vân khóa bằng đường khác; take FILE --from đưa vào; list; back ID thu lại, cả gói hoặc --kinds. Không nêu --user thì là «supervisor»; mật khẩu ở DESK_PASSWORD.',
      en: 'The publisher: new-key KEY.pem makes a key and prints its fingerprint; make --to FILE takes the data of a model office into a pack; sign FILE KEY.pem --to FILE2 signs it (no office is asked). An office: show FILE --from prints the difference; trust FILE FINGERPRINT trusts the key that signed it, once it was compared by another way; take FILE --from takes it; list; back ID rolls it back, whole or --kinds. “supervisor” unless --user tells; the password is in DESK_PASSWORD.',
    },
    example: 'pack show goi-du-lieu.json --data ./practice --from 2027-01-01',
  },
  'paper.check': {
    words: ['FORM.json'],
    needs: [],
    takes: ['out'],
    vi: 'thử mẫu giấy thay thế',
    en: 'try a form that replaces one',
    more: {
      vi: 'Tệp mang tên của mẫu mà nó thay. Mỗi ô được điền bằng chính tên của nó.',
      en: 'The file is named like the form it replaces. Each field is filled with its own name.',
    },
    example: 'paper.check mau-05.json --out look.pdf',
  },
} as const satisfies Readonly<Record<string, Command>>;
export type CommandName = keyof typeof commands;

export function getCommand(name: CommandName): Command {
  return commands[name];
}

export function isCommand(name: string): name is CommandName {
  return Object.hasOwn(commands, name);
}
