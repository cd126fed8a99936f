import type { vi } from '../vi.ts';

export const find: (typeof vi)['find'] = {
  title: 'Find a case',
  box: 'Name, number, case code or phone',
  boxHint: 'Or scan the code on a receipt.',
  results: (count) => (count === 0 ? 'No case' : count === 1 ? '1 case' : `${count} cases`),
  atLimit: (count) => `the first ${count} cases; type more to narrow`,
  open: 'Open the case',
  move: 'Choose a case',
  focus: 'To the search box',
  columns: {
    number: 'Case code',
    name: 'Full name',
    idNumber: 'Id number',
    procedure: 'Procedure',
    status: 'Status',
    due: 'Promised for',
  },
  daysLeft: (days) =>
    days === 0
      ? 'today'
      : days === 1
        ? 'tomorrow'
        : days > 1
          ? `${days} days left`
          : days === -1
            ? '1 day late'
            : `${-days} days late`,
  noDue: 'no date promised',
  teachTitle: 'A few letters are enough',
  teach: [
    ['dang anh', 'a name without marks, in any order, with one slip'],
    ['1234', 'the last four digits of the id number'],
    ['0901 234 567', 'a phone number'],
    ['261123-0042', 'the case code, or its day and number'],
    ['square code', 'scan the code on a receipt: the case opens at once'],
  ],
  nothingTitle: (text) => `No case matches “${text}”`,
  nothing:
    'Try the name without marks and fewer letters, the last four digits of the id number, or the phone number. Only cases on this desk are searched.',
  notHere: (code) => `Code ${code} is not on this desk. Another counter may have issued the receipt.`,
};
