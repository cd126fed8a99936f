import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createCupsSpooler, findJobNumber, printerOfUri, readPrinters } from '../../../electron/paper/printers/cups.ts';
import type { PrintOrder } from '../../../electron/paper/printers/spooler.ts';
import { scriptedCups } from '../../support/printers/programs.ts';

let cups: ReturnType<typeof scriptedCups>;
beforeEach(() => {
  cups = scriptedCups();
});
afterEach(() => cups.end());

const order: PrintOrder = {
  pdf: Uint8Array.of(1),
  printer: 'laser',
  copies: 1,
  title: 'H29.999-261123-0042',
  size: 'A5',
};
/** Long enough for a shell to start on a machine that builds, short enough for a test. */
const spooler = createCupsSpooler({ timeoutMs: 1500 });

async function taken(): Promise<{ spoolId: string; unsure?: string }> {
  const done = await spooler.submit(order);
  if ('fault' in done) throw new Error(JSON.stringify(done));
  return done;
}

describe('a spooler that answers late, twice or lies', () => {
  test('one that takes the paper and never says so: the paper is found by its title, and taken back', async () => {
    cups.how('silent');
    const done = await taken();
    expect(done.unsure).toBeUndefined();
    expect(await spooler.state(done.spoolId)).toMatchObject({ state: 'queued' });
    expect(await spooler.cancel(done.spoolId)).toMatchObject({ state: 'failed' });
    expect(cups.read('cancelled')).toBe('1\n');
  });

  test('one that says nothing at all is no failure: nobody knows, until it comes back with the job', async () => {
    cups.how('silent');
    cups.lay('deaf', '');
    const done = await taken();
    expect(done.unsure).toBe('spooler-silent');
    expect(await spooler.state(done.spoolId)).toEqual({ state: 'unknown', reason: 'spooler-silent' });
    cups.end();
    const back = scriptedCups();
    back.lay('jobs', cups.read('jobs'));
    expect(await spooler.state(done.spoolId)).toMatchObject({ state: 'queued' });
    back.settle('pending', 'completed');
    expect(await spooler.state(done.spoolId)).toEqual({ state: 'printed', reason: null });
    back.end();
  });

  test('one that makes two jobs of one paper: the second is taken back', async () => {
    cups.how('twice');
    const done = await taken();
    expect(done.spoolId).toMatch(/^laser-1@/);
    expect(cups.read('cancelled')).toBe('2\n');
  });

  test('one that calls a failure what it has taken', async () => {
    cups.how('lies');
    expect((await taken()).spoolId).toMatch(/^laser-1@/);
  });

  test('one that names another queue is not believed: the job is found where it is', async () => {
    cups.how('other');
    expect((await taken()).spoolId).toMatch(/^laser-1@/);
  });

  test('one that refuses is a failure', async () => {
    cups.how('refuses');
    expect(await spooler.submit(order)).toMatchObject({ fault: 'print-refused', data: { printer: 'laser' } });
  });

  test('one that was down before the paper was handed over never had it', async () => {
    cups.write('lpstat', 'echo "scheduler is not running"');
    expect(await spooler.submit(order)).toEqual({ fault: 'spooler-unavailable', data: { spooler: 'CUPS' } });
    expect(cups.read('jobs')).toBe('');
  });

  test('two papers of one case are two jobs, each found as itself', async () => {
    const [one, other] = [await taken(), await taken()];
    cups.settle('1 laser', '9 laser');
    expect(await spooler.state(one.spoolId)).toEqual({ state: 'unknown', reason: 'job-vanished' });
    expect(await spooler.state(other.spoolId)).toMatchObject({ state: 'queued' });
    // Numbers that began again: the other's number is the first one's now.
    cups.settle('2 laser', '1 laser');
    expect(await spooler.state(one.spoolId)).toEqual({ state: 'unknown', reason: 'job-vanished' });
  });

  test('a program that leaves a child behind on its output is not waited for', async () => {
    cups.write('lp', '(sleep 60) & cat > /dev/null; echo "request id is laser-5 (1 file(s))"');
    const began = performance.now();
    expect((await taken()).spoolId).toMatch(/^laser-5@/);
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});

test.each([
  ['ipp://localhost/printers/Qu%E1%BA%A7y-s%E1%BB%91-3', 'Quầy-số-3'],
  ['ipp://localhost/printers/100%25', '100%'],
  ['ipp://localhost/printers/a%2520b', 'a%20b'],
  ['ipp://localhost/classes/tang%201', 'tang 1'],
  ['ipp://localhost/printers/100%', '100%'],
])('%s is the queue %s', (uri, name) => {
  expect(printerOfUri(uri)).toBe(name);
});

test('of several jobs of one title the newest is meant, and none of another queue', () => {
  const job = (id: number, queue: string, name: string) =>
    `job-printer-uri (uri) = ipp://x/printers/${queue}\njob-name (name) = ${name}\njob-id (integer) = ${id}\n`;
  const answer = [job(3, 'a', 't'), job(11, 'a', 't'), job(12, 'b', 't'), job(13, 'a', 'u')].join('-- separator --\n');
  expect(findJobNumber(`RECEIVED: 1 bytes\nstatus-code = successful-ok\n${answer}`, 'a', 't')).toBe('11');
  expect(findJobNumber('RECEIVED: 1 bytes\nstatus-code = successful-ok\n', 'a', 't')).toBeUndefined();
});

test('names with spaces are read whole', () => {
  const said =
    'printer Máy in quầy 3 is idle.  enabled since Sun\n\tDescription: Quầy\nprinter kho 2 now printing kho 2-7.  enabled since\nprinter tắt disabled since Sun -\n\tPaused\nsystem default destination: Máy in quầy 3\n';
  expect(readPrinters(said).map(({ name, state, isDefault }) => [name, state, isDefault])).toEqual([
    ['Máy in quầy 3', 'ready', true],
    ['kho 2', 'printing', false],
    ['tắt', 'stopped', false],
  ]);
});
