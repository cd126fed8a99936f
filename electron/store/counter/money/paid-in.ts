import { PaidIn } from '../../../contract/counter/money/settlement.ts';
import { civilOf, uuidText } from '../../file/rows/codecs.ts';
import type { Db } from '../../file/db.ts';
import { prepared } from '../../file/rows/prepared.ts';
import { kindCode } from '../../journal/subject.ts';

type Row = {
  readonly id: Buffer;
  readonly type: string;
  readonly at: number;
  readonly by: string | null;
  readonly body: string;
};

const Told = PaidIn.pick({ month: true, part: true, amount: true, day: true, slip: true });
const TakenBack = PaidIn.pick({ payInId: true }).extend({ reason: PaidIn.shape.slip });

/**
 * What was paid in of a month, in the order in which it was written down, with what was taken back. Money of an office is one, whichever of its desks wrote
 * it down: those of other desks are among them, where their entries have the shape.
 */
export function paidInOf(db: Db, month: string): PaidIn[] {
  const found = new Map<string, PaidIn>();
  for (const { id, type, at, by, body } of rowsOf(db)) {
    const said = { by: by ?? '', at: civilOf(at) };
    if (type === 'money-paid-in') {
      const told = Told.safeParse(JSON.parse(body));
      const payInId = uuidText(id);
      if (told.success && told.data.month === month)
        found.set(payInId, { payInId, ...told.data, ...said, takenBack: null });
      continue;
    }
    const told = TakenBack.safeParse(JSON.parse(body));
    const line = told.success ? found.get(told.data.payInId) : undefined;
    if (told.success && line !== undefined && line.takenBack === null)
      found.set(line.payInId, { ...line, takenBack: { ...said, reason: told.data.reason } });
  }
  return [...found.values()];
}

function rowsOf(db: Db): Row[] {
  return prepared(
    db,
    `SELECT id, type, at, full_name AS by, body FROM journal JOIN subject USING (subject_id) LEFT JOIN account USING (account_id)
      WHERE kind = ${kindCode('office')} AND type IN ('money-paid-in', 'pay-in-taken-back') ORDER BY at, seq`,
  ).all() as Row[];
}

/** The line that an entry wrote down and nobody took back; undefined where there is none. */
export function findPaidIn(db: Db, payInId: string): PaidIn | undefined {
  const told = rowsOf(db).find(({ id, type }) => type === 'money-paid-in' && uuidText(id) === payInId);
  const month = told === undefined ? undefined : Told.safeParse(JSON.parse(told.body)).data?.month;
  if (month === undefined) return undefined;
  return paidInOf(db, month).find((line) => line.payInId === payInId && line.takenBack === null);
}
