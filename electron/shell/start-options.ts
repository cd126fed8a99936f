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

/** What a window is started with: `--data DIR`, `--port N`, `--no-open`. Whatever a system adds of its own is passed over. */
export function readStartOptions(words: readonly string[]): StartOptions {
  const { values } = parseArgs({
    args: [...words],
    options: { data: { type: 'string' }, port: { type: 'string' }, 'no-open': { type: 'boolean' } },
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
