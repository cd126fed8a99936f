import { expect, test } from 'vitest';
import { realDesks } from '../../support/desk/real-desk.ts';

const { desk } = realDesks({ sealed: false });

test('of days on which there was no register here a report says so: its 0 is no 0', async () => {
  // Set up on Monday 23 November 2026.
  const at = await desk('an', 'binh');
  const binh = await at.signIn('binh');
  const make = async (from: string, to: string) => (await binh.call('report.make', { report: '07a', from, to })).value;
  expect((await make('2026-10-15', '2026-11-14')).missing).toMatchObject([
    { code: 'before-register', text: expect.stringContaining('23/11/2026') },
  ]);
  expect((await make('2026-11-15', '2026-12-14')).missing).toMatchObject([{ code: 'before-register' }]);
  expect((await make('2026-11-23', '2026-12-14')).missing).toEqual([]);
  expect(
    await binh.call('report.file', { report: '07a', from: '2026-10-15', to: '2026-11-14', format: 'pdf' }),
  ).toMatchObject({ ok: true });
});
