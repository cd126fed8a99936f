import { caseActionTypes } from '../../../domain/apart/case-pairs.ts';
import type { Subject } from '../../../domain/entries/entry.ts';
import type { HandOverEvent } from '../../../domain/entries/hand-over.ts';
import type { IntakeEvent } from '../../../domain/entries/intake.ts';
import type { KitEvent } from '../../../domain/entries/kit.ts';
import type { ReceiptEvent, TillEvent } from '../../../domain/entries/money.ts';
import type { PetitionEvent } from '../../../domain/entries/petition.ts';

/** One that is missing stops the compiler. */
type AllOf<Event extends { readonly type: string }> = { readonly [T in Event['type']]: true };

const intake: AllOf<IntakeEvent> = {
  arrived: true,
  amended: true,
  seen: true,
  guided: true,
  'supplement-asked': true,
  completed: true,
  'turned-away': true,
  'taken-back': true,
  accepted: true,
  decided: true,
  'document-made': true,
};
const petition: AllOf<PetitionEvent> = {
  'petition-received': true,
  'petition-reclassified': true,
  'petition-assigned': true,
  'petition-forwarded': true,
  'petition-sent-back': true,
  'petition-supplement-asked': true,
  'petition-supplemented': true,
  'petition-refused': true,
  'petition-extended': true,
  'petition-answered': true,
  'petition-published': true,
  'petition-withdrawn': true,
  'petition-closed': true,
  decided: true,
  'document-made': true,
};
const kit: AllOf<KitEvent> = {
  'kit-set-aside': true,
  'sheets-voided': true,
  'sheets-restored': true,
  'document-made': true,
};
const handOver: AllOf<HandOverEvent> = {
  'hand-over-made': true,
  'hand-over-received': true,
  decided: true,
  'document-made': true,
};
const till: AllOf<TillEvent> = {
  'till-opened': true,
  'till-collected': true,
  'till-refunded': true,
  'till-adjusted': true,
  'till-counted': true,
  'till-handed-over': true,
  'till-taken-over': true,
  'till-closed': true,
};
const receipt: AllOf<ReceiptEvent> = {
  'receipt-issued': true,
  'receipt-refunded': true,
  'receipt-error-noticed': true,
  'receipt-superseded': true,
};

/** A paper is made of anything. */
function typesOf(known: Readonly<Record<string, true>>): ReadonlySet<string> {
  return new Set([...Object.keys(known), 'document-made']);
}

/** What this program can fold, of each kind that is folded from several desks' entries. An office's own things and its accounts each desk goes by alone: what it does not know of those stands in the journal. */
export const foldedTypes: { readonly [kind in Subject['kind']]?: ReadonlySet<string> } = {
  case: caseActionTypes,
  intake: typesOf(intake),
  petition: typesOf(petition),
  kit: typesOf(kit),
  'hand-over': typesOf(handOver),
  till: typesOf(till),
  receipt: typesOf(receipt),
};

/** How the reason begins for which a subject is set aside because a later program wrote of it. */
export const asNewer = 'newer';

/** Why an entry of another desk cannot be folded here; null where its type is known. */
export function newerWhy(kind: Subject['kind'], type: string): string | null {
  return foldedTypes[kind]?.has(type) === false ? `${asNewer}: ${type} is of a later program` : null;
}
