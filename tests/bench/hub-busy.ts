import { openOffice, password, reception } from './office.ts';

/** The other counter of `hub.ts`: receives until its input ends, and says how many entries that were. */
const office = await openOffice(process.argv[2] ?? '');
await office.ask('account.signIn', { username: 'clerk', password });
let goesOn = true;
process.stdin.on('end', () => (goesOn = false)).resume();
process.stdout.write('ready\n');
let received = 0;
for (let index = 0; goesOn; index += 1) {
  const begun = performance.now();
  await office.ask('case.receive', reception(600_000 + index));
  received += 1;
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, 58 - (performance.now() - begun))));
}
const entriesOfReception = 2;
process.stdout.write(`${received * entriesOfReception}\n`);
await office.desk.close();
