import { issuesIn } from '../../../electron/contract/input-issues.ts';
import { statusNames } from '../../../electron/domain/case/status.ts';
import type { vi } from '../vi.ts';

export const common: (typeof vi)['common'] = {
  productName: 'Một Cửa Desk',
  deskUnreachable:
    'The program does not answer. What you typed is still on the screen; wait a few seconds and try again.',
  screenBroken:
    'This screen hit a bug; what was saved is not affected. Try again, or go to another screen and tell IT.',
  loading: 'Loading…',
  close: 'Close',
  cancel: 'Cancel',
  back: 'Back',
  retry: 'Try again',
  copy: 'Copy details',
  copied: 'Copied',
  optional: 'optional',
  keys: 'Keys',
  keysOfScreen: 'Keys of this screen',
  keysEverywhere: 'On every screen',
  unknown: 'unknown',
  none: 'none',
  page: (page, pages) => `Page ${page}/${pages}`,
  paperPicture: (page, pages) => `Picture of the paper, page ${page} of ${pages}`,
  language: { vi: 'Tiếng Việt', en: 'English' },
  roles: { clerk: 'Clerk', officer: 'Officer', supervisor: 'Supervisor', admin: 'Administrator' },
  status: statusNames.en,
  channels: { direct: 'In person', online: 'Online', post: 'By post' },
  deliveries: { desk: 'At the desk', post: 'By post', electronic: 'Electronic' },
  sexes: { male: 'Male', female: 'Female' },
  issues: issuesIn('en'),
};
