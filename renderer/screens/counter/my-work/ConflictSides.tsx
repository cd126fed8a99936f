import Button from '@mui/material/Button';
import ButtonBase from '@mui/material/ButtonBase';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { saysSomething } from '../../../../electron/contract/base/values.ts';
import type { ConflictRow, ConflictSide } from '../../../../electron/contract/counter/work/conflict.ts';
import { desk } from '../../../desk/client.ts';
import { usePlace } from '../../../desk/places.ts';
import { useSettings } from '../../../look/settings.ts';
import { rem } from '../../../look/theme.ts';
import { ActionButton } from '../../../parts/controls/ActionButton.tsx';
import { Chip } from '../../../parts/controls/Chip.tsx';
import { FaultNote } from '../../../parts/controls/FaultNote.tsx';
import { Field } from '../../../parts/controls/Field.tsx';
import { KeyCap } from '../../../parts/keys/KeyCap.tsx';
import { focusById } from '../../../parts/keys/focus.ts';
import { useShortcuts } from '../../../parts/keys/shortcuts.ts';
import { Panel } from '../../../parts/layout/Panel.tsx';
import { Block, Column, Grid, Row, Text } from '../../../parts/layout/primitives.ts';
import { counterWords, formName } from '../../../text/case-words.ts';
import { formatDateTime } from '../../../text/format.ts';
import { useTexts } from '../../../text/texts.ts';
import { PaperButtons } from '../case-fields/PaperButton.tsx';
import { Changed } from '../correction/Changed.tsx';
import { actOf, consequenceWords } from './conflict-words.ts';
import { changesOfSide, factsOfSide } from './side-facts.ts';

const sidesId = 'conflict-sides';
const reasonId = 'conflict-reason';

type ConflictSidesProps = {
  readonly row: ConflictRow;
  readonly onBack: () => void;
  readonly onDone: (said: string) => void;
};

/** One conflict, left and right: who, when, at which counter, what was printed, and what each choice does. 1 or 2, why, Ctrl+Enter. */
export function ConflictSides({ row, onBack, onDone }: ConflictSidesProps) {
  const texts = useTexts();
  const { conflict, caseFile } = texts;
  const { ref } = row;
  const [chosen, setChosen] = useState<0 | 1 | null>(null);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [onSides, setOnSides] = useState(true);
  const { data, error } = useQuery(desk.conflict.get.queryOptions({ input: { ref }, staleTime: 0 }));
  const decide = useMutation(
    desk.conflict.decide.mutationOptions({
      onSuccess: ({ documents, paperFault }) => {
        const forms = documents.map(({ form }) => formName(form, caseFile)).join(', ');
        const made = forms === '' ? '' : ` ${conflict.made(forms)}`;
        onDone(`${conflict.decided(row.number)}${made}${paperFault === null ? '' : ` ${paperFault.message}`}`);
      },
    }),
  );
  const known = data !== undefined;
  useEffect(() => {
    if (known) focusById(sidesId);
  }, [known]);

  function choose(side: 0 | 1): void {
    setChosen(side);
    if (!saysSomething(reason)) focusById(reasonId);
  }

  function submit(): void {
    setTried(true);
    const side = chosen === null ? undefined : data?.sides[chosen];
    if (side === undefined || !saysSomething(reason) || decide.isPending) return;
    decide.mutate({ ref, stands: side.name, reason: reason.trim(), attended: true, print: true });
  }

  const isPrinted = data?.sides.some(({ then }) => then.some(({ kind }) => kind === 'notice')) ?? false;
  const key = (side: 0 | 1): string => (onSides ? String(side + 1) : `Alt+${side + 1}`);
  useShortcuts([
    { keys: key(0), label: conflict.choose(1, ''), run: () => choose(0) },
    { keys: key(1), label: conflict.choose(2, ''), run: () => choose(1) },
    { keys: 'Ctrl+Enter', label: conflict.decide, run: submit },
    { keys: 'Escape', label: conflict.backToList, run: onBack },
  ]);

  return (
    <Panel
      title={`${conflict.of[ref.kind]} ${row.number}`}
      aside={
        <Row gap={2}>
          {ref.kind === 'case' && <OpenCase caseId={ref.id} keys="Alt+O" />}
          <Button size="small" onClick={onBack}>
            {conflict.backToList} <KeyCap keys="Esc" />
          </Button>
        </Row>
      }
      sx={{ height: '100%', overflow: 'hidden', gap: rem(10) }}
    >
      <FaultNote error={error ?? decide.error} />
      {data !== undefined && (
        <>
          <Grid
            id={sidesId}
            role="radiogroup"
            aria-label={conflict.sides}
            tabIndex={0}
            onFocus={() => setOnSides(true)}
            onBlur={() => setOnSides(false)}
            columns="minmax(0, 1fr) minmax(0, 1fr)"
            columnGap={3}
            minHeight={0}
            grow
            css={{ overflow: 'auto', alignContent: 'start', '&:focus-visible': { outline: 'none' } }}
          >
            {([0, 1] as const).map((side) => (
              <Side
                key={side}
                side={data.sides[side]}
                other={data.sides[side === 0 ? 1 : 0]}
                isCase={ref.kind === 'case'}
                place={side}
                shortcut={key(side)}
                chosen={chosen === side}
                onChoose={() => choose(side)}
              />
            ))}
          </Grid>
          <Row gap={3} align="end" shrink={false}>
            <Block grow>
              <Field
                id={reasonId}
                label={isPrinted ? conflict.reason : conflict.reasonKept}
                value={reason}
                error={tried && !saysSomething(reason) ? conflict.reasonNeeded : null}
                onChange={(event) => setReason(event.target.value)}
              />
            </Block>
            <Button variant="contained" onClick={submit} disabled={decide.isPending} aria-keyshortcuts="Control+Enter">
              {conflict.decide} <KeyCap keys="Ctrl+Enter" />
            </Button>
          </Row>
          {tried && chosen === null && (
            <Text tone="late" weight={500} role="alert">
              {conflict.choiceNeeded}
            </Text>
          )}
        </>
      )}
    </Panel>
  );
}

type SideProps = {
  readonly side: ConflictSide;
  readonly other: ConflictSide;
  readonly isCase: boolean;
  readonly place: 0 | 1;
  readonly shortcut: string;
  readonly chosen: boolean;
  readonly onChoose: () => void;
};

function Side({ side, other, isCase, place, shortcut, chosen, onChoose }: SideProps) {
  const texts = useTexts();
  const { conflict } = texts;
  const { language } = useSettings();
  const counter = counterWords(side.counter, texts);
  const { caseId } = side;
  const { applicant, procedure } = isCase ? {} : side.detail;
  return (
    <Column
      gap={2}
      padding={3}
      radius={8}
      border={chosen ? 'brand' : 'hairline'}
      ground={chosen ? 'brand' : 'panel'}
      minHeight={0}
    >
      <ButtonBase
        role="radio"
        aria-checked={chosen}
        tabIndex={-1}
        onClick={onChoose}
        sx={{ font: 'inherit', justifyContent: 'flex-start', textAlign: 'left', gap: rem(8) }}
      >
        <KeyCap keys={shortcut} />
        <Text as="span" size="title" weight={600}>
          {counter}
        </Text>
        {chosen && <Chip tone="good">{conflict.chosen}</Chip>}
        {!chosen && side.stands && <Chip tone="soon">{conflict.countsNow}</Chip>}
      </ButtonBase>
      <div>
        <Text weight={600}>{actOf(side, isCase, texts)}</Text>
        {typeof applicant === 'string' && <Text weight={500}>{conflict.filedBy(applicant)}</Text>}
        {typeof procedure === 'string' && <Text lines={2}>{procedure}</Text>}
        <Text size="note" tone="secondary">
          {conflict.doneAt(formatDateTime(side.at), side.actorName)}
        </Text>
        {factsOfSide(side, texts).map(([name, value]) => (
          <Text key={name} breaks>
            {name}: {value}
          </Text>
        ))}
      </div>
      {isCase && <SideChanges side={side} other={other} />}
      <div>
        <Text size="note" tone="secondary">
          {side.papers.length === 0 ? conflict.noPapers : conflict.papers}
        </Text>
        <PaperButtons documents={side.papers} />
      </div>
      <div>
        <Text weight={600}>{conflict.ifChosen}</Text>
        <Block as="ul" marked paddingLeft={4}>
          {side.then.map((one) => (
            <Block as="li" key={one.kind}>
              {consequenceWords(one, texts, language)}
            </Block>
          ))}
        </Block>
      </div>
      {caseId !== null && !isCase && (
        <Column align="start">
          <OpenCase caseId={caseId} keys={place === 0 ? 'Alt+O' : 'Alt+Shift+O'} />
        </Column>
      )}
    </Column>
  );
}

/** What it changed, before and after: two corrections may give one reason. */
function SideChanges({ side, other }: Pick<SideProps, 'side' | 'other'>) {
  const texts = useTexts();
  const { conflict } = texts;
  const { language } = useSettings();
  const changes = changesOfSide(side, other, texts, language);
  const isReception = side.type === 'received';
  if (changes.length === 0)
    return side.type === 'corrected' ? <Text tone="secondary">{conflict.sameFacts}</Text> : null;
  return (
    <div>
      <Text weight={600}>{isReception ? conflict.received : conflict.changed}</Text>
      {isReception ? (
        changes.map(({ name, becomes }) => (
          <Text key={name} breaks>
            {name}: {becomes === '' ? '–' : becomes}
          </Text>
        ))
      ) : (
        <Grid as="dl" gap={1.5}>
          {changes.map((one) => (
            <Changed key={one.name} {...one} />
          ))}
        </Grid>
      )}
    </div>
  );
}

function OpenCase({ caseId, keys }: { readonly caseId: string; readonly keys: string }) {
  const { conflict } = useTexts();
  const { go } = usePlace();
  return <ActionButton keys={keys} label={conflict.openCase} onAct={() => go({ screen: 'case', caseId })} />;
}
