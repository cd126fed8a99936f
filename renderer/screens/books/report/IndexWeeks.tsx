import type { IndexWeek } from '../../../../electron/contract/books/report/report.ts';
import { percentOf } from '../../../../electron/domain/books/report/figures.ts';
import { useSettings } from '../../../look/settings.ts';
import { rem } from '../../../look/theme.ts';
import { LineChart } from '../../../parts/chart/LineChart.tsx';
import { Block, Column, Row, Text } from '../../../parts/layout/primitives.ts';
import { formatCount } from '../../../text/format.ts';
import { useTexts } from '../../../text/texts.ts';
import { figureText, shareText } from './shares.ts';

const dayMonth = (day: string) => `${day.slice(8)}/${day.slice(5, 7)}`;

/** A line for each week: its files, how many of them were on time by our promise and by the portal, and what would raise it. */
export function IndexWeeks({ weeks }: { readonly weeks: readonly IndexWeek[] }) {
  const { index766 } = useTexts();
  const { language } = useSettings();
  const share = (part: number, whole: number) => shareText(whole === 0 ? null : percentOf(part, whole), '–');
  const shares = (of: 'onTime' | 'ours') =>
    weeks.map((week) => (week.files === 0 ? null : percentOf(week[of], week.files)));
  const most = Math.max(1, ...weeks.map(({ files }) => files));
  const { week: first, raise: last, ...between } = index766.weekColumns;
  return (
    <Column as="section" gap={1} shrink={false} maxHeight="36%" scroll tabIndex={0} aria-label={index766.weeks}>
      <Text weight={600}>{index766.weeks}</Text>
      <Row wrap gap={4} align="flex-start">
        {weeks.length > 1 && (
          <Block css={{ flex: `2 1 ${rem(300)}` }}>
            <LineChart
              label={index766.weeks}
              along={weeks.map(({ from }) => dayMonth(from))}
              lines={[
                { name: index766.byPortal, values: shares('onTime') },
                { name: index766.onPaper, values: shares('ours') },
              ]}
              end={100}
              format={(value) => `${figureText(value)} %`}
              notKnown="–"
              width={460}
              height={150}
              letters={12}
              keySize={rem(12)}
              told={false}
            />
          </Block>
        )}
        <table aria-label={index766.weeks} style={{ borderCollapse: 'collapse', flex: `5 1 ${rem(640)}` }}>
          <thead>
            <tr>
              <WeekHead stands="first">{first}</WeekHead>
              {Object.values(between).map((name) => (
                <WeekHead key={name}>{name}</WeekHead>
              ))}
              <WeekHead stands="last">{last}</WeekHead>
            </tr>
          </thead>
          <tbody>
            {weeks.map(({ from, to, files, ours, onTime, online, came, owing, inCash, uncontested, limits, raise }) => (
              <tr key={from}>
                <Text as="th" scope="row" weight={400} size="small" textAlign="left" nowrap padding={[0, 2, 0, 0]}>
                  {index766.weekOf(dayMonth(from), dayMonth(to))}
                </Text>
                <Text as="td" size="small" textAlign="right" nowrap padding={[0, 2]}>
                  <svg width="80" height="10" aria-hidden style={{ marginRight: 8 }}>
                    <rect x={80 - (files / most) * 80} width={(files / most) * 80} height="10" fill="var(--late)" />
                    <rect x={80 - (files / most) * 80} width={(onTime / most) * 80} height="10" fill="var(--brand)" />
                  </svg>
                  {formatCount(files)}
                </Text>
                <WeekShare>{share(ours, files)}</WeekShare>
                <WeekShare>{share(onTime, files)}</WeekShare>
                <WeekShare>{formatCount(online)}</WeekShare>
                <WeekShare>{formatCount(came)}</WeekShare>
                <WeekShare>{owing === 0 ? '–' : `${formatCount(inCash)} / ${formatCount(owing)}`}</WeekShare>
                <WeekShare>{share(uncontested, files)}</WeekShare>
                <WeekShare>
                  {limits === null || limits.asked === 0
                    ? '–'
                    : `${formatCount(limits.kept)} / ${formatCount(limits.asked)}`}
                </WeekShare>
                <WeekShare>
                  {limits === null || limits.petitions === 0
                    ? '–'
                    : `${formatCount(limits.displeased)} / ${formatCount(limits.petitions)}`}
                </WeekShare>
                <Text as="td" size="small" padding={[0, 0, 0, 2]}>
                  {raise === null ? '' : language === 'vi' ? raise.text : raise.textEn}
                </Text>
              </tr>
            ))}
          </tbody>
        </table>
      </Row>
    </Column>
  );
}

function WeekHead({ children, stands }: { readonly children: string; readonly stands?: 'first' | 'last' }) {
  return (
    <Text
      as="th"
      scope="col"
      size="small"
      tone="secondary"
      textAlign={stands === undefined ? 'right' : 'left'}
      padding={[0, stands === 'last' ? 0 : 2, 0, stands === 'first' ? 0 : 2]}
    >
      {children}
    </Text>
  );
}

function WeekShare({ children }: { readonly children: string }) {
  return (
    <Text as="td" size="small" textAlign="right" nowrap padding={[0, 2]}>
      {children}
    </Text>
  );
}
