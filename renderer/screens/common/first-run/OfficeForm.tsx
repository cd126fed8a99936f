import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { FormProvider } from 'react-hook-form';
import type { PendingJoin } from '../../../desk/pending-join.ts';
import { ActionButton } from '../../../parts/controls/ActionButton.tsx';
import { FaultNote } from '../../../parts/controls/FaultNote.tsx';
import { OutcomeLine } from '../../../parts/controls/OutcomeLine.tsx';
import { useShortcuts } from '../../../parts/keys/shortcuts.ts';
import { Columns } from '../../../parts/layout/Columns.tsx';
import { Block, Column, Row, Text } from '../../../parts/layout/primitives.ts';
import { useTexts } from '../../../text/texts.ts';
import { DeskPanel } from '../office-fields/DeskPanel.tsx';
import { OfficePanel } from '../office-fields/OfficePanel.tsx';
import { RecoveryKeyDialog } from '../office-fields/RecoveryKeyDialog.tsx';
import { PeoplePanel } from './PeoplePanel.tsx';
import { SealingPanel } from './SealingPanel.tsx';
import { useOfficeForm } from './office-form.ts';

/** Everything an office decides, on one page: three panels, one button, errors beside their fields. */
type OfficeFormProps = { readonly joining: PendingJoin | undefined; readonly onBack: () => void };

export function OfficeForm({ joining, onBack }: OfficeFormProps) {
  const { firstRun, keys } = useTexts();
  const { form, submit, setUp, wrong, sealed, setSealed, key, isBegunAgain } = useOfficeForm(joining);
  const values = form.getValues();
  // Not Escape: it must never throw away what was typed.
  useShortcuts([
    { keys: 'Alt+ArrowLeft', label: firstRun.backToDoors, run: onBack },
    { keys: 'Alt+1', label: firstRun.office, run: () => form.setFocus('centreName') },
    { keys: 'Alt+2', label: firstRun.desk, run: () => form.setFocus('deskCode') },
    { keys: 'Alt+3', label: firstRun.people, run: () => form.setFocus('accounts.0.fullName') },
  ]);
  return (
    <FormProvider {...form}>
      <Column
        as="main"
        height="100%"
        gap={2.5}
        padding={3}
        css={{ containerType: 'inline-size', containerName: 'screen' }}
      >
        <Typography variant="h1">{firstRun.officeTitle}</Typography>
        {joining !== undefined && (
          <Text>{firstRun.joining(joining.desk, joining.no, joining.unitName || joining.centre)}</Text>
        )}
        <Columns columns="repeat(3, minmax(0, 1fr))" narrowAt="rows" narrow="fitted">
          <OfficePanel />
          <Column gap={2.5} minHeight={0} minWidth={0} scroll>
            <Block shrink={false}>
              <DeskPanel />
            </Block>
            <Block shrink={false}>
              <SealingPanel sealed={sealed} onSealed={setSealed} />
            </Block>
          </Column>
          <PeoplePanel isBegunAgain={isBegunAgain} />
        </Columns>
        <FaultNote error={key.isAsked ? null : setUp.error} />
        {key.isAsked && (
          <RecoveryKeyDialog
            title={keys.keyTitle}
            sheet={{
              printer: values.printer,
              paperSize: values.paperSize,
              centreName: values.centreName,
              deskName: values.deskName,
            }}
            act={firstRun.submit}
            busy={setUp.isPending}
            doing={firstRun.submitting}
            error={setUp.error}
            onKey={key.give}
            onClose={key.leave}
          />
        )}
        <Row gap={3} align="center" wrap>
          <Button onClick={onBack}>{firstRun.backToDoors}</Button>
          <Text grow textAlign="right">
            <OutcomeLine tone={wrong > 0 ? 'late' : 'plain'}>
              {wrong > 0 ? firstRun.wrong(wrong) : setUp.isPending ? firstRun.submitting : ''}
            </OutcomeLine>
          </Text>
          <ActionButton keys="Ctrl+Enter" label={firstRun.submit} onAct={submit} filled disabled={setUp.isPending} />
        </Row>
      </Column>
    </FormProvider>
  );
}
