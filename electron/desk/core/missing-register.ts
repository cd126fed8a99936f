import { statSync } from 'node:fs';
import path from 'node:path';
import { type Fault, fault } from '../../contract/base/fault.ts';
import { storeFileName } from '../../store/file/file-names.ts';

/**
 * Why there is no register in a folder that was named to be read; null where there is one. Data of which only the log is left are there, and are
 * told as damaged when they are opened.
 */
export function missingRegister(folder: string): Fault<'store-missing'> | null {
  const size = (name: string): number => statSync(path.join(folder, name), { throwIfNoEntry: false })?.size ?? 0;
  // An empty file is no register: opened it would become a new one, which is in order.
  return size(storeFileName) > 0 || size(`${storeFileName}-wal`) > 0 ? null : fault('store-missing', { path: folder });
}
