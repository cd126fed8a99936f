import { createRouterClient } from '@orpc/server';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { isFault } from '../../electron/contract/base/fault.ts';
import { newClient } from '../../electron/desk/core/session/client.ts';
import { openDoor } from '../../electron/shell/desk-door.ts';
import { openPracticeDesk, portsOf, reception } from '../support/desk/test-desk.ts';

type Recovery = {
  readonly recovery: {
    roads(input: object): Promise<{ backups: { file: string; cases: number }[] }>;
    restore(input: object): Promise<{ cases: number }>;
  };
};

test('from a file that does not open to the next receipt, through the one door a window has', async () => {
  const made = await openPracticeDesk();
  await made.get('case.receive', reception());
  await made.get('backup.make');
  await made.desk.close();
  const file = path.join(made.folder, 'desk.sqlite');
  const bytes = readFileSync(file);
  bytes.fill(0xa5, 8192, 8192 * 4);
  writeFileSync(file, bytes);
  const door = openDoor(portsOf(made.folder, made.clock, made.printer, []));
  expect(door.desk()).toMatchObject({ fault: 'store-damaged' });
  if (door.recovery === undefined) throw new Error('no way out');
  const out = createRouterClient(door.recovery) as unknown as Recovery;
  const { backups } = await out.recovery.roads({});
  expect(backups).toMatchObject([{ cases: 1 }]);
  await expect(out.recovery.restore({ file: path.join(made.folder, 'nowhere') })).rejects.toMatchObject({
    code: 'backup-unreadable',
  });
  expect(await out.recovery.restore({ file: backups[0]?.file })).toMatchObject({ cases: 1 });
  const desk = door.retry();
  if (isFault(desk)) throw new Error(desk.fault);
  made.sit('clerk');
  const client = Object.assign(newClient(), { session: made.client.session });
  const next = await desk.call('case.receive', reception(), client);
  expect(next).toMatchObject({ ok: true, value: { number: { official: expect.stringMatching(/-0002$/) } } });
  await door.close();
});
