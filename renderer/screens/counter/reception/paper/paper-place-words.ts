import type { OfficeSettings } from '../../../../../electron/contract/common/office/office.ts';
import { findRoll, placePaper } from '../../../../../electron/domain/common/printing/paper-place.ts';
import type { Texts } from '../../../../text/languages.ts';

/** Mẫu 01 is made out in two: one stays with the file, one is the citizen’s. */
const copiesOfReceipt = 2;

/** On what, how often and by which printer the receipt will come out, by the same rule that prints it. */
export function paperPlaceWords(office: OfficeSettings, texts: Texts['reception']['paper']): string {
  const { printer } = placePaper(office, 'mau-01', undefined);
  const roll = findRoll(office, printer);
  const paper = roll === undefined ? office.paperSize : texts.roll(roll.widthMm);
  return texts.facts(paper, copiesOfReceipt, printer || texts.noPrinter);
}
