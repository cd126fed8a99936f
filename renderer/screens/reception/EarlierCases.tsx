import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import { useQuery } from '@tanstack/react-query';
import { desk } from '../../desk/client.ts';
import { usePlace } from '../../desk/places.ts';
import { rem } from '../../look/theme.ts';
import { StatusChip } from '../../parts/controls/StatusChip.tsx';
import { KeyCap, ariaKeys } from '../../parts/keys/KeyCap.tsx';
import { useShortcuts } from '../../parts/keys/shortcuts.ts';
import { PanelTitle } from '../../parts/layout/Panel.tsx';
import { daysBetween, formatDate } from '../../text/format.ts';
import { useTexts } from '../../text/texts.ts';
import { fieldId, focusField } from './field-id.ts';
import { inputOf } from './query-input.ts';
import { CaseStatus } from '../../../electron/contract/status.ts';

const shown = 5;

/** What this person filed before, and what may be the same file twice, seen before accepting. */
export function useEarlier(idNumber: string, procedureCode: string | undefined) {
  const whole = /^(\d{9}|\d{10}(-?\d{3})?|\d{12}|(?=.*[A-Z])[A-Z0-9]{6,15})$/.test(idNumber);
  return useQuery(
    desk.person.earlier.queryOptions({
      input: { idNumber, ...(procedureCode === undefined ? {} : { procedureCode }) },
      enabled: whole,
      // While the procedure changes the same person's list stays in sight; another person's never does.
      placeholderData: (before, query) => (inputOf(query)['idNumber'] === idNumber ? before : undefined),
    }),
  );
}

export type Earlier = NonNullable<ReturnType<typeof useEarlier>['data']>['cases'];

export function EarlierCases({ cases, today }: { readonly cases: Earlier; readonly today: string }) {
  const { reception } = useTexts();
  const { go } = usePlace();
  const texts = reception.earlier;
  // A possible duplicate is never below the fold.
  const ordered = cases.toSorted((a, b) => Number(b.possibleDuplicate) - Number(a.possibleDuplicate));
  const [first] = ordered;
  const duplicate = first?.possibleDuplicate === true ? first : undefined;

  useShortcuts([
    { keys: 'Alt+L', label: texts.goTo, run: () => focusField('earlier'), disabled: first === undefined },
    {
      keys: 'Alt+D',
      label: texts.openDuplicate,
      run: () => duplicate !== undefined && go({ screen: 'case', caseId: duplicate.caseId }),
      disabled: duplicate === undefined,
    },
  ]);

  return (
    <Box component="section" aria-label={texts.title}>
      <PanelTitle aside={cases.length > 0 ? <KeyCap keys="Alt+L" /> : undefined}>{texts.title}</PanelTitle>
      {cases.length === 0 && <Box sx={{ color: 'text.secondary', fontSize: rem(12) }}>{texts.none}</Box>}
      <Box
        component="ul"
        sx={{ listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: rem(8) }}
      >
        {ordered.slice(0, shown).map((one, index) => {
          const status = CaseStatus.safeParse(one.status);
          return (
            <li key={one.caseId}>
              <ButtonBase
                id={index === 0 ? fieldId('earlier') : undefined}
                onClick={() => go({ screen: 'case', caseId: one.caseId })}
                aria-keyshortcuts={one === duplicate ? ariaKeys('Alt+D') : undefined}
                sx={{
                  display: 'block',
                  width: '100%',
                  textAlign: 'left',
                  font: 'inherit',
                  padding: `${rem(8)} ${rem(10)}`,
                  borderRadius: '8px',
                  border: '1px solid',
                  borderColor: one.possibleDuplicate ? 'var(--soon)' : 'var(--hairline)',
                  '&:hover': { bgcolor: 'var(--ground)' },
                }}
              >
                <Box sx={{ display: 'flex', gap: 2, alignItems: 'flex-start', fontWeight: 500, fontSize: rem(13) }}>
                  <Box sx={{ flexGrow: 1, minWidth: 0, ...twoLines }}>{one.procedureName}</Box>
                  {status.success && <StatusChip status={status.data} />}
                </Box>
                <Box
                  sx={{
                    fontSize: rem(11),
                    color: 'text.secondary',
                    display: 'flex',
                    gap: 1,
                    flexWrap: 'wrap',
                    marginTop: rem(2),
                  }}
                >
                  <span>
                    {one.number} · {formatDate(one.acceptedAt)}
                  </span>
                  {one.possibleDuplicate && (
                    <Box
                      component="span"
                      sx={{
                        color: 'var(--soon)',
                        fontWeight: 500,
                        flexBasis: '100%',
                        display: 'flex',
                        gap: 1,
                        justifyContent: 'space-between',
                        alignItems: 'center',
                      }}
                    >
                      <span>{texts.duplicate(Math.max(0, daysBetween(one.acceptedAt, today)))}</span>
                      {one === duplicate && <KeyCap keys="Alt+D" />}
                    </Box>
                  )}
                </Box>
              </ButtonBase>
            </li>
          );
        })}
      </Box>
      {cases.length > shown && (
        <Box sx={{ fontSize: rem(12), color: 'text.secondary', marginTop: 1 }}>{texts.more(cases.length - shown)}</Box>
      )}
    </Box>
  );
}

export const twoLines = {
  display: '-webkit-box',
  WebkitLineClamp: 2,
  WebkitBoxOrient: 'vertical',
  overflow: 'hidden',
} as const;
