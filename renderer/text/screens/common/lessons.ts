/** What the lessons of the practice office say: of each step what is to be done and why, in one or two sentences; the keys stand beside it (app/lessons/lessons.ts). */
const vi = {
  title: 'Bài học',
  open: 'Các bài học',
  invite: (count: number) => `Đơn vị thực hành có ${count} bài học: làm thật từng bước, không ảnh hưởng hồ sơ nào.`,
  step: (nth: number, of: number) => `Bước ${nth}/${of}`,
  ended: (keys: number) => `Xong bài, ${keys} phím`,
  aside: 'Để bài học lại sau',
  start: 'Học',
  goOn: 'Học tiếp',
  again: 'Học lại',
  fromStart: 'Học lại từ đầu',
  lead: 'Bài đi tiếp khi việc đã thật sự được làm, bằng phím hay bằng chuột. Bỏ dở lúc nào cũng được, lần sau học tiếp từ bước ấy.',
  others: 'Bài của vai khác hiện ra khi đăng nhập bằng tài khoản của vai ấy.',
  state: {
    fresh: 'chưa học',
    begun: (nth: number, of: number) => `đang ở bước ${nth}/${of}`,
    done: (keys: number) => `đã xong, ${keys} phím`,
  },
  times: (times: number) => `${times} lần`,
  of: {
    'first-reception': {
      name: 'Tiếp nhận hồ sơ đầu tiên',
      learned: 'Số định danh cho giới tính, chữ đầu tìm được thủ tục, một phím thì hồ sơ nằm trên đĩa rồi giấy mới in.',
      steps: {
        reception: 'Mở màn hình «Tiếp nhận».',
        number: 'Gõ số định danh của người nộp (có thẻ thì quét). Tab sang ô sau.',
        person: 'Gõ họ tên, ngày sinh; năm sinh có sẵn trong số định danh nên «1502» là đủ. Giới tính tự điền.',
        procedure: 'Tìm thủ tục bằng chữ đầu, không dấu: «ks» là khai sinh. Enter để chọn.',
        accept: 'Đọc ngày hẹn cho người nộp nghe, rồi tiếp nhận: hồ sơ được ghi, có số, giấy được in.',
      },
    },
    'on-behalf': {
      name: 'Nộp thay cho người khác',
      learned: 'Người đứng ở quầy và chủ hồ sơ là hai người: cả hai đều tìm lại được, giấy hẹn ghi người nộp.',
      steps: {
        reception: 'Mở màn hình «Tiếp nhận», người kế tiếp.',
        applicant: 'Gõ số định danh và họ tên của chủ hồ sơ, người mà giấy tờ là của họ.',
        submitter: 'Thêm người nộp thay: số định danh và họ tên của người đang đứng ở quầy.',
        authorisation: 'Ghi vì sao được nộp thay: giấy ủy quyền, hoặc quan hệ như «mẹ đẻ».',
        procedure: 'Tìm thủ tục, Enter để chọn.',
        accept: 'Tiếp nhận.',
      },
    },
    'open-till': {
      name: 'Mở két đầu ca',
      learned: 'Tiền lẻ đầu ca được đếm từng loại; từ đây mọi khoản thu tiền mặt vào két này.',
      steps: {
        cash: 'Mở màn hình «Thu phí».',
        ask: 'Mở két (két đang mở thì bài tự đi tiếp).',
        open: 'Gõ số tờ của từng mệnh giá, Enter xuống dòng sau; xong thì ghi.',
      },
    },
    certification: {
      name: 'Chứng thực ba giấy tờ',
      learned: 'Một dòng gõ, một phím: số chứng thực, tiền, biên lai và tiền thừa cùng một lúc, mỗi giấy tờ một số.',
      steps: {
        counter: 'Mở màn hình «Chứng thực».',
        papers: 'Ba giấy tờ: số trang, chữ x, số bản, mỗi cụm cách một dấu cách. Một bản thì chỉ gõ số trang.',
        signer: 'Ghi ai ký và chức danh. Lần sau máy nhớ người ký gần nhất.',
        act: 'Chứng thực và thu tiền.',
      },
    },
    fee: {
      name: 'Thu phí sau khi tiếp nhận',
      learned: 'Vừa tiếp nhận xong thì hồ sơ ấy đứng sẵn ở «Thu phí»: hai phím là xong. Lần khác thì quét giấy hẹn.',
      steps: {
        reception: 'Mở màn hình «Tiếp nhận».',
        person: 'Gõ số định danh và họ tên người nộp.',
        procedure: 'Chọn một thủ tục có lệ phí.',
        accept: 'Tiếp nhận.',
        cash: 'Sang «Thu phí»: hồ sơ vừa nhận đã đứng đó cùng khoản phải thu.',
        collect: 'Thu đủ tiền mặt: biên lai có số và được in.',
      },
    },
    'ask-papers': {
      name: 'Yêu cầu bổ sung hồ sơ',
      learned:
        'Chỉ được yêu cầu bổ sung một lần (NĐ 118/2025 Điều 19 khoản 5); thời hạn giải quyết tạm dừng từ lúc ấy.',
      steps: {
        reception: 'Mở màn hình «Tiếp nhận»: bài này cần một hồ sơ của hôm nay.',
        person: 'Gõ số định danh và họ tên người nộp.',
        procedure: 'Chọn thủ tục bằng mã của nó.',
        accept: 'Tiếp nhận.',
        file: 'Tìm lại hồ sơ bằng tên không dấu ở màn hình «Tìm», Enter để mở.',
        take: 'Làm «Chuyển xử lý»: từ đây hồ sơ do chuyên viên giữ.',
        ask: 'Yêu cầu bổ sung: giấy tờ gì, vì sao. Phiếu yêu cầu được lập và in.',
      },
    },
    'return-result': {
      name: 'Trả kết quả',
      learned: 'Ai nhận, xuất trình gì và lúc nào đều được ghi; trao nhầm thì Alt+8 thu lại trong 60 giây.',
      steps: {
        screen: 'Mở màn hình «Trả kết quả»: những hồ sơ chờ trả đứng sẵn.',
        file: 'Quét giấy hẹn, hoặc chọn trong danh sách bằng mũi tên và Enter.',
        hand: 'Ghi người nhận đã đưa giấy hẹn, rồi trả kết quả. Còn khoản chưa thu thì thu trước bằng nút ở trên, hoặc ghi lý do khi máy hỏi.',
      },
    },
    'window-gone': {
      name: 'Mất mạng, mất điện giữa chừng',
      learned:
        'Mất mạng thì cứ làm: quầy không cần mạng. Mất điện thì mất nhiều nhất một giây gõ; phần đang nhập trở lại.',
      steps: {
        reception: 'Mở màn hình «Tiếp nhận».',
        person: 'Gõ số định danh và họ tên, chưa tiếp nhận vội.',
        gone: 'Làm như mất điện: đóng cửa sổ (Alt+F4) rồi mở lại chương trình; trong trình duyệt thì tải lại trang.',
        procedure: 'Người vừa gõ đã trở lại. Chọn thủ tục.',
        accept: 'Tiếp nhận như chưa có gì xảy ra.',
      },
    },
    'paper-kit': {
      name: 'Mất điện cả buổi: giấy dự phòng',
      learned: 'Số trên giấy dự phòng đã để riêng, không ai cấp lại; có điện thì nhập bù từng tờ.',
      steps: {
        reception: 'Mở màn hình «Tiếp nhận».',
        ask: 'Mở «In bộ giấy dự phòng».',
        print: 'Gõ số tờ rồi in. Làm việc này hằng tuần, lúc còn điện.',
      },
    },
    'end-of-day': {
      name: 'Cuối ngày',
      learned: 'Két đếm từng loại tiền, lệch thì ghi lý do; «Sổ ngày» in được, phải khớp với két.',
      steps: {
        cash: 'Mở màn hình «Thu phí».',
        sheet: 'Xem «Sổ ngày»: mọi biên lai trong ngày.',
        ask: 'Trở lại rồi đóng két. Két chưa mở thì học bài «Mở két đầu ca» trước.',
        close: 'Gõ số tờ đếm được. Lệch với sổ thì ghi lý do, rồi đóng.',
      },
    },
  },
};

const en: typeof vi = {
  title: 'Lesson',
  open: 'Lessons',
  invite: (count) => `The practice office has ${count} lessons: every step is really done and touches no real case.`,
  step: (nth, of) => `Step ${nth}/${of}`,
  ended: (keys) => `Lesson ended, ${keys} keys`,
  aside: 'Leave the lesson for later',
  start: 'Learn',
  goOn: 'Go on',
  again: 'Once more',
  fromStart: 'From the beginning',
  lead: 'A lesson goes on when the thing is really done, by key or by mouse. Leave it whenever you like; next time it goes on from that step.',
  others: 'Lessons of another role appear when you sign in with an account of that role.',
  state: {
    fresh: 'not begun',
    begun: (nth, of) => `at step ${nth}/${of}`,
    done: (keys) => `done, ${keys} keys`,
  },
  times: (times) => `${times} times`,
  of: {
    'first-reception': {
      name: 'The first reception',
      learned:
        'The number tells the sex, first letters find the procedure, and one key puts the file on disk before its paper is printed.',
      steps: {
        reception: 'Open “Reception”.',
        number: 'Type the number of who files (or scan their card). Tab to the next field.',
        person: 'Type the name and the day of birth; the year is in the number, so “1502” is enough. The sex fills in.',
        procedure: 'Find the procedure by its first letters, no marks: “ks” is khai sinh. Enter chooses.',
        accept: 'Read the promised date aloud, then accept: it is recorded, numbered and printed.',
      },
    },
    'on-behalf': {
      name: 'On behalf of another',
      learned:
        'Who stands at the counter and whose file it is are two people: both are found again, the receipt names who filed.',
      steps: {
        reception: 'Open “Reception”, for the next citizen.',
        applicant: 'Type the number and the name of the applicant, whose file it is.',
        submitter: 'Add who files for them: number and name of the person at the counter.',
        authorisation: 'Say why they may: an authorisation, or how they are related, such as “mẹ đẻ”.',
        procedure: 'Find the procedure; Enter chooses.',
        accept: 'Accept it.',
      },
    },
    'open-till': {
      name: 'Opening the till',
      learned: 'The change is counted note by note; from now on cash goes into this till.',
      steps: {
        cash: 'Open “Cash”.',
        ask: 'Open the till (where it is open already the lesson goes on by itself).',
        open: 'Type how many of each note, Enter goes to the next line; then record it.',
      },
    },
    certification: {
      name: 'Certifying three papers',
      learned: 'One line and one key: numbers, money, receipt and change at once, a number for each paper.',
      steps: {
        counter: 'Open “Certification”.',
        papers: 'Three papers: pages, the letter x, copies, a space between. Of one copy the pages are enough.',
        signer: 'Say who signs, and their title. The next time the last one stands there.',
        act: 'Certify and take the money.',
      },
    },
    fee: {
      name: 'A fee after its reception',
      learned: 'What was just received stands in “Cash” already: two keys. At another time scan the receipt.',
      steps: {
        reception: 'Open “Reception”.',
        person: 'Type the number and the name of who files.',
        procedure: 'Choose a procedure that has a fee.',
        accept: 'Accept it.',
        cash: 'Go to “Cash”: the case just received stands there with what is owed.',
        collect: 'Take all of it in cash: the receipt is numbered and printed.',
      },
    },
    'ask-papers': {
      name: 'Asking for papers',
      learned: 'It may be asked once (NĐ 118/2025 Article 19(5)); the time limit stands still from then on.',
      steps: {
        reception: 'Open “Reception”: this lesson needs a file of today.',
        person: 'Type the number and the name of who files.',
        procedure: 'Choose the procedure by its code.',
        accept: 'Accept it.',
        file: 'Find it again by the name without marks in “Find”; Enter opens it.',
        take: 'Pass it on: from here on an officer holds it.',
        ask: 'Ask: for which papers, and why. The request is made and printed.',
      },
    },
    'return-result': {
      name: 'Handing a result out',
      learned:
        'Who took it, what they showed and when is kept; to the wrong person, Alt+8 takes it back within 60 seconds.',
      steps: {
        screen: 'Open “Return results”: what waits to be fetched stands there.',
        file: 'Scan the receipt, or choose in the list with arrows and Enter.',
        hand: 'Say that the receipt was shown, then hand it out. An open fee is taken first by the button above, or a reason is given when it is asked for.',
      },
    },
    'window-gone': {
      name: 'The network or the power goes',
      learned:
        'Without a network just go on: the counter needs none. Without power at most one second of typing is lost; what was being typed comes back.',
      steps: {
        reception: 'Open “Reception”.',
        person: 'Type the number and the name, and do not accept yet.',
        gone: 'As if the power failed: close the window (Alt+F4) and open the program again; in a browser load the page anew.',
        procedure: 'Who was being typed is back. Choose the procedure.',
        accept: 'Accept, as if nothing had happened.',
      },
    },
    'paper-kit': {
      name: 'Hours without power: the paper kit',
      learned:
        'The numbers on these sheets are set aside and never given again; with power back each sheet is entered.',
      steps: {
        reception: 'Open “Reception”.',
        ask: 'Open “Print a paper kit”.',
        print: 'Type how many sheets, then print. Do this every week, while there is power.',
      },
    },
    'end-of-day': {
      name: 'The end of the day',
      learned: 'The till is counted note by note, a difference wants its reason; the day sheet prints and must agree.',
      steps: {
        cash: 'Open “Cash”.',
        sheet: 'Look at the day sheet: every receipt of the day.',
        ask: 'Go back and close the till. If it is not open, learn “Opening the till” first.',
        close: 'Type what you counted. Where it differs give the reason, then close.',
      },
    },
  },
};

export const lessonTexts = { vi, en };
