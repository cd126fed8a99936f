import { type CommandName, commands, getCommand, options } from './commands.ts';

/** Thrown when a command is asked wrongly; `main` says it, shows the usage and ends with 2. */
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

Mật khẩu lấy từ biến DESK_PASSWORD; không nêu --user thì là «clerk». --now chỉ dùng cho đơn vị thực hành (ISO 8601, +07:00).
The password comes from DESK_PASSWORD; without --user it is for “clerk”. --now is for practice offices only (ISO 8601, +07:00).
Từng lệnh | each command: npm run -s desk -- LỆNH|COMMAND --help
${exits}
`;

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
