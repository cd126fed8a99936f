import { type CommandName, commands, getCommand, options, type OptionName } from './commands.ts';
import { parseArgs } from 'node:util';

/** Thrown when a command is asked wrongly; `main` shows how it is typed, says this last and ends with 2. */
export class UsageError extends Error {
  readonly vi: string;
  readonly en: string;

  constructor(vi: string, en: string) {
    super(en);
    this.name = 'UsageError';
    this.vi = vi;
    this.en = en;
  }
}

const column = 44;

/** `demo --data DIR [--cases N] …`: what is typed. */
function wordsOf(name: CommandName): string {
  const { words, needs, takes } = getCommand(name);
  const needed = needs.map((option) => `--${option} ${options[option].value}`);
  const taken = takes.map((option) => `[--${option} ${options[option].value}]`);
  return [name, ...words, ...needed, ...taken].join(' ');
}

function lineOf(name: CommandName): string {
  const { vi, en } = getCommand(name);
  return row(`  ${wordsOf(name)}`, `${vi} | ${en}`);
}

/** Two columns; where the first is too long the second stands on the next line. */
function row(left: string, right: string): string {
  return left.length < column ? `${left.padEnd(column)}${right}` : `${left}\n${' '.repeat(column)}${right}`;
}

const exits = 'Kết thúc | exit: 0 xong | done, 1 lỗi đã biết | fault, 2 gọi sai | usage, 3 sự cố | bug or disaster.';

export const usage = `Một Cửa Desk – dòng lệnh | command line

${(Object.keys(commands) as CommandName[]).map(lineOf).join('\n')}

Mật khẩu lấy từ biến DESK_PASSWORD, mã trên điện thoại (nếu tài khoản cần) từ DESK_CODE; không nêu --user thì là «clerk». --now chỉ dùng cho đơn vị thực hành (ISO 8601, +07:00).
The password comes from DESK_PASSWORD, the code of a phone (where the account asks for one) from DESK_CODE; without --user it is for “clerk”. --now is for practice offices only (ISO 8601, +07:00).
Từng lệnh | each command: npm run -s desk -- LỆNH|COMMAND --help
${exits}
`;

/** What a command that was asked wrongly is told: how it is typed, and where more is said. The sentence of what was wrong stands under it. */
export function shortUsage(name: CommandName): string {
  return `Một Cửa Desk – dòng lệnh | command line\n\n  ${wordsOf(name)}\n\nXem thêm | more: npm run -s desk -- ${name} --help\n\n`;
}

/** What `desk COMMAND --help` answers. */
export function helpOf(name: CommandName): string {
  const { vi, en, more, needs, takes, example } = getCommand(name);
  const rows = [...needs, ...takes].map((option) => {
    const { value, vi: meaning, en: inEnglish } = options[option];
    return `${`  --${option} ${value}`.padEnd(18)}${meaning} | ${inEnglish}`;
  });
  return [
    wordsOf(name),
    '',
    `${capital(vi)}. ${more.vi}`,
    `${capital(en)}. ${more.en}`,
    ...(rows.length === 0 ? [] : ['', ...rows]),
    '',
    `Ví dụ | example: npm run -s desk -- ${example}`,
    exits,
    '',
  ].join('\n');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export type Words = {
  readonly positionals: readonly string[];
  readonly options: Readonly<Partial<Record<OptionName, string>>>;
};

/** Reads the words after a command; anything that it does not take is a usage error. */
export function readWords(words: readonly string[], command: CommandName): Words {
  const { words: named, needs, takes } = getCommand(command);
  const parsed = parse(words, [...needs, ...takes]);
  if (parsed.positionals.length > named.length) {
    const extra = parsed.positionals[named.length];
    throw new UsageError(`Thừa tham số «${extra}».`, `There is one word too many: “${extra}”.`);
  }
  return { positionals: parsed.positionals, options: parsed.values };
}

function parse(words: readonly string[], allowed: readonly OptionName[]) {
  try {
    return parseArgs({
      args: [...words],
      options: Object.fromEntries(allowed.map((name) => [name, { type: 'string' as const }])),
      allowPositionals: true,
      strict: true,
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`Tùy chọn không đúng: ${reason}`, `An option is not right: ${reason}`);
  }
}

export function getData({ options }: Words): string {
  if (options.data !== undefined && options.data !== '') return options.data;
  throw new UsageError('Thiếu thư mục dữ liệu: --data DIR.', 'The data folder is missing: --data DIR.');
}

/** A whole number from 0 up, or undefined where the option is not given. */
export function findCount({ options }: Words, name: OptionName): number | undefined {
  const text = options[name];
  if (text === undefined) return undefined;
  if (/^\d{1,10}$/.test(text)) return Number(text);
  throw new UsageError(
    `--${name} cần một số nguyên, không phải «${text}».`,
    `--${name} needs a whole number, not “${text}”.`,
  );
}

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/;

/** Milliseconds since 1970 of `--now`, which must say its offset: a time without one means another instant on another machine. */
export function findNow(words: Words): number | undefined {
  return findInstant(words, 'now');
}

/** The same of another option that names a moment. */
export function findInstant({ options }: Words, name: 'now' | 'since'): number | undefined {
  const told = options[name];
  if (told === undefined) return undefined;
  const milliseconds = instant.test(told) ? Date.parse(told) : Number.NaN;
  if (!Number.isNaN(milliseconds)) return milliseconds;
  throw new UsageError(
    `--${name} cần thời điểm ISO 8601 có múi giờ, ví dụ 2026-11-23T08:00:00+07:00, không phải «${told}».`,
    `--${name} needs an ISO 8601 time with its offset, such as 2026-11-23T08:00:00+07:00, not “${told}”.`,
  );
}

/** Who signs in: `--user`, or `clerk` where a password is there; nobody without a password. */
export function findCredentials(
  { options }: Words,
  env: Readonly<Record<string, string | undefined>>,
): { username: string; password: string; code?: string } | undefined {
  const password = env['DESK_PASSWORD'];
  const code = env['DESK_CODE'] ?? '';
  if (password !== undefined && password !== '')
    return { username: options.user ?? 'clerk', password, ...(code === '' ? {} : { code }) };
  if (options.user === undefined) return undefined;
  throw new UsageError(
    'Có --user nhưng thiếu mật khẩu: đặt biến môi trường DESK_PASSWORD.',
    '--user needs a password: set the environment variable DESK_PASSWORD.',
  );
}

/** The second person of an act that two do, named by the environment alone: what stands on a command line is read by every account of the computer. */
export function findSecond(
  env: Readonly<Record<string, string | undefined>>,
): { username: string; password: string } | undefined {
  const username = env['DESK_SECOND'] ?? '';
  if (username === '') return undefined;
  const password = env['DESK_SECOND_PASSWORD'] ?? '';
  if (password !== '') return { username, password };
  throw new UsageError(
    'Có DESK_SECOND nhưng thiếu mật khẩu của người thứ hai: đặt biến môi trường DESK_SECOND_PASSWORD.',
    'DESK_SECOND needs the second person’s password: set the environment variable DESK_SECOND_PASSWORD.',
  );
}
