import { parseArgs } from 'node:util';
import { type CommandName, getCommand, type OptionName } from './commands.ts';
import { UsageError } from './usage.ts';

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
export function findNow({ options }: Words): number | undefined {
  if (options.now === undefined) return undefined;
  const milliseconds = instant.test(options.now) ? Date.parse(options.now) : Number.NaN;
  if (!Number.isNaN(milliseconds)) return milliseconds;
  throw new UsageError(
    `--now cần thời điểm ISO 8601 có múi giờ, ví dụ 2026-11-23T08:00:00+07:00, không phải «${options.now}».`,
    `--now needs an ISO 8601 time with its offset, such as 2026-11-23T08:00:00+07:00, not “${options.now}”.`,
  );
}

/** Who signs in: `--user`, or `clerk` where a password is there; nobody without a password. */
export function findCredentials(
  { options }: Words,
  env: Readonly<Record<string, string | undefined>>,
): { username: string; password: string } | undefined {
  const password = env['DESK_PASSWORD'];
  if (password !== undefined && password !== '') return { username: options.user ?? 'clerk', password };
  if (options.user === undefined) return undefined;
  throw new UsageError(
    'Có --user nhưng thiếu mật khẩu: đặt biến môi trường DESK_PASSWORD.',
    '--user needs a password: set the environment variable DESK_PASSWORD.',
  );
}
