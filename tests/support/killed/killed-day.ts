import path from 'node:path';
import { createDesk } from '../../../electron/desk/desk.ts';
import { newClient } from '../../../electron/desk/core/session/client.ts';
import type { Ports } from '../../../electron/desk/core/ports.ts';
import { createLogFile } from '../../../electron/shell/log/log-file.ts';
import { fakePrinter, monday, password, portsOf, reception } from '../desk/test-desk.ts';

/**
 * A day at the desk over the folder named, whose process is killed the nth time the desk asks anything of the world (the clock, chance, the printer, the
 * log): 0 lives to the end. Says at the end how often it asked.
 */
const [folder = '', nth = '0'] = process.argv.slice(2);
let asked = 0;

function ask(): void {
  asked += 1;
  if (asked === Number(nth)) process.kill(process.pid, 'SIGKILL');
}

const given = portsOf(folder, { at: monday }, fakePrinter(), []);
const log = createLogFile({ folder: path.join(folder, 'log'), now: () => monday });
const ports: Ports = {
  ...given,
  clock: { now: () => (ask(), given.clock.now()) },
  random: { uuid: () => (ask(), given.random.uuid()), bytes: (size) => (ask(), given.random.bytes(size)) },
  printing: { ...given.printing, submit: (order) => (ask(), given.printing.submit(order)) },
  log: { write: (event, data) => (ask(), log.write(event, data)) },
  onDurable: ask,
};

const desk = createDesk(ports);
if ('fault' in desk) throw new Error(desk.fault);
const client = newClient();

const get = async (name: string, input: unknown = {}): Promise<void> => {
  const answer = await desk.call(name, input, client);
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.fault)}`);
};

const draftId = '0193a6c0-0000-7000-8000-000000000001';
await get('account.signIn', { username: 'clerk', password });
await get('draft.save', { draftId, label: 'NGUYỄN THỊ ĐẶNG ÁNH', body: reception() });
await get('case.receive', reception({ print: true, printer: 'laser' }));
await get('case.search', { text: 'nguyen thi dang' });
await get('draft.discard', { draftId });
await get('backup.make');
await get('case.receive', reception({ print: true, printer: 'laser' }));
await get('account.setPassword', { username: 'clerk', password: 'Quay-Mot-Cua-9', current: password });
// Another one: none is taken twice.
await get('account.setPassword', { username: 'clerk', password: 'Quay-Mot-Cua-8', current: 'Quay-Mot-Cua-9' });
await get('journal.check');
await desk.close('with-backup');
process.stdout.write(String(asked));
