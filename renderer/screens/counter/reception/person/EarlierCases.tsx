import ButtonBase from '@mui/material/ButtonBase';
import { useQuery } from '@tanstack/react-query';
import { desk, inputOf, keptOfPersonMs } from '../../../../desk/client.ts';
import { usePlace } from '../../../../desk/places.ts';
import { rem } from '../../../../look/theme.ts';
import { StatusChip } from '../../../../parts/controls/StatusChip.tsx';
import { KeyCap, ariaKeys } from '../../../../parts/keys/KeyCap.tsx';
import { useShortcuts } from '../../../../parts/keys/shortcuts.ts';
import { PanelTitle } from '../../../../parts/layout/Panel.tsx';
import { daysBetween, formatDate } from '../../../../text/format.ts';
import { useTexts } from '../../../../text/texts.ts';
import { fieldId, focusField } from '../../case-fields/field-id.ts';
import { Column, Row, Text } from '../../../../parts/layout/primitives.ts';

const shown = 5;

/** What this person filed before, and what may be the same file twice, seen before accepting. */
export function useEarlier(idNumber: string, procedureCode: string | undefined) {
  const whole = /^(\d{9}|\d{10}(-?\d{3})?|\d{12}|(?=.*[A-Z])[A-Z0-9]{6,15})$/.test(idNumber);
  return useQuery(
    desk.person.earlier.queryOptions({
      input: { idNumber, ...(procedureCode === undefined ? {} : { procedureCode }) },
      enabled: whole,
      gcTime: keptOfPersonMs,
      // While the procedure changes the same person's list stays in sight; another person's never does.
      placeholderData: (before, query) => (inputOf(query)['idNumber'] === idNumber ? before : undefined),
    }),
  );
}

type Earlier = NonNullable<ReturnType<typeof useEarlier>['data']>['cases'];

type EarlierProps = { readonly cases: Earlier; readonly today: string };

/** What may be the same file twice: at the top of its column and there to stay, however far the fields below are scrolled. */
export function PossibleDuplicate({ cases, today }: EarlierProps) {
  const texts = useTexts().reception.earlier;
  const { go } = usePlace();
  const duplicate = cases.find(({ possibleDuplicate }) => possibleDuplicate);
  const open = () => duplicate !== undefined && go({ screen: 'case', caseId: duplicate.caseId });
  useShortcuts([{ keys: 'Alt+Shift+O', label: texts.openDuplicate, run: open, disabled: duplicate === undefined }]);
  if (duplicate === undefined) return null;
  return (
    <ButtonBase
      onClick={open}
      aria-keyshortcuts={ariaKeys('Alt+Shift+O')}
      sx={{
        display: 'block',
        font: 'inherit',
        fontSize: rem(13),
        textAlign: 'left',
        padding: `${rem(6)} ${rem(10)}`,
        borderRadius: '8px',
        border: '1px solid var(--soon)',
        bgcolor: 'var(--soon-soft)',
      }}
    >
      <Row as="span" tone="soon" weight={600} gap={1} align="center">
        <span aria-hidden>▲</span>
        <Text as="span" grow>
          {texts.duplicate(Math.max(0, daysBetween(duplicate.acceptedAt, today)))}
        </Text>
        <KeyCap keys="Alt+Shift+O" />
      </Row>
      <Text as="span" size="small">
        {duplicate.number}
      </Text>
    </ButtonBase>
  );
}

type EarlierCasesProps = Pick<EarlierProps, 'cases'> & {
  /** Something of this person waits to be received, and stands above. */
  readonly waits: boolean;
};

export function EarlierCases({ cases, waits }: EarlierCasesProps) {
  const { reception } = useTexts();
  const { go } = usePlace();
  const texts = reception.earlier;
  const ordered = cases.toSorted((a, b) => Number(b.possibleDuplicate) - Number(a.possibleDuplicate));
  const [first] = ordered;

  useShortcuts([{ keys: 'Alt+6', label: texts.goTo, run: () => focusField('earlier'), disabled: first === undefined }]);

  if (cases.length === 0 && waits) return null;
  return (
    <section aria-label={texts.title}>
      <PanelTitle aside={cases.length > 0 ? <KeyCap keys="Alt+6" /> : undefined}>{texts.title}</PanelTitle>
      {cases.length === 0 && (
        <Text tone="secondary" size="small">
          {texts.none}
        </Text>
      )}
      <Column as="ul" gap={2}>
        {ordered.slice(0, shown).map((one, index) => (
          <li key={one.caseId}>
            <ButtonBase
              id={index === 0 ? fieldId('earlier') : undefined}
              onClick={() => go({ screen: 'case', caseId: one.caseId })}
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
              <Row gap={2} align="flex-start" weight={500} size="note">
                <Text lines={2} grow minWidth={0}>
                  {one.procedureName}
                </Text>
                <StatusChip status={one.status} undone={one.undone} />
              </Row>
              <Row size="tiny" tone="secondary" gap={1} wrap marginTop={0.5}>
                <span>
                  {one.number} · {formatDate(one.acceptedAt)}
                </span>
              </Row>
            </ButtonBase>
          </li>
        ))}
      </Column>
      {cases.length > shown && (
        <Text size="small" tone="secondary" marginTop={1}>
          {texts.more(cases.length - shown)}
        </Text>
      )}
    </section>
  );
}
