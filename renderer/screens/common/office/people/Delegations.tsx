import Button from '@mui/material/Button';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Delegation, LeaderPost, SigningForm } from '../../../../../electron/contract/common/office/delegation.ts';
import type { WorkingHere } from '../../../../../electron/contract/common/office/people.ts';
import { isDeputyTitle } from '../../../../../electron/domain/common/office/delegation.ts';
import { desk, queries } from '../../../../desk/client.ts';
import { todayOf, useKnownStatus, userOf } from '../../../../desk/desk-status.ts';
import { useSettings } from '../../../../look/settings.ts';
import { FaultNote } from '../../../../parts/controls/FaultNote.tsx';
import { Field } from '../../../../parts/controls/Field.tsx';
import { OutcomeLine } from '../../../../parts/controls/OutcomeLine.tsx';
import { SelectField } from '../../../../parts/controls/SelectField.tsx';
import { ActionButton } from '../../../../parts/controls/ActionButton.tsx';
import { Dialog } from '../../../../parts/dialog/Dialog.tsx';
import { Panel } from '../../../../parts/layout/Panel.tsx';
import { Row, Text } from '../../../../parts/layout/primitives.ts';
import { formatCount, formatDate, parseDate } from '../../../../text/format.ts';
import { useTexts } from '../../../../text/texts.ts';
import { Table } from '../Table.tsx';

/** Who stands for a leader who is away, from when to when; their open files go over in one act, and come back. */
export function Delegations() {
  const { delegation } = useTexts();
  const { language } = useSettings();
  const today = useKnownStatus(todayOf);
  const user = useKnownStatus(userOf);
  const [adding, setAdding] = useState(false);
  const [ending, setEnding] = useState<Delegation | null>(null);
  const { data, error } = useQuery(desk.office.delegations.queryOptions({ input: {}, staleTime: 0 }));
  // A form whose names are not there yet would send none of them.
  const people = useQuery(desk.account.colleagues.queryOptions({ input: {} })).data?.accounts;
  const move = useMutation(
    desk.office.moveFiles.mutationOptions({ onSuccess: () => void queries.invalidateQueries() }),
  );
  const rows = data?.delegations ?? [];
  const isTheirs = ({ leader }: Delegation) => user?.role === 'admin' || user?.username === leader;
  const stateOf = ({ holds, ended, to }: Delegation) =>
    holds
      ? delegation.holds
      : ended !== null
        ? delegation.ended(ended.reason)
        : to < today
          ? delegation.over
          : delegation.comes;
  return (
    <Panel
      title={delegation.title}
      aside={
        <>
          <OutcomeLine tone="good">
            {move.data === undefined ? '' : delegation.moved(formatCount(move.data.moved))}
          </OutcomeLine>
          <ActionButton keys="Alt+N" label={delegation.add} onAct={() => setAdding(true)} filled />
        </>
      }
      sx={{ height: '100%', gap: 2, overflow: 'auto' }}
    >
      <Text size="note" tone="secondary">
        {delegation.hint}
      </Text>
      <Text size="note" tone="soon">
        {delegation.unverified}
      </Text>
      <FaultNote error={error ?? move.error} />
      {(move.data?.left ?? []).map(({ number, why, whyEn }) => (
        <Text key={number} size="note" tone="late">
          {delegation.left(number, language === 'vi' ? why : whyEn)}
        </Text>
      ))}
      {data !== undefined && rows.length === 0 && <Text>{delegation.none}</Text>}
      {rows.length > 0 && (
        <Table
          label={delegation.title}
          columns={delegation.columns}
          rows={rows.map((one) => ({
            key: one.delegationId,
            cells: [
              one.leaderName,
              `${one.delegateName} (${one.title})`,
              `${formatDate(one.from)} – ${formatDate(one.to)} · ${stateOf(one)}`,
              `${one.form}. ${delegation.posts[one.post]}`,
              one.document,
              delegation.files(formatCount(one.open), formatCount(one.files.there), formatCount(one.files.moved)),
              isTheirs(one) ? (
                <Row key="acts" gap={2} wrap>
                  {one.holds && one.open > 0 && (
                    <Button
                      size="small"
                      disabled={move.isPending}
                      onClick={() => move.mutate({ delegationId: one.delegationId, to: 'delegate' })}
                    >
                      {delegation.move}
                    </Button>
                  )}
                  {one.files.there > 0 && (
                    <Button
                      size="small"
                      disabled={move.isPending}
                      onClick={() => move.mutate({ delegationId: one.delegationId, to: 'leader' })}
                    >
                      {delegation.back}
                    </Button>
                  )}
                  {one.ended === null && one.to >= today && (
                    <Button size="small" onClick={() => setEnding(one)}>
                      {delegation.end}
                    </Button>
                  )}
                </Row>
              ) : (
                ''
              ),
            ],
          }))}
        />
      )}
      {adding && people !== undefined && <AddDialog today={today} accounts={people} onClose={() => setAdding(false)} />}
      {ending !== null && <EndDialog one={ending} onClose={() => setEnding(null)} />}
    </Panel>
  );
}

type AddProps = {
  readonly today: string;
  readonly accounts: readonly WorkingHere[];
  readonly onClose: () => void;
};

function AddDialog({ today, accounts, onClose }: AddProps) {
  const { common, delegation } = useTexts();
  const user = useKnownStatus(userOf);
  const leaders = accounts.filter(
    ({ role, username }) => role === 'supervisor' && (user?.role === 'admin' || username === user?.username),
  );
  const [leader, setLeader] = useState('');
  const away = leader === '' ? (leaders[0]?.username ?? '') : leader;
  const others = accounts.filter(
    ({ role, username }) => (role === 'supervisor' || role === 'officer') && username !== away,
  );
  const [delegate, setDelegate] = useState('');
  const standing = others.some(({ username }) => username === delegate) ? delegate : (others[0]?.username ?? '');
  const [post, setPost] = useState<LeaderPost>('chairman');
  const [form, setForm] = useState<SigningForm>('KT');
  const [title, setTitle] = useState('');
  const [document, setDocument] = useState('');
  const [from, setFrom] = useState(formatDate(today));
  const [to, setTo] = useState('');
  const [tried, setTried] = useState(false);
  const [first, last] = [parseDate(from), parseDate(to)];
  const set = useMutation(
    desk.office.delegate.mutationOptions({
      onSuccess: () => {
        void queries.invalidateQueries();
        onClose();
      },
    }),
  );

  function submit(): void {
    setTried(true);
    if (first?.length !== 10 || last?.length !== 10 || title.trim() === '' || document.trim() === '' || set.isPending)
      return;
    set.mutate({
      leader: away,
      delegate: standing,
      post,
      form,
      title: title.trim(),
      document: document.trim(),
      from: first,
      to: last,
    });
  }
  const needed = (text: string) => (tried && text.trim() === '' ? common.issues['required'] : undefined);
  const dated = (day: string | undefined) => (tried && day?.length !== 10 ? common.issues.date : undefined);
  const people = (list: readonly { readonly username: string; readonly fullName: string }[]) =>
    list.map(({ username, fullName }) => ({ value: username, label: fullName }));

  return (
    <Dialog
      title={delegation.add}
      onClose={onClose}
      act={{ label: delegation.add, onAct: submit, disabled: set.isPending }}
    >
      <SelectField
        label={delegation.leader}
        value={away}
        choices={people(leaders)}
        onChange={({ target }) => setLeader(target.value)}
      />
      <SelectField
        label={delegation.delegate}
        value={standing}
        choices={people(others)}
        onChange={({ target }) => setDelegate(target.value)}
      />
      <Field
        label={delegation.duty}
        autoFocus
        value={title}
        error={needed(title)}
        onChange={({ target }) => setTitle(target.value)}
      />
      <SelectField
        label={delegation.form}
        value={form}
        choices={SigningForm.options.map((value) => ({ value, label: delegation.forms[value] }))}
        onChange={({ target }) => setForm(SigningForm.parse(target.value))}
      />
      {form === 'KT' && title.trim() !== '' && !isDeputyTitle(title) && (
        <Text size="note" tone="late" role="status">
          {delegation.noDeputy}
        </Text>
      )}
      <SelectField
        label={delegation.post}
        value={post}
        choices={LeaderPost.options.map((value) => ({ value, label: delegation.posts[value] }))}
        onChange={({ target }) => setPost(LeaderPost.parse(target.value))}
      />
      <Field
        label={delegation.document}
        value={document}
        error={needed(document)}
        onChange={({ target }) => setDocument(target.value)}
      />
      <Row gap={2}>
        <Field
          label={delegation.from}
          value={from}
          error={dated(first)}
          onChange={({ target }) => setFrom(target.value)}
        />
        <Field label={delegation.to} value={to} error={dated(last)} onChange={({ target }) => setTo(target.value)} />
      </Row>
      <FaultNote error={set.error} />
    </Dialog>
  );
}

function EndDialog({ one, onClose }: { readonly one: Delegation; readonly onClose: () => void }) {
  const { common, delegation } = useTexts();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const end = useMutation(
    desk.office.endDelegation.mutationOptions({
      onSuccess: () => {
        void queries.invalidateQueries();
        onClose();
      },
    }),
  );

  function submit(): void {
    setTried(true);
    if (reason.trim() !== '' && !end.isPending) end.mutate({ delegationId: one.delegationId, reason: reason.trim() });
  }

  return (
    <Dialog
      title={delegation.end}
      onClose={onClose}
      act={{ label: delegation.end, onAct: submit, disabled: end.isPending }}
    >
      <Text weight={600}>
        {one.leaderName} → {one.delegateName}
      </Text>
      <Text size="note" tone="secondary">
        {delegation.endHint}
      </Text>
      <Field
        label={delegation.reason}
        autoFocus
        value={reason}
        error={tried && reason.trim() === '' ? common.issues['required'] : undefined}
        onChange={({ target }) => setReason(target.value)}
      />
      <FaultNote error={end.error} />
    </Dialog>
  );
}
