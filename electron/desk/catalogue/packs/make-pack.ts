import { type DataPack, type PackKind, type PackParts, packKinds } from '../../../contract/catalogue/data-pack.ts';
import type { ListItem } from '../../../contract/catalogue/office-list.ts';
import { fault } from '../../../contract/base/fault.ts';
import {
  daysWithPacks,
  formsOfPacks,
  hoursWithPacks,
  kindsIn,
  partsOf,
  stepsOfPacks,
} from '../../../domain/catalogue/data-packs.ts';
import { inForce } from '../../../domain/catalogue/offers.ts';
import { findDataPack, findOfficeList } from '../../../store/centre/content/content.ts';
import { findOpeningHours } from '../../../store/common/office/settings.ts';
import { standingLists } from '../../../store/common/office/standing-lists.ts';
import { processOverrides } from '../../../store/routing/process.ts';
import type { DeskContext } from '../../core/context.ts';
import { isPublicAddress } from './pack-checks.ts';

type Asked = { readonly title: string; readonly publisher: string; readonly kinds?: readonly PackKind[] | undefined };

/** What this office has of its own, as a pack that nobody signed yet: a model for others. What was typed at a counter is not in it, for a typed name may be a citizen's. */
export function makePack(desk: DeskContext, { title, publisher, kinds = packKinds }: Asked) {
  const today = desk.nowCivil().slice(0, 10);
  const parts = partsOf(ownParts(desk), kinds);
  const held = kindsIn(parts);
  if (held.length === 0) return fault('data-pack-empty', {});
  const pack: DataPack = { pack: 1, title, publisher, madeOn: today, ...parts };
  return {
    fileName: `goi-du-lieu-${today}.json`,
    text: `${JSON.stringify(pack, null, 1)}\n`,
    kinds: held.map((kind) => ({ kind, rows: sizeOf(parts, kind) })),
  };
}

function ownParts(desk: DeskContext): PackParts {
  const procedures = ownProcedures(desk);
  const calendar = ownCalendar(desk);
  const forms = ownForms(desk);
  const fees = ownFees(desk);
  const processes = ownProcesses(desk);
  const { lookupAddress, numberAuthority, peopleOnWall = false, certification } = desk.getOffice();
  const isEmpty = (part: object) => Object.values(part).every((rows) => Array.isArray(rows) && rows.length === 0);
  return {
    ...(isEmpty(procedures) ? {} : { procedures }),
    ...(isEmpty(calendar) ? {} : { calendar }),
    ...(forms.length === 0 ? {} : { forms }),
    ...(isEmpty(fees) ? {} : { fees }),
    ...(isEmpty(processes) ? {} : { processes }),
    settings: {
      // An office may have words there; a pack carries an address, or nothing.
      ...(isPublicAddress(lookupAddress) ? { lookupAddress } : {}),
      numberAuthority,
      peopleOnWall,
      signing: certification?.signing ?? 'at-once',
    },
  };
}

function sizeOf(parts: PackParts, kind: PackKind): number {
  const part = parts[kind] ?? {};
  if (Array.isArray(part)) return part.length;
  if (kind === 'settings') return Object.keys(part).length;
  return Object.values(part).reduce((sum, rows) => sum + (Array.isArray(rows) ? rows.length : 0), 0);
}

/** The lists and packs that stand, one over the other as they hold today: what of a procedure was said last. */
function ownProcedures(desk: DeskContext): NonNullable<PackParts['procedures']> {
  const { db } = desk.store;
  const taken = standingLists(db).flatMap(({ sha256, from, kinds }) => {
    if (kinds !== undefined && !kinds.includes('procedures')) return [];
    const list = kinds === undefined ? findOfficeList(db, sha256) : findDataPack(db, sha256)?.procedures;
    return list === undefined ? [] : [{ id: sha256, from, list }];
  });
  const items = new Map<string, ListItem>();
  const ended = new Set<string>();
  for (const { list } of inForce(taken, desk.nowCivil().slice(0, 10))) {
    for (const code of list.ended) {
      ended.add(code);
      items.delete(code);
    }
    for (const item of list.items) {
      ended.delete(item.code);
      items.set(item.code, { ...items.get(item.code), ...item });
    }
  }
  return {
    items: [...items.values()].toSorted((a, b) => (a.code < b.code ? -1 : 1)),
    ended: [...ended].toSorted(),
  };
}

/** All days from today on that are known, and the hours that were set. */
function ownCalendar(desk: DeskContext): NonNullable<PackParts['calendar']> {
  const today = desk.nowCivil().slice(0, 10);
  const days = daysWithPacks(desk.catalogue.days, desk.packs()).filter(({ date }) => date >= today);
  const dates = new Set(days.map(({ date }) => date));
  const gone = desk.catalogue.days.filter(({ date }) => date >= today && !dates.has(date));
  const { weeks, days: hours } = hoursWithPacks(findOpeningHours(desk.store.db), desk.packs());
  return {
    days: [...days],
    ordinary: gone.map(({ date }) => date),
    weeks: weeks.filter(({ from }) => from >= today),
    hours: hours.filter(({ date }) => date >= today),
  };
}

function ownForms(desk: DeskContext): NonNullable<PackParts['forms']> {
  const forms = new Map(formsOfPacks(desk.packs(), desk.nowCivil().slice(0, 10)));
  for (const { form, text } of desk.paper.officeForms()) forms.set(form, text);
  return [...forms].map(([form, text]) => ({ form, text }));
}

/** What packs brought, the last word on each; an amount that a supervisor or a list set stands with its procedure. */
function ownFees(desk: DeskContext): NonNullable<PackParts['fees']> {
  const today = desk.nowCivil().slice(0, 10);
  const told = desk
    .packs()
    .filter(({ from }) => from <= today)
    .toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
    .flatMap(({ parts }) => parts.fees ?? []);
  const rules = told.flatMap((one) => one.rules);
  const incentives = told.flatMap((one) => one.incentives);
  return {
    rules: [...new Map(rules.map((one) => [one.code, one])).values()],
    incentives: [...new Map(incentives.map((one) => [one.id, one])).values()],
  };
}

function ownProcesses(desk: DeskContext): NonNullable<PackParts['processes']> {
  const steps = new Map([
    ...stepsOfPacks(desk.packs(), desk.nowCivil().slice(0, 10)),
    ...processOverrides(desk.store.db),
  ]);
  const frames = desk.processFrames().filter((frame) => !desk.catalogue.processFrames.includes(frame));
  return {
    frames: frames.map((frame) => ({ ...frame, steps: [...frame.steps] })) as NonNullable<
      PackParts['processes']
    >['frames'],
    steps: [...steps].map(([code, one]) => ({ code, steps: [...one] })),
  };
}
