import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useContext, useEffect, useRef, useState } from 'react';
import type {
  RegisterFilter,
  RegisterFormat,
  RegisterTotals as Totals,
  TimeClass,
} from '../../../../electron/contract/books/register/register.ts';
import { desk, deskClient } from '../../../desk/client.ts';
import { calledFilter, usePlace } from '../../../desk/places.ts';
import { todayOf, useKnownStatus } from '../../../desk/desk-status.ts';
import { useLongWork, useStop, useWatchName } from '../../../desk/watched.ts';
import { ActionButton } from '../../../parts/controls/ActionButton.tsx';
import { Chip, type Tone } from '../../../parts/controls/Chip.tsx';
import { FaultNote } from '../../../parts/controls/FaultNote.tsx';
import { UnderWay } from '../../../parts/controls/UnderWay.tsx';
import { OutcomeLine } from '../../../parts/controls/OutcomeLine.tsx';
import { KeyHints } from '../../../parts/keys/KeyHints.tsx';
import { ActiveContext, useShortcuts } from '../../../parts/keys/shortcuts.ts';
import { Panel } from '../../../parts/layout/Panel.tsx';
import { Row, Text } from '../../../parts/layout/primitives.ts';
import { SavedFilters } from '../../../parts/list/SavedFilters.tsx';
import { EmptyState } from '../../../parts/list/EmptyState.tsx';
import { useVolumes } from '../../../parts/paper/volumes.ts';
import { formatCount } from '../../../text/format.ts';
import { useTexts } from '../../../text/texts.ts';
import { BulkBar } from '../../counter/my-work/bulk/BulkBar.tsx';
import { registerActs } from '../../counter/my-work/bulk/bulk-acts.ts';
import { type Marks, noMarks, stillThere } from '../../counter/my-work/bulk/marks.ts';
import { Reports } from '../report/Reports.tsx';
import { RegisterFilterBar } from './RegisterFilterBar.tsx';
import { RegisterTable } from './RegisterTable.tsx';
import { emptyFilter, filterOf, type Period, periods } from './register-filter.ts';

type Wanted = Omit<Parameters<typeof deskClient.register.file>[0], 'after' | 'watch'>;

const pageSize = 200;
const day: RegisterFilter = { from: '', to: '' };

/** The sổ theo dõi hồ sơ (Mẫu 07): what came in when, what became of it, how many, and the files to print and to count on. */
export function Register() {
  const { go, place } = usePlace();
  const [reporting, setReporting] = useState(false);
  const [seen, setSeen] = useState(place);
  if (place !== seen && place.screen === 'register') {
    setSeen(place);
    // A filter that is called is one of the list.
    if (calledFilter(place) !== undefined) setReporting(false);
  }
  return reporting ? (
    <Reports onClose={() => setReporting(false)} onOpen={(caseId) => go({ screen: 'case', caseId })} />
  ) : (
    <RegisterList onReport={() => setReporting(true)} />
  );
}

function RegisterList({ onReport }: { readonly onReport: () => void }) {
  const { common, myWork, register, report } = useTexts();
  const { back, go } = usePlace();
  const today = useKnownStatus(todayOf);
  const shown = useContext(ActiveContext);
  const table = useRef<HTMLDivElement>(null);
  const [form, setForm] = useState(emptyFilter);
  const filter = filterOf(form, today);
  const { from, to, channel, procedureCode } = filter ?? day;
  const watch = useWatchName([from, to, channel, procedureCode]);
  const options = desk.register.list.infiniteOptions({
    input: (after: string | undefined) => ({
      ...(filter ?? day),
      limit: pageSize,
      watch,
      ...(after === undefined ? {} : { after }),
    }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  const stopping = useStop(watch, options.queryKey);
  const list = useInfiniteQuery({
    ...options,
    enabled: filter !== undefined && shown && !stopping.stopped,
    placeholderData: keepPreviousData,
  });
  // Of all its lines the sums are told: the first page is what somebody waits for.
  const reading = useLongWork(watch, stopping, {
    underWay: list.isFetching && (list.data === undefined || list.isPlaceholderData),
    refetch: list.refetch,
  });
  // Of what was given up nothing is shown, and not what was asked for before it.
  const data = stopping.stopped ? undefined : list.data;
  const rows = data?.pages.flatMap((page) => page.rows) ?? [];
  const totals = data?.pages[0]?.totals;
  const [all, setMarks] = useState<Marks>(noMarks);
  const marks =
    data === undefined
      ? all
      : stillThere(
          all,
          rows.map((row) => ({ row })),
        );
  const file = useVolumes(desk.register.file.key(), (wanted: Wanted, from) =>
    deskClient.register.file({ ...wanted, ...from }),
  );
  const { fetchNextPage, isFetchingNextPage } = list;
  const more = useCallback(() => {
    if (!isFetchingNextPage) void fetchNextPage();
  }, [fetchNextPage, isFetchingNextPage]);
  useEffect(() => {
    if (shown) table.current?.focus();
  }, [shown]);

  function make(format: RegisterFormat): void {
    if (filter !== undefined && !file.isPending) file.make({ ...filter, format });
  }

  const turn = () =>
    setForm({ ...form, period: periods[(periods.indexOf(form.period) + 1) % (periods.length - 1)] as Period });
  useShortcuts([
    { keys: 'F8', label: register.toList, run: () => table.current?.focus() },
    { keys: 'Alt+K', label: register.periodKeys, run: turn },
    { keys: 'ArrowDown', label: register.move, run: () => undefined, helpOnly: true },
    { keys: 'Enter', label: register.openCase, run: () => undefined, helpOnly: true },
    { keys: 'Space', label: myWork.mark, run: () => undefined, helpOnly: true },
    { keys: 'Shift+ArrowDown', label: myWork.markRange, run: () => undefined, helpOnly: true },
    { keys: 'Ctrl+A', label: register.markAll, run: () => undefined, helpOnly: true },
    // Where something is marked it takes the marks away first.
    ...(marks.size > 0 ? [] : [{ keys: 'Escape', label: common.back, run: back }]),
  ]);

  const busy = filter === undefined || file.isPending;
  const lines = totals === undefined ? 0 : totals.cases + (totals.voided ?? 0);
  const count = formatCount(lines);
  const outcome = file.isPending
    ? file.volumes > 1
      ? register.makingVolume(formatCount(file.volume), formatCount(file.volumes))
      : register.making(count)
    : file.data === undefined || file.data.volumes === 0
      ? form.period.startsWith('report')
        ? register.reportHint
        : ''
      : file.data.volumes > 1
        ? register.savedVolumes(formatCount(file.data.volumes), formatCount(file.data.lines))
        : register.saved(file.data.fileName, formatCount(file.data.lines));
  return (
    <Panel
      title={register.title}
      aside={
        <>
          <OutcomeLine tone={file.data === undefined || file.isPending ? 'plain' : 'good'}>{outcome}</OutcomeLine>
          {file.isPending && file.progress !== null && (
            <ActionButton keys="Alt+U" label={register.stopVolumes} onAct={file.stop} disabled={file.stopping} />
          )}
          <ActionButton keys="Alt+Shift+R" label={report.open} onAct={onReport} />
          <ActionButton keys="Alt+Shift+X" label={register.xlsx} onAct={() => make('xlsx')} disabled={busy} />
          <ActionButton keys="Alt+I" label={register.pdf} onAct={() => make('pdf')} filled disabled={busy} />
        </>
      }
      sx={{ height: '100%', overflow: 'hidden', gap: 2 }}
    >
      <RegisterFilterBar form={form} today={today} onChange={setForm} />
      <Row gap={3} wrap align="center" shrink={false}>
        <SavedFilters
          screen="register"
          named={filter === undefined ? null : (name) => ({ screen: 'register', name, ...form })}
          onCall={(saved) => {
            if (saved.screen !== 'register') return;
            const { screen: _screen, name: _name, ...kept } = saved;
            setForm(kept);
          }}
        />
        {marks.size === 0 && lines > 0 && (
          <KeyHints
            hints={[
              ['Space', myWork.marking.one],
              ['Shift+ArrowDown', myWork.marking.on],
              ['Ctrl+A', myWork.marking.shown],
            ]}
          />
        )}
      </Row>
      {totals !== undefined && <RegisterTotals totals={totals} />}
      <FaultNote error={file.error ?? list.error} />
      {!file.isPending && <UnderWay making={reading} />}
      <BulkBar acts={registerActs} marks={marks} onMarks={setMarks} />
      {totals !== undefined && lines === 0 ? (
        <EmptyState title={register.emptyTitle}>{register.empty}</EmptyState>
      ) : (
        <RegisterTable
          ref={table}
          rows={rows}
          count={lines}
          onNearEnd={more}
          marks={marks}
          onMarks={setMarks}
          onOpen={(caseId) => go({ screen: 'case', caseId })}
        />
      )}
    </Panel>
  );
}

const tones: Readonly<Record<TimeClass, Tone>> = {
  early: 'good',
  'on-time': 'good',
  late: 'late',
  open: 'plain',
  'open-late': 'late',
  closed: 'plain',
};

/** How many, solved and open by time, and by status; a zero of a late kind is worth saying, a status without a case is not. */
function RegisterTotals({ totals }: { readonly totals: Totals }) {
  const { common, register } = useTexts();
  const countOf = (time: TimeClass) => totals.byTime.find((count) => count.time === time)?.cases ?? 0;
  const times = (...wanted: readonly TimeClass[]) =>
    wanted.map((time) => (
      <Chip key={time} tone={countOf(time) === 0 ? 'plain' : tones[time]}>
        {register.times[time]} {formatCount(countOf(time))}
      </Chip>
    ));
  return (
    <Row wrap gap={1.5} align="center" shrink={false} role="group" aria-label={register.totals}>
      <Text size="heading" weight={700} marginRight={2}>
        {register.cases(formatCount(totals.cases))}
      </Text>
      <span>{register.solved}</span>
      {times('early', 'on-time', 'late')}
      <Text as="span" marginLeft={2}>
        {register.open}
      </Text>
      {times('open', 'open-late')}
      <Text as="span" marginLeft={2}>
        {times('closed')}
      </Text>
      <Text size="small" tone="secondary" css={{ flexBasis: '100%' }}>
        {totals.byStatus
          .filter(({ cases }) => cases > 0)
          .map(({ status, cases }) => `${common.status[status]} ${formatCount(cases)}`)
          .concat(totals.voided === undefined ? [] : register.voided(formatCount(totals.voided)))
          .join(' · ')}
      </Text>
    </Row>
  );
}
