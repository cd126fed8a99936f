import GlobalStyles from '@mui/material/GlobalStyles';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { WallFigures } from '../../../../electron/contract/counter/work/wall.ts';
import { deskClient } from '../../../desk/client.ts';
import { lookOn } from '../../../desk/host.ts';
import { ActionButton } from '../../../parts/controls/ActionButton.tsx';
import { Segmented } from '../../../parts/controls/Segmented.tsx';
import { useShortcuts } from '../../../parts/keys/shortcuts.ts';
import { Block, Column, Row, Text } from '../../../parts/layout/primitives.ts';
import { formatDateTime } from '../../../text/format.ts';
import { useTexts } from '../../../text/texts.ts';
import { far } from './chart/far.ts';
import { type Asked, keyOf } from './chart/asked.ts';
import { Today } from './Board.tsx';
import { Course } from './Course.tsx';
import { Desks, Details, Whole, type WholeList, wholeNames } from './Groups.tsx';
import { WallFiles } from './WallFiles.tsx';

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

type WallProps = {
  readonly onClose: () => void;
  /** What its lists were last asked for: who opens a file from one comes back to it. */
  readonly asked: Asked | null;
  readonly onAsk: (asked: Asked | null) => void;
  /** Undefined while nobody is signed in: figures hang on the wall, files are for who works here. */
  readonly onOpen: ((caseId: string) => void) | undefined;
  readonly onIntake: (() => void) | undefined;
};

/** Sheets that lie: five figures side by side need their width, and letters for three metres are too large for a hand. */
const onPaper = {
  '@media print': { ':root': { '--far': '0.55' }, '@page': { size: 'A4 landscape', margin: '10mm' } },
} as const;

const pages = ['today', 'details', 'desks', 'course'] as const;
type Page = (typeof pages)[number];

/** How the ward stands, to be read from three metres: over the whole window, of figures alone, and always the newest. Each leads to its files. */
export function Wall({ onClose, asked, onAsk, onOpen, onIntake }: WallProps) {
  const { wall } = useTexts();
  const { figures, away } = useWall();
  useEffect(() => {
    lookOn(true);
    return () => lookOn(false);
  }, []);
  const [page, setPage] = useState<Page>('today');
  const board = useRef<HTMLDivElement>(null);
  const other = pages[(pages.indexOf(page) + 1) % pages.length] ?? 'today';
  const from = useRef<string | null>(null);
  const [whole, setWhole] = useState<WholeList | null>(null);
  const isBoard = asked === null && whole === null;
  const showAll = (which: WholeList) => {
    from.current = null;
    setWhole(which);
  };
  const back = () => {
    if (asked !== null) onAsk(null);
    else if (whole !== null) {
      from.current = `more ${wholeNames(wall)[whole]}`;
      setWhole(null);
    } else onClose();
  };
  useShortcuts([
    {
      keys: 'Escape',
      label: isBoard ? wall.close : wall.back,
      run: back,
    },
    { keys: 'Alt+K', label: wall.turn, run: () => setPage(other), disabled: !isBoard },
    { keys: 'Enter', label: wall.show, run: () => undefined, helpOnly: true },
  ]);
  const known = figures !== undefined;
  // Who comes back from a list stands where they left the wall; who comes to it hears its arrows.
  useEffect(() => {
    if (asked !== null) from.current = keyOf(asked);
    else if (known) {
      const left = from.current === null ? null : `[data-asks="${CSS.escape(from.current)}"]`;
      const figure = left === null ? null : board.current?.querySelector<HTMLElement>(left);
      // The board itself is all of the window: focused, it does not scroll its own title away.
      if (figure === undefined || figure === null) board.current?.focus({ preventScroll: true });
      else figure.focus();
    }
  }, [asked, known, whole]);

  return (
    <Column
      as="main"
      scroll
      gap={3}
      padding={4}
      css={{
        position: 'fixed',
        inset: 0,
        zIndex: 1200,
        backgroundColor: 'var(--ground)',
        // No sheet is tinted: what is drawn is for the eye alone.
        '@media print': { position: 'static', overflow: 'visible', padding: 0, gap: 8, backgroundColor: '#fff' },
      }}
    >
      <GlobalStyles styles={onPaper} />
      <Row align="center" gap={4} wrap shrink={false}>
        <Text as="h1" weight={700} css={{ fontSize: far(26), margin: 0 }}>
          {wall.title}
        </Text>
        <Text tone="secondary" css={{ fontSize: far(18) }} role="status">
          {figures === undefined ? !away && wall.counting : wall.asOf(formatDateTime(figures.now))}
        </Text>
        {away && (
          <Text tone="late" weight={600}>
            {wall.away}
          </Text>
        )}
        <Block grow />
        <Row gap={2} align="center" css={{ '@media print': { display: 'none' } }}>
          {isBoard && (
            <Segmented
              label={wall.turn}
              hideLabel
              value={page}
              onChange={setPage}
              choices={pages.map((value) => ({ value, label: wall.pages[value] }))}
            />
          )}
          <ActionButton keys="Ctrl+P" label={wall.print} onAct={() => window.print()} />
          <ActionButton keys="Esc" label={isBoard ? wall.close : wall.back} onAct={back} />
        </Row>
      </Row>
      {figures !== undefined && asked === null && (
        <Column
          gap={3}
          grow
          ref={board}
          tabIndex={-1}
          onKeyDown={moveAmong}
          css={{ '&:focus-visible': { outline: 'none' } }}
        >
          {whole === null ? (
            <>
              <Block css={shownOn('today', page)}>
                <Today figures={figures} onAsk={onAsk} onIntake={onIntake} onAll={showAll} />
              </Block>
              <Block css={shownOn('details', page)}>
                <Details figures={figures} onAsk={onAsk} onAll={showAll} />
              </Block>
              <Block css={shownOn('desks', page)}>
                <Desks figures={figures} onAsk={onAsk} onAll={showAll} />
              </Block>
              <Block css={shownOn('course', page)}>
                <Course figures={figures} onAsk={onAsk} />
              </Block>
            </>
          ) : (
            <Whole which={whole} figures={figures} onAsk={onAsk} />
          )}
        </Column>
      )}
      {asked !== null && <WallFiles asked={asked} head={figures?.head} onOpen={onOpen} />}
    </Column>
  );
}

/** One page is in sight; on paper stand all of them. */
const shownOn = (one: Page, page: Page) => ({
  display: page === one ? 'contents' : 'none',
  '@media print': { display: 'contents' },
});

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** Arrows go from one figure to the next; Enter is the button's own. */
function moveAmong(event: KeyboardEvent<HTMLElement>): void {
  const step = steps[event.key];
  if (step === undefined || event.ctrlKey || event.altKey) return;
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-asks]')].filter(
    (one) => one.offsetParent !== null,
  );
  const at = all.indexOf(document.activeElement as HTMLElement);
  all[at === -1 ? 0 : Math.max(0, Math.min(all.length - 1, at + step))]?.focus();
  event.preventDefault();
}
