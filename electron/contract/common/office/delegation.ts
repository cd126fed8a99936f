import { z } from 'zod';
import { read, write } from '../../base/call.ts';
import { CivilDate, CivilTime, Id, backwards, endsAfterItBegins, line, why } from '../../base/values.ts';

/** A user name; one that nobody has is told so. */
const Person = z.string().trim().toLowerCase().min(1).max(40);

/** How somebody signs in a leader's stead: a deputy (ký thay), by order (thừa lệnh), by authorisation (thừa ủy quyền). */
export const SigningForm = z.enum(['KT', 'TL', 'TUQ']);
export type SigningForm = z.infer<typeof SigningForm>;

/** Which leader's: the committee's chairman, who signs its letters, or the head of the centre. */
export const LeaderPost = z.enum(['chairman', 'director']);
export type LeaderPost = z.infer<typeof LeaderPost>;

const terms = {
  /** The account of the leader who is away, and of who stands for them. */
  leader: Person,
  delegate: Person,
  post: LeaderPost,
  form: SigningForm,
  /** What the one who stands in is: «Phó Chủ tịch». */
  title: line(100, 1),
  /** The paper that says so, with its number and day. */
  document: line(300, 1),
  /** Both days are in it. */
  from: CivilDate,
  to: CivilDate,
};

/** What an entry tells of it. */
export const DelegationTerms = z.object(terms);
export type DelegationTerms = z.infer<typeof DelegationTerms>;

export const Delegation = z.object({
  delegationId: z.string(),
  ...terms,
  leaderName: z.string(),
  delegateName: z.string(),
  by: z.string(),
  at: CivilTime,
  /** Ended before its last day: the leader is back. */
  ended: z.object({ by: z.string(), at: CivilTime, reason: z.string() }).nullable(),
  /** Whether it holds now. */
  holds: z.boolean(),
  /** Files of the leader that went to the delegate under it, and those of them that are still there. */
  files: z.object({ moved: z.int(), there: z.int() }),
  /** Files that the leader has open now. */
  open: z.int(),
});
export type Delegation = z.infer<typeof Delegation>;

const View = z.object({ delegations: z.array(Delegation) });

export const delegationCalls = {
  /** Who stands for whom, now and before, the newest first. */
  delegations: read('staff').input(z.strictObject({})).output(View),
  /** Written down by the leader themself or by the administrator, from the paper that says so. */
  delegate: write('keeper', [
    'account-unknown',
    'delegation-own',
    'delegation-unfit',
    'delegation-past',
    'delegation-far',
    'delegation-overlaps',
    'delegation-chain',
  ])
    .input(z.strictObject(terms).refine(endsAfterItBegins, backwards))
    .output(View),
  endDelegation: write('keeper', ['delegation-unknown', 'delegation-own'])
    .input(z.strictObject({ delegationId: Id, reason: why(300) }))
    .output(View),
  /** All open files of the leader to the delegate in one act; or back: those that went under this delegation and are with the delegate still. */
  moveFiles: write('keeper', ['delegation-unknown', 'delegation-own', 'delegation-over'])
    .input(z.strictObject({ delegationId: Id, to: z.enum(['delegate', 'leader']) }))
    .output(
      z.object({
        moved: z.int(),
        /** Files that stay where they are, and why. */
        left: z.array(z.object({ number: z.string(), why: z.string(), whyEn: z.string() })),
      }),
    ),
};
