import { mkdirSync } from 'node:fs';
import { openOffice, reception } from './office.ts';
import { type Row, percentile, row } from './row.ts';

/** The receipt's PDF, and the way from the key to a spooler that has taken the job (the folder printer: no device in between). */
export async function paperRows(folder: string): Promise<Row[]> {
  mkdirSync(`${folder}/pdf`, { recursive: true });
  const office = await openOffice(folder);
  const [made, spooled]: number[][] = [[], []];
  for (let index = 0; index < 60; index += 1) {
    const input = { ...reception(500_000 + index), print: true, printer: 'pdf-folder' };
    const begun = performance.now();
    const { caseId } = await office.ask('case.receive', input);
    await office.ask('print.list', {});
    const accepted = performance.now();
    await office.ask('paper.render', { caseId, form: 'mau-01' });
    if (index < 10) continue;
    spooled?.push(accepted - begun);
    made?.push(performance.now() - accepted);
  }
  await office.desk.close();
  const pdf = percentile(made ?? [], 0.5);
  const paper = percentile(spooled ?? [], 0.95);
  return [
    row({
      name: 'receipt PDF (Mẫu 01, two copies, codes), warm',
      value: pdf,
      unit: 'ms',
      target: '≤ 15 ms',
      met: pdf <= 15,
    }),
    row({
      name: 'accept → job taken by the spooler, p95',
      value: paper,
      unit: 'ms',
      target: '≤ 50 ms to a folder',
      met: paper <= 50,
    }),
  ];
}
