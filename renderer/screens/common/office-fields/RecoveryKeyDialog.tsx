import Button from '@mui/material/Button';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { desk } from '../../../desk/client.ts';
import { rem } from '../../../look/theme.ts';
import { ActionButton } from '../../../parts/controls/ActionButton.tsx';
import { FaultNote } from '../../../parts/controls/FaultNote.tsx';
import { Field } from '../../../parts/controls/Field.tsx';
import { OutcomeLine } from '../../../parts/controls/OutcomeLine.tsx';
import { Dialog } from '../../../parts/dialog/Dialog.tsx';
import { Grid, Row, Surface, Text } from '../../../parts/layout/primitives.ts';
import { OwnPasswordField } from '../../../parts/person/OwnPasswordField.tsx';
import { useTexts } from '../../../text/texts.ts';
import { type SecondSaid, useTwo } from './TwoFields.tsx';

/** Whose sheet it is, and where it is printed; no printer where none is chosen. */
type KeySheet = {
  readonly printer: string;
  readonly paperSize: 'A5' | 'A4';
  readonly centreName: string;
  readonly deskName: string;
};

type Props = {
  readonly title: string;
  readonly sheet: KeySheet;
  readonly act: string;
  /** Whether who does it types their own password. */
  readonly asksPassword?: boolean;
  readonly busy: boolean;
  /** What is said while it is done. */
  readonly doing: string;
  readonly error: unknown;
  /** Whether a second person stands beside them. */
  readonly two?: boolean;
  readonly onKey: (recoveryKey: string, password: string, said: { readonly second?: SecondSaid }) => void;
  readonly onClose: () => void;
  /** What the act does, before anything else. */
  readonly children?: ReactNode;
};

/** A new key for paper: shown, then typed back in part from the paper, with the key out of sight; only then is it handed on. */
export function RecoveryKeyDialog({
  title,
  sheet,
  act,
  asksPassword,
  two = false,
  busy,
  doing,
  error,
  onKey,
  onClose,
  children,
}: Props) {
  const { keys } = useTexts();
  const [isOnPaper, setOnPaper] = useState(false);
  const [typed, setTyped] = useState<Readonly<Record<number, string>>>({});
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const both = useTwo(two, tried, false);
  const proposed = useQuery(desk.keys.propose.queryOptions({ input: {} }));
  const print = useMutation(desk.keys.sheet.mutationOptions());
  const { recoveryKey = '', askedGroups = [] } = proposed.data ?? {};
  const groups = recoveryKey.split(' ');
  const isWrong = (nth: number) => (typed[nth] ?? '').replaceAll(/\D/g, '') !== groups[nth - 1];

  function submit(): void {
    setTried(true);
    if (busy || recoveryKey === '' || askedGroups.some(isWrong) || (asksPassword === true && password === '')) return;
    if (both.isWhole) onKey(recoveryKey, password, both.said);
  }

  if (!isOnPaper)
    return (
      <Dialog
        title={title}
        wide
        onClose={onClose}
        act={{ label: keys.onPaper, onAct: () => setOnPaper(true), disabled: recoveryKey === '', autoFocus: true }}
      >
        {children}
        <Text>{keys.keySay}</Text>
        <Surface ground="brand" padding={3.5}>
          <Grid columns="repeat(4, max-content)" columnGap={6} rowGap={2} css={{ justifyContent: 'center' }}>
            {groups.map((group, index) => (
              <div key={index}>
                <Text size="small" tone="secondary" aria-hidden>
                  {index + 1}
                </Text>
                <Text size="heading" weight={700} css={{ fontVariantNumeric: 'tabular-nums' }}>
                  {group}
                </Text>
              </div>
            ))}
          </Grid>
        </Surface>
        <Text size="note" tone="late" weight={500}>
          {keys.allLost}
        </Text>
        <FaultNote error={proposed.error ?? print.error} />
        {sheet.printer === '' ? (
          <Text tone="secondary">{keys.noPrinter}</Text>
        ) : (
          <Row gap={3} align="center">
            <ActionButton
              keys="Alt+I"
              label={keys.print}
              disabled={recoveryKey === '' || print.isPending}
              onAct={() => print.mutate({ recoveryKey, ...sheet })}
            />
            <OutcomeLine tone={print.isSuccess ? 'good' : 'plain'}>
              {print.isPending ? keys.printing : print.isSuccess ? keys.printed(sheet.printer) : ''}
            </OutcomeLine>
          </Row>
        )}
      </Dialog>
    );
  return (
    <Dialog title={title} wide onClose={onClose} act={{ label: act, onAct: submit, disabled: busy }}>
      <Text>{keys.backSay}</Text>
      <Grid columns={`repeat(auto-fit, minmax(${rem(160)}, 1fr))`} gap={3}>
        {askedGroups.map((nth, index) => (
          <Field
            key={nth}
            label={keys.group(nth)}
            autoFocus={index === 0}
            value={typed[nth] ?? ''}
            error={tried && isWrong(nth) ? keys.groupWrong : undefined}
            onChange={(event) => setTyped({ ...typed, [nth]: event.target.value })}
            inputProps={{ inputMode: 'numeric', maxLength: 8 }}
          />
        ))}
      </Grid>
      {asksPassword === true && <OwnPasswordField value={password} tried={tried} onChange={setPassword} />}
      {both.fields}
      <FaultNote error={error} />
      <Row gap={3} align="center">
        <Button onClick={() => setOnPaper(false)} disabled={busy}>
          {keys.showAgain}
        </Button>
        <OutcomeLine>{busy ? doing : ''}</OutcomeLine>
      </Row>
    </Dialog>
  );
}
