import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { CaseNumber } from '../../../electron/contract/base/values.ts';
import { printedNumber } from '../../../electron/domain/base/numbering.ts';
import { seeded } from '../../support/data/seeded.ts';
import { openOffice, password, reception, root } from '../office.ts';
import { type Row, row } from '../row.ts';

type Receipt = { readonly caseId: string; readonly number: CaseNumber };

const seed = 43;
/** Answers before the plug is pulled, at most; and milliseconds after the last of them, so that it strikes anywhere in a reception. */
const mostAnswers = 10;
const mostMoment = 60;

/** kill -9 of the real command line while it receives, so many times; then what it had answered is looked for. */
export async function killRows(folder: string, times: number): Promise<Row[]> {
  const random = seeded(seed);
  const acknowledged = new Map<string, string>();
  for (let round = 0; round < times; round += 1) {
    const inputs = Array.from({ length: mostAnswers + 20 }, (_, at) => reception(700_000 + round * 100 + at));
    const answers = await receiveUntilKilled(folder, inputs, 1 + random(mostAnswers), random(mostMoment));
    for (const { caseId, number } of answers) acknowledged.set(caseId, printedNumber(number));
  }
  const office = await openOffice(folder);
  let lost = 0;
  for (const [caseId, number] of acknowledged) {
    const { ok, value } = await answerOf(office.desk.call('case.get', { caseId }, office.client));
    if (!ok || printedNumber(value.state.number) !== number) lost += 1;
  }
  const wrong = office.desk.verify().checks.flatMap(({ found }) => found).length;
  await office.desk.close();
  const name = `kill -9 during reception × ${times} (${acknowledged.size} acknowledged, seed ${seed})`;
  const twice = acknowledged.size - new Set(acknowledged.values()).size;
  return [
    row({ name: `${name}: cases or their numbers lost`, value: lost, unit: 'cases', target: '0', met: lost === 0 }),
    row({ name: `${name}: numbers given twice`, value: twice, unit: 'numbers', target: '0', met: twice === 0 }),
    row({ name: `${name}: findings of verify`, value: wrong, unit: 'findings', target: '0', met: wrong === 0 }),
  ];
}

async function answerOf(call: Promise<unknown>): Promise<{ ok: boolean; value: any }> {
  return (await call) as { ok: boolean; value: any };
}

function receiveUntilKilled(
  folder: string,
  inputs: readonly unknown[],
  answers: number,
  moment: number,
): Promise<Receipt[]> {
  const main = path.join(root, 'electron/shell/command-line/main.ts');
  const child = spawn(process.execPath, [main, 'batch', '--data', folder, '--user', 'clerk'], {
    cwd: root,
    env: { ...process.env, DESK_PASSWORD: password },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const got: Receipt[] = [];
  child.stdin.on('error', () => undefined);
  child.stdin.write(`${inputs.map((input) => JSON.stringify({ call: 'case.receive', input })).join('\n')}\n`);
  return new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const answer = JSON.parse(line) as { ok: boolean; value: Receipt };
      if (!answer.ok) return reject(new Error(line));
      got.push(answer.value);
      if (got.length === answers) setTimeout(() => child.kill('SIGKILL'), moment);
    });
    child.on('close', (_code, signal) =>
      signal === 'SIGKILL' ? resolve(got) : reject(new Error('the command line ended by itself')),
    );
  });
}
