import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { desk } from '../../../desk/client.ts';
import { useSettings } from '../../../look/settings.ts';
import { FaultNote } from '../../../parts/controls/FaultNote.tsx';
import { Field } from '../../../parts/controls/Field.tsx';
import { Segmented } from '../../../parts/controls/Segmented.tsx';
import { Dialog } from '../../../parts/dialog/Dialog.tsx';
import { formatDate, formatWeekday } from '../../../text/format.ts';
import { useTexts } from '../../../text/texts.ts';
import { Block, Row, Surface, Text } from '../../../parts/layout/primitives.ts';

type KitDialogProps = {
  readonly now: string;
  readonly onClose: () => void;
  readonly onPrinted: (sentence: string) => void;
};

/** After the counter closes, a kit is for the next day. */
const counterCloses = '17:00';

/** The one confirmation: how many sheets, for which day, and exactly which numbers leave the block for good. */
export function KitDialog({ now, onClose, onPrinted }: KitDialogProps) {
  const { common, kit } = useTexts();
  const { language } = useSettings();
  const [typed, setTyped] = useState('20');
  const [when, setWhen] = useState<'today' | 'next'>(now.slice(11, 16) >= counterCloses ? 'next' : 'today');
  // The kit's id: what fails half-way is finished by the same key, with the same numbers.
  const [requestId] = useState(() => crypto.randomUUID());
  const count = /^\s*\d+\s*$/.test(typed) ? Number(typed) : Number.NaN;
  const countWrong = !(count >= 1 && count <= 100);
  const days = useQuery(desk.kit.plan.queryOptions({ input: { count: 1 }, retry: false }));
  const dates = days.data;
  const date = dates === undefined ? undefined : when === 'today' ? dates.today : dates.nextWorkingDay;
  const plan = useQuery(
    desk.kit.plan.queryOptions({
      input: { ...(date === undefined ? {} : { date }), count: countWrong ? 1 : count },
      enabled: !countWrong && (date !== undefined || days.error !== null),
      placeholderData: keepPreviousData,
      staleTime: 0,
      retry: false,
    }),
  );
  const print = useMutation(
    desk.kit.print.mutationOptions({
      onSuccess: ({ kit: made, paperFault }) => {
        const [first, last] = [made.sheets[0], made.sheets.at(-1)];
        if (paperFault === null) onPrinted(kit.range(first?.number ?? '', last?.number ?? '', made.sheets.length));
      },
    }),
  );
  const ready = plan.data !== undefined && !plan.isPlaceholderData && plan.error === null && !countWrong;
  const made = print.data;

  function act() {
    if (print.isPending || (!ready && made === undefined)) return;
    print.mutate({ ...(date === undefined ? {} : { date }), count, requestId });
  }

  const dayWords = (day: string) => `${formatWeekday(day, language)} ${formatDate(day)}`;
  return (
    <Dialog
      title={kit.print}
      onClose={onClose}
      act={{
        label: made === undefined ? kit.printNow : kit.printRest,
        onAct: act,
        disabled: print.isPending || (!ready && made === undefined),
      }}
      {...(made === undefined ? {} : { closeLabel: common.close })}
    >
      <div>{kit.printWhat}</div>
      <Row gap={4} align="flex-start" wrap>
        <Block width={96}>
          <Field
            label={kit.count}
            autoFocus
            value={typed}
            disabled={made !== undefined}
            onFocus={(event) => (event.target as HTMLInputElement).select()}
            onChange={(event) => setTyped(event.target.value)}
            error={countWrong ? kit.countWrong : undefined}
            inputProps={{ inputMode: 'numeric' }}
          />
        </Block>
        {dates !== undefined && made === undefined && (
          <Segmented
            label={kit.forDay}
            value={when}
            onChange={setWhen}
            choices={[
              { value: 'today', label: `${kit.today}: ${formatDate(dates.today)}` },
              { value: 'next', label: dayWords(dates.nextWorkingDay) },
            ]}
          />
        )}
      </Row>
      {ready && made === undefined && (
        <Surface padding={[2.5, 3.5]} ground="brand" role="status">
          <Text size="note" tone="secondary">
            {kit.numbersOf(plan.data.serials.length, dayWords(plan.data.day))}
          </Text>
          <Text size="lead" weight={700}>
            {plan.data.first} → {plan.data.last}
          </Text>
        </Surface>
      )}
      <Text size="note" tone="secondary">
        {kit.forGood}
      </Text>
      <FaultNote error={print.error ?? (countWrong ? null : (plan.error ?? days.error))} />
      {made !== undefined && made.paperFault !== null && <FaultNote error={kit.noPaper(made.paperFault.message)} />}
    </Dialog>
  );
}
