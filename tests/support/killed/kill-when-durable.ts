import { createDesk } from '../../../electron/desk/desk.ts';
import { newClient } from '../../../electron/desk/core/session/client.ts';
import { fakePrinter, portsOf, reception } from '../desk/test-desk.ts';

/** Receives one case over the folder named and is killed as soon as the case is on disk, before its paper is drawn. */
const [folder = '', at = ''] = process.argv.slice(2);
const desk = createDesk({
  ...portsOf(folder, { at: Number(at) }, fakePrinter(), []),
  onDurable: () => process.kill(process.pid, 'SIGKILL'),
});
if ('fault' in desk) throw new Error(desk.fault);
const client = newClient();
client.session = { accountId: 1, username: 'clerk', fullName: 'clerk', role: 'clerk', lastUsedAt: Number(at) };
await desk.call('case.receive', reception(), client);
throw new Error('it lived');
