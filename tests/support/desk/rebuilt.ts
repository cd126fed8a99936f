import { expect } from 'vitest';
import { isFault } from '../../../electron/contract/base/fault.ts';
import { openFile } from '../../../electron/store/file/opening/open.ts';
import { rebuildProjections } from '../../../electron/store/safety/verify/rebuild.ts';
import type { TestDesk } from './test-desk.ts';

/** The desk after its tables were thrown away and made again from the journal, its clerk at it: nothing may be lost by that. */
export async function rebuilt(at: TestDesk): Promise<TestDesk> {
  await at.desk.close();
  const db = openFile(at.folder, 'a test');
  if (isFault(db)) throw new Error(db.fault);
  rebuildProjections(db);
  db.close();
  const again = await at.reopen();
  again.sit('clerk');
  expect(again.desk.verify().ok).toBe(true);
  return again;
}
