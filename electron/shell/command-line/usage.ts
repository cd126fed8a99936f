/** Thrown when a command is asked wrongly; `main` says it, shows the usage and ends with 2. */
export class UsageError extends Error {
  readonly vi: string;
  readonly en: string;

  constructor(vi: string, en: string) {
    super(en);
    this.name = 'UsageError';
    this.vi = vi;
    this.en = en;
  }
}

export const usage = `Một Cửa Desk – dòng lệnh | command line

  calls                                       in các lệnh gọi được | print what can be asked
  demo   --data DIR [--cases N] [--seed S] [--password P]
                                              tạo đơn vị thực hành | make a practice office
  call   NAME [INPUT.json | -] [--data DIR] [--user U] [--now ISO] [--out FILE]
                                              một lệnh gọi | one call
  batch  --data DIR [--user U] [--now ISO]    mỗi dòng một lệnh {"call","input"} | one call a line from stdin
  serve  --data DIR [--port N] [--now ISO]    mở cho trình duyệt trên máy này | serve the browser on this machine
  verify --data DIR                           kiểm tra dữ liệu | check the data
  paper.check FORM.json [--out PDF]           thử mẫu giấy thay thế | try a form that replaces one

Mật khẩu lấy từ biến DESK_PASSWORD; không nêu --user thì là «clerk». --now chỉ dùng cho đơn vị thực hành (ISO 8601, +07:00).
The password comes from DESK_PASSWORD; without --user it is for “clerk”. --now is for practice offices only (ISO 8601, +07:00).
Kết thúc | exit: 0 xong | done, 1 lỗi đã biết | fault, 2 gọi sai | usage, 3 sự cố | bug or disaster.
`;
