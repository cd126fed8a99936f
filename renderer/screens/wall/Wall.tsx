import { type ReactNode, useEffect, useState } from 'react';
import type { WallFigures } from '../../../electron/contract/work/wall.ts';
import { deskClient } from '../../desk/client.ts';
import { rem } from '../../look/theme.ts';
import { ActionButton } from '../../parts/controls/ActionButton.tsx';
import { useShortcuts } from '../../parts/keys/shortcuts.ts';
import { Block, Column, Grid, Row, Surface, Text } from '../../parts/layout/primitives.ts';
import { formatCount, formatDateTime } from '../../text/format.ts';
import { useTexts } from '../../text/texts.ts';

/** Letters for three metres: as large as these pixels on a window of 1366, and larger on a larger one. */
const far = (pixels: number) => `max(${rem(pixels)}, ${(pixels / 13.66).toFixed(2)}vw)`;

/** After a question that got no answer, before the next one. */
const againMs = 3000;

/** The newest figures: each answer is asked for with what is known, so it comes as soon as the register is further. */
function useWall(): { readonly figures: WallFigures | undefined; readonly away: boolean } {
  const [figures, setFigures] = useState<WallFigures>();
  const [away, setAway] = useState(false);
  useEffect(() => {
    let follows = true;
    let timer = 0;
    async function follow(since: string | undefined): Promise<void> {
      try {
        const next = await deskClient.work.wall(since === undefined ? {} : { since });
        if (!follows) return;
        setFigures(next);
        setAway(false);
        // Where too many windows ask, an answer comes at once and says nothing new.
        timer = window.setTimeout(() => void follow(next.head), next.head === since ? againMs : 0);
      } catch {
        if (!follows) return;
        setAway(true);
        timer = window.setTimeout(() => void follow(undefined), againMs);
      }
    }
    void follow(undefined);
    return () => {
      follows = false;
      window.clearTimeout(timer);
    };
  }, []);
  return { figures, away };
}

type WallProps = { readonly onClose: () => void };

/** How the ward stands, to be read from three metres: over the whole window, of figures alone, and always the newest. */
export function Wall({ onClose }: WallProps) {
  const { wall } = useTexts();
  const { figures, away } = useWall();
  useShortcuts([{ keys: 'Escape', label: wall.close, run: onClose }]);
  return (
    <Column
      as="main"
      scroll
      gap={4}
      padding={5}
      css={{ position: 'fixed', inset: 0, zIndex: 1200, backgroundColor: 'var(--ground)' }}
    >
      <Row align="center" gap={4}>
        <Text as="h1" weight={700} css={{ fontSize: far(28), margin: 0 }}>
          {wall.title}
        </Text>
        <Text tone="secondary" css={{ fontSize: far(18) }} role="status">
          {figures !== undefined && wall.asOf(formatDateTime(figures.now))}
        </Text>
        {away && (
          <Text tone="late" weight={600}>
            {wall.away}
          </Text>
        )}
        <Block grow />
        <ActionButton keys="Esc" label={wall.close} onAct={onClose} />
      </Row>
      {figures !== undefined && <Board figures={figures} />}
    </Column>
  );
}

function Board({ figures }: { readonly figures: WallFigures }) {
  const { wall } = useTexts();
  const { promised, today, waiting, intake, still, counters, procedures, people, handledHours } = figures;
  return (
    <>
      <Part title={wall.promised}>
        <Grid columns="repeat(5, minmax(0, 1fr))" gap={3}>
          <Figure label={wall.late} value={promised.late} tone={promised.late > 0 ? 'late' : 'good'} />
          <Figure label={wall.today} value={promised.today} tone={promised.today > 0 ? 'soon' : 'ink'} />
          <Figure label={wall.within24h} value={promised.within24h} />
          <Figure label={wall.within48h} value={promised.within48h} />
          <Figure label={wall.later} value={promised.later} />
        </Grid>
      </Part>
      <Grid columns="repeat(2, minmax(0, 1fr))" gap={4}>
        <Part title={wall.done} note={handledHours === null ? '' : wall.handled(handledHours.toLocaleString('vi-VN'))}>
          <Grid columns="repeat(3, minmax(0, 1fr))" gap={3}>
            <Figure label={wall.received} value={today.received} />
            <Figure label={wall.finished} value={today.finished} />
            <Figure label={wall.returned} value={today.returned} />
          </Grid>
        </Part>
        <Part
          title={wall.waiting}
          note={waiting.resultsOverWeek > 0 ? wall.overWeek(formatCount(waiting.resultsOverWeek)) : ''}
        >
          <Grid columns="repeat(3, minmax(0, 1fr))" gap={3}>
            <Figure label={wall.intake} value={intake} />
            <Figure label={wall.papers} value={waiting.papers} />
            <Figure label={wall.results} value={waiting.results} />
          </Grid>
        </Part>
      </Grid>
      <Grid columns="minmax(0, 3fr) minmax(0, 2fr)" gap={4}>
        <Part title={wall.procedures}>
          <Bars
            rows={procedures.map(({ code, name, open, late }) => ({
              key: code,
              label: name === '' ? wall.otherProcedure : name,
              value: open,
              marked: late,
              says: wall.openLate(formatCount(open), formatCount(late)),
            }))}
          />
        </Part>
        <Column gap={4}>
          <Part title={wall.counters}>
            <Bars
              rows={counters.map(({ code, received, finished, returned }) => ({
                key: code,
                label: code,
                value: received,
                marked: 0,
                says: `${wall.received} ${formatCount(received)} · ${wall.finished} ${formatCount(finished)} · ${wall.returned} ${formatCount(returned)}`,
              }))}
            />
          </Part>
          <Part title={wall.still}>
            <Bars
              rows={still.map(({ days, files }, nth) => ({
                key: String(days),
                label: wall.stillDays(days, still[nth + 1]?.days),
                value: files,
                marked: days >= 15 ? files : 0,
                says: formatCount(files),
              }))}
            />
          </Part>
        </Column>
      </Grid>
      {people !== null && (
        <Part title={wall.people}>
          <Bars
            rows={people.map(({ name, open, late, finishedToday }) => ({
              key: name,
              label: name,
              value: open,
              marked: late,
              says: `${wall.openLate(formatCount(open), formatCount(late))} · ${wall.finishedToday(formatCount(finishedToday))}`,
            }))}
          />
        </Part>
      )}
    </>
  );
}

function Part({
  title,
  note = '',
  children,
}: {
  readonly title: string;
  readonly note?: string;
  readonly children: ReactNode;
}) {
  return (
    <Surface ground="panel" padding={4} radius={10}>
      <Column as="section" gap={3} aria-label={title}>
        <Row align="baseline" gap={3} wrap>
          <Text weight={700} css={{ fontSize: far(20) }}>
            {title}
          </Text>
          <Text tone="secondary" css={{ fontSize: far(16) }}>
            {note}
          </Text>
        </Row>
        {children}
      </Column>
    </Surface>
  );
}

type FigureProps = { readonly label: string; readonly value: number; readonly tone?: 'ink' | 'late' | 'soon' | 'good' };

function Figure({ label, value, tone = 'ink' }: FigureProps) {
  return (
    <div>
      <Text weight={700} tone={tone} css={{ fontSize: far(56), lineHeight: 1, fontVariantNumeric: 'tabular-nums' }}>
        {formatCount(value)}
      </Text>
      <Text css={{ fontSize: far(18) }}>{label}</Text>
    </div>
  );
}

type Bar = {
  readonly key: string;
  readonly label: string;
  readonly value: number;
  readonly marked: number;
  readonly says: string;
};

/** Bars of one scale; the marked part is told by colour, by its place at the left and in words. */
function Bars({ rows }: { readonly rows: readonly Bar[] }) {
  const { wall } = useTexts();
  const most = Math.max(1, ...rows.map(({ value }) => value));
  if (rows.length === 0) return <Text tone="secondary">{wall.nobody}</Text>;
  return (
    <Column as="ul" gap={2} margin={0} padding={0} css={{ listStyle: 'none' }}>
      {rows.map(({ key, label, value, marked, says }) => (
        <Block as="li" key={key}>
          <Row gap={3} justify="space-between" align="baseline">
            <Text lines={1} css={{ fontSize: far(16) }}>
              {label}
            </Text>
            <Text tone="secondary" css={{ fontSize: far(16), whiteSpace: 'nowrap' }}>
              {says}
            </Text>
          </Row>
          <svg width="100%" height="14" viewBox="0 0 100 14" preserveAspectRatio="none" aria-hidden>
            <rect width={(value / most) * 100} height="14" fill="var(--brand)" />
            <rect width={(marked / most) * 100} height="14" fill="var(--late)" />
          </svg>
        </Block>
      ))}
    </Column>
  );
}
