import type { ProcedureDetail } from '../../../../../electron/contract/catalogue/procedure.ts';
import type { Channel } from '../../../../../electron/contract/base/values.ts';
import {
  type CitizenCase,
  citizenCases,
  goesByCase,
  isAskedIn,
  toggledCase,
} from '../../../../../electron/domain/catalogue/citizen-cases.ts';
import { isPlainHeading, usualCounts } from '../../../../../electron/domain/catalogue/components.ts';

export type Component = ProcedureDetail['components'][number];
export type ComponentCounts = { readonly originals: number; readonly copies: number };

/** What of the form says which papers are asked for, and which are there. */
export type PapersForm = {
  readonly channel: Channel;
  readonly components: Readonly<Record<string, ComponentCounts>>;
  /** The cases of this citizen, in the words of the procedure's list; left out until somebody chose one. */
  readonly citizenCases?: readonly string[];
  /** The papers that choosing a case ticked and no hand did: they go with it. */
  readonly caseTicks?: readonly number[];
};

type Papers = Pick<ProcedureDetail, 'components'>;

/** Names that say themselves that they belong to some files only. */
const forSomeOnly = [
  /^(trong )?trường hợp/iu,
  /^đối với/iu,
  /^văn bản ủy quyền/iu,
  /^bản sao văn bản ủy quyền/iu,
  /đối với trường hợp/iu,
  /trong trường hợp cơ quan đăng ký hộ tịch không thể/iu,
  /^hộ chiếu\/thẻ căn cước/iu,
];

const ifAny = /\(nếu có\)/iu;

const onlineForm = /tương tác|biểu mẫu điện tử/iu;

/** The cases of a citizen that the procedure asks papers for. */
export function citizenCasesOf({ components }: Papers): readonly CitizenCase[] {
  return citizenCases(components.map(({ condition }) => condition));
}

/** Those that the papers say which are there already: for a file that came without a word of its case. */
export function casesOfPapers(procedure: Papers, ticked: Readonly<Record<string, unknown>>): readonly string[] {
  const there = procedure.components.filter(({ index }) => ticked[String(index)] !== undefined);
  return citizenCasesOf(procedure)
    .map(({ words }) => words)
    .filter((words) => there.some(({ condition }) => condition !== null && isAskedIn(words, [condition])));
}

/** The papers go by the case, and neither a case was chosen nor a paper of one is there: asked for before anything is received or said. */
export function lacksCase(procedure: Papers, { citizenCases: cases = [], components: ticked }: PapersForm): boolean {
  const papers = procedure.components.map(({ name, kind, condition }) => ({ name, kind, case: condition ?? '' }));
  return cases.length === 0 && goesByCase(papers) && casesOfPapers(procedure, ticked).length === 0;
}

type Filed = PapersForm & { readonly submitter: { readonly authorisation: string } | null };

/** The case of who files by an authorisation, where the procedure has one and it is not chosen yet. */
export function caseOfFiler(procedure: Papers, { submitter, citizenCases: chosen = [] }: Filed): string | undefined {
  if (submitter === null || !/ủy quyền/iu.test(submitter.authorisation.normalize('NFC'))) return undefined;
  const own = citizenCasesOf(procedure)
    .map(({ words }) => words)
    .filter((words) => /^ủy quyền/iu.test(words));
  return own.some((words) => chosen.includes(words)) ? undefined : own[0];
}

/** `shown` is only looked at; `sometimes` says in its own name when it is asked for. */
export type ComponentGroup = {
  readonly kind: 'usual' | 'alternative' | 'case' | 'sometimes' | 'shown';
  /** The case of the citizen, or empty. */
  readonly heading: string;
  readonly components: readonly Component[];
};

const places = { usual: 0, alternative: 1, case: 2, sometimes: 3, shown: 4 } as const;

/**
 * What this citizen is asked for: everybody's papers first, then those of the chosen cases. What is ticked stays, whatever the case.
 * Papers that stand for each other stand together.
 */
export function groupComponents(procedure: Papers, form: PapersForm): ComponentGroup[] {
  const asked = askedComponents(procedure, form);
  const groups = new Map<string, ComponentGroup>();
  for (const component of asked) {
    const mates = asked.filter(({ kind, group }) => kind === 'alternative' && group === component.group);
    const kind = kindOf(component, mates.length);
    const heading = kind === 'alternative' ? headingOfAll(mates) : headingOf(component);
    const name = `${kind} ${kind === 'alternative' ? (component.group ?? '') : ''} ${heading}`;
    const components = [...(groups.get(name)?.components ?? []), component];
    groups.set(name, { kind, heading, components });
  }
  return [...groups.values()].toSorted((a, b) => placeOf(a) - placeOf(b));
}

function placeOf({ kind, heading }: ComponentGroup): number {
  return kind === 'alternative' && heading !== '' ? places.case : places[kind];
}

function askedComponents({ components }: Papers, form: PapersForm): readonly Component[] {
  const { channel, citizenCases: cases = [], components: ticked } = form;
  return components.filter(
    (component) =>
      ticked[String(component.index)] !== undefined ||
      (isAskedIn(component.condition, cases) && !isOfThePortal(component, components, channel)),
  );
}

/** The form of the portal that stands for one on paper: nobody brings it to a counter. */
function isOfThePortal({ name, group }: Component, all: readonly Component[], channel: Channel): boolean {
  const onPaper = all.some((one) => one.group === group && !onlineForm.test(one.name));
  return channel !== 'online' && group !== null && onlineForm.test(name) && onPaper;
}

function headingOf({ condition }: Component): string {
  return condition === null || isPlainHeading(condition) ? '' : condition;
}

function headingOfAll(mates: readonly Component[]): string {
  const [first = '', ...others] = new Set(mates.map(headingOf));
  return others.length === 0 ? first : '';
}

function kindOf(component: Component, mates: number): ComponentGroup['kind'] {
  if (component.kind === 'shown') return 'shown';
  if (component.kind === 'alternative' && mates > 1) return 'alternative';
  if (headingOf(component) !== '') return 'case';
  return isForSome(component) ? 'sometimes' : 'usual';
}

/** Under its case a name may repeat the case («Trường hợp trẻ bị bỏ rơi thì …»): there only «nếu có» leaves it open. */
function isForSome(component: Component): boolean {
  const { name, short } = component;
  if (ifAny.test(short)) return true;
  return headingOf(component) === '' && forSomeOnly.some((words) => words.test(name.trim()));
}

/** What is to be there, each as the papers of which one is enough; what is asked for now and then only where it is there. */
function needsOf(procedure: Papers, form: PapersForm): readonly (readonly Component[])[] {
  return groupComponents(procedure, form).flatMap(({ kind, components }) => {
    if (kind === 'alternative') return [components];
    const isSure = (component: Component) =>
      form.components[String(component.index)] !== undefined ||
      (kind !== 'shown' && kind !== 'sometimes' && !isForSome(component));
    return components.filter(isSure).map((component) => [component]);
  });
}

function isThere({ components }: PapersForm, need: readonly Component[]): boolean {
  return need.some(({ index }) => components[String(index)] !== undefined);
}

/** How many of the papers this citizen has to bring are there. */
export function receivedOf(procedure: Papers, form: PapersForm): { readonly received: number; readonly all: number } {
  const needs = needsOf(procedure, form);
  return { received: needs.filter((need) => isThere(form, need)).length, all: needs.length };
}

/** What is missing, each as the papers of which one would be enough. */
export function missingOf(procedure: Papers, form: PapersForm): readonly (readonly Component[])[] {
  return needsOf(procedure, form).filter((need) => !isThere(form, need));
}

/**
 * The ticks a procedure begins with: what nearly every file has, of papers that stand for each other the first one, and online the form of
 * the portal. A guess from the portal's own wording that the clerk confirms with the paper in hand; nothing else rests on it.
 */
export function usualComponents(procedure: Papers, channel: Channel): Record<string, ComponentCounts> {
  const ticks = needsOf(procedure, { channel, components: {} }).flatMap((need) => {
    const fit = need.filter((one) => !isForSome(one) && (channel === 'online' || !onlineForm.test(one.name)));
    const [first] = [...fit.filter(({ name }) => onlineForm.test(name)), ...fit];
    return first === undefined ? [] : [[String(first.index), usualCounts(first)] as const];
  });
  return Object.fromEntries(ticks);
}

/**
 * One case more, or one less. The papers it surely asks for are ticked, as everybody's are; of those that stand for each other in the same
 * case the clerk says which. A paper that stands for everybody's in this case («không có giấy báo tử») takes its tick, and gives it back.
 */
export function withCase<F extends PapersForm>(procedure: Papers, form: F, words: string): F {
  const before = form.citizenCases ?? [];
  const after = toggledCase(citizenCasesOf(procedure), before, words);
  const ticks = new Map(Object.entries(form.components));
  const own = new Set(form.caseTicks);
  const came = procedure.components.filter(
    ({ condition }) => isAskedIn(condition, after) && !isAskedIn(condition, before),
  );
  for (const component of came) {
    const mates = came.filter(({ group }) => group !== null && group === component.group);
    const sure = component.kind !== 'shown' && !isForSome(component) && mates.length < 2;
    if (!sure || ticks.has(String(component.index))) continue;
    for (const { index } of everybodysOf(procedure, component.group)) ticks.delete(String(index));
    ticks.set(String(component.index), usualCounts(component));
    own.add(component.index);
  }
  const usual = usualComponents(procedure, form.channel);
  for (const { index, condition, group } of procedure.components) {
    if (!own.has(index) || isAskedIn(condition, after)) continue;
    own.delete(index);
    ticks.delete(String(index));
    const others = procedure.components.filter((one) => group !== null && one.group === group);
    if (others.some((one) => ticks.has(String(one.index)))) continue;
    for (const one of others) {
      const counts = usual[String(one.index)];
      if (counts !== undefined) ticks.set(String(one.index), counts);
    }
  }
  return { ...form, citizenCases: after, components: Object.fromEntries(ticks), caseTicks: [...own] };
}

function everybodysOf({ components }: Papers, group: string | null): readonly Component[] {
  return components.filter((one) => group !== null && one.group === group && headingOf(one) === '');
}
