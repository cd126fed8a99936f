import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type {
  PetitionAct,
  PetitionActType,
  PetitionView,
} from '../../../../electron/contract/counter/petition/petition.ts';
import type { Status } from '../../../../electron/contract/common/office/office.ts';
import { desk } from '../../../desk/client.ts';
import { useKnownStatus } from '../../../desk/desk-status.ts';
import { ActionButton } from '../../../parts/controls/ActionButton.tsx';
import { Chip } from '../../../parts/controls/Chip.tsx';
import { FaultNote } from '../../../parts/controls/FaultNote.tsx';
import { Facts } from '../../../parts/layout/Facts.tsx';
import { Panel, PanelTitle } from '../../../parts/layout/Panel.tsx';
import { SmallActs } from '../../../parts/layout/SmallActs.tsx';
import { Text } from '../../../parts/layout/primitives.ts';
import { formatDate, formatDateTime } from '../../../text/format.ts';
import { useTexts } from '../../../text/texts.ts';
import { PaperButtons } from '../case-fields/PaperButton.tsx';
import { PetitionActDialog } from './PetitionActDialog.tsx';
import { statusTones } from './PetitionList.tsx';
import { petitionClockWords, earlyClockWords } from './petition-words.ts';

/** Each act with its key, in the order in which a petition is worked on. */
const acts = [
  ['answer', 'Alt+Q'],
  ['assign', 'Alt+J'],
  ['forward', 'Alt+1'],
  ['send-back', 'Alt+4'],
  ['ask-supplement', 'Alt+B'],
  ['complete', 'Alt+S'],
  ['publish', 'Alt+Shift+A'],
  ['close', 'Alt+D'],
  ['refuse', 'Alt+Shift+T'],
  ['extend', 'Alt+H'],
  ['reclassify', 'Alt+C'],
  ['withdraw', 'Alt+R'],
] as const satisfies readonly (readonly [PetitionActType, string])[];

type PetitionSheetProps = {
  readonly petitionId: string;
  readonly fields: readonly string[];
  readonly onDone: (sentence: string) => void;
};

/** A leader, or who stands for one today. */
const leads = ({ user, standsFor }: Status) => user?.role === 'supervisor' || standsFor.length > 0;

/** One petition: what it says, what is due, what was done, and what may be done now. */
export function PetitionSheet({ petitionId, fields, onDone }: PetitionSheetProps) {
  const texts = useTexts();
  const { petition } = texts;
  const isLeader = useKnownStatus(leads);
  const view = useQuery({ ...desk.petition.get.queryOptions({ input: { petitionId } }), staleTime: 0 });
  const [asked, setAsked] = useState<PetitionActType | null>(null);
  const act = useMutation(
    desk.petition.act.mutationOptions({
      onSuccess: () => {
        setAsked(null);
        onDone(petition.done);
      },
    }),
  );

  function begin(type: PetitionActType): void {
    act.reset();
    setAsked(type);
  }

  function send(done: PetitionAct): void {
    if (!act.isPending) act.mutate({ petitionId, act: done });
  }

  if (view.data === undefined) return <FaultNote error={view.error} />;
  const { row, availableActions } = view.data;
  const allowed = acts.filter(([type]) =>
    availableActions.some(
      ({ action, allowed: may, role }) => action === type && may && (role !== 'supervisor' || isLeader),
    ),
  );
  const clocks = petitionClockWords(row, texts);
  return (
    <Panel
      title={row.number}
      aside={<Chip tone={statusTones[row.status]}>{petition.status[row.status]}</Chip>}
      gap={2.5}
      focusable
    >
      <Text weight={600} tone={clocks.some(({ tone }) => tone === 'late') ? 'late' : 'ink'}>
        {clocks.map(({ words }) => words).join(' · ')}
      </Text>
      {earlyClockWords(row, texts).map((words) => (
        <Text size="small" tone="secondary" key={words}>
          {words}
        </Text>
      ))}
      <SmallActs>
        {allowed.map(([type, keys]) => (
          <ActionButton key={type} keys={keys} label={petition.acts[type]} onAct={() => begin(type)} />
        ))}
      </SmallActs>
      {asked === null && <FaultNote error={act.error} />}
      <Told view={view.data} />
      {asked !== null && (
        <PetitionActDialog
          key={asked}
          act={asked}
          view={view.data}
          fields={fields}
          pending={act.isPending}
          error={act.error}
          onAct={send}
          onClose={() => setAsked(null)}
        />
      )}
    </Panel>
  );
}

function Told({ view }: { readonly view: PetitionView }) {
  const { petition } = useTexts();
  const { row, facts, answer, answerDue, satisfaction, actions, documents } = view;
  const texts = petition.facts;
  const { sender } = facts;
  const { passedOn } = row;
  const passedOnText =
    passedOn === null
      ? ''
      : passedOn.due === null
        ? formatDateTime(passedOn.at)
        : petition.passedOnBy(formatDateTime(passedOn.at), formatDateTime(passedOn.due));
  return (
    <>
      <div>
        <Text weight={600}>{sender.name ?? petition.unnamed}</Text>
        <Text breaks>{facts.summary}</Text>
      </div>
      {answer !== null && (
        <div>
          <PanelTitle>{petition.answer}</PanelTitle>
          <Text breaks>{answer.text}</Text>
          <Text size="small" tone="secondary">
            {[answer.document, formatDateTime(answer.at)].filter((part) => part !== '').join(' · ')}
          </Text>
        </div>
      )}
      <Facts
        facts={[
          [
            texts.source,
            row.sourceCode === ''
              ? petition.sources[row.source]
              : `${petition.sources[row.source]} · ${row.sourceCode}`,
          ],
          [texts.arrived, formatDateTime(row.arrivedAt)],
          [texts.due, answerDue === null ? petition.clocks.unknown : formatDateTime(answerDue)],
          [texts.told, row.toldDue === null ? '' : formatDate(row.toldDue)],
          [texts.holder, row.holder],
          [texts.passedOn, passedOnText],
          [texts.content, petition.contents[facts.content]],
          [texts.field, facts.field],
          [texts.about, facts.about],
          [texts.caseNumber, facts.caseNumber],
          [texts.phone, sender.phone],
          [texts.address, sender.address],
          [texts.email, sender.email],
          [texts.published, row.publishedAt === null ? '' : formatDateTime(row.publishedAt)],
          [texts.satisfaction, satisfaction === null ? '' : petition.satisfactions[satisfaction]],
        ]}
      />
      {documents.length > 0 && (
        <div>
          <PanelTitle>{petition.papers}</PanelTitle>
          <PaperButtons documents={documents} />
        </div>
      )}
      <div>
        <PanelTitle>{petition.history}</PanelTitle>
        {actions.map(({ seq, at, type, actorName, detail }) => (
          <Text size="note" key={seq}>
            {formatDateTime(at)} · {petition.events[type] ?? type} · {actorName}
            {wordsOf(detail) !== '' && (
              <Text as="span" tone="secondary">
                {' '}
                — {wordsOf(detail)}
              </Text>
            )}
          </Text>
        ))}
      </div>
    </>
  );
}

/** What was said with an act, in the order a person says it; what it was about stands above. */
function wordsOf(detail: Readonly<Record<string, unknown>>): string {
  return (['to', 'until', 'where', 'reason', 'legalBasis', 'note', 'document'] as const)
    .flatMap((name) => {
      const said = detail[name];
      return typeof said === 'string' && said !== '' ? [name === 'until' ? formatDate(said) : said] : [];
    })
    .join(' · ');
}
