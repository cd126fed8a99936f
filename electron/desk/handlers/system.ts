import { isFault } from '../../contract/fault.ts';
import type { Status } from '../../contract/office/office.ts';
import { toCivilTime } from '../../domain/base/civil-time.ts';
import { needsAttention } from '../../domain/printing/print-job.ts';
import { unsettledPrintJobs } from '../../store/printing/print.ts';
import { authorOf } from '../author.ts';
import { confirmClock } from '../clock.ts';
import { type Handlers, getSession } from '../handler.ts';
import type { Room } from '../room.ts';
import { currentSession } from '../session.ts';
import { unitName } from '../unit-name.ts';

async function stateOf(room: Room, name: string | undefined): Promise<Status['printer'] | null> {
  return name === undefined || name === '' ? null : room.printQueue.printerState(name);
}

export const systemHandlers: Handlers['system'] = {
  status: async (room, _input, { client }) => {
    const office = room.findOffice();
    const session = currentSession(room, client);
    return {
      setUp: office !== undefined,
      practice: room.practice(),
      unitName: office === undefined ? '' : unitName(room.catalogue, office.unitCode),
      centreName: office?.centreName ?? '',
      deskName: office?.desk.name ?? '',
      deskCode: office?.desk.code ?? '',
      user: session === null ? null : { username: session.username, fullName: session.fullName, role: session.role },
      now: room.nowCivil(),
      clock: clockView(room),
      printer: await room.printQueue.printerState(office?.printer ?? ''),
      receiptPrinter: await stateOf(room, office?.receiptPrinter),
      sparePrinter: await stateOf(room, office?.sparePrinter),
      unsettledPrints: unsettledPrintJobs(room.store.db).filter(({ state }) => needsAttention(state)).length,
      // The city's system is not linked yet, so nothing waits to be sent.
      outbox: { count: 0, oldestAt: null },
      lastBackupAt: null,
      version: room.ports.version,
    };
  },
  confirmClock: (room, input, caller) => {
    const confirmed = confirmClock(room, input, authorOf(getSession(caller)));
    return isFault(confirmed) ? confirmed : clockView(room);
  },
};

function clockView({ clock }: Room): Status['clock'] {
  const last = clock.lastEntryAt();
  return { state: clock.trust(), lastEntryAt: last === null ? null : toCivilTime(last) };
}
