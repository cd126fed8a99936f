import ButtonBase from '@mui/material/ButtonBase';
import { useQuery } from '@tanstack/react-query';
import { askedEveryMs, desk } from '../../../../desk/client.ts';
import { usePlace } from '../../../../desk/places.ts';
import { rem } from '../../../../look/theme.ts';
import { Chip } from '../../../../parts/controls/Chip.tsx';
import { KeyCap } from '../../../../parts/keys/KeyCap.tsx';
import { useShortcuts } from '../../../../parts/keys/shortcuts.ts';
import { shortMoment } from '../../../../text/format.ts';
import { useTexts } from '../../../../text/texts.ts';
import { Text } from '../../../../parts/layout/primitives.ts';

/** How many files wait, and which clock ends first: always in sight, one key away. */
export function WaitingButton() {
  const { intake } = useTexts();
  const { go } = usePlace();
  const { data } = useQuery(
    desk.intake.list.queryOptions({ input: { limit: 1 }, staleTime: 0, refetchInterval: askedEveryMs }),
  );
  const open = () => go({ screen: 'intake' });
  useShortcuts([{ keys: 'Alt+O', label: intake.open, run: open }]);
  return (
    <ButtonBase
      onClick={open}
      aria-keyshortcuts="Alt+O"
      sx={{
        font: 'inherit',
        fontSize: rem(13),
        gap: rem(8),
        padding: `${rem(6)} ${rem(12)}`,
        borderRadius: '10px',
        border: '1px solid var(--hairline)',
        bgcolor: 'background.paper',
        justifyContent: 'flex-start',
        textAlign: 'left',
        flexShrink: 0,
        '&:hover': { borderColor: 'var(--control)' },
      }}
    >
      <Text as="span" weight={data?.waiting ? 600 : 400}>
        {intake.waitingShort(data?.waiting ?? 0)}
      </Text>
      {data !== undefined && data.late > 0 && <Chip tone="late">! {intake.late(data.late)}</Chip>}
      <Text as="span" grow tone="secondary">
        {data !== undefined && data.nearest !== null && intake.nearest(shortMoment(data.nearest))}
      </Text>
      <KeyCap keys="Alt+O" />
    </ButtonBase>
  );
}
