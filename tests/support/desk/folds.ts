import { createHash } from 'node:crypto';
import { canonicalJson } from '../../../electron/domain/base/canonical-json.ts';
import { foldCase } from '../../../electron/domain/counter/case/state.ts';
import type { RecordedAction } from '../../../electron/domain/entries/case.ts';
import type { Named } from '../../../electron/domain/entries/reference.ts';
import { foldIntake } from '../../../electron/domain/counter/intake/intake.ts';
import { foldKit } from '../../../electron/domain/counter/kit/kit.ts';
import { caseFees } from '../../../electron/domain/counter/money/case-fees.ts';
import { applyReceipt } from '../../../electron/domain/counter/money/fee-receipt.ts';
import { applyTill } from '../../../electron/domain/counter/money/till.ts';
import { applyHandOver } from '../../../electron/domain/routing/hand-over.ts';
import type { Db } from '../../../electron/store/file/db.ts';
import { entriesOf } from '../../../electron/store/journal/entries.ts';
import { kindCode } from '../../../electron/store/journal/subject.ts';

type Told = Named & { readonly seq: number; readonly at: string; readonly actor: string; readonly action: any };

/** What each kind of thing folds to, first to last. */
const folds = {
  case: (told: readonly Told[]) => {
    const actions: readonly RecordedAction[] = told;
    const fees = caseFees(actions, { incentives: [], channel: 'direct', day: '2026-11-23', procedureCode: '' });
    return [
      foldCase(actions),
      fees.map(({ line, set, waivers, conditions, receiptId, index, base, amount }) => ({
        line,
        set,
        conditions,
        receiptId,
        index,
        base,
        amount,
        // Which line a waiver is of is told by where it stands.
        waivers: waivers.map(({ amount: left, reason, basis, incentive }) => ({ left, reason, basis, incentive })),
      })),
    ];
  },
  // The last session alone is what a till folds to; each close is told by the sessions after it.
  till: (told: readonly Told[]) => {
    const states: unknown[] = [];
    told.reduce<any>((before, one) => {
      const after = applyTill(before, one.at, one.action, one);
      states.push(after);
      return after;
    }, undefined);
    return states;
  },
  receipt: (told: readonly Told[]) =>
    told.reduce<any>((before, one) => applyReceipt(before, one.at, one.action, one), undefined),
  'hand-over': (told: readonly Told[]) =>
    told.reduce<any>((before, one) => applyHandOver(before, one.at, one.action, one), undefined),
  intake: (told: readonly Told[]) => foldIntake(told),
  kit: (told: readonly Told[]) => {
    const kit = foldKit(told.map(({ action: event, ...rest }) => ({ ...rest, event })));
    return { ...kit, voids: [...kit.voids] };
  },
} as const;

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** What is otherwise in each version: a paper's hash and its signature hold the head of the journal, and a place in the file depends on what else is told. */
const unlike =
  /"(?:sha256|formSha256|catalogueVersion)":"[^"]*"|"seq":\d+|,"signed":"[^"]*"|"(?:anew|ref)":"[^"]*",|(?<=\.\d+)-[0-9a-f]{8}(?=")/g;

/** One hash over what every case, till, receipt, list, waiting file and kit folds to. Ids are named by the order they appear in. */
export function hashOfFolds(db: Db): string {
  const names = new Map<string, string>();
  const named = (id: string): string => {
    if (!names.has(id)) names.set(id, `#${names.size}`);
    return names.get(id) as string;
  };
  const hash = createHash('sha256');
  for (const kind of Object.keys(folds) as (keyof typeof folds)[]) {
    const rows = db
      .prepare('SELECT subject_id FROM subject WHERE kind = ? ORDER BY subject_id')
      .pluck()
      .all(kindCode(kind)) as number[];
    for (const row of rows) {
      const told = entriesOf<Told>(db, row);
      if (told.length === 0) continue;
      const plain: unknown = JSON.parse(JSON.stringify(folds[kind](told)));
      const text = canonicalJson(plain).replaceAll(unlike, '').replaceAll(uuid, named);
      hash.update(`\n${kind} ${text}`);
    }
  }
  return hash.digest('hex');
}
