import type { CaseAction } from '../../domain/entries/case.ts';
import { secondsOf } from '../file/codecs.ts';
import type { Db } from '../file/db.ts';
import { prepared } from '../file/prepared.ts';

/** What was asked of others and is not answered yet, as the cases' actions tell (NĐ 118/2025 Điều 19 k4). */
export function inquiryProjection(db: Db): (caseId: number, action: CaseAction) => void {
  const sent = prepared(
    db,
    `INSERT INTO inquiry (case_id, nth, asked, answer_by)
      SELECT @caseId, count(*), @asked, @answerBy FROM inquiry WHERE case_id = @caseId`,
  );
  const answered = prepared(db, 'UPDATE inquiry SET answered = 1 WHERE case_id = ? AND nth = ?');
  return (caseId, action) => {
    if (action.type === 'inquiry-sent') sent.run({ caseId, asked: action.asked, answerBy: secondsOf(action.answerBy) });
    if (action.type === 'inquiry-answered') answered.run(caseId, action.inquiry);
  };
}
