const vi = {
  title: 'Đăng nhập',
  locked: 'Phiên làm việc đã khóa. Những gì đã nhập vẫn còn, đăng nhập lại để làm tiếp.',
  username: 'Tên đăng nhập',
  password: 'Mật khẩu',
  submit: 'Đăng nhập',
  waiting: (seconds: number) => `Chờ ${seconds} giây`,
  practiceAccounts: 'Tài khoản thực hành',
  practicePassword: 'Mật khẩu của các tài khoản thực hành',
  practiceNote:
    'Đây là đơn vị thực hành: người và hồ sơ đều không có thật. Đăng nhập xong, Alt+Shift+H mở các bài học.',
  capsLock: 'Đang bật Caps Lock.',
  passwordsNote: {
    'some-missing':
      'Máy này khôi phục từ bản sao lưu, và có người chưa có mật khẩu ở đây. Nếu mật khẩu cũ của bạn bị từ chối: mời hai lãnh đạo hoặc quản trị đặt mật khẩu mới (F9, Người dùng).',
    unknown:
      'Nếu máy này vừa khôi phục từ ổ mang đi: chỉ lãnh đạo và quản trị đăng nhập được trước, rồi hai người đặt mật khẩu mới cho người khác (F9, Người dùng).',
  },
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
  practiceNote:
    'This is a practice office: its people and cases are not real. Once signed in, Alt+Shift+H opens the lessons.',
  capsLock: 'Caps Lock is on.',
  passwordsNote: {
    'some-missing':
      'This computer came back from a backup, and some people have no password here yet. If your old one is refused: two supervisors or administrators set a new one (F9, People).',
    unknown:
      'If this computer has just come back from a drive: only supervisors and administrators sign in first, and two of them set new passwords for the others (F9, People).',
  },
};

export const signIn = { vi, en };
