import { type Fault, fault, isFault } from '../../../contract/base/fault.ts';
import type { OfficeSettings } from '../../../contract/common/office/office.ts';
import type { Margins, SheetSize } from '../../../contract/common/printing/printers.ts';
import { findMargins, findRoll, onlySheet } from '../../../domain/common/printing/paper-place.ts';
import type { RenderedPaper } from '../../../paper/paper.ts';
import { type Session, authorOf } from '../../core/session/client.ts';
import type { DeskContext } from '../../core/context.ts';
import { settled } from '../../papers/make.ts';
import type { PaperProblem } from '../../papers/source.ts';

const form = 'hieu-chuan';

/** What stands on the calibration sheet: before, how to read it; after (`corrected`), how far everything was moved. */
function calibrationData(desk: DeskContext, printer: string, corrected: boolean) {
  const { leftMm, topMm } = findMargins(desk.getOffice(), printer) ?? { leftMm: 0, topMm: 0 };
  const moved = corrected ? { corrected: { left: millimetres(leftMm), top: millimetres(topMm) } } : {};
  return { printer, printedAt: desk.nowCivil(), ...moved };
}

function millimetres(value: number): string {
  return `${String(value).replace('.', ',').replace('-', '−')} mm`;
}

/** The sheet that lies in the printer, where it holds one size only. */
export function sizeOn(office: OfficeSettings, printer: string): SheetSize {
  return onlySheet(office, printer) ?? office.paperSize;
}

export function calibrationPages(desk: DeskContext, printer: string, corrected: boolean) {
  const size = sizeOn(desk.getOffice(), printer);
  return settled(desk.paper.preview(form, calibrationData(desk, printer, corrected), { size }));
}

/** Sends the calibration sheet: as the printer draws by itself, or as it is moved now. */
export async function printCalibration(desk: DeskContext, printer: string, corrected: boolean) {
  if (findRoll(desk.getOffice(), printer) !== undefined) return fault('printer-is-roll', { printer });
  const size = sizeOn(desk.getOffice(), printer);
  const paper: RenderedPaper | PaperProblem = settled(
    await desk.paper.render(form, calibrationData(desk, printer, corrected), { size }),
  );
  if (isFault(paper)) return paper;
  const sent = await desk.printQueue.submit(printer, 'can-le', paper, !corrected);
  return isFault(sent) ? sent : { done: true as const };
}

/** Keeps how far a printer is to be moved, in the office's settings and so in the journal. Nothing that was kept before changes. */
export function keepMargins(
  desk: DeskContext,
  printer: string,
  margins: Margins,
  session: Session,
): Margins | Fault<'printer-is-roll' | 'disk-full'> {
  const office = desk.getOffice();
  if (findRoll(office, printer) !== undefined) return fault('printer-is-roll', { printer });
  const others = (office.margins ?? []).filter((kept) => kept.printer !== printer);
  const isNone = margins.leftMm === 0 && margins.topMm === 0;
  const settings = { ...office, margins: isNone ? others : [...others, { printer, ...margins }] };
  const reason = `căn lề máy in ${printer}: ngang ${millimetres(margins.leftMm)}, dọc ${millimetres(margins.topMm)}`;
  const done = desk.store.write(authorOf(session), desk.now(), (tx) =>
    tx.append({ kind: 'office' }, { type: 'settings-changed', settings, reason: reason.slice(0, 300) }),
  );
  if (isFault(done)) return done;
  desk.forget();
  return margins;
}
