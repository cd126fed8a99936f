export const signIn = {
  title: 'Đăng nhập',
  locked: 'Phiên làm việc đã khóa. Những gì đã nhập vẫn còn, đăng nhập lại để làm tiếp.',
  username: 'Tên đăng nhập',
  password: 'Mật khẩu',
  submit: 'Đăng nhập',
  waiting: (seconds: number) => `Chờ ${seconds} giây`,
  practiceAccounts: 'Tài khoản thực hành',
  practicePassword: 'Mật khẩu của các tài khoản thực hành',
  practiceNote: 'Đây là đơn vị thực hành: người và hồ sơ đều không có thật.',
  capsLock: 'Đang bật Caps Lock.',
};
