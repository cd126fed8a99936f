import { Warning } from '../../../../parts/controls/Warning.tsx';
import Button from '@mui/material/Button';
import { useMutation, useQuery } from '@tanstack/react-query';
import { desk, deskClient, queries } from '../../../../desk/client.ts';
import { useKnownStatus, userOf } from '../../../../desk/desk-status.ts';
import { ActionButton } from '../../../../parts/controls/ActionButton.tsx';
import { download } from '../../../../parts/paper/download.ts';
import { mayCall } from '../../../../../electron/domain/common/office/call-roles.ts';
import { FaultNote } from '../../../../parts/controls/FaultNote.tsx';
import { OutcomeLine } from '../../../../parts/controls/OutcomeLine.tsx';
import { Panel } from '../../../../parts/layout/Panel.tsx';
import { Row, Text } from '../../../../parts/layout/primitives.ts';
import { formatDateTime } from '../../../../text/format.ts';
import { useTexts } from '../../../../text/texts.ts';
import { ApartCases } from '../../../counter/correction/ApartCases.tsx';
import { Table } from '../Table.tsx';
import { ReceiptKeyRow } from './ReceiptKey.tsx';

/** Whether all of the register is as it was written, and what can be done where it is not. */
export function RegisterCheckPanel() {
  const { data: texts } = useTexts();
  const role = useKnownStatus(userOf)?.role;
  const isAdmin = role === 'admin';
  // Asked again by itself while one is under way, also one that the desk began.
  const checked = useQuery(
    desk.journal.checked.queryOptions({
      input: {},
      refetchInterval: ({ state }) => (state.data?.running === true ? 2000 : false),
    }),
  );
  const again = { onSettled: () => queries.invalidateQueries() };
  const check = useMutation(desk.journal.check.mutationOptions(again));
  const rebuild = useMutation(desk.journal.rebuild.mutationOptions(again));
  const leave = useMutation(desk.recovery.begin.mutationOptions({ onSuccess: () => location.reload() }));
  const prove = useMutation(desk.journal.export.mutationOptions({ onSuccess: download }));
  const support = useMutation({
    mutationFn: () => deskClient.journal.support({}),
    onSuccess: download,
  });
  const { data } = checked;
  const isBusy = check.isPending || rebuild.isPending || leave.isPending;
  const findings = data?.findings ?? [];
  const isMendable = findings.length > 0 && findings.every(({ mendable }) => mendable);

  function outcome() {
    if (rebuild.isPending) return <OutcomeLine>{texts.rebuilding}</OutcomeLine>;
    if (check.isPending || data?.running === true) return <OutcomeLine>{texts.checking}</OutcomeLine>;
    if (data === undefined) return null;
    const { checkedAt, seconds } = data;
    if (checkedAt === null) return <OutcomeLine>{texts.unchecked}</OutcomeLine>;
    if (findings.length > 0) return <OutcomeLine tone="late">{texts.bad(formatDateTime(checkedAt))}</OutcomeLine>;
    return (
      <OutcomeLine tone="good">{texts.good(formatDateTime(checkedAt), Math.ceil(seconds ?? 0).toFixed(0))}</OutcomeLine>
    );
  }

  return (
    <Panel title={texts.register} gap={3} grow focusable>
      <Text size="note" tone="secondary">
        {texts.registerSay}
      </Text>
      <FaultNote error={checked.error ?? check.error ?? rebuild.error ?? leave.error ?? prove.error ?? support.error} />
      <Row gap={3} align="center" wrap>
        <ActionButton keys="Alt+K" label={texts.check} disabled={isBusy} onAct={() => check.mutate({})} />
        {outcome()}
      </Row>
      {role !== undefined && mayCall(role, 'keeper') && (
        <Row gap={3} align="center" wrap>
          <ActionButton keys="Alt+X" label={texts.prove} disabled={prove.isPending} onAct={() => prove.mutate({})} />
          <OutcomeLine>
            {prove.isPending
              ? texts.proving
              : prove.data === undefined
                ? texts.proveSay
                : texts.proved(prove.data.entries, prove.data.receipts)}
          </OutcomeLine>
        </Row>
      )}
      {role !== undefined && mayCall(role, 'keeper') && (
        <Row gap={3} align="center" wrap>
          <ActionButton
            keys="Alt+H"
            label={texts.support}
            disabled={support.isPending}
            onAct={() => support.mutate()}
          />
          <OutcomeLine>{support.isSuccess ? texts.supportMade : texts.supportSay}</OutcomeLine>
        </Row>
      )}
      {role !== undefined && mayCall(role, 'keeper') && <ReceiptKeyRow />}
      <ApartCases />
      {findings.length > 0 && (
        <>
          <Table
            label={texts.register}
            columns={texts.foundColumns}
            rows={findings.map((finding) => ({
              key: finding.check,
              cells: [
                texts.checks[finding.check] ?? finding.check,
                <Text key="found" size="note" breaks lang="en">
                  {finding.found.join(' · ')}
                </Text>,
              ],
            }))}
          />
          <Text>{isMendable ? texts.mendable : texts.broken}</Text>
          {!isAdmin && <Warning>{texts.adminOnly}</Warning>}
          {isAdmin && isMendable && (
            <Row>
              <ActionButton keys="Alt+G" label={texts.rebuild} disabled={isBusy} onAct={() => rebuild.mutate({})} />
            </Row>
          )}
          {isAdmin && !isMendable && (
            <Row>
              <Button variant="outlined" disabled={isBusy} onClick={() => leave.mutate({})}>
                {texts.recover}
              </Button>
            </Row>
          )}
        </>
      )}
      {rebuild.isSuccess && !rebuild.isPending && <OutcomeLine>{texts.rebuilt}</OutcomeLine>}
    </Panel>
  );
}
