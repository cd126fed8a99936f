import { openOffice } from './office.ts';
import { type Row, mean, percentile, row } from './row.ts';

/** What a ward has of it in a day at one desk. */
const aDay = 500;

/**
 * A day of certification at one desk: three papers a request, paid, numbered and handed out, call → durable. The last hundred beside the first: a book that
 * fills must not become slower.
 */
export async function certifyRows(folder: string): Promise<Row[]> {
  let durableAt = 0;
  const office = await openOffice(folder, () => {
    durableAt = performance.now();
  });
  const { open } = await office.ask('till.status', {});
  if (open !== true) await office.ask('till.open', { float: [{ note: 50_000, count: 4 }] });
  const times: number[] = [];
  const begun = performance.now();
  for (let index = 0; index < aDay; index += 1) {
    const input = {
      lines: [
        { kind: 'copy', paper: 'Căn cước', pages: 2, copies: 3 },
        { kind: 'copy', pages: 4, copies: 1 },
        { kind: 'copy', paper: 'Bằng tốt nghiệp', pages: 1, copies: 2 },
      ],
      signer: { name: 'Nguyễn Văn Ký', title: 'Phó Chủ tịch' },
      paid: { method: 'cash', amount: 22_000, tendered: 50_000 },
      requestId: crypto.randomUUID(),
    };
    const asked = performance.now();
    await office.ask('certification.receive', input);
    times.push(durableAt - asked);
  }
  const day = (performance.now() - begun) / 1000;
  const p99 = percentile(times, 0.99);
  const later = mean(times.slice(-100)) / mean(times.slice(0, 100));
  const asked = performance.now();
  await office.ask('certification.book', { month: new Date().toISOString().slice(0, 7), kind: 'copy' });
  const book = performance.now() - asked;
  await office.desk.close();
  return [
    row({
      name: 'certify three papers, paid and handed out, call → durable: p99',
      value: p99,
      unit: 'ms',
      target: '≤ 100 ms',
      met: p99 <= 100,
    }),
    row({ name: `certify ${aDay} requests at one desk`, value: day, unit: 's', target: '≤ 30 s', met: day <= 30 }),
    row({
      name: 'certify: the last hundred of a day beside its first',
      value: later,
      unit: '×',
      target: 'flat within 2 ×',
      met: later <= 2,
    }),
    row({
      name: `book of a month, ${aDay * 3} papers, call`,
      value: book,
      unit: 'ms',
      target: '≤ 200 ms',
      met: book <= 200,
    }),
  ];
}
