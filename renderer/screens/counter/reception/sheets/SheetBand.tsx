import { useQuery } from '@tanstack/react-query';
import { desk } from '../../../../desk/client.ts';
import { faultOf, useFaultSentence } from '../../../../desk/fault.ts';
import { useKnownStatus } from '../../../../desk/desk-status.ts';
import { usePlace } from '../../../../desk/places.ts';
import { rem } from '../../../../look/theme.ts';
import { ActionButton } from '../../../../parts/controls/ActionButton.tsx';
import { Field } from '../../../../parts/controls/Field.tsx';
import { parseDate } from '../../../../text/format.ts';
import { useTexts } from '../../../../text/texts.ts';
import { fieldId } from '../../case-fields/field-id.ts';
import { sheetFieldOf } from '../field-of-fault.ts';
import { type PaperSheetForm, againstSquare, blankSheet } from '../../case-fields/paper-sheet.ts';
import type { ReceptionHook } from '../useReception.ts';
import { Block, Column, Row, Text } from '../../../../parts/layout/primitives.ts';

type SheetBandProps = {
  readonly hook: ReceptionHook;
  readonly errorOf: (path: string) => string | undefined;
  readonly onLeave: () => void;
  readonly onList: () => void;
};

/** Above everything while the form is entered from paper: which sheet, when it was received, what was promised on it. */
export function SheetBand({ hook, errorOf, onLeave, onList }: SheetBandProps) {
  const { kit } = useTexts();
  const { go } = usePlace();
  const sentenceOf = useFaultSentence();
  const { data } = useQuery(desk.kit.list.queryOptions({ input: {} }));
  const sheet = hook.form.fromKit ?? blankSheet;
  const seen = faultOf(hook.fault);
  const refused = sheetFieldOf(seen?.code);
  const left = data?.kits.reduce((sum, { open }) => sum + open, 0);
  const missing = useKnownStatus(({ missingPapers }) => missingPapers);
  const dayUnread = parseDate(sheet.day)?.length !== 10;

  function type(change: Partial<PaperSheetForm>) {
    hook.dispatch({ type: 'sheet-typed', change });
    if (refused !== undefined && !hook.accepting) hook.forgetFault();
  }

  function wrong(path: string): string | undefined {
    return (refused === path && seen !== undefined ? kit.refused[seen.code] : undefined) ?? errorOf(path);
  }

  const received = wrong('fromKit.acceptedAt');
  const against = againstSquare(sheet);
  const unlike = (name: keyof PaperSheetForm) => (against.has(name) ? kit.againstSquare : undefined);
  const field = (
    path: string,
    name: keyof PaperSheetForm & ('number' | 'day' | 'hour' | 'promisedDay' | 'promisedHour'),
  ) => ({
    id: fieldId(path),
    value: sheet[name],
    onChange: (event: { readonly target: { readonly value: string } }) =>
      // Another number is another paper: its square is not scanned yet.
      type({ [name]: event.target.value, ...(name === 'number' ? { square: '' } : {}) }),
  });
  return (
    <Row
      as="section"
      shrink={false}
      wrap
      align="flex-start"
      gap={3}
      padding={[2.5, 3.5]}
      radius={10}
      ground="soon"
      css={{ border: '2px solid var(--soon)', '& .MuiOutlinedInput-root': { backgroundColor: 'var(--panel)' } }}
      aria-label={kit.mode}
    >
      <Block width={168} shrink={false}>
        <Text weight={700} tone="soon">
          <span aria-hidden>✎ </span>
          {kit.mode}
        </Text>
        <Text size="small" role="status">
          {missing ? kit.leftMissing(missing.receptions, missing.atMost) : left === undefined ? '' : kit.left(left)}
        </Text>
      </Block>
      <Block flex={`2 1 ${rem(210)}`} minWidth={0}>
        <Field
          label={kit.number}
          placeholder={kit.numberHint}
          error={wrong('fromKit.number')}
          {...field('fromKit.number', 'number')}
        />
      </Block>
      <Block flex={`1 1 ${rem(112)}`} minWidth={0}>
        <Field
          label={kit.day}
          error={(received !== undefined && refused === undefined && dayUnread ? received : undefined) ?? unlike('day')}
          {...field('fromKit.day', 'day')}
          inputProps={{ inputMode: 'numeric' }}
        />
      </Block>
      <Block flex={`1 1 ${rem(78)}`} minWidth={0}>
        <Field
          label={kit.hour}
          error={
            (received !== undefined && (refused !== undefined || !dayUnread) ? received : undefined) ?? unlike('hour')
          }
          {...field('fromKit.acceptedAt', 'hour')}
          inputProps={{ inputMode: 'numeric' }}
        />
      </Block>
      <Block flex={`1 1 ${rem(124)}`} minWidth={0}>
        <Field
          label={kit.promisedDay}
          error={wrong('fromKit.promisedDate') ?? unlike('promisedDay')}
          {...field('fromKit.promisedDate', 'promisedDay')}
          inputProps={{ inputMode: 'numeric' }}
        />
      </Block>
      <Block flex={`1 1 ${rem(90)}`} minWidth={0}>
        <Field
          label={kit.promisedHour}
          error={errorOf('fromKit.promisedTime') ?? unlike('promisedHour')}
          {...field('fromKit.promisedTime', 'promisedHour')}
          inputProps={{ inputMode: 'numeric' }}
        />
      </Block>
      <Column
        gap={1}
        css={{ '& .MuiButton-root': { minHeight: rem(28), padding: `${rem(2)} ${rem(8)}`, fontSize: rem(12) } }}
      >
        <ActionButton keys="Alt+Shift+U" label={kit.listShort} onAct={onList} />
        <ActionButton keys="Escape" label={kit.leave} onAct={onLeave} />
      </Column>
      {sheet.number.trim() !== '' && sheet.promisedDay.trim() === '' && (
        <Text size="note" role="note" css={{ flexBasis: '100%' }}>
          {kit.lawPromise}
        </Text>
      )}
      {refused !== undefined && (
        <Row gap={3} align="center" weight={500} size="note" css={{ flexBasis: '100%' }} role="alert">
          <Block grow minWidth={0}>
            {sentenceOf(hook.fault)}
          </Block>
          {seen?.code === 'kit-number-used' && (
            <ActionButton
              keys="Alt+Shift+O"
              label={kit.openUsed}
              onAct={() => go({ screen: 'case', caseId: String(seen.data['caseId']) })}
            />
          )}
        </Row>
      )}
    </Row>
  );
}
