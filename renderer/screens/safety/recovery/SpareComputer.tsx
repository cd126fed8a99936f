import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { readSeries } from '../../../../electron/domain/safety/backup/series.ts';
import { rem } from '../../../look/theme.ts';
import { LookControls } from '../../../parts/controls/LookControls.tsx';
import { KeyCap } from '../../../parts/keys/KeyCap.tsx';
import { useShortcuts } from '../../../parts/keys/shortcuts.ts';
import { Panel } from '../../../parts/layout/Panel.tsx';
import { Block, Column, Row, Surface, Text } from '../../../parts/layout/primitives.ts';
import { formatDate, formatDateTime } from '../../../text/format.ts';
import { useTexts } from '../../../text/texts.ts';
import { Roads } from './Roads.tsx';

/** What came back to a computer that held no office. */
export type TakenOver = {
  readonly madeAt: string;
  readonly cases: number;
  readonly spent: readonly { readonly series: string; readonly first: number; readonly last: number }[];
};

function Sheet({ children }: { readonly children: ReactNode }) {
  return (
    <Column as="main" height="100%" scroll align="center" padding={6} gap={5}>
      <Panel sx={{ width: `min(${rem(720)}, 100%)`, margin: 'auto 0', gap: 4, padding: rem(24), flexShrink: 0 }}>
        {children}
      </Panel>
      <Row gap={3} wrap justify="center">
        <LookControls hideLabels only={['look', 'language']} />
      </Row>
    </Column>
  );
}

type Props = { readonly onBack: () => void; readonly onTakenOver: (outcome: TakenOver) => void };

/** A computer that holds no office takes the place of one that broke: the drive with its backup, and who stands for it. */
export function SpareComputer({ onBack, onTakenOver }: Props) {
  const { spare } = useTexts();
  useShortcuts([{ keys: 'Alt+ArrowLeft', label: spare.back, run: onBack }]);
  return (
    <Sheet>
      <Typography variant="h1">{spare.title}</Typography>
      <Text>{spare.lead}</Text>
      <Roads words={{ title: spare.found, found: spare.say, none: spare.none }} onRestored={onTakenOver} />
      <Surface ground="brand" padding={3.5}>
        <Typography variant="h3" component="h2">
          {spare.numbersTitle}
        </Typography>
        <Text marginTop={1}>{spare.numbersBefore}</Text>
      </Surface>
      <Row>
        <Button onClick={onBack}>
          {spare.back} <KeyCap keys="Alt+ArrowLeft" />
        </Button>
      </Row>
    </Sheet>
  );
}

type DoneProps = { readonly outcome: TakenOver; readonly sealed: boolean; readonly onOpen: () => void };

/** Which numbers go on, and what is to be done first, before anybody works on. */
export function TakenOverNotice({ outcome: { madeAt, cases, spent }, sealed, onOpen }: DoneProps) {
  const { spare } = useTexts();
  const ofCases = spent
    .flatMap(({ series, ...run }) => {
      const read = readSeries(series);
      return read?.kind === 'case' ? [{ day: read.of, ...run }] : [];
    })
    .toSorted((a, b) => (a.day < b.day ? 1 : -1));
  // The day that goes on; those before it, back to the backup's, are over, and only papers may bear their numbers.
  const [today, ...before] = ofCases;
  const first = before.at(-1);
  const others = spent.length - ofCases.length;
  return (
    <Sheet>
      <Typography variant="h1">{spare.doneTitle}</Typography>
      <Text size="lead" role="status">
        {spare.doneFrom(formatDateTime(madeAt), cases)}
      </Text>
      <Surface ground="brand" padding={3.5}>
        <Typography variant="h3" component="h2">
          {spare.numbersTitle}
        </Typography>
        <Block as="ul" marked>
          {today !== undefined && (
            <li>
              <strong>{spare.next(formatDate(today.day), today.last + 1)}</strong>{' '}
              {spare.skipped(today.first, today.last)}
            </li>
          )}
          {first !== undefined && <li>{spare.before(formatDate(first.day), first.first, before.length)}</li>}
          {others > 0 && <li>{spare.others(others)}</li>}
          <li>{spare.old}</li>
          {sealed && <li>{spare.passwords}</li>}
        </Block>
      </Surface>
      <Row>
        <Button variant="contained" onClick={onOpen} autoFocus>
          {spare.openDesk} <KeyCap keys="Enter" quiet />
        </Button>
      </Row>
    </Sheet>
  );
}
