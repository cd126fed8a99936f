import { expect } from '@playwright/test';
import { Keys } from '../support/keystrokes.ts';
import { test } from '../support/office.ts';
import { accepted, acceptedNumber, fullName, receiveOnce } from '../support/reception.ts';

/** A file received by mistake is taken back by the same key twice, and what was typed for it stands there again, to be received under a new number. */
test('a reception by mistake is taken back within the minute, and the next one has the next number', async ({
  desk: at,
}) => {
  const number = await receiveOnce(at);
  const keys = new Keys(at);
  await keys.press('Alt+8');
  await expect(accepted(at).getByRole('alert')).toContainText('Thu lại cả hai liên');
  if (process.env['SHOTS'] !== undefined)
    await at.screenshot({ path: `${process.env['SHOTS']}/undo-reception-asked.png` });
  // The second press of the same hand is no answer: the question is there to be read first.
  await expect(accepted(at).getByRole('button', { name: 'Giấy đang ở đây' })).toBeEnabled();
  await keys.press('Alt+8');
  await expect(at.getByText(`Đã hoàn tác tiếp nhận ${number}`)).toBeVisible();
  await expect(fullName(at)).toHaveValue('NGUYỄN THỊ ĐẶNG ÁNH');
  if (process.env['SHOTS'] !== undefined) await at.screenshot({ path: `${process.env['SHOTS']}/undo-reception.png` });
  await keys.press('Control+Enter');
  await expect(accepted(at)).toBeVisible();
  expect(Number((await acceptedNumber(at)).slice(-4))).toBe(Number(number.slice(-4)) + 1);
});
