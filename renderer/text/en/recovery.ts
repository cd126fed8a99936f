import type { vi } from '../vi.ts';

export const recovery: (typeof vi)['recovery'] = {
  title: 'The data of this desk could not be opened',
  safeTitle: 'What is certain',
  nothingChanged: 'The program has written nothing and deleted nothing.',
  safe: {
    'store-locked': 'The data are whole: another window or program is using them.',
    'store-newer': 'The data are whole: a newer version of the program can read them.',
    'store-damaged': 'The damaged file is kept as it is for recovery; the backups were not touched.',
    'store-foreign': 'That file was not changed.',
    'store-unusable': 'What was saved before is still in the data folder.',
  },
  meanwhile: 'Meanwhile: write on paper as in a power cut; numbers printed before stay valid.',
  details: 'Details for IT',
};
