import { asked, at, completed, done, dueAt, file, refused, resumed, stopped, withdrawn } from './told-files.ts';

/** Withdrawn, a second request, boundary-free in and out, restarted, hours: a file for every column, by hand. */
export const nasty = [
  { level: 'full', told: file('10-20', '10-23', [['10-23', done]], { channel: 'online' }), in: ['4', '11'] },
  { level: 'partial', told: file('10-20', '10-23', [['10-22', withdrawn]], { channel: 'online' }), in: ['5', '10'] },
  {
    told: file(
      '10-20',
      '10-23',
      [
        ['10-22', asked],
        ['10-26', completed('10-30')],
        ['10-28', asked],
        ['11-02', completed('11-06')],
        ['11-05', done],
      ],
      { channel: 'post' },
    ),
    in: ['6', '10'],
  },
  {
    told: file('10-20', '10-20', [['2026-10-20T17:01:00', done]], { term: { value: 4, unit: 'working-hour' } }),
    in: ['7', '12'],
  },
  {
    told: file('10-20', '10-20', [['2026-10-20T17:00:00', done]], { term: { value: 4, unit: 'working-hour' } }),
    in: ['7', '11'],
  },
  {
    told: file('09-20', '09-25', [
      ['10-01', stopped],
      ['10-20', resumed('11-10')],
    ]),
    in: ['8', '15'],
  },
  {
    told: file('10-18', '11-20', [], {
      foreign: {
        code: 'H29.146-261020-0001',
        unit: { name: 'Phường Tân Định' },
        acceptedAt: at('10-18'),
        arrivedAt: at('10-19'),
        lawDueAt: dueAt('11-20'),
      },
    }),
    in: ['7', '14'],
  },
  {
    told: file('10-20', '10-23', [['10-22', done]], {
      legs: [{ agency: 'Sở Xây dựng', work: '', way: 'paper', term: null, sendBy: null, plannedDueAt: null }],
    }),
    in: [],
  },
  { told: file('10-20', '10-23', [['10-24', refused]]), in: ['7', '12'] },
  { told: file('10-14', '10-20', [['10-16', asked]]), in: ['8', '14'] },
  { told: file('10-20', '10-23', [['10-24', withdrawn]]), in: ['7', '12'] },
  { told: file('10-14', '10-23', [['10-16', done]]), in: ['8', '10'] },
] as const;
