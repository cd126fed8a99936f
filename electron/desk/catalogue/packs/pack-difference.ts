import {
  type DataPack,
  type PackKind,
  type PackParts,
  type PackProblem,
  type PackRow,
} from '../../../contract/catalogue/data-pack.ts';
import type { Procedure, ProcessFrame } from '../../../contract/catalogue/lists.ts';
import { isFault } from '../../../contract/base/fault.ts';
import type { CivilDate } from '../../../contract/base/values.ts';
import { canonicalJson } from '../../../domain/base/canonical-json.ts';
import { dateText } from '../../../domain/base/civil-time.ts';
import {
  daysWithPacks,
  framesWithPacks,
  isFrameFit,
  kindsIn,
  partsOf,
  formsOfPacks,
  stepsOfPacks,
  thinYears,
  withPackSettings,
} from '../../../domain/catalogue/data-packs.ts';
import { type Offer, offerAfter, offerWithFees } from '../../../domain/catalogue/offers.ts';
import { usualTerm } from '../../../domain/catalogue/procedure-terms.ts';
import { termText } from '../../../domain/deadline/explanation.ts';
import { officeMinutes, processFlaw } from '../../../domain/routing/process.ts';
import { findDataPack } from '../../../store/centre/content/content.ts';
import { findOpeningHours } from '../../../store/common/office/settings.ts';
import { settingsWaiting, standingLists } from '../../../store/common/office/standing-lists.ts';
import type { DeskContext } from '../../core/context.ts';
import { differenceOf } from '../lists/office-lists.ts';
import { frameReach, packedFlaw, processView } from '../process.ts';
import { feeProblems, workingTimeProblems } from './pack-checks.ts';
import { dayText, feesText, incentiveText, packProblem, daySessionsText, stepsText, weekText } from './pack-words.ts';
import { textDifference } from './text-difference.ts';

/** What a pack would change of what holds on its day, kind by kind, and what of it is left out. Nothing is written. */

export type PackChanges = {
  readonly kinds: { kind: PackKind; changed: number; same: number }[];
  readonly rows: PackRow[];
  readonly problems: PackProblem[];
};

type Part = {
  readonly rows: PackRow[];
  readonly problems: PackProblem[];
  /** How many things it says something of. */
  readonly said: number;
};

type Compared = { readonly desk: DeskContext; readonly parts: PackParts; readonly from: CivilDate };

export async function packDifference(
  desk: DeskContext,
  pack: DataPack,
  { from, kinds = kindsIn(pack) }: { readonly from: CivilDate; readonly kinds?: readonly PackKind[] | undefined },
): Promise<PackChanges> {
  const compared = { desk, parts: partsOf(pack, kinds), from };
  const found: PackChanges = { kinds: [], rows: [], problems: [] };
  for (const kind of kindsIn(compared.parts)) {
    const { rows, problems, said } = await differences[kind](compared);
    const changed = new Set(rows.map(({ key, field }) => `${key} ${kind === 'procedures' ? '' : field}`)).size;
    const left = new Set(problems.filter((problem) => problem.left).map(({ key }) => key)).size;
    found.kinds.push({ kind, changed: rows.length === 0 ? 0 : changed, same: Math.max(0, said - changed - left) });
    found.rows.push(...rows);
    found.problems.push(...problems);
  }
  return found;
}

const differences: Readonly<Record<PackKind, (compared: Compared) => Part | Promise<Part>>> = {
  procedures: proceduresOf,
  calendar: calendarOf,
  forms: formsOf,
  fees: feesOf,
  processes: processesOf,
  settings: settingsOf,
};

function proceduresOf({ desk, parts, from }: Compared): Part {
  const list = parts.procedures ?? { items: [], ended: [] };
  const before = desk.offersOn(from);
  const { added, changed, ended } = differenceOf(list, { before, from, rowOf: new Map(), problems: [] });
  const row = (code: string, name: string) => ({ kind: 'procedures' as const, key: code, name });
  const standing = ended.filter(({ code }) => before.get(code)?.offered === true);
  return {
    said: list.items.length + list.ended.length,
    rows: [
      ...added.map(({ code, name, termText: term }) => ({
        ...row(code, name),
        act: 'added' as const,
        field: 'term',
        before: '',
        after: term ?? '',
      })),
      ...changed.flatMap(({ code, name, what }) =>
        what.map((one) => ({ ...row(code, name), act: 'changed' as const, ...one })),
      ),
      ...standing.map(({ code, name }) => ({
        ...row(code, name),
        act: 'ended' as const,
        field: 'offered',
        before: 'tiếp nhận',
        after: 'không tiếp nhận',
      })),
    ],
    problems: list.items.flatMap((item) => {
      const lawful = desk.catalogue.procedures.find(({ code }) => code === item.code);
      const usual = lawful === undefined ? undefined : usualTerm(lawful, { day: from, channel: 'direct' });
      if (item.term === undefined || usual === undefined) return [];
      const isLonger = officeMinutes(item.term, desk.calendar()) > officeMinutes(usual, desk.calendar());
      const met = [termText(item.term, 'vi'), termText(item.term, 'en')] as const;
      return isLonger ? [packProblem('procedures', item.code, 'term-longer', met)] : [];
    }),
  };
}

function calendarOf({ desk, parts, from }: Compared): Part {
  const told = parts.calendar ?? { days: [], ordinary: [], weeks: [], hours: [] };
  const known = daysWithPacks(desk.catalogue.days, desk.packs());
  const after = daysWithPacks(known, [{ id: '', from, parts }]);
  const set = findOpeningHours(desk.store.db);
  const weeksBefore = new Map(
    desk
      .packs()
      .flatMap((pack) => pack.parts.calendar?.weeks ?? [])
      .map((week) => [week.from, week]),
  );
  const hoursBefore = new Map(
    desk
      .packs()
      .flatMap((pack) => pack.parts.calendar?.hours ?? [])
      .map((day) => [day.date, day]),
  );
  const said = [...told.days.map(({ date }) => date), ...told.ordinary];
  const would = new Map(known.map((day) => [day.date, day]));
  for (const date of told.ordinary) would.delete(date);
  for (const day of told.days) would.set(day.date, day);
  const thin = thinYears(
    [...would.values()],
    said.filter((date) => date >= from),
  );
  const dates = [...new Set(said)].toSorted();
  const [dayBefore, dayAfter] = [known, after].map((days) => new Map(days.map((day) => [day.date, day]))) as [
    Map<string, (typeof known)[number]>,
    Map<string, (typeof known)[number]>,
  ];
  const row = (key: string, field: string, one: string, other: string): PackRow[] =>
    one === other
      ? []
      : [{ kind: 'calendar', key, name: dateText(key), act: actOf(one, other), field, before: one, after: other }];
  const weeks = told.weeks.filter((week) => week.from >= from);
  const hours = told.hours.filter((day) => day.date >= from);
  const weekByHand = new Map(set.weeks.map((week) => [week.from, week]));
  const dayByHand = new Map(set.days.map((day) => [day.date, day]));
  return {
    said: said.length + told.weeks.length + told.hours.length,
    rows: [
      ...dates
        .filter((date) => date >= from && !thin.has(date.slice(0, 4)))
        .flatMap((date) => row(date, 'day', dayText(dayBefore.get(date)), dayText(dayAfter.get(date)))),
      ...weeks
        .filter((week) => !weekByHand.has(week.from))
        .flatMap((week) => row(week.from, 'week', weekText(weeksBefore.get(week.from)), weekText(week))),
      ...hours
        .filter((day) => !dayByHand.has(day.date))
        .flatMap((day) =>
          row(day.date, 'hours', daySessionsText(hoursBefore.get(day.date)?.sessions), daySessionsText(day.sessions)),
        ),
    ],
    problems: [
      ...[...said, ...told.weeks.map((week) => week.from), ...told.hours.map((day) => day.date)]
        .filter((date) => date < from)
        .map((date) => packProblem('calendar', date, 'day-before')),
      ...workingTimeProblems(desk, parts, from),
      ...[...thin].map((year) => packProblem('calendar', year, 'year-thin', year)),
      ...weeks
        .filter((week) => weekByHand.has(week.from))
        .map((week) => packProblem('calendar', week.from, 'kept-by-hand', weekText(weekByHand.get(week.from)))),
      ...hours
        .filter((day) => dayByHand.has(day.date))
        .map((day) =>
          packProblem('calendar', day.date, 'kept-by-hand', daySessionsText(dayByHand.get(day.date)?.sessions)),
        ),
    ],
  };
}

function actOf(before: string, after: string): PackRow['act'] {
  return before === '' ? 'added' : after === '' ? 'ended' : 'changed';
}

type Flaw = readonly [vi: string, en: string];

/** Forms that were tried, by their name and text: each is drawn once, however often the pack is looked at. */
const tried = new Map<string, Flaw | null>();
const mostTried = 200;

async function formFlaw(desk: DeskContext, form: string, text: string): Promise<Flaw | null> {
  const key = `${form}\n${text}`;
  const known = tried.get(key);
  if (known !== undefined) return known;
  const checked = await desk.paper.check(form, text);
  const flaw = isFault(checked) ? ([checked.data.reason, checked.data.reasonEn] as const) : null;
  if (tried.size >= mostTried) tried.clear();
  tried.set(key, flaw);
  return flaw;
}

/** So many lines of one form are shown; the rest is counted. */
const mostLines = 40;

async function formsOf({ desk, parts, from }: Compared): Promise<Part> {
  const rows: PackRow[] = [];
  const problems: PackProblem[] = [];
  const forms = parts.forms ?? [];
  const packed = formsOfPacks(desk.packs(), from);
  for (const { form, text } of forms) {
    const known = desk.paper.findForm(form);
    const flaw = await formFlaw(desk, form, text);
    if (flaw !== null) {
      problems.push(packProblem('forms', form, 'form-broken', flaw));
      continue;
    }
    if (known?.source === 'office') problems.push(packProblem('forms', form, 'form-of-computer'));
    if (known === undefined) continue;
    const holds = packed.get(form) ?? known.text;
    if (holds === text) continue;
    const named = { kind: 'forms' as const, key: form, name: known.form.title };
    const changes = textDifference(holds, text);
    const shown = changes.slice(0, mostLines);
    rows.push(
      ...shown.map(({ before, after }) => ({ ...named, act: actOf(before, after), field: 'text', before, after })),
    );
    if (changes.length > shown.length || changes.length === 0)
      rows.push({
        ...named,
        act: 'changed',
        field: changes.length === 0 ? 'layout' : 'more',
        before: '',
        after: changes.length === 0 ? '' : String(changes.length - shown.length),
      });
  }
  return { rows, problems, said: forms.length };
}

/** What the office knows on that day, with the procedures that the pack itself brings. */
function offersWith({ desk, parts, from }: Compared): ReadonlyMap<string, Offer> {
  const offers = new Map<string, Offer>(desk.offersOn(from));
  for (const item of parts.procedures?.items ?? [])
    offers.set(item.code, offerAfter(offers.get(item.code), item, from));
  return offers;
}

function feesOf(compared: Compared): Part {
  const { desk, parts, from } = compared;
  const told = parts.fees ?? { rules: [], incentives: [] };
  const offers = offersWith(compared);
  const known = new Map(desk.incentives().map((incentive) => [incentive.id, incentive]));
  return {
    said: told.rules.length + told.incentives.length,
    rows: [
      ...told.rules.flatMap((fee): PackRow[] => {
        const offer = offers.get(fee.code);
        const after = offer === undefined ? undefined : offerWithFees(offer, fee, from);
        if (offer === undefined || after === undefined || after === offer) return [];
        const { name, feeRules } = offer.procedure;
        const named = { kind: 'fees' as const, key: fee.code, name, field: 'fee', act: 'changed' as const };
        return [{ ...named, before: feesText(feeRules), after: feesText(after.procedure.feeRules) }];
      }),
      ...told.incentives
        .filter(({ id }) => !known.has(id))
        .map((incentive) => ({
          kind: 'fees' as const,
          key: incentive.id,
          name: incentive.name,
          act: 'added' as const,
          field: 'incentive',
          before: '',
          after: incentiveText(incentive.from < from ? { ...incentive, from } : incentive),
        })),
    ],
    problems: [
      ...told.rules
        .filter(({ code }) => !offers.has(code))
        .map(({ code }) => packProblem('fees', code, 'procedure-unknown')),
      ...feeProblems(told.rules.filter(({ code }) => offers.has(code))),
      ...told.incentives
        .filter((incentive) => {
          const one = known.get(incentive.id);
          return one !== undefined && canonicalJson({ ...one, from: '' }) !== canonicalJson({ ...incentive, from: '' });
        })
        .map(({ id }) => packProblem('fees', id, 'incentive-known')),
    ],
  };
}

function processesOf(compared: Compared): Part {
  const { desk, parts, from } = compared;
  const told = parts.processes ?? { frames: [], steps: [] };
  const sound = ({ steps }: Pick<ProcessFrame, 'steps'>) => processFlaw(steps) === null;
  const frames = framesWithPacks(desk.catalogue.processFrames, desk.packs(), from, sound);
  const after = framesWithPacks(desk.catalogue.processFrames, [...desk.packs(), { id: '', from, parts }], from, sound);
  const offers = offersWith(compared);
  // On the day asked for: what other packs bring by then counts, and what holds today alone does not.
  const packed = stepsOfPacks(desk.packs(), from);
  const onDay = {
    ...desk,
    nowCivil: () => `${from}T00:00:00+07:00`,
    processFrames: () => frames,
    findPackedProcess: (code: string) => packed.get(code),
  };
  const procedures = [...offers.values()].filter(({ offered }) => offered).map(({ procedure }) => procedure);
  const rows: PackRow[] = [];
  const problems: PackProblem[] = [];
  for (const frame of told.frames) {
    const flaw = processFlaw(frame.steps);
    if (flaw !== null) problems.push(packProblem('processes', frame.id, 'process-unfit', flaw));
    else if (!isFrameFit(frame, frames)) problems.push(packProblem('processes', frame.id, 'frame-unfit'));
    else {
      const { fits, tooLong } = frameReach(onDay, frame, { frames: after, procedures });
      const what = fits.length === 0 ? 'frame-too-long' : 'frame-too-long-for';
      if (tooLong.length > 0) problems.push(packProblem('processes', frame.id, what, longFor(tooLong)));
      if (tooLong.length > 0 && fits.length === 0) continue;
      const before = stepsText(frames.find(({ id }) => id === frame.id)?.steps);
      rows.push(...processRow(frame.id, frame.name, 'frame', before, stepsText(frame.steps)));
    }
  }
  for (const { code, steps } of told.steps) {
    const procedure = offers.get(code)?.procedure;
    const byHand = desk.findOwnProcess(code);
    const flaw = procedure === undefined ? null : packedFlaw(onDay, procedure, steps);
    if (procedure === undefined) problems.push(packProblem('processes', code, 'procedure-unknown'));
    else if (flaw === 'too-long') problems.push(packProblem('processes', code, 'process-too-long'));
    else if (flaw !== null) problems.push(packProblem('processes', code, 'process-unfit', flaw));
    else if (byHand !== undefined) problems.push(packProblem('processes', code, 'kept-by-hand', stepsText(byHand)));
    else {
      const before = stepsText(processView(onDay, procedure).steps);
      rows.push(...processRow(code, procedure.name, 'steps', before, stepsText(steps)));
    }
  }
  return { rows, problems, said: told.frames.length + told.steps.length };
}

/** How many, and the first of them by their codes. */
function longFor(procedures: readonly Procedure[]): Flaw {
  const codes = procedures
    .slice(0, 5)
    .map(({ code }) => code)
    .join(', ');
  const more = procedures.length > 5 ? ', …' : '';
  return [`${procedures.length} thủ tục (${codes}${more})`, `${procedures.length} procedures (${codes}${more})`];
}

function processRow(key: string, name: string, field: string, before: string, after: string): PackRow[] {
  return before === after ? [] : [{ kind: 'processes', key, name, act: actOf(before, after), field, before, after }];
}

function settingsOf({ desk, parts, from }: Compared): Part {
  const told = parts.settings ?? {};
  // What other packs have set for a day until then holds on it.
  const office = settingsWaiting(standingLists(desk.store.db))
    .filter((waiting) => waiting.from <= from)
    .reduce(
      (set, { sha256 }) => withPackSettings(set, findDataPack(desk.store.db, sha256)?.settings ?? {}),
      desk.getOffice(),
    );
  const after = withPackSettings(office, told);
  const said: [field: string, before: string, after: string][] = [
    ['lookupAddress', office.lookupAddress, after.lookupAddress],
    ['numberAuthority', office.numberAuthority, after.numberAuthority],
    ['peopleOnWall', String(office.peopleOnWall ?? false), String(after.peopleOnWall ?? false)],
    ['signing', office.certification?.signing ?? 'at-once', after.certification?.signing ?? 'at-once'],
  ];
  const rows = said
    .filter(([, before, now]) => before !== now)
    .map(([field, before, now]): PackRow => {
      return { kind: 'settings', key: field, name: '', act: 'changed', field, before, after: now };
    });
  const waits = from > desk.nowCivil().slice(0, 10) && rows.length > 0;
  return {
    rows,
    said: Object.keys(told).length,
    problems: waits ? [packProblem('settings', '', 'setting-later', dateText(from))] : [],
  };
}
