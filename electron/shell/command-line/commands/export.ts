import { writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { isFault } from '../../../contract/base/fault.ts';
import { newClient } from '../../../desk/core/session/client.ts';
import { UsageError, findCredentials, getData, readWords } from '../options.ts';
import { type Answer, exitCodeOf, faultAnswer } from '../outcome.ts';
import { prepare, withDesk } from '../with-desk.ts';
import { type ExitCode, type World, writeJson } from '../world.ts';

/** `export`: the register without persons into a file, for the verifier; packed where the file is called `.gz`. As one JSON line: how much it is. */
export async function runExport(words: readonly string[], world: World): Promise<ExitCode> {
  const read = readWords(words, 'export');
  const { to } = read.options;
  if (to === undefined || to === '')
    throw new UsageError('Thiếu tệp để ghi sổ kiểm tra: --to FILE.', 'The file for the export is missing: --to FILE.');
  const credentials = findCredentials({ ...read, options: { user: 'supervisor', ...read.options } }, world.env);
  const answer = await withDesk(world, { dataFolder: getData(read), opener: 'export', isRead: true }, async (desk) => {
    const client = newClient();
    const refused = await prepare(desk, client, { now: undefined, credentials });
    return refused ?? desk.call('journal.export', {}, client);
  });
  if (isFault(answer)) return end(world, faultAnswer(answer));
  if (!answer.ok) return end(world, answer);
  const { base64, entries, receipts } = answer.value as { base64: string; entries: number; receipts: number };
  const packed = Buffer.from(base64, 'base64');
  writeFileSync(to, to.endsWith('.gz') ? packed : gunzipSync(packed));
  return end(world, { ok: true, value: { file: to, entries, receipts } });
}

async function end(world: World, answer: Answer): Promise<ExitCode> {
  await writeJson(world, answer);
  return exitCodeOf(answer);
}
