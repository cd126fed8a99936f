import type { FigureKind } from '../../../contract/books/report/report.ts';

/**
 * By which rules figures are counted of what was told of a file. A number of its own for every change by which the same entries come to other figures: what was kept
 * is made again by the rules that it was made by, and a city is told every file anew. `tests/domain/books/report/counting-rules.test.ts` fails where it was forgotten.
 *
 * - 1: what was kept before there were numbers.
 * - 2: a promise that was over stays broken (`endsPromise`); a moment that was agreed in writing ends at its hour, and a limit for a verification by its own unit.
 */
export const countingRules = 2;

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
];

/** What has been counted otherwise since, of a kind of figures that were made by these rules. */
export function ruleChangesSince(kind: FigureKind, rules: number): readonly Omit<RuleChange, 'of'>[] {
  return changes
    .filter((change) => change.rules > rules && change.of.includes(kind))
    .map(({ rules: number, text, textEn }) => ({ rules: number, text, textEn }));
}
