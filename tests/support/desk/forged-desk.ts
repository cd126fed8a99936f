import { createHash } from 'node:crypto';
import type { Commit, SentEntry } from '../../../electron/store/centre/exchange/commits.ts';
import { entryHashOf, chainStart } from '../../../electron/store/journal/chain.ts';
import { subjectText } from '../../../electron/store/journal/subject.ts';
import { caseId, monday } from './test-store.ts';

/** What an entry says; the rest of it is as an honest desk would write it, and may be given too. */
export type ForgedEntry = Partial<Omit<SentEntry, 'hash' | 'seq'>> & { readonly subjectText?: string };

/** Another desk whose program is not ours: its chain holds, and what stands in it is whatever a test likes. */
export type ForgedDesk = {
  readonly desk: string;
  commit(...entries: readonly ForgedEntry[]): Commit;
};

export function forgedDesk(digit: number): ForgedDesk {
  const desk = `0192f000-0000-7000-8000-00000000000${digit}`;
  return forgedDeskOf(desk);
}

export function forgedDeskOf(desk: string): ForgedDesk {
  let [seq, clock] = [0, 0];
  let hash: Buffer = chainStart;

  function entry({ subjectText: named, ...said }: ForgedEntry, step: number): SentEntry {
    seq += 1;
    clock = said.clock ?? Math.max(clock + 1, (monday + seq * 1000) * 4096);
    const made = {
      seq,
      id: createHash('md5').update(`${desk} ${seq}`).digest('hex'),
      at: Math.floor(monday / 1000) + seq,
      actor: null,
      subject: subjects.office,
      type: 'told',
      body: '{}',
      chain: 0,
      step,
      seen: null,
      bodyDigest: null,
      ...said,
      clock,
    };
    hash = entryHashOf(hash, {
      ...made,
      id: Buffer.from(made.id, 'hex'),
      deskSeq: seq,
      desk,
      subject: named ?? subjectText({ kind: made.subject.kind, name: Buffer.from(made.subject.name, 'hex') }),
      bodyDigest: made.bodyDigest === null ? null : Buffer.from(made.bodyDigest, 'hex'),
    });
    return { ...made, hash: hash.toString('hex') };
  }

  return { desk, commit: (...entries) => ({ desk, entries: entries.map(entry) }) };
}

const bytesOf = (text: string) => Buffer.from(text).toString('hex');
const ofUuid = (index: number) => caseId(index).replaceAll('-', '');

/** Subjects as they travel. */
export const subjects = {
  office: { kind: 1, name: bytesOf('office') },
  account: (username: string) => ({ kind: 2, name: bytesOf(username) }),
  case: (index: number) => ({ kind: 3, name: ofUuid(index) }),
  till: (name: string) => ({ kind: 5, name: bytesOf(name) }),
  receipt: (index: number) => ({ kind: 6, name: ofUuid(index) }),
  intake: (index: number) => ({ kind: 7, name: ofUuid(index) }),
  handOver: (index: number) => ({ kind: 8, name: ofUuid(index) }),
  kit: (index: number) => ({ kind: 9, name: ofUuid(index) }),
} as const;
