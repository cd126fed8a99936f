import { z } from 'zod';

const none = z.object({});
const desk = z.object({ desk: z.string() });

/** What a desk and its centre's hub may meet. The desk goes on alone at every one of them; what it writes goes up later. */
export const hubFaults = {
  'hub-away': {
    status: 503,
    data: none,
    vi: 'Chưa nối được máy chủ trung tâm. Quầy vẫn làm việc bình thường; dữ liệu tự gửi khi nối lại.',
    en: 'The centre’s hub does not answer. The desk goes on as usual; what it writes goes up by itself when the hub is back.',
  },
  'hub-other-fingerprint': {
    status: 409,
    data: none,
    vi: 'Máy ở địa chỉ này không phải máy chủ trung tâm của quầy (chứng thư khác). Không gửi gì. Hỏi CNTT; nếu máy chủ được đặt lại thì xin mã mới.',
    en: 'Who answers at that address is not the centre’s hub (another certificate). Nothing was sent. Ask IT; if the hub was set up anew, ask for a new code.',
  },
  'hub-certificate-expired': {
    status: 409,
    data: none,
    vi: 'Chứng thư của máy chủ trung tâm đã hết hạn, hoặc đồng hồ máy này sai. Xem lại đồng hồ, rồi báo CNTT.',
    en: 'The hub’s certificate has expired, or this computer’s clock is wrong. Look at the clock, then tell IT.',
  },
  'hub-not-encrypted': {
    status: 409,
    data: none,
    vi: 'Máy chủ trung tâm không mã hóa đường truyền. Không gửi gì. Báo CNTT bật TLS.',
    en: 'The hub does not encrypt the line. Nothing was sent. IT has to turn TLS on.',
  },
  'hub-refused': {
    status: 403,
    data: none,
    vi: 'Máy chủ trung tâm không nhận quầy này: mã đã dùng, đã đóng, hoặc máy chủ được lập lại. Xin CNTT mã mới rồi nhập lại.',
    en: 'The hub does not let this desk in: its code was used, it was closed, or the hub was set up anew. Ask IT for a new code and join again.',
  },
  'hub-shut-out': {
    status: 403,
    data: desk,
    vi: 'Trung tâm không cho quầy {desk} vào nữa: CNTT đã cho quầy rời trung tâm, đã đóng quầy, đã cấp chỗ này cho máy khác, hoặc máy chủ được lập lại. Không phải lỗi mạng. Quầy làm việc riêng, không mất gì; hỏi CNTT, muốn vào lại thì xin mã mới.',
    en: 'The centre no longer lets desk {desk} in: IT took it out of the centre, closed it, gave its place to another computer, or set the hub up anew. It is not the network. The desk goes on alone and loses nothing; ask IT, and for a new code to come back.',
  },
  'hub-place-taken': {
    status: 409,
    data: none,
    vi: 'Một máy khác đang nối bằng chỗ của quầy này: có thể thư mục dữ liệu đã bị sao sang máy khác. Tắt máy kia.',
    en: 'Another computer is connected in this desk’s place: its data folder was probably copied. Turn that one off.',
  },
  'hub-other-version': {
    status: 409,
    data: none,
    vi: 'Máy chủ trung tâm thuộc phiên bản khác với chương trình này. Quầy làm việc riêng; CNTT cập nhật một trong hai.',
    en: 'The hub is of another version than this program. The desk goes on alone; IT has to update one of the two.',
  },
  'hub-other-centre': {
    status: 409,
    data: none,
    vi: 'Mã hoặc máy chủ này thuộc một trung tâm khác. Không gửi gì. Kiểm tra lại mã được cấp.',
    en: 'This code or this hub is another centre’s. Nothing was sent. Check the code you were given.',
  },
  'hub-full': {
    status: 507,
    data: none,
    vi: 'Máy chủ trung tâm hết chỗ hoặc hết kết nối. Quầy giữ dữ liệu và tự gửi lại; báo CNTT.',
    en: 'The hub has no room or no connection left. The desk keeps what it has and tries again by itself; tell IT.',
  },
  'hub-broken': {
    status: 502,
    data: none,
    vi: 'Máy chủ trung tâm trả lời sai quy ước. Quầy làm việc riêng và thử lại; báo CNTT.',
    en: 'The hub answers what no hub answers. The desk goes on alone and tries again; tell IT.',
  },
  'hub-unexpected': {
    status: 500,
    data: z.object({ ref: z.string() }),
    vi: 'Trao đổi với trung tâm gặp lỗi ngoài dự kiến. Quầy vẫn làm việc bình thường và tự thử lại; báo mã {ref} cho bộ phận kỹ thuật.',
    en: 'Something unexpected went wrong between this desk and the centre. The desk goes on as usual and tries again by itself; give reference {ref} to IT.',
  },
  'hub-code-unreadable': {
    status: 422,
    data: none,
    vi: 'Đây không phải mã nhập trung tâm, hoặc mã bị thiếu. Chép hoặc quét lại toàn bộ mã (bắt đầu bằng MCH1).',
    en: 'This is no code of a centre, or not the whole of one. Copy or scan all of it again (it begins with MCH1).',
  },
  'hub-not-joined': {
    status: 409,
    data: none,
    vi: 'Quầy này chưa nhập vào trung tâm nào.',
    en: 'This desk has joined no centre.',
  },
  'hub-already-joined': {
    status: 409,
    data: z.object({ centre: z.string() }),
    vi: 'Quầy này đã nhập vào trung tâm {centre}. Rời trung tâm đó trước.',
    en: 'This desk has joined the centre {centre} already. Leave that one first.',
  },
  'hub-practice-and-real': {
    status: 409,
    data: none,
    vi: 'Đơn vị thực hành và đơn vị thật không vào chung một trung tâm. Không gửi gì.',
    en: 'A practice office and a real one do not join the same centre. Nothing was sent.',
  },
  'hub-code-used': {
    status: 409,
    data: desk,
    vi: 'Mã này của quầy {desk} đã dùng rồi, hoặc CNTT đã thu lại: mỗi mã chỉ dùng một lần. Xin CNTT một mã mới cho máy này.',
    en: 'This code of desk {desk} was used already, or IT took it back: each code works once. Ask IT for a new one for this computer.',
  },
  'hub-desk-elsewhere': {
    status: 409,
    data: desk,
    vi: 'Chỗ của quầy {desk} hoặc sổ của máy này vừa được máy khác dùng để vào trung tâm. Không mất gì. Xin CNTT một mã mới rồi nhập lại.',
    en: 'Another computer has just come to the centre in the place of desk {desk}, or with this register. Nothing is lost. Ask IT for a new code and join again.',
  },
  'hub-desk-copied': {
    status: 409,
    data: desk,
    vi: 'Ở trung tâm, quầy {desk} đã ghi khác với sổ trên máy này: thư mục đã bị sao chép sang máy khác, hoặc bản cũ được đưa lại. Máy này ngừng trao đổi, vẫn làm việc và không mất gì. Giữ máy đang đúng. Ở máy kia nhập một mã mới của CNTT: máy đó thành một quầy riêng, mọi hồ sơ của trung tâm về đó, việc chỉ ghi ở đó được ghi lại dưới tên quầy mới, số trùng hiện ở F4.',
    en: 'At the centre desk {desk} wrote something else than stands in this register: the folder was copied to another computer, or an older state was brought back. This computer stops exchanging, goes on working and loses nothing. Keep the right one as it is. On the other enter a new code from IT: it becomes a counter of its own, everything of the centre comes there, what was written there alone is told again under its new name, and numbers given twice stand in F4.',
  },
  'hub-desk-restored': {
    status: 409,
    data: desk,
    vi: 'Sổ này được khôi phục từ bản sao lưu của quầy {desk}, nên chưa trao đổi với trung tâm. Xin CNTT một mã mới rồi nhập ở đây: phần {desk} ghi sau bản sao lưu từ trung tâm về, việc đã tiếp nhận ở đây giữ nguyên, số nào bị cấp hai lần hiện ở F4.',
    en: 'This register came back from a backup of desk {desk} and does not exchange with the centre yet. Ask IT for a new code and enter it here: what {desk} wrote after the backup comes back from the centre, what was received here since stays, and a number that was given twice stands in F4.',
  },
  'hub-desk-closed': {
    status: 409,
    data: desk,
    vi: 'Quầy {desk} đã được đóng ở trung tâm. Máy này làm việc riêng; muốn vào lại thì xin mã mới.',
    en: 'Desk {desk} was closed at the centre. This computer goes on alone; to come back it needs a new code.',
  },
  'hub-desk-unknown': {
    status: 404,
    data: z.object({ no: z.number() }),
    vi: 'Trung tâm không có quầy số {no} đang chờ.',
    en: 'No desk number {no} is waiting at the centre.',
  },
  'hub-digits-differ': {
    status: 422,
    data: none,
    vi: 'Sáu chữ số không khớp. Đọc lại trên màn hình quầy kia; nếu vẫn khác thì không duyệt và báo CNTT.',
    en: 'The six digits are not the same. Read them again on the other desk’s screen; if they still differ do not let it in, and tell IT.',
  },
  // What is told and refuses nothing.
  'hub-waits-for-key': {
    status: 409,
    data: none,
    vi: 'Chờ một quầy đang làm việc trao khóa của trung tâm. Ở quầy đó, so sáu chữ số rồi bấm duyệt. Trong lúc chờ, quầy này làm việc riêng.',
    en: 'Waiting for a desk that is at work to hand over the centre’s key. There, somebody compares six digits and lets this desk in. Until then it goes on alone.',
  },
  'hub-clock-differs': {
    status: 409,
    data: z.object({ minutes: z.number() }),
    vi: 'Đồng hồ máy này lệch máy chủ trung tâm {minutes} phút. Xem lại ngày giờ của máy.',
    en: 'This computer’s clock is {minutes} minutes off the hub’s. Look at its date and time.',
  },
  'hub-own-came-back': {
    status: 409,
    data: z.object({ desk: z.string(), count: z.number() }),
    vi: '{count} mục của chính quầy {desk} từ máy chủ về mà sổ này chưa có: thư mục là bản cũ được đưa lại, hoặc một bản sao của nó đang chạy ở máy khác. Nếu có máy khác dùng thư mục này, tắt máy đó.',
    en: '{count} entries of this very desk ({desk}) came from the hub and were not in this register: an older state of the folder was brought back, or a copy of it is at work on another computer. If another computer has this folder, turn that one off.',
  },
  'hub-goes-on-as': {
    status: 409,
    data: z.object({ before: z.string(), desk: z.string() }),
    vi: 'Trước đây trung tâm biết sổ này là quầy {before}; từ nay máy này là quầy {desk}, có dãy số riêng. Số và giấy đã cấp giữ nguyên, việc ghi trong lúc ở ngoài được gửi lên.',
    en: 'The centre knew this register as desk {before}; from here on this computer is desk {desk} with numbers of its own. Numbers and papers that were given stay, and what was written outside the centre goes up.',
  },
  'hub-told-again': {
    status: 409,
    data: z.object({ before: z.string(), desk: z.string(), count: z.number() }),
    vi: 'Sổ này từng là bản sao của quầy {before} và hai máy đã ghi khác nhau. {count} mục chỉ có ở máy này đã được ghi lại dưới tên quầy {desk}; phần của {before} đã về. Xem F4: số nào hai máy cùng cấp thì báo người dân và quyết định ở đó. Tiền trong ngăn mở từ trước lúc tách thì đếm ở quầy {before}.',
    en: 'This register was a copy of desk {before}, and both wrote different things. {count} entries that were on this computer alone were told again as desk {desk}; those of {before} have come. Look at F4: a number that both gave is told to the citizens and decided there. Money in a drawer that was open before they parted is counted at desk {before}.',
  },
  'hub-went-back': {
    status: 409,
    data: desk,
    vi: 'Máy chủ trung tâm có ít dữ liệu của quầy {desk} hơn trước mà không báo đã đặt lại. Dữ liệu đang được gửi lại; báo CNTT xem ai đã đụng vào máy chủ.',
    en: 'The hub has less of desk {desk} than it had, and does not say that it was set up anew. It is being filled again; IT should find out who touched it.',
  },
  'hub-set-up-anew': {
    status: 409,
    data: none,
    vi: 'Máy chủ trung tâm đã được lập lại hoặc khôi phục. Các quầy tự gửi lại những gì thiếu.',
    en: 'The hub was set up anew or brought back from a copy. The desks send again what it lacks.',
  },
  'hub-number-taken': {
    status: 409,
    data: z.object({ what: z.string(), desk: z.string() }),
    vi: 'Trước khi nhập, quầy này đã dùng {what}, thuộc về quầy {desk}. Giấy đã in vẫn giữ nguyên; nếu hai hồ sơ trùng số, danh sách trùng sẽ nêu tên.',
    en: 'Before it joined, this desk used {what}, which belongs to desk {desk}. Papers that were printed stay; where two cases have one number, the list of contradictions names them.',
  },
  'hub-desk-key-changed': {
    status: 409,
    data: desk,
    vi: 'Quầy {desk} ký bằng khóa khác lần gặp đầu. Không nhận gì của quầy đó nữa; báo CNTT.',
    en: 'Desk {desk} signs with another key than when it was first met. Nothing more is taken from it; tell IT.',
  },
  'hub-desk-forked': {
    status: 409,
    data: desk,
    vi: 'Máy chủ đưa cho quầy {desk} một lịch sử khác với lịch sử đã nhận ở đây. Không nhận tiếp của quầy đó; báo CNTT.',
    en: 'The hub shows another history of desk {desk} than came here before. Nothing more is taken from it; tell IT.',
  },
  'hub-row-false': {
    status: 409,
    data: z.object({ desk: z.string(), seq: z.number() }),
    vi: 'Một mục của quầy {desk} (số {seq}) không đúng chữ ký hoặc đã bị sửa. Từ đó trở đi của quầy này chưa nhận; các quầy khác vẫn nhận.',
    en: 'An entry of desk {desk} (number {seq}) is not signed by it or was changed. What follows it of that desk is not taken; everything of others is.',
  },
  'hub-row-newer': {
    status: 409,
    data: desk,
    vi: 'Quầy {desk} dùng phiên bản mới hơn. Cập nhật chương trình ở đây thì mới đọc được phần mới của quầy đó.',
    en: 'Desk {desk} runs a newer version. What it writes can be read here once this program is updated.',
  },
  'hub-row-other-key': {
    status: 409,
    data: desk,
    vi: 'Quầy {desk} dùng một khóa trung tâm mà quầy này chưa được trao. Nhờ một quầy đang làm việc duyệt lại.',
    en: 'Desk {desk} uses a key of the centre that this desk was not given. Have a desk that is at work let it in again.',
  },
  'hub-content-missing': {
    status: 409,
    data: desk,
    vi: 'Máy chủ thiếu một phần dữ liệu của quầy {desk}. Sẽ hỏi lại ở lần nối sau.',
    en: 'The hub lacks a part of what desk {desk} sent. It is asked for again at the next contact.',
  },
  'hub-content-lacking': {
    status: 409,
    data: z.object({ count: z.number() }),
    vi: 'Còn thiếu {count} danh mục hoặc mẫu giấy của quầy khác; hồ sơ liên quan tạm hiển thị theo danh mục ở đây.',
    en: '{count} lists or forms of other desks have not come yet; cases that rest on them are shown by the lists of this desk.',
  },
  'hub-entry-refused': {
    status: 409,
    data: z.object({ desk: z.string(), seq: z.number(), why: z.string() }),
    vi: 'Không nhận được mục số {seq} của quầy {desk} ({why}). Đã để riêng; phần còn lại vẫn nhận.',
    en: 'Entry {seq} of desk {desk} was not taken ({why}). It is set aside; everything else is taken.',
  },
} as const;
