import path from 'node:path';
import { expect, test } from 'vitest';
import { isFault } from '../../../../electron/contract/base/fault.ts';
import { restoreDesk } from '../../../../electron/desk/safety/backup/restore-desk.ts';
import { newFolder } from '../../../support/desk/folder.ts';
import { goldenOffice } from '../../../support/desk/golden.ts';
import { type TestDesk, openTestDesk, portsOf, reception } from '../../../support/desk/test-desk.ts';

function findingsOf({ desk }: TestDesk): string[] {
  return desk.verify().checks.flatMap(({ found }) => found);
}

test.each(['form-1-practice.sqlite.gz', 'form-1-restored.sqlite.gz'])(
  'an office of an earlier version (%s) goes on, is opened again, backed up and restored',
  async (file) => {
    const at = openTestDesk({ folder: goldenOffice(file) });
    at.sit('clerk');
    const first = await at.get('case.receive', reception());
    expect(findingsOf(at)).toEqual([]);
    const again = await at.reopen();
    again.sit('clerk');
    expect((await again.get('case.get', { caseId: first.caseId })).state.number).toEqual(first.number);
    const second = await again.get('case.receive', reception());
    expect(findingsOf(again)).toEqual([]);
    const made = await again.get('backup.make');
    const folder = path.join(newFolder(), 'spare');
    const restored = await restoreDesk(portsOf(folder, again.clock, again.printer, []), made.file);
    if (isFault(restored)) throw new Error(restored.fault);
    expect(restored.stateHash).toBe(made.stateHash);
    const spare = openTestDesk({ folder, at: again.clock.at });
    spare.sit('clerk');
    const next = await spare.get('case.receive', reception());
    expect(next.number.official > second.number.official).toBe(true);
    expect(findingsOf(spare)).toEqual([]);
    await spare.end();
    await again.end();
  },
);
