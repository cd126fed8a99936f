import type { PetitionContent, PetitionSource, Satisfaction } from '../../contract/counter/petition/petition.ts';
import type { CaseAction } from './case.ts';
import type { Decided } from './decided.ts';
import type { Named } from './reference.ts';

/** What a petition says and who sent it, as it was written down. */
export type PetitionFacts = {
  readonly source: PetitionSource;
  readonly sourceCode?: string;
  readonly sourceDue?: string;
  readonly content: PetitionContent;
  readonly field: string;
  readonly sender: {
    readonly name?: string;
    readonly address?: string;
    readonly phone?: string;
    readonly email?: string;
  };
  readonly summary: string;
  readonly about?: string;
  readonly caseNumber?: string;
};

/** What can happen to a petition, as it stands in the journal. Days are civil dates, times civil, +07:00. */
export type PetitionEvent =
  | ({
      readonly type: 'petition-received';
      readonly series: string;
      readonly serial: number;
      /** When it came; the entry's own time where it was written down at once. */
      readonly arrivedAt?: string;
    } & PetitionFacts)
  | {
      readonly type: 'petition-reclassified';
      readonly content: PetitionContent;
      readonly field: string;
      readonly reason: string;
    }
  | { readonly type: 'petition-assigned'; readonly to: string }
  | { readonly type: 'petition-forwarded'; readonly to: string; readonly reason: string; readonly document?: string }
  | { readonly type: 'petition-sent-back'; readonly reason: string }
  | { readonly type: 'petition-supplement-asked'; readonly reason: string }
  | { readonly type: 'petition-supplemented'; readonly note?: string }
  | { readonly type: 'petition-refused'; readonly reason: string; readonly legalBasis: string }
  | { readonly type: 'petition-extended'; readonly until: string; readonly reason: string }
  | { readonly type: 'petition-answered'; readonly answer: string; readonly document?: string }
  | { readonly type: 'petition-published'; readonly where: string }
  | { readonly type: 'petition-withdrawn'; readonly reason: string }
  | { readonly type: 'petition-closed'; readonly satisfaction?: Satisfaction; readonly note?: string }
  | Decided
  | Extract<CaseAction, { type: 'document-made' }>;

/** An event with where, when and by whom it was recorded. */
export type RecordedPetition = Named & {
  readonly seq: number;
  /** Civil time, +07:00. */
  readonly at: string;
  readonly actor: string;
  readonly action: PetitionEvent;
};
