import type { FigureKind } from '../../../contract/books/report/report.ts';

/**
 * By which rules figures are counted of what was told of a file. A number of its own for every change by which the same entries come to other figures: what was kept
 * is made again by the rules that it was made by, and a city is told every file anew. `tests/domain/books/report/counting-rules.test.ts` fails where it was forgotten.
 *
 * - 1: what was kept before there were numbers.
 * - 2: a promise that was over stays broken (`endsPromise`); a moment that was agreed in writing ends at its hour, and a limit for a verification by its own unit.
 * - 3: of the index (3.1 to 3.5) the procedures that this committee decides, of the office's own lists too, an amount that nobody found being no 0; of 3.6 what
 *   was paid in cash, and fees as they were set and waived after the reception.
 */
export const countingRules = 3;

type RuleChange = {
  readonly rules: number;
  /** The figures that it may change. */
  readonly of: readonly FigureKind[];
  readonly text: string;
  readonly textEn: string;
};

const changes: readonly RuleChange[] = [
  {
    rules: 2,
    of: ['07a'],
    text: 'hồ sơ đã quá hẹn trước khi yêu cầu bổ sung, tạm dừng tính giờ, xác minh, rút hoặc dừng thì vẫn tính quá hạn, dù sau đó được tính lại thời hạn (Nghị định 118/2025 Điều 19 khoản 5); ngày giờ đã thỏa thuận bằng văn bản tính đến đúng giờ ấy (Nghị định 23/2015 Điều 21, 33, 37)',
    textEn:
      'a file whose promise was over before papers were asked for, the clock was stopped, something was verified, or it was withdrawn or stopped, stays late, though its term is counted anew afterwards (Decree 118/2025, Article 19.5); a day and hour agreed in writing ends at that hour (Decree 23/2015, Articles 21, 33, 37)',
  },
  {
    rules: 3,
    of: ['766'],
    text: '3.1 đến 3.5 đếm thủ tục thuộc thẩm quyền của Ủy ban này trong danh mục đơn vị đang áp dụng, kể cả danh mục đơn vị tự đưa vào; thủ tục chưa tìm được mức thu không còn tính là không thu; 3.6 không cho đủ điểm khi đã có hồ sơ trả tiền mặt, và không đếm hồ sơ được miễn hết phí sau khi tiếp nhận',
    textEn:
      '3.1 to 3.5 count the procedures that this committee decides in the catalogue in use, the office’s own lists too; one whose fee was not found is no longer counted as free; 3.6 gives no full points where a file was paid in cash, and leaves out what was freed of its fee after it was received',
  },
];

/** What has been counted otherwise since, of a kind of figures that were made by these rules. */
export function ruleChangesSince(kind: FigureKind, rules: number): readonly Omit<RuleChange, 'of'>[] {
  return changes
    .filter((change) => change.rules > rules && change.of.includes(kind))
    .map(({ rules: number, text, textEn }) => ({ rules: number, text, textEn }));
}
