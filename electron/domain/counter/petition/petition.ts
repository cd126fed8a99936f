import type { PetitionContent, PetitionStatus, Satisfaction } from '../../../contract/counter/petition/petition.ts';
import {
  type Contradiction,
  type Verdict,
  commute,
  conflict,
  judge,
  overtaken,
  same,
  unfit,
} from '../../apart/judge.ts';
import { type DecidedPair, pairsDecided } from '../../apart/owed.ts';
import { canonicalJson } from '../../base/canonical-json.ts';
import type { PetitionEvent, PetitionFacts, RecordedPetition } from '../../entries/petition.ts';

/** How it ended with this office. What was passed on to another agency may come back. */
export type PetitionEnd = 'answered' | 'refused' | 'forwarded' | 'withdrawn';

/** A petition as its events make it. Times are civil, +07:00. */
export type Petition = {
  readonly series: string;
  readonly serial: number;
  readonly facts: PetitionFacts;
  /** As it was written down first; what it was found to be about later is in the facts. */
  readonly arrivedAt: string;
  readonly registeredAt: string;
  readonly status: PetitionStatus;
  /** Who in this office handles it, or the agency it went to. */
  readonly holder: string;
  /** Stretches in which this office's clock stood: its sender was asked, or another agency had it. */
  readonly pauses: readonly { readonly from: string; readonly to: string }[];
  /** From when it stands now; null while it runs, and after the end. */
  readonly pausedAt: string | null;
  /** When its sender was first asked for what was missing. */
  readonly askedAt: string | null;
  /** When it was first passed on to another agency, also where that gave it back; absent where it never was. */
  readonly passedOnAt?: string;
  readonly extendedTo: string | null;
  readonly end: { readonly how: PetitionEnd; readonly at: string } | null;
  readonly answer: { readonly at: string; readonly text: string; readonly document: string } | null;
  readonly publishedAt: string | null;
  readonly closedAt: string | null;
  readonly satisfaction: Satisfaction | null;
  /** What several desks told of it that does not go together; absent where everything does. */
  readonly contradictions?: readonly Contradiction[];
};

/** `PA.Q1-26-0012`: the twelfth that desk Q1 wrote down in 2026. */
export function petitionNumber({ series, serial }: Pick<Petition, 'series' | 'serial'>): string {
  return `PA.${series}-${String(serial).padStart(4, '0')}`;
}

/** A desk counts its own, anew each year. `date` is an ISO date. */
export function petitionSeries(deskCode: string, date: string): string {
  return `${deskCode}-${date.slice(2, 4)}`;
}

/**
 * One more event. What may follow what is the business of acts.ts; entries that desks told apart are folded in whatever order they have, and none makes it
 * throw. Undefined where it has not been received.
 */
export function applyPetition(before: Petition | undefined, at: string, event: PetitionEvent): Petition | undefined {
  if (event.type === 'petition-received') return before ?? begin(at, event);
  if (before === undefined) return undefined;
  switch (event.type) {
    case 'petition-reclassified':
      return { ...before, facts: { ...before.facts, content: event.content, field: event.field } };
    case 'petition-assigned':
      return { ...before, holder: event.to };
    case 'petition-forwarded':
      return {
        ...before,
        status: 'forwarded',
        holder: event.to,
        pausedAt: before.pausedAt ?? at,
        passedOnAt: before.passedOnAt ?? at,
        end: { how: 'forwarded', at },
      };
    case 'petition-sent-back':
      return { ...goneOn(before, at), status: 'open', holder: '', end: null };
    case 'petition-supplement-asked':
      return { ...before, status: 'awaiting', pausedAt: before.pausedAt ?? at, askedAt: before.askedAt ?? at };
    case 'petition-supplemented':
      return { ...goneOn(before, at), status: 'open' };
    case 'petition-refused':
      return { ...goneOn(before, at), status: 'refused', end: { how: 'refused', at } };
    case 'petition-extended':
      return { ...before, extendedTo: event.until };
    case 'petition-answered':
      return {
        ...goneOn(before, at),
        status: 'answered',
        end: { how: 'answered', at },
        answer: { at, text: event.answer, document: event.document ?? '' },
      };
    case 'petition-published':
      return { ...before, publishedAt: before.publishedAt ?? at };
    case 'petition-withdrawn':
      return { ...goneOn(before, at), status: 'withdrawn', end: { how: 'withdrawn', at } };
    case 'document-made':
    case 'decided':
      return before;
    case 'petition-closed':
      return { ...before, status: 'closed', closedAt: at, satisfaction: event.satisfaction ?? before.satisfaction };
  }
}

function begin(at: string, event: Extract<PetitionEvent, { type: 'petition-received' }>): Petition {
  const { type: _type, series, serial, arrivedAt = at, ...facts } = event;
  return {
    series,
    serial,
    facts,
    arrivedAt,
    registeredAt: at,
    status: 'open',
    holder: '',
    pauses: [],
    pausedAt: null,
    askedAt: null,
    extendedTo: null,
    end: null,
    answer: null,
    publishedAt: null,
    closedAt: null,
    satisfaction: null,
  };
}

/** The clock runs again, or is over: the time it stood is behind it. */
function goneOn(before: Petition, at: string): Petition {
  if (before.pausedAt === null) return before;
  return { ...before, pauses: [...before.pauses, { from: before.pausedAt, to: at }], pausedAt: null };
}

/** Folds a petition's events, first to last. Throws where it was never received. */
export function foldPetition(events: readonly RecordedPetition[]): Petition {
  const { stand, contradictions } = judge(events, verdictOf);
  const begins = stand.findIndex(({ action }) => action.type === 'petition-received');
  const state = stand.reduce<Petition | undefined>(
    (before, { at, action }) => applyPetition(before, at, action),
    undefined,
  );
  if (state === undefined) throw new Error('a petition begins with its reception');
  const told = [...contradictions, ...stand.slice(0, begins).map(unfit)];
  return told.length === 0 ? state : { ...state, contradictions: told };
}

/** The events that a petition's state is made of, in their order. */
export function standingPetition(events: readonly RecordedPetition[]): readonly RecordedPetition[] {
  return judge(events, verdictOf).stand;
}

type Kind = PetitionEvent['type'];
/** What decides a petition: two of these that did not see each other cannot both be. */
const decides: ReadonlySet<Kind> = new Set<Kind>([
  'petition-supplement-asked',
  'petition-forwarded',
  'petition-refused',
  'petition-answered',
  'petition-withdrawn',
]);
/** What is said once more: the later word stands. */
const saidAgain: readonly ReadonlySet<Kind>[] = [
  new Set<Kind>(['petition-received', 'petition-reclassified']),
  new Set<Kind>(['petition-assigned']),
  new Set<Kind>(['petition-extended']),
];

function verdictOf({ action: one }: RecordedPetition, { action: other }: RecordedPetition): Verdict | null {
  if (decides.has(one.type) && decides.has(other.type))
    return canonicalJson(one) === canonicalJson(other) ? same : conflict;
  return saidAgain.some((kinds) => kinds.has(one.type) && kinds.has(other.type)) ? overtaken : commute;
}

/** The last decision by which its sender hears something else than they were told: each act of which two may contradict each other is told to them. */
export function petitionToldOtherwise(events: readonly RecordedPetition[]): DecidedPair<RecordedPetition> | undefined {
  if (events[0]?.action.type !== 'petition-received' || events.every(({ apart }) => apart === undefined))
    return undefined;
  return pairsDecided(events, foldPetition(events).contradictions).at(-1);
}

/** Whether a letter can be sent to them at all: a slip in the box is often unsigned. */
export function hasAddressee({ facts }: Pick<Petition, 'facts'>): boolean {
  return facts.sender.name !== undefined;
}

export function petitionDocumentId(petitionId: string, nth: number): string {
  return `${petitionId}.pa${nth}`;
}

export function isPetitionDocument(documentId: string): boolean {
  return /^[0-9a-f-]{36}\.pa\d+(-[0-9a-f]{8})?$/i.test(documentId);
}

/** Whether Biểu 06a has a column for it. */
export function isCounted(content: PetitionContent): boolean {
  return content !== 'other';
}
