/** Own fields of a procedure, at reception and in the case. */
const vi = {
  open: 'Nội dung tờ khai',
  said: (said: number, of: number) => `Nội dung tờ khai: ${said}/${of}`,
  leftOut: (values: readonly string[]) =>
    `Thủ tục không còn hỏi ô đã ghi ${values.map((value) => `«${value}»`).join(', ')}; nội dung này không gửi theo hồ sơ.`,
  title: (procedure: string) => `Nội dung tờ khai · ${procedure}`,
  done: 'Xong',
  close: 'Đóng',
  save: 'Ghi lại',
  kept: 'Lưu cùng hồ sơ. Ô có dấu * phải ghi; ô khác để trống được.',
  printed: (alone: readonly string[]) =>
    alone.length === 0
      ? 'Lưu cùng hồ sơ và in sẵn vào tờ khai; ô để trống in thành dòng chấm để viết tay.'
      : `Lưu cùng hồ sơ. Tờ khai in sẵn các ô của mẫu; không in: ${alone.join(', ')}.`,
  setLater:
    'Giấy tiếp nhận không ghi các nội dung này nên không phải cấp lại. Lần ghi trước vẫn còn trong diễn biến hồ sơ.',
  panel: 'Nội dung tờ khai',
  none: 'Chưa ghi nội dung nào.',
  printDeclaration: 'In tờ khai',
  hints: {
    text: undefined,
    number: 'số',
    date: '04/03/1990',
    time: '04 giờ 30 phút',
    choice: undefined,
    person: 'họ tên, số định danh',
    address: undefined,
  } as Readonly<Record<'text' | 'number' | 'date' | 'time' | 'choice' | 'person' | 'address', string | undefined>>,
};

const en: typeof vi = {
  open: 'Declaration',
  said: (said, of) => `Declaration: ${said}/${of}`,
  leftOut: (values) =>
    `The procedure no longer asks for what was typed as ${values.map((value) => `“${value}”`).join(', ')}; this is not sent with the case.`,
  title: (procedure) => `Declaration · ${procedure}`,
  done: 'Done',
  close: 'Close',
  save: 'Write anew',
  kept: 'Kept with the case. Fields with * are needed; others may stay empty.',
  printed: (alone) =>
    alone.length === 0
      ? 'Kept with the case and printed into the declaration; what is empty is a dotted line to write on.'
      : `Kept with the case. The declaration prints the fields of its form; not printed: ${alone.join(', ')}.`,
  setLater: 'The receipt shows none of this, so none is issued again. What was said before stays in the history.',
  panel: 'Declaration',
  none: 'Nothing is said yet.',
  printDeclaration: 'Print the declaration',
  hints: {
    text: undefined,
    number: 'number',
    date: '04/03/1990',
    time: '04 giờ 30 phút',
    choice: undefined,
    person: 'name, id number',
    address: undefined,
  },
};

export const ownFieldsTexts = { vi, en };
