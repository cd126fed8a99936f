import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { openOffice, password, reception } from '../office.ts';

/**
 * A counter of `hub-found.ts` in a process of its own, as it has a computer of its own: open at its folder, with its connection to the hub. `receive <n>` is answered with the
 * number it gave and when that was on disk, `find <number> <ms>` with when Find had it, or 0 where it had not after so long. Moments are nanoseconds of the machine's
 * monotonic clock, which all processes share.
 */
const [folder = ''] = process.argv.slice(2);
/** How often Find is asked again, as somebody would who waits for it; what is measured is late by this at most. */
const askedEvery = 5;

let durableAt = 0n;
const office = await openOffice(folder, () => {
  durableAt = process.hrtime.bigint();
});
office.desk.keep();
await office.ask('account.signIn', { username: 'clerk', password });

async function found(text: string, milliseconds: number): Promise<bigint> {
  const until = performance.now() + milliseconds;
  while (performance.now() < until) {
    const { hits } = await office.ask('case.search', { text, limit: 1 });
    if (hits.length > 0) return process.hrtime.bigint();
    await sleep(askedEvery);
  }
  return 0n;
}

process.stdout.write('ready\n');
for await (const line of createInterface({ input: process.stdin })) {
  const [what, text = '', milliseconds = ''] = line.split(' ');
  if (what === 'receive') {
    const { number } = await office.ask('case.receive', reception(Number(text)));
    process.stdout.write(`${number.official ?? number.local} ${durableAt}\n`);
  } else process.stdout.write(`${await found(text, Number(milliseconds))}\n`);
}
await office.desk.close();
process.exit(0);
