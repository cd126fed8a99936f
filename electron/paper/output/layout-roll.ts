import type { PaperPage } from '../../contract/common/printing/paper.ts';
import { atOnce } from '../../domain/base/resumable.ts';
import type { RollForm } from '../forms/schema.ts';
import { copyValues, heightOf, layBlocks, paperData, stack } from '../layout/layout.ts';
import { type Setting, mm, round } from '../layout/row.ts';
import type { Measure } from '../type/font.ts';
import { dotsPerPoint } from './raster.ts';

/** Lays a form out on roll paper: each copy one page as long as what stands on it, to be cut off after it. */
export function layRoll(
  form: RollForm,
  data: Readonly<Record<string, unknown>>,
  reprint: number | undefined,
  measure: Measure,
): PaperPage[] {
  const { width: widthMm, sheet } = form.roll;
  const { top, right, bottom, left } = sheet.margins;
  const shown = atOnce(paperData(data));
  return form.copies.map((copy) => {
    const setting: Setting = {
      left: left * mm,
      width: (widthMm - left - right) * mm,
      sheet,
      measure,
      values: { ...copyValues(form, copy, shown, reprint), page: { number: 1, total: 1, many: false } },
      dot: 1 / dotsPerPoint,
    };
    const rows = atOnce(layBlocks([...form.pageTop, ...form.blocks, ...form.pageBottom], setting));
    const height = round(top * mm + heightOf(rows) + bottom * mm);
    return { width: round(widthMm * mm), height, ops: stack(rows, top * mm), face: 'sans' };
  });
}
