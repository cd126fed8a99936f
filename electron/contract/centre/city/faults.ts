import { z } from 'zod';

const none = z.object({});

/** What a centre and its city's database may meet. The centre goes on with its work at every one of them; what is to be told is told later. */
export const cityFaults = {
  'city-away': {
    status: 503,
    data: none,
    vi: 'Chưa nối được nơi nhận số liệu của thành phố. Quầy vẫn làm việc bình thường; số liệu tự gửi khi nối lại.',
    en: 'The city’s database does not answer. The desk goes on as usual; its figures are sent by themselves when it is back.',
  },
  'city-other-fingerprint': {
    status: 409,
    data: none,
    vi: 'Máy ở địa chỉ này không phải nơi nhận số liệu của thành phố (chứng thư khác). Không gửi gì. Hỏi CNTT thành phố; nếu máy chủ được đặt lại thì xin mã mới.',
    en: 'Who answers at that address is not the city’s database (another certificate). Nothing was sent. Ask the city’s IT; if it was set up anew, ask for a new code.',
  },
  'city-certificate-expired': {
    status: 409,
    data: none,
    vi: 'Chứng thư của máy chủ thành phố đã hết hạn, hoặc đồng hồ máy này sai. Xem lại đồng hồ, rồi báo CNTT.',
    en: 'The certificate of the city’s server has expired, or this computer’s clock is wrong. Look at the clock, then tell IT.',
  },
  'city-not-encrypted': {
    status: 409,
    data: none,
    vi: 'Máy chủ thành phố không mã hóa đường truyền. Không gửi gì. Báo CNTT thành phố bật TLS.',
    en: 'The city’s server does not encrypt the line. Nothing was sent. The city’s IT has to turn TLS on.',
  },
  'city-no-entry': {
    status: 403,
    data: none,
    vi: 'Có máy chủ thành phố ở đó, nhưng pg_hba.conf của nó không có dòng nào cho máy này vào. Mã chưa bị dùng. CNTT thành phố thêm dòng hostssl cho mạng của đơn vị, nạp lại PostgreSQL, rồi thử lại.',
    en: 'The city’s server is there, and its pg_hba.conf has no line that lets this computer in. The code is not used. The city’s IT adds a hostssl line for the centre’s network and reloads PostgreSQL; then try again.',
  },
  'city-refused': {
    status: 403,
    data: none,
    vi: 'Thành phố không nhận số liệu của đơn vị này nữa: mã đã dùng, đã đóng, hoặc đã cấp mã khác. Xin CNTT thành phố mã mới (city renew) rồi nhập lại.',
    en: 'The city does not take this centre’s figures any more: its code was used, it was closed, or another code was given. Ask the city’s IT for a new one (city renew) and join again.',
  },
  'city-other-version': {
    status: 409,
    data: none,
    vi: 'Cơ sở dữ liệu của thành phố cũ hơn chương trình này. Số liệu được giữ lại và tự gửi sau khi CNTT thành phố nâng cấp (city init).',
    en: 'The city’s database is older than this program. Figures are kept and sent by themselves once the city’s IT has brought it up (city init).',
  },
  'city-other-database': {
    status: 409,
    data: none,
    vi: 'Không có cơ sở dữ liệu mà mã này nêu. Không gửi gì. Hỏi CNTT thành phố.',
    en: 'There is no database of the name in this code. Nothing was sent. Ask the city’s IT.',
  },
  'city-full': {
    status: 507,
    data: none,
    vi: 'Máy chủ thành phố hết chỗ hoặc hết kết nối. Số liệu được giữ lại và tự gửi sau; báo CNTT thành phố.',
    en: 'The city’s server has no room or no connection left. Figures are kept and sent later by themselves; tell the city’s IT.',
  },
  'city-broken': {
    status: 502,
    data: none,
    vi: 'Máy chủ thành phố trả lời sai quy ước. Số liệu được giữ lại, sẽ thử lại; báo CNTT thành phố.',
    en: 'The city’s server answers what no such server answers. Figures are kept and it is tried again; tell the city’s IT.',
  },
  'city-unexpected': {
    status: 500,
    data: z.object({ ref: z.string() }),
    vi: 'Gửi số liệu cho thành phố gặp lỗi ngoài dự kiến. Quầy vẫn làm việc bình thường và tự thử lại; báo mã {ref} cho bộ phận kỹ thuật.',
    en: 'Something unexpected went wrong while sending figures to the city. The desk goes on as usual and tries again by itself; give reference {ref} to IT.',
  },
  'city-code-unreadable': {
    status: 422,
    data: none,
    vi: 'Đây không phải mã của thành phố, hoặc mã bị thiếu. Chép hoặc quét lại toàn bộ mã (bắt đầu bằng MCC1).',
    en: 'This is no code of a city, or not the whole of one. Copy or scan all of it again (it begins with MCC1).',
  },
  'city-code-used': {
    status: 409,
    data: none,
    vi: 'Mã này đã dùng rồi, hoặc CNTT thành phố đã thu lại: mỗi mã chỉ dùng một lần. Xin mã mới (city renew).',
    en: 'This code was used already, or the city’s IT took it back: each works once. Ask for a new one (city renew).',
  },
  'city-not-joined': {
    status: 409,
    data: none,
    vi: 'Đơn vị này chưa gửi số liệu cho thành phố nào.',
    en: 'This centre sends figures to no city.',
  },
  'city-other-centre': {
    status: 409,
    data: z.object({ centre: z.string() }),
    vi: 'Mã này cấp cho đơn vị {centre}, không phải đơn vị này. Không gửi gì.',
    en: 'This code was given to the centre {centre}, which is not this one. Nothing was sent.',
  },
  'city-practice-and-real': {
    status: 409,
    data: none,
    vi: 'Đơn vị thực hành và đơn vị thật không gửi vào cùng một nơi. Không gửi gì.',
    en: 'A practice office and a real one do not send to the same city. Nothing was sent.',
  },
  'city-desk-copied': {
    status: 409,
    data: none,
    vi: 'Thành phố đã nhận số liệu từ một trạng thái khác của chính sổ này: thư mục bị sao chép, hoặc bản cũ được chép đè lại. Ngừng gửi, không mất gì. Giữ máy đang đúng, rồi xin mã mới (city renew) và nhập ở máy đó: số liệu của máy đó thay cho số liệu cũ.',
    en: 'The city was told from another state of this very register: the folder was copied, or an older one was copied over it. Nothing more is sent and nothing is lost. Keep the right computer, ask for a new code (city renew) and join there: its figures take the place of those.',
  },
  'city-hub-away': {
    status: 503,
    data: none,
    vi: 'Số liệu của trung tâm nhiều quầy gửi khi máy chủ trung tâm trả lời (để chỉ một quầy gửi). Đang chờ máy chủ trung tâm.',
    en: 'The figures of a centre of many counters are sent while its hub answers (so that one counter sends). Waiting for the hub.',
  },
  // What is told and refuses nothing.
  'city-clock-differs': {
    status: 409,
    data: z.object({ minutes: z.number() }),
    vi: 'Đồng hồ máy này lệch máy chủ thành phố {minutes} phút. Xem lại ngày giờ của máy: ngày trong số liệu lấy theo sổ.',
    en: 'This computer’s clock is {minutes} minutes off the city’s. Look at its date and time: the days in the figures are those of the register.',
  },
  'city-fact-malformed': {
    status: 409,
    data: none,
    vi: 'Thành phố không nhận dạng số liệu này; sẽ gửi lại khi hồ sơ có việc mới. Báo CNTT.',
    en: 'The city does not take what was sent in this form; it is sent again when something more happens to the case. Tell IT.',
  },
} as const;
