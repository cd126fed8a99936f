import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { saysSomething } from '../../../../../electron/contract/base/values.ts';
import { desk, queries } from '../../../../desk/client.ts';
import { useKnownStatus, userOf } from '../../../../desk/desk-status.ts';
import { ActionButton } from '../../../../parts/controls/ActionButton.tsx';
import { FaultNote } from '../../../../parts/controls/FaultNote.tsx';
import { Field } from '../../../../parts/controls/Field.tsx';
import { OutcomeLine } from '../../../../parts/controls/OutcomeLine.tsx';
import { Dialog } from '../../../../parts/dialog/Dialog.tsx';
import { Panel } from '../../../../parts/layout/Panel.tsx';
import { Block, Row, Text } from '../../../../parts/layout/primitives.ts';
import { OwnPasswordField } from '../../../../parts/person/OwnPasswordField.tsx';
import { formatDate, formatDateTime } from '../../../../text/format.ts';
import { useTexts } from '../../../../text/texts.ts';
import { RecoveryKeyDialog } from '../../office-fields/RecoveryKeyDialog.tsx';
import { RecoveryKeyField } from '../../office-fields/RecoveryKeyField.tsx';
import { useTwo } from '../../office-fields/TwoFields.tsx';

type Asked = 'seal' | 'renew' | 'turn' | 'test' | null;

/** Whether the register can be read by who takes it away, the key on paper, and the key of the file. */
export function Sealing() {
  const { keys, people } = useTexts();
  const isAdmin = useKnownStatus(userOf)?.role === 'admin';
  const [asked, setAsked] = useState<Asked>(null);
  const [isTested, setTested] = useState(false);
  const { data, error } = useQuery(desk.keys.status.queryOptions({ input: {} }));
  const settings = useQuery(desk.office.settings.queryOptions({ input: {} }));
  const after = {
    onSuccess: () => {
      setAsked(null);
      void queries.invalidateQueries();
    },
  };
  const seal = useMutation(desk.keys.seal.mutationOptions(after));
  const renew = useMutation(desk.keys.renew.mutationOptions(after));
  const office = settings.data;
  const sheet = {
    printer: office?.printer ?? '',
    paperSize: office?.paperSize ?? ('A5' as const),
    centreName: office?.centreName ?? '',
    deskName: office?.desk.name ?? '',
  };
  if (data === undefined) return <FaultNote error={error} />;

  return (
    <Panel title={keys.title} gap={3} shrink={false}>
      <State sealed={data.sealed} recovery={data.recovery} />
      <Text size="note" tone="secondary">
        {keys.guards} {keys.guardsNot}
      </Text>
      {data.plainLeft.length > 0 && (
        <Text tone="late">
          {keys.plainLeft}
          <Block as="ul" marked>
            {data.plainLeft.map((place) => (
              <li key={place}>{place}</li>
            ))}
          </Block>
        </Text>
      )}
      {data.doubts.length > 0 && (
        <Text tone="late">
          {people.doubts}
          <Block as="ul" marked>
            {data.doubts.map(({ username, type, why }, index) => (
              <li key={index}>
                {username ?? people.doubtOf.paper} ({type}): {people.doubtWhy[why]}
              </li>
            ))}
          </Block>
        </Text>
      )}
      {data.recovery !== null && (
        <Row gap={2} wrap align="center">
          <ActionButton keys="Alt+N" label={keys.test} onAct={() => setAsked('test')} />
          <OutcomeLine tone="good">{isTested ? keys.tested : ''}</OutcomeLine>
        </Row>
      )}
      {!isAdmin && <Text tone="secondary">{keys.adminOnly}</Text>}
      {isAdmin && (
        <Row gap={2} wrap align="center">
          {data.sealed ? (
            <>
              <ActionButton keys="Alt+M" label={keys.renew} onAct={() => setAsked('renew')} />
              <ActionButton keys="Alt+T" label={keys.turn} onAct={() => setAsked('turn')} />
            </>
          ) : (
            <ActionButton keys="Alt+M" label={keys.sealNow} onAct={() => setAsked('seal')} />
          )}
          <OutcomeLine tone="good">{renew.isSuccess ? keys.renewed : ''}</OutcomeLine>
        </Row>
      )}
      {seal.data?.trouble !== undefined && seal.data.trouble !== null && <Text tone="late">{keys.backupTrouble}</Text>}
      {asked === 'seal' && (
        <RecoveryKeyDialog
          title={keys.sealTitle}
          sheet={sheet}
          act={keys.sealAct}
          asksPassword
          busy={seal.isPending}
          doing={keys.working}
          error={seal.error}
          two={data.two}
          onKey={(recoveryKey, password, said) => seal.mutate({ recoveryKey, password, ...said })}
          onClose={() => setAsked(null)}
        >
          <Text>{keys.sealWhat}</Text>
        </RecoveryKeyDialog>
      )}
      {asked === 'renew' && (
        <RecoveryKeyDialog
          title={keys.renewTitle}
          sheet={sheet}
          act={keys.renewAct}
          asksPassword
          busy={renew.isPending}
          doing=""
          error={renew.error}
          two={data.two}
          onKey={(recoveryKey, password, said) => renew.mutate({ recoveryKey, password, ...said })}
          onClose={() => setAsked(null)}
        />
      )}
      {asked === 'test' && (
        <TestDialog
          onClose={() => setAsked(null)}
          onDone={() => {
            setAsked(null);
            setTested(true);
            void queries.invalidateQueries();
          }}
        />
      )}
      {asked === 'turn' && <TurnDialog two={data.two} onClose={() => setAsked(null)} />}
    </Panel>
  );
}

type StateProps = {
  readonly sealed: boolean;
  readonly recovery: {
    readonly madeAt: string;
    readonly used: boolean;
    readonly testedAt: string | null;
    readonly due: string;
  } | null;
};

function State({ sealed, recovery }: StateProps) {
  const { keys } = useTexts();
  if (!sealed) return <OutcomeLine tone="late">{keys.plain}</OutcomeLine>;
  if (recovery === null) return <OutcomeLine tone="late">{keys.noRecovery}</OutcomeLine>;
  if (recovery.used) return <OutcomeLine tone="late">{keys.used}</OutcomeLine>;
  const { madeAt, testedAt, due } = recovery;
  const tested = testedAt === null ? keys.neverTested : keys.testedAt(formatDateTime(testedAt));
  return (
    <>
      <OutcomeLine tone="good">{keys.sealed(formatDateTime(madeAt))}</OutcomeLine>
      <Text>
        {tested} {keys.testDue(formatDate(due))}
      </Text>
    </>
  );
}

/** The paper is tried on the file, so that nobody finds it wrong on the day it is needed. */
function TestDialog({ onClose, onDone }: { readonly onClose: () => void; readonly onDone: () => void }) {
  const { keys, people } = useTexts();
  const [recoveryKey, setKey] = useState('');
  const [tried, setTried] = useState(false);
  const test = useMutation(desk.keys.test.mutationOptions({ onSuccess: onDone }));

  function submit(): void {
    setTried(true);
    if (recoveryKey.trim() !== '' && !test.isPending) test.mutate({ recoveryKey });
  }

  return (
    <Dialog
      title={keys.testTitle}
      onClose={onClose}
      act={{ label: keys.testAct, onAct: submit, disabled: test.isPending }}
    >
      <Text>{keys.testSay}</Text>
      <RecoveryKeyField
        autoFocus
        value={recoveryKey}
        error={tried && recoveryKey.trim() === '' ? people.needed : undefined}
        onChange={(event) => setKey(event.target.value)}
      />
      <FaultNote error={test.error} />
    </Dialog>
  );
}

function TurnDialog({ two, onClose }: { readonly two: boolean; readonly onClose: () => void }) {
  const { common, keys } = useTexts();
  const [password, setPassword] = useState('');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const both = useTwo(two, tried, false);
  const turn = useMutation(
    desk.keys.turn.mutationOptions({
      onSuccess: () => {
        onClose();
        void queries.invalidateQueries();
      },
    }),
  );
  const isShort = !saysSomething(reason);

  function submit(): void {
    setTried(true);
    if (!isShort && password !== '' && both.isWhole && !turn.isPending) turn.mutate({ password, reason, ...both.said });
  }

  return (
    <Dialog
      title={keys.turnTitle}
      onClose={onClose}
      act={{ label: keys.turnAct, onAct: submit, disabled: turn.isPending }}
    >
      <Text>{keys.turnWhat}</Text>
      <Field
        label={keys.why}
        autoFocus
        value={reason}
        error={tried && isShort ? common.issues['reason-needed'] : undefined}
        onChange={(event) => setReason(event.target.value)}
      />
      <OwnPasswordField value={password} tried={tried} onChange={setPassword} />
      {both.fields}
      <FaultNote error={turn.error} />
      <OutcomeLine>{turn.isPending ? keys.working : ''}</OutcomeLine>
    </Dialog>
  );
}
