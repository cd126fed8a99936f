import { createHash } from 'node:crypto';
import type { KnownOffice } from './check-receipt.ts';
import { type Checking } from './finding.ts';
import { type PublicKey, readKey } from './public-keys.ts';

export type ExportDesk = { readonly uuid: string; readonly own: boolean };
export type ToldOfCase = { readonly type: string; readonly head: string; readonly at: number };

const start = Buffer.alloc(32);

type Chain = { seq: number; hash: string; form: 1 | 2 };

/** What each act makes of the receipt before it, as the desk counts them. */
const enders: ReadonlyMap<string, 'superseded' | 'void'> = new Map([
  ['supplemented', 'superseded'],
  ['verification-needed', 'superseded'],
  ['corrected', 'void'],
]);

/** The hash of an entry of form 2 (docs/adr/0018-entry-form-2.md), written once more: a verifier that shares the desk's code believes its mistakes. */
function hashOf(previous: string, digest: string, told: readonly unknown[]): string {
  return createHash('sha256')
    .update(previous === '' ? start : Buffer.from(previous, 'hex'))
    .update(Buffer.from(digest, 'hex'))
    .update(JSON.stringify(told))
    .digest('hex');
}

/** Walks every chain of an export: each entry follows the one before, by its number and its hash, and each commit is whole. */
export function walkChains(desks: readonly ExportDesk[], check: Checking) {
  const chains = new Map<string, Chain>();
  const steps = new Map<number, number>();
  const cases = new Map<string, ToldOfCase[]>();
  const caseOf = new Map<string, string>();
  const headAt = new Map<string, string>();
  const typeAt = new Map<string, string>();
  const heads = new Set<string>();
  const passed: { day: number; first: number; last: number }[] = [];
  let last: { key: string; digest: string; type: string } | undefined;
  let believed = 0;

  const nameOf = (desk: number, chain: number, seq: number): string =>
    `${chain === 0 ? 'register' : 'machine'} of desk ${desks[desk]?.uuid ?? desk}, entry ${seq}`;

  function entry(kind: 'e' | '1', rest: readonly unknown[], place: number): void {
    check.look();
    if (kind === '1') return formOne(rest, place);
    const [desk, chain, seq, step, clock, at, actor, seen, subject, type, digest, hash] = rest as [
      number,
      number,
      number,
      number,
      number,
      number,
      string | null,
      string | null,
      string,
      string,
      string,
      string,
    ];
    const name = nameOf(desk, chain, seq);
    const key = `${desk} ${chain}`;
    const before = chains.get(key) ?? none;
    const inOrder = follows(before, seq, name);
    const told = [2, desks[desk]?.uuid, chain, seq, step, clock, at, actor, seen, subject, type];
    if (inOrder && hashOf(before.hash, digest, told) !== hash)
      check.wrong(`${name} (line ${place}): its hash is not its own`);
    const lastStep = steps.get(desk) ?? -1;
    // What happened at another desk's machine is not here, so between its steps any may be missing.
    if (desks[desk]?.own === true && inOrder && step !== 0 && step !== lastStep + 1)
      check.wrong(`${name} (line ${place}): its commit is not whole`);
    steps.set(desk, step);
    keep(desk, chain, seq, { type, subject, at, hash, form: 2 });
    last = { key: `${desk} ${chain} ${seq}`, digest, type };
  }

  function formOne(rest: readonly unknown[], place: number): void {
    const [desk, seq, , at, , subject, type, hash] = rest as [
      number,
      number,
      number,
      number,
      string | null,
      string,
      string,
      string,
    ];
    const before = chains.get(`${desk} 0`) ?? none;
    const name = nameOf(desk, 0, seq);
    follows(before, seq, name);
    if (before.form === 2 && before.seq > 0) check.wrong(`${name} (line ${place}): of the older form behind the newer`);
    believed += 1;
    keep(desk, 0, seq, { type, subject, at, hash, form: 1 });
    last = undefined;
  }

  /** Whether it is the next of its chain; says what is missing or out of order where it is not. */
  function follows(before: Chain, seq: number, name: string): boolean {
    if (seq === before.seq + 1) return true;
    if (seq > before.seq + 1)
      check.wrong(
        `${name} follows entry ${before.seq}: ${seq - before.seq === 2 ? `entry ${before.seq + 1} is` : `entries ${before.seq + 1}–${seq - 1} are`} missing`,
      );
    else check.wrong(`${name} stands behind entry ${before.seq}: out of order`);
    return false;
  }

  function keep(
    desk: number,
    chain: number,
    seq: number,
    { type, subject, at, hash, form }: { type: string; subject: string; at: number; hash: string; form: 1 | 2 },
  ): void {
    chains.set(`${desk} ${chain}`, { seq, hash, form });
    const head = hash.slice(0, 32);
    heads.add(head);
    if (chain !== 0) return;
    typeAt.set(`${desk} ${seq}`, type);
    const caseId = /^case:(.+)$/.exec(subject)?.[1];
    if (caseId === undefined || (type !== 'received' && !enders.has(type))) return;
    headAt.set(`${desk} ${seq}`, head);
    caseOf.set(head, caseId);
    const told = cases.get(caseId) ?? [];
    told.push({ type, head, at });
    cases.set(caseId, told);
  }

  /** A body that is told: it has to be what the digest was made of. Answers the key it names. */
  function body(rest: readonly unknown[], place: number): PublicKey | undefined {
    const [desk, chain, seq, salt, text] = rest as [number, number, number, string, string];
    const digest = createHash('sha256').update(Buffer.from(salt, 'hex')).update(text).digest('hex');
    if (last?.key !== `${desk} ${chain} ${seq}` || last.digest !== digest) {
      check.wrong(`line ${place}: the body of ${nameOf(desk, chain, seq)} is not its own`);
      return undefined;
    }
    const said = JSON.parse(text) as { spent?: { series: string; first: number; last: number }[] };
    if (last.type === 'desk-key') return readKey({ ...said, desk: desks[desk]?.uuid });
    for (const { series, first, last: until } of said.spent ?? []) {
      const day = /^case (\d{4})-(\d\d)-(\d\d)$/.exec(series)?.slice(1).join('');
      if (day !== undefined) passed.push({ day: Number(day), first, last: until });
    }
    return undefined;
  }

  function endReceipts(): Pick<KnownOffice, 'ended' | 'heads'> {
    const ended = [...cases.values()].flatMap((told) =>
      told.slice(0, -1).map(({ head }, at) => {
        const next = told[at + 1] as ToldOfCase;
        const when = new Date(next.at * 1000 + 7 * 3_600_000).toISOString().replace(/\.\d+Z$/, '+07:00');
        return [head, { verdict: enders.get(next.type) ?? ('superseded' as const), at: when }] as const;
      }),
    );
    return { ended: new Map(ended), heads };
  }

  return {
    entry,
    body,
    typeAt: (desk: number, seq: number) => typeAt.get(`${desk} ${seq}`),
    headAt: (desk: number, seq: number) => headAt.get(`${desk} ${seq}`),
    caseOf: (head: string) => caseOf.get(head),
    cases: () => cases,
    passedOver: () => passed,
    heads: () => [...chains].map(([key, { seq, hash }]) => [...key.split(' ').map(Number), seq, hash] as const),
    receipts: endReceipts,
    end: () => {
      if (believed > 0)
        check.note(
          `${believed} entries of the first form are taken as they stand: their hash covers their text, which is not here`,
        );
    },
  };
}

const none: Chain = { seq: 0, hash: '', form: 2 };
