import { z } from 'zod';
import { DeadlineRule, Term } from '../../../contract/base/values.ts';
import { PackKind, PublisherKey } from '../../../contract/catalogue/data-pack.ts';
import { DayHours, WeekHours } from '../../../contract/common/office/hours.ts';
import { OfficeSettings } from '../../../contract/common/office/office.ts';
import { canonicalJson } from '../../../domain/base/canonical-json.ts';
import type { OfficeEvent } from '../../../domain/entries/entry.ts';
import { type EntryName, entryName } from '../../../domain/entries/reference.ts';
import { type CentreSetting, centreSettings } from '../../../domain/common/office/centre-settings.ts';
import type { Db } from '../../file/db.ts';
import { prepared, preparedValue } from '../../file/rows/prepared.ts';
import { hasOtherDesks, inOrder, knownTo, markApart } from '../../journal/order.ts';
import { byOwnDesk, officeRow } from '../../journal/subject.ts';

/**
 * What of an office holds at every counter of its centre, as the journal tells it: by the entries of this file's own desks, and of other counters by those that say
 * so themselves (`everywhere`, docs/adr/0040-settings-of-the-centre.md). What belongs to a computer (its printers, its second place for backups, its numbers and
 * symbols) is never among it.
 */

const named = "body ->> '$.everywhere' IS NOT NULL";

/** Entries of the office that say something of this counter, in SQL: its own, and those that hold everywhere. */
export const ofThisOfficeOrAll = `subject_id = ${officeRow} AND (${byOwnDesk} OR ${named})`;

const types = [
  'office-set-up',
  'settings-changed',
  'calendar-adopted',
  'week-hours-set',
  'day-hours-set',
  'term-set',
  'legs-set',
  'process-set',
  'catalogue-list-taken',
  'catalogue-list-rolled-back',
  'pack-taken',
  'pack-rolled-back',
  'publisher-trusted',
  'publisher-distrusted',
  'second-factor-required',
] as const satisfies readonly OfficeEvent['type'][];
type ToldType = (typeof types)[number];

type Row = {
  readonly seq: number;
  readonly deskId: number;
  readonly deskSeq: number;
  readonly clock: number;
  readonly uuid: string;
  readonly isOwn: number;
  readonly type: ToldType;
  readonly body: string;
  readonly apart?: readonly EntryName[];
};
export type ToldRow = { readonly seq: number; readonly event: OfficeEvent };
type Settings = Record<string, unknown>;

const isText = z.string().min(1).max(200);
/** Nobody else than its own desk vouches for the shape of what it tells: what has another says nothing here. */
const shapes: { readonly [type in ToldType]?: z.ZodType } = {
  'week-hours-set': z.object({ ...WeekHours.shape }),
  'day-hours-set': z.object({ ...DayHours.shape, sessions: DayHours.shape.sessions.nullable() }),
  'term-set': z.object({ code: isText, term: Term, rule: DeadlineRule.nullable() }),
  'legs-set': z.object({ code: isText, legs: z.array(z.object({ agency: isText })).max(8) }),
  'process-set': z.object({ code: isText, steps: z.array(z.object({ name: isText })).max(50) }),
  'catalogue-list-taken': z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/), from: DayHours.shape.date }),
  'catalogue-list-rolled-back': z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/), from: DayHours.shape.date }),
  'pack-taken': z.object({
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    from: DayHours.shape.date,
    counts: z.partialRecord(PackKind, z.int()),
  }),
  'pack-rolled-back': z.object({
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    from: DayHours.shape.date,
    kinds: z.array(PackKind),
  }),
  'publisher-trusted': z.object({ key: PublisherKey, name: isText }),
  'publisher-distrusted': z.object({ key: PublisherKey }),
  'second-factor-required': z.object({ from: DayHours.shape.date.nullable() }),
};

/** Whether an entry of another counter says something of this one. */
export function isOfEveryOffice(type: string, body: string): boolean {
  return (types as readonly string[]).includes(type) && (JSON.parse(body) as Settings)['everywhere'] !== undefined;
}

function rowsTold(db: Db): readonly Row[] {
  const rows = prepared(
    db,
    `SELECT journal.seq AS seq, desk_id AS deskId, desk_seq AS deskSeq, clock, uuid, ${byOwnDesk} AS isOwn, type, body FROM journal JOIN desk USING (desk_id)
      WHERE ${ofThisOfficeOrAll} AND type IN ('${types.join("', '")}') ORDER BY journal.seq`,
  ).all() as Row[];
  return markApart(db, inOrder(db, rows));
}

/** Of what the settings of an entry say those that hold everywhere. Of another counter what has not its shape is left out. */
function sharedIn(row: Pick<Row, 'type' | 'body'>): Partial<Record<CentreSetting, unknown>> {
  const { everywhere, settings } = JSON.parse(row.body) as { everywhere?: unknown; settings?: Settings };
  if (row.type !== 'settings-changed' || !Array.isArray(everywhere)) return {};
  const keys = centreSettings.filter((key) => everywhere.includes(key));
  return Object.fromEntries(
    keys
      .map((key) => [key, settings?.[key]] as const)
      .filter(([key, value]) => OfficeSettings.shape[key].safeParse(value).success),
  );
}

function over(base: Settings, shared: Settings): OfficeSettings {
  const all = Object.entries({ ...base, ...shared }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(all) as OfficeSettings;
}

/**
 * What this office goes by, in the one order of entries: each as it is projected, settings as they come to with what other counters said. Only asked where there are
 * other desks.
 */
export function officeEvents(db: Db): readonly ToldRow[] {
  const shared: Settings = {};
  let base: Settings | undefined;
  return rowsTold(db).flatMap((row): ToldRow[] => {
    const { seq, type } = row;
    // The type stands in its row and not in the body.
    const event = { ...(JSON.parse(row.body) as object), type } as OfficeEvent & {
      settings?: Settings;
      pack?: unknown;
    };
    if (type === 'office-set-up' || type === 'settings-changed') {
      Object.assign(shared, sharedIn(row));
      if (row.isOwn === 1) base = event.settings;
      if (base === undefined) return [];
      const settings = over(base, shared);
      return [
        {
          seq,
          event:
            type === 'office-set-up'
              ? ({ ...event, settings } as OfficeEvent)
              : { type, settings, reason: '', ...packIn(event) },
        },
      ];
    }
    if (row.isOwn !== 1 && shapes[type]?.safeParse(event).success !== true) return [];
    return [{ seq, event }];
  });
}

/** Which data pack these settings come from, where they are told as such. */
function packIn({
  pack,
}: {
  readonly pack?: unknown;
}): Pick<Extract<OfficeEvent, { type: 'settings-changed' }>, 'pack'> {
  const read = PackMark.safeParse(pack);
  return read.success ? { pack: read.data } : {};
}
const PackMark = z.object({ sha256: z.string(), from: z.string(), before: z.record(z.string(), z.unknown()) });

/** A desk's settings with what of the centre's that entry's desk knew when it wrote it: papers of then are made again by them, at every counter alike. */
export function withShared(db: Db, settings: OfficeSettings, seq: number): OfficeSettings {
  if (!hasOtherDesks(db)) return settings;
  const rows = rowsTold(db).filter(({ type, body }) => type === 'settings-changed' && isOfEveryOffice(type, body));
  if (rows.length === 0) return settings;
  const known = knownTo(db, seq);
  const shared = rows.filter((row) => row.seq === seq || known(row.seq)).map(sharedIn);
  return over(settings, Object.assign({}, ...shared) as Settings);
}

/** Two counters that did not know of each other set one thing differently: what holds, and what the other said. */
export type SetApart = {
  readonly key: string;
  readonly holds: unknown;
  readonly other: unknown;
  readonly desks: readonly [holds: string, other: string];
};

export function settingsApart(db: Db): readonly SetApart[] {
  if (!hasOtherDesks(db)) return [];
  const said = rowsTold(db).flatMap((row) => {
    if (!isOfEveryOffice(row.type, row.body)) return [];
    return thingsIn(row).map(([key, value]) => ({
      key,
      value,
      row,
      name: entryName({ desk: row.uuid, deskSeq: row.deskSeq }),
    }));
  });
  return [...Map.groupBy(said, ({ key }) => key).values()].flatMap((all): SetApart[] => {
    // Who set it since knew of both.
    const last = all.at(-1);
    const others = all.filter(
      ({ name, value }) =>
        last?.row.apart?.includes(name) === true && canonicalJson(value ?? null) !== canonicalJson(last.value ?? null),
    );
    const other = others.at(-1);
    if (last === undefined || other === undefined) return [];
    return [{ key: last.key, holds: last.value, other: other.value, desks: [last.row.uuid, other.row.uuid] }];
  });
}

/** What an entry sets, each by a name of its own, and to what. */
function thingsIn(row: Row): readonly (readonly [key: string, value: unknown])[] {
  if (row.type === 'settings-changed') return Object.entries(sharedIn(row));
  const { everywhere: _everywhere, reason: _reason, ...event } = JSON.parse(row.body) as Settings;
  switch (row.type) {
    case 'week-hours-set':
      return [[`week ${String(event['from'])}`, event['week']]];
    case 'day-hours-set':
      return [[`day ${String(event['date'])}`, event['sessions']]];
    case 'catalogue-list-taken':
    case 'catalogue-list-rolled-back':
      return [[`list ${String(event['sha256'])} ${String(event['from'])}`, row.type]];
    case 'pack-taken':
    case 'pack-rolled-back':
      return [[`pack ${String(event['sha256'])} ${String(event['from'])}`, row.type]];
    case 'publisher-trusted':
    case 'publisher-distrusted':
      return [[`publisher ${String(event['key'])}`, row.type]];
    case 'second-factor-required':
      return [['second-factor', event['from']]];
    default:
      return [[`${row.type} ${String(event['code'])}`, event]];
  }
}

/** What a change has to say of itself where this file is a counter's among several. */
export function isAmongOthers(db: Db): boolean {
  return hasOtherDesks(db) || preparedValue(db, 'SELECT 1 FROM hub_centre').get() !== undefined;
}
