import { z } from 'zod';
import { DelegationTerms } from '../../../contract/common/office/delegation.ts';
import type { ToldDelegation } from '../../../domain/common/office/delegation.ts';
import { civilOf, uuidText } from '../../file/rows/codecs.ts';
import type { Db } from '../../file/db.ts';
import { prepared, preparedValue } from '../../file/rows/prepared.ts';
import { ofThisOffice, officeRow } from '../../journal/subject.ts';

/** A delegation with what became of it. */
export type KeptDelegation = ToldDelegation & {
  readonly by: string;
  readonly at: string;
  readonly ended: { readonly by: string; readonly at: string; readonly reason: string } | null;
  /** Files that went to the delegate and were not called back since. */
  readonly caseIds: readonly string[];
  readonly moved: number;
};

type Row = {
  readonly id: Buffer;
  readonly type: string;
  readonly at: number;
  readonly by: string | null;
  readonly body: string;
};

/** What the entries say beside the terms. */
const Moved = z.object({
  delegationId: z.string().optional(),
  reason: z.string().optional(),
  to: z.string().optional(),
  caseIds: z.array(z.string()).optional(),
});

const types = "type IN ('delegation-set', 'delegation-ended', 'delegated-files-moved')";
const columns = 'SELECT id, type, at, full_name AS by, body FROM journal LEFT JOIN account USING (account_id)';

/** What was told when the journal was so long: each act on a case asks. */
const toldAt = new WeakMap<Db, { readonly seq: number; readonly told: readonly KeptDelegation[] }>();

/** Who stands for whom at this file's own desks, whose accounts they are; in the order in which it was written down. */
export function delegations(db: Db): readonly KeptDelegation[] {
  const seq = (preparedValue(db, 'SELECT max(seq) FROM journal').get() ?? 0) as number;
  const before = toldAt.get(db);
  if (before?.seq === seq) return before.told;
  const told = folded(prepared(db, `${columns} WHERE ${ofThisOffice} AND ${types} ORDER BY seq`).all() as Row[]);
  toldAt.set(db, { seq, told });
  return told;
}

/** As a desk had written it down when it wrote an entry: a paper that is made again is signed as it was, at whichever desk. */
export function delegationsWhen(db: Db, desk: string, deskSeq: number): readonly KeptDelegation[] {
  const rows = prepared(
    db,
    `${columns} WHERE subject_id = ${officeRow} AND ${types} AND desk_id = (SELECT desk_id FROM desk WHERE uuid = ?) AND desk_seq <= ? ORDER BY desk_seq`,
  ).all(desk, deskSeq) as Row[];
  return folded(rows);
}

function folded(rows: readonly Row[]): readonly KeptDelegation[] {
  const found = new Map<string, KeptDelegation>();
  for (const { id, type, at, by, body } of rows) {
    const said = { by: by ?? '', at: civilOf(at) };
    const told = Moved.safeParse(JSON.parse(body));
    // Nobody but its desk vouches for the shape of what another desk tells.
    if (!told.success) continue;
    const fields = told.data;
    if (type === 'delegation-set') {
      const terms = DelegationTerms.safeParse(JSON.parse(body));
      const delegationId = uuidText(id);
      if (terms.success)
        found.set(delegationId, {
          delegationId,
          ...terms.data,
          ...said,
          endedOn: null,
          ended: null,
          caseIds: [],
          moved: 0,
        });
      continue;
    }
    const one = found.get(fields.delegationId ?? '');
    if (one === undefined) continue;
    if (type === 'delegation-ended')
      found.set(one.delegationId, {
        ...one,
        endedOn: said.at.slice(0, 10),
        ended: { ...said, reason: fields.reason ?? '' },
      });
    else {
      const caseIds = fields.caseIds ?? [];
      const away = fields.to === 'delegate';
      found.set(one.delegationId, {
        ...one,
        caseIds: away ? [...one.caseIds, ...caseIds] : one.caseIds.filter((caseId) => !caseIds.includes(caseId)),
        moved: one.moved + (away ? caseIds.length : 0),
      });
    }
  }
  return [...found.values()];
}
