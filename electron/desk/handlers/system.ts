import { toCivilTime } from '../../domain/civil-time.ts';
import { lastEntryAt } from '../../store/journal.ts';
import { unsettledPrintJobs } from '../../store/print-store.ts';
import { needsAttention } from '../../domain/print-job.ts';
import type { Handlers } from '../handler.ts';
import { currentSession } from '../session.ts';
import { unitName } from '../unit-name.ts';

export const systemHandlers: Handlers['system'] = {
  status: async (room, _input, { client }) => {
    const office = room.findOffice();
    const session = currentSession(room, client);
    const last = lastEntryAt(room.store.db);
    return {
      setUp: office !== undefined,
      practice: room.practice(),
      unitName: office === undefined ? '' : unitName(room.catalogue, office.unitCode),
      centreName: office?.centreName ?? '',
      deskName: office?.desk.name ?? '',
      deskCode: office?.desk.code ?? '',
      user: session === null ? null : { username: session.username, fullName: session.fullName, role: session.role },
      now: room.nowCivil(),
      clock: { state: room.clockTrust(), lastEntryAt: last === null ? null : toCivilTime(last) },
      printer: await room.printQueue.printerState(office?.printer ?? ''),
      unsettledPrints: unsettledPrintJobs(room.store.db).filter(({ state }) => needsAttention(state)).length,
      // The city's system is not linked yet, so nothing waits to be sent.
      outbox: { count: 0, oldestAt: null },
      lastBackupAt: null,
      version: room.ports.version,
    };
  },
};
