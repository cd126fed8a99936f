import Button from '@mui/material/Button';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { saysSomething } from '../../../../../electron/contract/base/values.ts';
import { desk } from '../../../../desk/client.ts';
import { useKnownStatus, userOf } from '../../../../desk/desk-status.ts';
import { FaultNote } from '../../../../parts/controls/FaultNote.tsx';
import { Field } from '../../../../parts/controls/Field.tsx';
import { Dialog } from '../../../../parts/dialog/Dialog.tsx';
import { KeyCap } from '../../../../parts/keys/KeyCap.tsx';
import { useShortcuts } from '../../../../parts/keys/shortcuts.ts';
import { Panel } from '../../../../parts/layout/Panel.tsx';
import { Row, Text } from '../../../../parts/layout/primitives.ts';
import { OwnPasswordField } from '../../../../parts/person/OwnPasswordField.tsx';
import { formatDateTime } from '../../../../text/format.ts';
import { useTexts } from '../../../../text/texts.ts';
import { Table } from '../Table.tsx';
import { OneTimeDialog } from './AccountDialogs.tsx';

type Outcome = 'approved' | 'refused' | 'withdrawn';
type Asked = { readonly request: string; readonly words: string; readonly name: string; readonly outcome: Outcome };

/** What somebody asked for an account, for another person to approve at their own counter. */
export function Requests({
  arrows,
  onOutcome,
}: {
  readonly arrows: boolean;
  /** What came of the last answer, said where the screen says such things: what was said before it no longer holds. */
  readonly onOutcome: (sentence: string) => void;
}) {
  const { common, people } = useTexts();
  const user = useKnownStatus(userOf);
  const [asked, setAsked] = useState<Asked | undefined>(undefined);
  const [told, setTold] = useState<{ readonly name: string; readonly password: string } | undefined>(undefined);
  const [at, setAt] = useState(0);
  const { data, error } = useQuery(desk.account.requests.queryOptions({ input: {} }));
  const requests = data?.requests ?? [];
  const marked = requests[Math.min(at, requests.length - 1)];

  function ask({ request, act, fullName }: (typeof requests)[number], next: Outcome): void {
    setAsked({ request, words: wordsOf(act, fullName), name: fullName, outcome: next });
  }
  function wordsOf(act: (typeof requests)[number]['act'], name: string): string {
    if (act.kind === 'add' || act.kind === 'role') return people.acts[act.kind](name, common.roles[act.role]);
    return people.acts[act.kind](name);
  }
  const move = (by: number) => requests.length > 0 && setAt((at + by + requests.length) % requests.length);
  const isOwn = marked?.by.username === user?.username;
  useShortcuts([
    ...(arrows
      ? [
          { keys: 'ArrowDown', label: people.nextRequest, run: () => void move(1), repeats: true },
          { keys: 'ArrowUp', label: people.previousRequest, run: () => void move(-1), repeats: true },
        ]
      : []),
    {
      keys: 'Alt+Y',
      label: people.approve,
      run: () => marked !== undefined && ask(marked, 'approved'),
      disabled: marked?.mine !== true,
    },
    {
      keys: 'Alt+R',
      label: isOwn ? people.withdraw : people.refuse,
      run: () => marked !== undefined && ask(marked, isOwn ? 'withdrawn' : 'refused'),
      disabled: marked === undefined,
    },
  ]);

  return (
    <Panel title={people.requests} sx={{ gap: 2 }} shrink={false}>
      <FaultNote error={error} />
      {requests.length === 0 ? (
        <Text tone="secondary">{people.noRequests}</Text>
      ) : (
        <Table
          label={people.requests}
          columns={people.requestColumns}
          marked={marked?.request}
          rows={requests.map((one) => {
            const isMarked = one.request === marked?.request;
            const own = one.by.username === user?.username;
            return {
              key: one.request,
              cells: [
                <Text weight={600} key="what">
                  {wordsOf(one.act, one.fullName)}
                </Text>,
                one.reason,
                `${one.by.fullName} · ${formatDateTime(one.at)}`,
                <Row key="answer" gap={2} align="center" nowrap>
                  {one.mine && (
                    <Button onClick={() => ask(one, 'approved')}>
                      {people.approve} {isMarked && <KeyCap keys="Alt+Y" />}
                    </Button>
                  )}
                  <Button onClick={() => ask(one, own ? 'withdrawn' : 'refused')}>
                    {own ? people.withdraw : people.refuse} {isMarked && <KeyCap keys="Alt+R" />}
                  </Button>
                </Row>,
              ],
            };
          })}
        />
      )}
      {asked !== undefined && (
        <AnswerDialog
          {...asked}
          onClose={() => setAsked(undefined)}
          onDone={(password) => {
            setAsked(undefined);
            onOutcome(people[asked.outcome]);
            if (password !== null) setTold({ name: asked.name, password });
          }}
        />
      )}
      {told !== undefined && <OneTimeDialog {...told} onClose={() => setTold(undefined)} />}
    </Panel>
  );
}

type AnswerProps = Asked & { readonly onClose: () => void; readonly onDone: (password: string | null) => void };

function AnswerDialog({ request, words, outcome, onClose, onDone }: AnswerProps) {
  const { office, people } = useTexts();
  const [password, setPassword] = useState('');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const answer = useMutation(
    desk.account.answer.mutationOptions({ onSuccess: ({ oneTimePassword }) => onDone(oneTimePassword) }),
  );
  const approves = outcome === 'approved';
  const isShort = !approves && !saysSomething(reason);
  const title = { approved: people.approveTitle, refused: people.refuseTitle, withdrawn: people.withdrawTitle };
  const label = { approved: people.approve, refused: people.refuse, withdrawn: people.withdraw };

  function submit(): void {
    setTried(true);
    if (answer.isPending || isShort || (approves && password === '')) return;
    answer.mutate({ request, outcome, ...(approves ? { password } : { reason }) });
  }

  return (
    <Dialog
      title={title[outcome]}
      onClose={onClose}
      act={{ label: label[outcome], onAct: submit, disabled: answer.isPending }}
    >
      <Text weight={600}>{words}</Text>
      {approves ? (
        <>
          <Text>{people.approveSay}</Text>
          <OwnPasswordField autoFocus value={password} tried={tried} onChange={setPassword} />
        </>
      ) : (
        <Field
          label={office.why}
          autoFocus
          value={reason}
          error={tried && isShort ? office.reasonShort : undefined}
          onChange={(event) => setReason(event.target.value)}
        />
      )}
      <FaultNote error={answer.error} />
    </Dialog>
  );
}
