import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../check/source-files.ts';
import { importMore, readMore } from './import-more.ts';
import { type RawProcedures, importProcedures } from './import-procedures.ts';
import { readOn } from './readings/reading.ts';

/**
 * `node build/data/import-data.ts FOLDER [OUT]`: turns a folder of gathered lists into resources/data. One entry a line, so that
 * the next update can be read as a difference. What the source marks as unverified stays marked.
 */
const [from, to = path.join(root, 'resources/data')] = process.argv.slice(2);
if (from === undefined) {
  process.stderr.write('Say which folder to read: node build/data/import-data.ts FOLDER [OUT]\n');
  process.exit(2);
}

function read<T>(name: string): T {
  return JSON.parse(readFileSync(path.join(from ?? '', name), 'utf8')) as T;
}

/** Two levels deep, then one value a line: `data` holds lists, or named lists. */
function lines(value: unknown, depth: number): string {
  const pad = ' '.repeat(depth);
  if (Array.isArray(value)) return `[\n${value.map((one) => `${pad} ${JSON.stringify(one)}`).join(',\n')}\n${pad}]`;
  const entries = Object.entries(value as object).map(
    ([key, one]) => `${pad} ${JSON.stringify(key)}: ${lines(one, depth + 1)}`,
  );
  return `{\n${entries.join(',\n')}\n${pad}}`;
}

function write(name: string, version: string, source: readonly string[], data: unknown): void {
  const head = `{\n"version": ${JSON.stringify(version)},\n"source": ${JSON.stringify(source)},\n`;
  writeFileSync(path.join(to, name), `${head}"data": ${lines(data, 0)}\n}\n`);
}

type Rows = { rows: (string | number | null)[][] };
type RawProvince = { code: string; name: string; fullName: string; type: string };
type RawDays = { days: { date: string; name: string; kind: string; source: string; verification: string }[] };
const unitTypes: Record<string, string> = { P: 'phuong', X: 'xa', D: 'dac-khu' };

mkdirSync(to, { recursive: true });
const raw = read<RawProcedures>('procedures.json');
const version = raw.asOf;

write(
  'units.json',
  version,
  ['Quyết định 19/2025/QĐ-TTg', 'Nghị quyết 1685/NQ-UBTVQH15', 'Danh mục đơn vị hành chính (NSO), 07/2026'],
  {
    provinces: read<RawProvince[]>('all-provinces.json').map(({ code, name, fullName, type }) => [
      code,
      name,
      fullName,
      type,
    ]),
    communes: read<Rows>('communes.json').rows.map(([code, name, type, province]) => [
      code,
      name,
      unitTypes[String(type)],
      province,
    ]),
    formerUnits: Object.entries(read<{ units: Record<string, string[][]> }>('hcmc-former-units.json').units),
  },
);

const { procedures, listedOnly } = importProcedures(raw);
write(
  'procedures.json',
  readOn,
  [
    ...Object.values(raw.sourceKeys).map(withoutAddress),
    'Thời hạn, thành phần, cơ quan quyết định: các văn bản đọc ngày 29/11/2026, kê ở build/data/readings và docs/law',
  ],
  { procedures, listedOnly },
);

const more = readMore(path.join(from, 'procedures-more.json'));
write('procedures-more.json', more.retrieved, Object.values(more.sourceKeys).map(withoutAddress), importMore(more));

type RawIdentifiers = {
  retrieved: string;
  grade: string;
  units: { unitCode: string; name: string; adminCode: string }[];
};
const identifiers = read<RawIdentifiers>('hcmc-unit-codes.json');
const communes = new Map(read<Rows>('communes.json').rows.map(([code, name, type]) => [code, `${type} ${name}`]));

/** By the five digits and the name: a row that means another commune than its digits would put a wrong code on every paper of it. */
function identifierOf({ unitCode, name, adminCode }: RawIdentifiers['units'][number]): [string, string, string] {
  const said = name.replace('Phường ', 'P ').replace('Xã ', 'X ').replace('Đặc khu ', 'D ');
  if (communes.get(adminCode) !== said) throw new Error(`${unitCode}: ${adminCode} is not ${name}`);
  return [adminCode, unitCode, identifiers.grade];
}

write(
  'identifiers.json',
  identifiers.retrieved,
  [
    'Danh mục cơ quan thực hiện của thủ tục 1.010803 trên Cổng Dịch vụ công quốc gia, bản chép công khai ngày 03/10/2026',
  ],
  identifiers.units.map(identifierOf),
);

write(
  'holidays.json',
  version,
  ['Bộ luật Lao động 45/2019/QH14, Điều 111, 112', 'Công văn 10065/VPCP-KGVX (02/10/2026)'],
  read<RawDays>('holidays.json').days.map(({ date, name, kind, source, verification }) => ({
    date,
    name,
    kind,
    source,
    verification,
  })),
);

write(
  'banks.json',
  version,
  ['vietnam-qr-pay 1.5.1 (MIT), BanksObject', 'danh sách ngân hàng của ví MoMo'],
  read<Rows>('banks-vietqr.json').rows.map(([bin, code, shortName, name, status, , verification]) => ({
    bin,
    code,
    shortName,
    name,
    canTransfer: status === 1,
    verification,
  })),
);

function withoutAddress(source: string): string {
  return source.replace(/\s*\(github[^)]*\)/, '').replace(/ \(3-hWnG.*\)/, '');
}
