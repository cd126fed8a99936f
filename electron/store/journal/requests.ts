import { hash } from 'node:crypto';
import { type Fault, fault } from '../../contract/base/fault.ts';
import { canonicalJson } from '../../domain/base/canonical-json.ts';
import { findUuidBytes, uuidText } from '../file/rows/codecs.ts';
import type { Db } from '../file/db.ts';
import { prepared, preparedValue } from '../file/rows/prepared.ts';

/** A request that may come twice: a window asks again when it has heard no answer. */
export type AskedOnce = {
  readonly call: string;
  readonly requestId: string;
  /** What was asked for, as the contract read it. */
  readonly content: object;
};

/** What says how an answer is wanted, and nothing of what is to be done: a request sent again may want it otherwise. */
const wishes: ReadonlySet<string> = new Set(['requestId', 'print', 'printer', 'draftId']);

/**
 * Refuses an id under which something else was asked before: its first answer is about other people. To be called inside the transaction
 * that does what is asked, before it looks whether that was done.
 */
export function claimRequest(db: Db, { call, requestId, content }: AskedOnce): Fault<'request-id-reused'> | null {
  const id = findUuidBytes(requestId);
  if (id === undefined) return null;
  const before = preparedValue(db, 'SELECT asked FROM request WHERE request_id = ?').get(id) as Buffer | undefined;
  if (before === undefined) return null;
  // A request of before “null is left out” is known by what was kept of it.
  const isSame = before.equals(digestOf(call, content)) || before.equals(digestAsKept(call, content));
  return isSame ? null : fault('request-id-reused', {});
}

/** Keeps what was asked beside what it did; in the same transaction, so both are on disk or neither is. */
export function keepRequest(db: Db, { call, requestId, content }: AskedOnce): void {
  const id = findUuidBytes(requestId);
  if (id === undefined) return;
  prepared(db, 'INSERT INTO request (request_id, asked) VALUES (?, ?) ON CONFLICT DO NOTHING').run(
    id,
    digestOf(call, content),
  );
}

/** One of the many things that a request asks for, as a request of its own: whether it was done is known for itself. */
export function partOfRequest({ call, requestId }: AskedOnce, part: string): AskedOnce {
  const own = hash('sha256', `${requestId}\n${part}`, 'buffer').subarray(0, 16);
  return { call, requestId: uuidText(own), content: { requestId, part } };
}

/** Whether something was done under this id: what was asked is looked at by `claimRequest`. */
export function wasDone(db: Db, { requestId }: AskedOnce): boolean {
  const id = findUuidBytes(requestId) ?? null;
  return preparedValue(db, 'SELECT 1 FROM request WHERE request_id = ?').get(id) !== undefined;
}

/** What is null says no more than what is left out: `submitter` is nobody either way. Within a change null takes something away, and stays. */
function digestOf(call: string, content: object): Buffer {
  return digestAsKept(call, Object.fromEntries(Object.entries(content).filter(([, value]) => value !== null)));
}

function digestAsKept(call: string, content: object): Buffer {
  const told = Object.fromEntries(Object.entries(content).filter(([name]) => !wishes.has(name)));
  return hash('sha256', `${call}\n${canonicalJson(told)}`, 'buffer').subarray(0, 16);
}
