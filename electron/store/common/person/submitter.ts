import type { Submitter } from '../../../contract/common/person/person.ts';
import { fold } from '../../../domain/base/vietnamese.ts';
import { ordersOf } from '../../../domain/counter/search/words.ts';
import type { Db } from '../../file/db.ts';
import { prepared, preparedValue } from '../../file/rows/prepared.ts';
import { hasOtherDesks, tie } from '../../journal/order.ts';
import { backwards } from '../../file/sql-functions.ts';

/** So many of the newest are looked through for a part of a name: most cases are filed by whose they are. */
const scannedSubmitters = 5000;

/** Keeps who filed a case for somebody else, as its receipt in force says; nobody where nobody did. */
export function submitterProjection(db: Db): (caseId: number, submitter: Submitter | undefined) => void {
  const put = prepared(
    db,
    `INSERT OR REPLACE INTO case_submitter (case_id, id_number, full_name, folded, id_backwards, phone_backwards)
      VALUES (?, ?, ?, ?, ?, ?)`,
  );
  const remove = prepared(db, 'DELETE FROM case_submitter WHERE case_id = ?');
  return (caseId, submitter) => {
    if (submitter === undefined) return void remove.run(caseId);
    const { idNumber, fullName, phone = '' } = submitter;
    put.run(caseId, idNumber, fullName, fold(fullName), backwards(idNumber), backwards(phone));
  };
}

/** By rows while this file's desks are alone: then later cases have later ones. */
function newestFirst(db: Db): string {
  if (!hasOtherDesks(db)) return 'ORDER BY case_id DESC';
  return `ORDER BY (SELECT accepted_at FROM case_summary WHERE case_summary.case_id = case_submitter.case_id) DESC, ${tie(db)} DESC`;
}

/** Cases that somebody with one of these numbers filed for others, newest first. */
export function casesFiledById(db: Db, idNumbers: readonly string[], limit: number): number[] {
  return preparedValue(
    db,
    `SELECT case_id FROM case_submitter WHERE id_number IN (SELECT value FROM json_each(?)) ${newestFirst(db)} LIMIT ?`,
  ).all(JSON.stringify(idNumbers), limit) as number[];
}

/** By the end of an id number or of a phone, or all of it; the words typed beside it must begin words of the name. */
export function casesFiledByTail(db: Db, digits: string, words: readonly string[], limit: number): number[] {
  const from = backwards(digits);
  // The sign after '9': what begins with these digits lies between.
  const to = `${from}:`;
  // '+84 901…' and '0901…' are one phone.
  const phone = backwards(digits.replace(/^(84|0)/, (start) => (start === '0' ? '84' : '0')));
  const [sql, values] = begunWords(words);
  // The index of phones holds those that were given: only where the question says so too is it asked, and not every submitter read.
  return preparedValue(
    db,
    `SELECT case_id FROM case_submitter WHERE case_id IN (
        SELECT case_id FROM case_submitter WHERE id_backwards >= ? AND id_backwards < ?
        UNION SELECT case_id FROM case_submitter WHERE phone_backwards <> '' AND phone_backwards >= ? AND phone_backwards < ?
        UNION SELECT case_id FROM case_submitter WHERE phone_backwards <> '' AND phone_backwards = ?)${sql} ${newestFirst(db)} LIMIT ?`,
  ).all(from, to, from, to, phone, ...values, limit) as number[];
}

/** By the whole name, its words in any order. */
export function casesFiledByName(db: Db, words: readonly string[], limit: number): number[] {
  return preparedValue(
    db,
    `SELECT case_id FROM case_submitter WHERE folded IN (SELECT value FROM json_each(?)) ${newestFirst(db)} LIMIT ?`,
  ).all(JSON.stringify(ordersOf(words)), limit) as number[];
}

/** By words that begin words of the name, among the newest. */
export function casesFiledByWords(db: Db, words: readonly string[], limit: number): number[] {
  if (words.length === 0) return [];
  const [sql, values] = begunWords(words);
  const newest = hasOtherDesks(db)
    ? `SELECT case_id, folded FROM case_summary CROSS JOIN case_submitter USING (case_id) ORDER BY accepted_at DESC, ${tie(db)} DESC`
    : 'SELECT case_id, folded FROM case_submitter ORDER BY case_id DESC';
  return preparedValue(
    db,
    `SELECT case_id FROM (${newest} LIMIT ${scannedSubmitters}) AS case_submitter WHERE true${sql} ${newestFirst(db)} LIMIT ?`,
  ).all(...values, limit) as number[];
}

/** Folded words hold letters and digits alone, so nothing in them is a sign of GLOB. Most names do not hold the word anywhere, which is seen soonest. */
function begunWords(words: readonly string[]): readonly [sql: string, values: readonly string[]] {
  return [
    words.map(() => ` AND instr(folded, ?) AND ' ' || folded GLOB ?`).join(''),
    words.flatMap((word) => [word, `* ${word}*`]),
  ];
}
