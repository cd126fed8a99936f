import { parseArgs } from 'node:util';
import { defaultDataFolder } from './places.ts';

/** `port` is 0 where the system is to choose one, and null where what was typed is none. */
export type StartOptions = {
  readonly dataFolder: string;
  /** Whether somebody named the data folder; else it is looked for (data-place.ts). */
  readonly isNamed: boolean;
  readonly port: number | null;
  readonly open: boolean;
};

const known = { data: { type: 'string' }, port: { type: 'string' }, 'no-open': { type: 'boolean' } } as const;

/** What a window is started with: `--data DIR`, `--port N`, `--no-open`. Whatever a system adds of its own is passed over. */
export function readStartOptions(words: readonly string[]): StartOptions {
  const { values } = parseArgs({
    args: [...words],
    options: known,
    strict: false,
    allowPositionals: true,
  });
  const port = values['port'] ?? '0';
  return {
    dataFolder: typeof values['data'] === 'string' ? values['data'] : defaultDataFolder(),
    isNamed: typeof values['data'] === 'string',
    port: typeof port === 'string' && /^\d{1,5}$/.test(port) && Number(port) <= 65_535 ? Number(port) : null,
    open: values['no-open'] !== true,
  };
}

/** What is said by `--help`. */
export const startHelp = `npm start -- [--data DIR] [--port N] [--no-open]
  --data DIR  thư mục dữ liệu; không nêu thì là thư mục của máy | the folder of the data; else the machine's own
  --port N    cổng của vỏ trình duyệt; không nêu thì máy chọn | the port of the browser shell; else one that is free
  --no-open   chỉ in liên kết, không mở cửa sổ | prints the link and opens no window
`;

/**
 * What was typed to start with and is no option: its name, or 'help' where that is asked for; null where all is known. Asked by what a person types alone: a
 * window on the default register is no answer to a slip in `--data`, while Electron and the system add options of their own.
 */
export function unknownOption(words: readonly string[]): string | null {
  const { tokens } = parseArgs({
    args: [...words],
    options: known,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind === 'positional') return token.value;
    if (token.kind !== 'option' || Object.hasOwn(known, token.name)) continue;
    return token.name === 'h' || token.name === 'help' ? 'help' : token.rawName;
  }
  return null;
}
