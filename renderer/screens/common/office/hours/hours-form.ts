import {
  DaySessions,
  type WeekHours,
  type WeekdayName,
  weekdayNames,
} from '../../../../../electron/contract/common/office/hours.ts';

/** What is typed for a day: `07:30-11:30 13:00-17:00`; nothing for a closed one. Undefined where it is no list of sessions. */
export function readSessions(typed: string): DaySessions | undefined {
  const parts = typed.split(/[\s,;]+/).filter((part) => part !== '');
  const sessions = parts.map((part) => {
    const found = /^(\d{1,2})[:h.](\d{2})[-–](\d{1,2})[:h.](\d{2})$/i.exec(part);
    if (found === null) return undefined;
    const [, hour = '', minute = '', endHour = '', endMinute = ''] = found;
    return { start: `${hour.padStart(2, '0')}:${minute}`, end: `${endHour.padStart(2, '0')}:${endMinute}` };
  });
  const parsed = DaySessions.safeParse(sessions);
  return parsed.success ? parsed.data : undefined;
}

export function sessionsText(sessions: DaySessions): string {
  return sessions.map(({ start, end }) => `${start}-${end}`).join(' ');
}

export type WeekForm = Readonly<Record<WeekdayName, string>>;

/** The week as it is in force, to be changed: the newest that was set, or working days by the settings. */
export function weekForm(weeks: readonly WeekHours[], base: DaySessions): WeekForm {
  const newest = weeks.at(-1)?.week;
  const usual = (name: WeekdayName) => (name === 'sat' || name === 'sun' ? [] : base);
  return Object.fromEntries(weekdayNames.map((name) => [name, sessionsText(newest?.[name] ?? usual(name))])) as Record<
    WeekdayName,
    string
  >;
}

/** The sessions of each day, or the days that cannot be read. */
export function readWeek(form: WeekForm): WeekHours['week'] | readonly WeekdayName[] {
  const wrong = weekdayNames.filter((name) => readSessions(form[name]) === undefined);
  if (wrong.length > 0) return wrong;
  return Object.fromEntries(weekdayNames.map((name) => [name, readSessions(form[name]) ?? []])) as WeekHours['week'];
}
