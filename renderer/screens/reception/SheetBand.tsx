import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import { desk } from '../../desk/client.ts';
import { faultOf, useFaultSentence } from '../../desk/fault.ts';
import { usePlace } from '../../desk/places.ts';
import { rem } from '../../look/theme.ts';
import { ActionButton } from '../../parts/controls/ActionButton.tsx';
import { Field } from '../../parts/controls/Field.tsx';
import { parseDate } from '../../text/format.ts';
import { useTexts } from '../../text/texts.ts';
import { fieldId } from './field-id.ts';
import { type SheetForm, blankSheet, sheetFieldOf } from './paper-sheet.ts';
import type { ReceptionHook } from './useReception.ts';

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
  const dayUnread = parseDate(sheet.day)?.length !== 10;

  function type(change: Partial<SheetForm>) {
    hook.dispatch({ type: 'sheet-typed', change });
    if (refused !== undefined && !hook.accepting) hook.forgetFault();
  }

  function wrong(path: string): string | undefined {
    return (refused === path && seen !== undefined ? kit.refused[seen.code] : undefined) ?? errorOf(path);
  }

  const received = wrong('fromKit.acceptedAt');
  const field = (
    path: string,
    name: keyof SheetForm & ('number' | 'day' | 'hour' | 'promisedDay' | 'promisedHour'),
  ) => ({
    id: fieldId(path),
    value: sheet[name],
    onChange: (event: { readonly target: { readonly value: string } }) => type({ [name]: event.target.value }),
  });
  return (
    <Box
      component="section"
      aria-label={kit.mode}
      sx={{
        flexShrink: 0,
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'flex-start',
        gap: rem(12),
        padding: `${rem(10)} ${rem(14)}`,
        borderRadius: '10px',
        border: '2px solid var(--soon)',
        bgcolor: 'var(--soon-soft)',
        '& .MuiOutlinedInput-root': { bgcolor: 'background.paper' },
      }}
    >
      <Box sx={{ width: rem(168), flexShrink: 0 }}>
        <Box sx={{ fontWeight: 700, color: 'var(--soon)' }}>
          <span aria-hidden>✎ </span>
          {kit.mode}
        </Box>
        <Box sx={{ fontSize: rem(12) }} role="status">
          {left === undefined ? '' : kit.left(left)}
        </Box>
      </Box>
      <Box sx={{ flex: `2 1 ${rem(210)}`, minWidth: 0 }}>
        <Field
          label={kit.number}
          placeholder={kit.numberHint}
          error={wrong('fromKit.number')}
          {...field('fromKit.number', 'number')}
        />
      </Box>
      <Box sx={{ flex: `1 1 ${rem(112)}`, minWidth: 0 }}>
        <Field
          label={kit.day}
          error={received !== undefined && refused === undefined && dayUnread ? received : undefined}
          {...field('fromKit.day', 'day')}
          inputProps={{ inputMode: 'numeric' }}
        />
      </Box>
      <Box sx={{ flex: `1 1 ${rem(78)}`, minWidth: 0 }}>
        <Field
          label={kit.hour}
          error={received !== undefined && (refused !== undefined || !dayUnread) ? received : undefined}
          {...field('fromKit.acceptedAt', 'hour')}
          inputProps={{ inputMode: 'numeric' }}
        />
      </Box>
      <Box sx={{ flex: `1 1 ${rem(124)}`, minWidth: 0 }}>
        <Field
          label={kit.promisedDay}
          error={wrong('fromKit.promisedDate')}
          {...field('fromKit.promisedDate', 'promisedDay')}
          inputProps={{ inputMode: 'numeric' }}
        />
      </Box>
      <Box sx={{ flex: `1 1 ${rem(90)}`, minWidth: 0 }}>
        <Field
          label={kit.promisedHour}
          error={errorOf('fromKit.promisedTime')}
          {...field('fromKit.promisedTime', 'promisedHour')}
          inputProps={{ inputMode: 'numeric' }}
        />
      </Box>
      <Box
        sx={{
          display: 'flex',
          flexDirection: 'column',
          gap: rem(4),
          '& .MuiButton-root': { minHeight: rem(28), padding: `${rem(2)} ${rem(8)}`, fontSize: rem(12) },
        }}
      >
        <ActionButton keys="Alt+K" label={kit.listShort} onAct={onList} />
        <ActionButton keys="Escape" label={kit.leave} onAct={onLeave} />
      </Box>
      {refused !== undefined && (
        <Box
          role="alert"
          sx={{
            flexBasis: '100%',
            display: 'flex',
            gap: rem(12),
            alignItems: 'center',
            fontWeight: 500,
            fontSize: rem(13),
          }}
        >
          <Box sx={{ flexGrow: 1, minWidth: 0 }}>{sentenceOf(hook.fault)}</Box>
          {seen?.code === 'kit-number-used' && (
            <ActionButton
              keys="Alt+M"
              label={kit.openUsed}
              onAct={() => go({ screen: 'case', caseId: String(seen.data['caseId']) })}
            />
          )}
        </Box>
      )}
    </Box>
  );
}
