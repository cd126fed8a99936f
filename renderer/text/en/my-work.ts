import type { vi } from '../vi.ts';

export const myWork: (typeof vi)['myWork'] = {
  title: 'To do',
  all: 'The whole desk',
  mine: 'Held by me',
  toggleMine: 'Only the cases I hold, or all',
  jump: (section) => `To the group: ${section}`,
  move: 'Choose a case',
  open: 'Open the case',
  list: 'Cases to do',
  count: (value, more) => (more ? `${value}+` : String(value)),
  sections: {
    overdue: 'Overdue',
    today: 'Due today',
    soon: 'Due soon',
    supplement: 'Awaiting papers',
    'to-return': 'To be fetched',
    error: 'To be corrected',
    waiting: 'To be received',
    'step-late': 'Late inner steps',
    'leg-late': 'Elsewhere',
    'promise-changed': 'Calendar changed',
  },
  stepLate: (at) => `step was due ${at}`,
  legLate: {
    waiting: (at) => `was due ${at}`,
    'to-send': (at) => `not sent, due ${at}`,
    sent: (at) => `not confirmed, due ${at}`,
    running: (at) => `leg was due ${at}`,
    finished: (at) => `was due ${at}`,
  },
  empty: {
    overdue: 'No case is overdue.',
    today: 'Nothing more is due today.',
    soon: 'Nothing is due in the next 72 hours of working days; days off do not count.',
    supplement: 'Nobody owes papers. A citizen has 15 days to complete a file; after that it is closed.',
    'to-return': 'No result waits to be fetched. The newest result stands first in this list.',
    waiting: 'No online file and no parcel waits to be received. Packs are taken in from Reception, Alt+O.',
    error: 'No result is wrong. A wrong result is corrected within three working days.',
  },
  hours: {
    'within-24h': 'within 24 hours',
    'within-48h': 'within 48 hours',
    'within-72h': 'within 72 hours',
    'leg-late': 'late',
    'leg-untimed':
      'no time of its own: a supervisor sets it in Office › Other agencies; it counts from when the agency has the file',
    'promise-changed': 'the printed day stands; call the citizen if it is a day off now',
  },
  apologyDue: 'Form 04 must leave today',
  apologies: (count) =>
    `${count} due on the next working day: if one will be late, its apology (form 04) has to be sent today.`,
  later: (count) => `${count} due after that`,
  unsettled: (count) => (count === 1 ? '1 paper not known to be printed' : `${count} papers not known to be printed`),
  more: 'More, or fewer, in each group',
  first: (shown) => `the first ${shown}; see more:`,
  nobody: 'nobody yet',
  you: 'you',
  noLegTime: 'no time of its own',
  noLegTimeSince: (at) => `no time, since ${at}`,
  wouldBe: (at) => `today's calendar says ${at}`,
  beyondCalendar: "beyond today's calendar",
  due: (at) => `due ${at}`,
  supplementLeft: (days) =>
    days > 1
      ? `${days} days left to complete`
      : days === 1
        ? '1 day left to complete'
        : 'the last day to complete is today',
  supplementOver: '15 days are over: may be closed',
  ready: (at) => `done ${at}`,
  answerBy: (at) => `see and answer by ${at}`,
  answerLate: (at) => `late since ${at}`,
  correctBy: (at) => `correct by ${at}`,
  correctLate: (at) => `correction was due ${at}`,
  nothingTitle: 'Nothing is pressing',
  nothing:
    'Cases stand here from 72 hours of working days before they are due, while a citizen is to complete them, and when a result waits to be fetched. Press F2 to receive a new case.',
  nothingMineTitle: 'You hold no case',
  nothingMine:
    'A case is yours when it is transferred to you, or when you open it and choose “Take over”. Press M to see those of the whole desk.',
  columns: {
    number: 'Case code',
    name: 'Applicant',
    procedure: 'Procedure',
    status: 'Status',
    holder: 'Held by',
    due: 'Time limit',
  },
};
