import { workerData } from 'node:worker_threads';
import { pastDays } from './past.ts';
import { type FromThread, type Handed, counter, daysAhead, packDay } from './threads.ts';

/** The thread that makes the days of a large practice office while the other one writes them (docs/adr/0010-two-threads.md). */
const { plan, port, counts } = workerData as Handed;

// However this thread ends, the other one does not wait for it.
process.once('exit', () => {
  Atomics.store(counts, counter.ended, 1);
  Atomics.add(counts, counter.sent, 1);
  Atomics.notify(counts, counter.sent);
});

function send(message: FromThread): void {
  const change = message.is === 'day' ? [message.day.numbers.buffer, message.day.bytes.buffer] : [];
  port.postMessage(message, change);
  Atomics.add(counts, counter.sent, 1);
  Atomics.notify(counts, counter.sent);
}

/** Stands still while enough days wait to be written. */
function giveWay(made: number): void {
  for (;;) {
    const taken = Atomics.load(counts, counter.taken);
    if (made - taken < daysAhead) return;
    Atomics.wait(counts, counter.taken, taken);
  }
}

try {
  let made = 0;
  for (const day of pastDays(plan)) {
    giveWay(made);
    send({ is: 'day', day: packDay(day) });
    made += 1;
  }
  send({ is: 'done' });
} catch (error) {
  send({ is: 'broken', error });
}
