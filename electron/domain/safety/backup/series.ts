import { SeriesKind } from '../../../contract/common/office/office.ts';
import type { EntryBody, SpentRun } from '../../entries/entry.ts';

/** Numbers run by series: of a day's files, of a receipt's symbol, of a paper's form in a year, of a day's hand-over lists, of a desk's petitions in a year, of a book of certification. */
export const seriesName = {
  case: (day: string) => `case ${day}`,
  receipt: (template: string, symbol: string) => `receipt ${template} ${symbol}`,
  paper: (form: string, year: number | string) => `paper ${form} ${year}`,
  handOver: (day: string) => `hand-over ${day}`,
  petition: (series: string) => `petition ${series}`,
  certification: (series: string) => `certification ${series}`,
} as const;

export type Mark = { readonly series: string; readonly last: number };

/** The numbers an entry gives that somebody may hold on paper a moment later. @param at civil time of the entry */
export function marksOf(event: EntryBody, at: string): Mark[] {
  switch (event.type) {
    case 'received':
    case 'corrected':
      return [{ series: seriesName.case(event.day), last: event.serial }];
    case 'kit-set-aside':
      return [{ series: seriesName.case(event.day), last: Math.max(0, ...event.serials) }];
    case 'receipt-issued':
      return [{ series: seriesName.receipt(event.series.template, event.series.symbol), last: event.number }];
    case 'hand-over-made':
      return [{ series: seriesName.handOver(event.day), last: event.serial }];
    case 'petition-received':
      return [{ series: seriesName.petition(event.series), last: event.serial }];
    case 'certified':
      return [
        {
          series: seriesName.certification(event.series),
          last: Math.max(0, ...event.papers.map(({ serial }) => serial)),
        },
      ];
    case 'document-made':
      return event.number === undefined
        ? []
        : [{ series: seriesName.paper(event.form, at.slice(0, 4)), last: event.number }];
    default:
      return [];
  }
}

const skippedTo = 100;

/**
 * So many numbers at least are passed over where nobody knows: more than a desk gives between two backups, and where the backup has none of a day, in a whole
 * day of its worst (600 files). Runs of a year cost nothing to skip in.
 */
const margins: Readonly<Record<SeriesKind, { readonly begun: number; readonly unknown: number }>> = {
  case: { begun: 300, unknown: 600 },
  'hand-over': { begun: 100, unknown: 100 },
  petition: { begun: 100, unknown: 100 },
  receipt: { begun: 1000, unknown: 1000 },
  paper: { begun: 1000, unknown: 1000 },
  certification: { begun: 600, unknown: 600 },
};

/** The last number passed over of a series that may have gone on beyond `before`: a full hundred. */
function passedOverTo(name: string, first: number, before: number): number {
  const { begun, unknown } = margins[readSeries(name)?.kind ?? 'paper'];
  return Math.ceil((first - 1 + (before >= first - 1 && before > 0 ? begun : unknown)) / skippedTo) * skippedTo;
}

/**
 * What a restored register passes over. Where a witness says how far a series went, exactly to there; where nobody knows, well beyond what a desk gives
 * until its next backup, of each series that may have gone on. `kept` is how far the backup knows; `first` where a block begins.
 */
export function spentBeyond(
  kept: readonly (Mark & { readonly first: number })[],
  marks: readonly Mark[] | null,
): SpentRun[] {
  const told = new Map((marks ?? []).map((mark) => [mark.series, mark.last]));
  const known = new Map(kept.map((mark) => [mark.series, mark]));
  const names = marks === null ? [...known.keys()] : [...told.keys()];
  return names.flatMap((name) => {
    const { last: before, first: begins } = known.get(name) ?? { last: 0, first: 1 };
    const first = Math.max(before + 1, begins);
    const last = marks === null ? passedOverTo(name, first, before) : (told.get(name) ?? 0);
    return last < first ? [] : [{ series: name, first, last }];
  });
}

/** What a series that an entry names is a series of; null of a name that nobody gives. */
export function readSeries(name: string): { readonly kind: SeriesKind; readonly of: string } | null {
  const kind = SeriesKind.options.find((one) => name.startsWith(`${one} `));
  return kind === undefined ? null : { kind, of: name.slice(kind.length + 1) };
}

/** How many receptions a restore may have left on paper alone: the numbers of cases that it passes over. */
export function receptionsBeyond(spent: readonly SpentRun[]): number {
  return spent
    .filter(({ series }) => readSeries(series)?.kind === 'case')
    .reduce((sum, { first, last }) => sum + last - first + 1, 0);
}
