import type { WallFigure, WallFigures } from '../../../../../electron/contract/counter/work/wall.ts';
import { formatCount } from '../../../../text/format.ts';
import type { useTexts } from '../../../../text/texts.ts';
import type { Bar, NumberPart } from './Bars.tsx';

export type WallWords = ReturnType<typeof useTexts>['wall'];

/** Hours while they are few, days of the clock after that; one decimal. */
export function timeText(hours: number, wall: WallWords): string {
  const text = (value: number) => value.toLocaleString('vi-VN', { maximumFractionDigits: 1 });
  return hours < 48 ? wall.hours(text(hours)) : wall.days(text(hours / 24));
}

const nameOf = (name: string, wall: WallWords) => (name === '' ? wall.otherProcedure : name);

type Grouped = { readonly open: number; readonly late: number; readonly near: number };
type Ways = { readonly all: WallFigure; readonly late: WallFigure; readonly near: WallFigure };

/** Open files, and the late and nearly late ones where there are any: each number with the way to its files. */
function openParts({ open, late, near }: Grouped, ways: Ways, key: string, of: string, wall: WallWords): NumberPart[] {
  const part = (figure: WallFigure, count: number, says: string, tone: NumberPart['tone'] = 'ink') =>
    count === 0 ? [] : [{ says, tone, asked: { figure, key, says: `${of}: ${says}` } }];
  return [
    ...(open === 0 ? [{ says: wall.openFiles('0') }] : part(ways.all, open, wall.openFiles(formatCount(open)))),
    ...part(ways.late, late, wall.lateFiles(formatCount(late)), 'late'),
    ...part(ways.near, near, wall.nearFiles(formatCount(near)), 'soon'),
  ];
}

/** A line of open files; marked of it are the late ones. */
function openRow(label: string, key: string, figures: Grouped, ways: Ways, wall: WallWords): Bar {
  return {
    asked: { figure: ways.all, key, says: label },
    label,
    value: figures.open,
    marked: figures.late,
    says: '',
    parts: openParts(figures, ways, key, label, wall),
  };
}

type Timed = { readonly idleHours: number | null; readonly results: number; readonly resultHours: number | null };

function timeParts(
  { idleHours, results, resultHours }: Timed,
  figure: WallFigure,
  key: string,
  of: string,
  wall: WallWords,
) {
  const took = resultHours === null ? '' : wall.resultsTook(formatCount(results), timeText(resultHours, wall));
  return [
    ...(resultHours === null ? [] : [{ says: took, asked: { figure, key, says: `${of}: ${took}` } }]),
    ...(idleHours === null ? [] : [{ says: wall.idle(timeText(idleHours, wall)) }]),
  ];
}

/** Where files stand still, the most first. */
export function standingRows({ standing }: WallFigures, wall: WallWords): Bar[] {
  return standing.map(({ at, agency, files }) => {
    const label = at === 'agency' ? agency : wall.standingAt[at];
    return {
      asked: { figure: 'standing', key: `${at} ${agency}`, says: `${wall.standing}: ${label}` },
      label,
      value: files,
      marked: 0,
      says: formatCount(files),
    };
  });
}

export function procedureRows({ procedures }: WallFigures, wall: WallWords): Bar[] {
  const ways = { all: 'procedure', late: 'procedureLate', near: 'procedureNear' } as const;
  return procedures.map(({ code, name, ...figures }) => openRow(nameOf(name, wall), code, figures, ways, wall));
}

export function handledRows({ handled }: WallFigures, wall: WallWords): Bar[] {
  return handled.map(({ code, name, files, hours, late }) => {
    const label = nameOf(name, wall);
    const [took, behind] = [wall.took(timeText(hours, wall), formatCount(files)), wall.resultsLate(formatCount(late))];
    return {
      asked: { figure: 'handled', key: code, says: `${wall.times}: ${label}` },
      label,
      value: hours,
      marked: 0,
      says: '',
      parts: [
        { says: took, asked: { figure: 'handled', key: code, says: `${label}: ${took}` } },
        ...(late === 0
          ? []
          : [
              {
                says: behind,
                tone: 'late' as const,
                asked: { figure: 'handledLate' as const, key: code, says: `${label}: ${behind}` },
              },
            ]),
      ],
    };
  });
}

export function counterRows({ counters }: WallFigures, wall: WallWords): Bar[] {
  const ways = { all: 'counterOpen', late: 'counterLate', near: 'counterNear' } as const;
  return counters.map(({ code, ...figures }) => {
    const label = wall.counterNamed(code);
    return {
      ...openRow(label, code, figures, ways, wall),
      note: timeParts(figures, 'counterHandled', code, label, wall),
    };
  });
}

export function peopleRows({ people }: WallFigures, wall: WallWords): Bar[] {
  const ways = { all: 'person', late: 'personLate', near: 'personNear' } as const;
  return (people ?? []).map(({ username, name, finishedToday, ...figures }) => ({
    ...openRow(name, username, figures, ways, wall),
    note: [
      ...(finishedToday === 0 ? [] : [{ says: wall.finishedToday(formatCount(finishedToday)) }]),
      ...timeParts(figures, 'personHandled', username, name, wall),
    ],
  }));
}
