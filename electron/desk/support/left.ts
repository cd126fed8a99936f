import type { OfficeSettings, RunsOut } from '../../contract/common/office/office.ts';
import { toCivilTime } from '../../domain/base/civil-time.ts';
import { roomIn } from '../../disk/room.ts';
import { runsOut } from '../../domain/common/office/runs-out.ts';
import { lastSerial } from '../../store/counter/case/numbers.ts';
import { cityCertificateUntil } from '../centre/city/service.ts';
import { hubCertificateUntil } from '../centre/hub/state.ts';
import { type KeyOnPaper, recoveryKeyProved } from '../common/office/keys.ts';
import type { DeskContext } from '../core/context.ts';
import type { Session } from '../core/session/client.ts';

/** What this desk runs out of soon, for who is signed in. */
export function runsOutHere(desk: DeskContext, session: Session, key: KeyOnPaper): RunsOut[] {
  const office = desk.findOffice();
  if (office === undefined) return [];
  return runsOut({
    now: desk.nowCivil(),
    room: roomLeft(desk.ports.dataFolder),
    numbers: numbersLeft(desk, office.desk.blocks),
    calendarUntil: desk.calendar().lastDay,
    paperReceiptsUntil: paperReceiptsUntil(desk, office.receipts),
    hubCertificateUntil: dayOf(hubCertificateUntil(desk)),
    cityCertificateUntil: dayOf(cityCertificateUntil(desk)),
    recoveryKeyProved: recoveryKeyProved(desk, session, key),
    backupAt: desk.practice() ? null : (desk.backups.newest()?.manifest.madeAt ?? null),
  });
}

function dayOf(moment: number | null): string | null {
  return moment === null || Number.isNaN(moment) ? null : toCivilTime(moment).slice(0, 10);
}

/** Invented symbols end with no year, and an office with letters goes on with those. */
function paperReceiptsUntil(desk: DeskContext, receipts: OfficeSettings['receipts']): string | null {
  if (desk.practice() || receipts?.paper === undefined || receipts.letters !== undefined) return null;
  return desk.catalogue.receiptLaw.lastPaperDay;
}

/** Null where the disk tells nothing. */
function roomLeft(folder: string): number | null {
  try {
    return roomIn(folder);
  } catch {
    return null;
  }
}

type Block = { readonly first: number; readonly last: number };

/** Of today's numbers; the numbers go up, so what lies above the highest is what is left. */
function numbersLeft(desk: DeskContext, own: readonly Block[]): { left: number; of: number } {
  const last = lastSerial(desk.store.db, desk.nowCivil().slice(0, 10), own);
  const sum = (count: (block: Block) => number) => own.reduce((all, block) => all + count(block), 0);
  return {
    left: sum((block) => Math.max(0, block.last - Math.max(last, block.first - 1))),
    of: sum((block) => block.last - block.first + 1),
  };
}
