import { rem } from '../../look/theme.ts';
import { ActionButton } from '../../parts/controls/ActionButton.tsx';
import { useTexts } from '../../text/texts.ts';
import { Grid } from '../../parts/layout/primitives.ts';

type KitButtonsProps = { readonly onPrint: () => void; readonly onEnter: () => void };

/** For the day the power fails: paper to go on with, and the way back from it. */
export function KitButtons({ onPrint, onEnter }: KitButtonsProps) {
  const { kit } = useTexts();
  return (
    <Grid
      columns="1fr 1fr"
      gap={1.5}
      shrink={false}
      css={{
        '& .MuiButton-root': {
          minHeight: rem(30),
          padding: `${rem(2)} ${rem(6)}`,
          fontSize: rem(12),
          fontWeight: 500,
          flexWrap: 'wrap',
          columnGap: rem(6),
          lineHeight: 1.3,
        },
      }}
    >
      <ActionButton keys="Ctrl+Shift+P" label={kit.print} onAct={onPrint}>
        {kit.printShort}
      </ActionButton>
      <ActionButton keys="Ctrl+Shift+B" label={kit.mode} onAct={onEnter}>
        {kit.mode}
      </ActionButton>
    </Grid>
  );
}
