const vi = {
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

const en: typeof vi = {
  title: 'Sign in',
  locked: 'The session was locked. What you typed is kept; sign in again to go on.',
  username: 'User name',
  password: 'Password',
  submit: 'Sign in',
  waiting: (seconds) => `Wait ${seconds} s`,
  practiceAccounts: 'Practice accounts',
  practicePassword: 'Password of the practice accounts',
  practiceNote: 'This is a practice office: its people and cases are not real.',
  capsLock: 'Caps Lock is on.',
};

export const signIn = { vi, en };
