import { parseArgs } from 'node:util';
import { defaultDataFolder } from './places.ts';

export type StartOptions = { readonly dataFolder: string; readonly port: number; readonly open: boolean };

/** What a window is started with: `--data DIR`, `--port N`, `--no-open`. Whatever a system adds of its own is passed over. */
export function readStartOptions(words: readonly string[]): StartOptions {
  const { values } = parseArgs({
    args: [...words],
    options: { data: { type: 'string' }, port: { type: 'string' }, 'no-open': { type: 'boolean' } },
    strict: false,
    allowPositionals: true,
  });
  const port = Number(values['port'] ?? 0);
  return {
    dataFolder: typeof values['data'] === 'string' ? values['data'] : defaultDataFolder(),
    port: Number.isInteger(port) && port >= 0 && port <= 65_535 ? port : 0,
    open: values['no-open'] !== true,
  };
}
