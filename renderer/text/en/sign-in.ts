import type { vi } from '../vi.ts';

export const signIn: (typeof vi)['signIn'] = {
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
