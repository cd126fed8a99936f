import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import { type Screen, usePlace } from '../desk/places.ts';
import { useKnownStatus, userOf } from '../desk/status.ts';
import { rem } from '../look/theme.ts';
import { KeyCap, ariaKeys } from '../parts/keys/KeyCap.tsx';
import { useTexts } from '../text/texts.ts';
import { Icon } from './icons.tsx';
import { keepsOffice } from './keeps-office.ts';

type RailItemProps = {
  readonly icon: Screen | 'settings';
  readonly label: string;
  readonly keys: string;
  readonly current: boolean;
  readonly onGo: () => void;
};

function RailItem({ icon, label, keys, current, onGo }: RailItemProps) {
  return (
    <ButtonBase
      onClick={onGo}
      aria-current={current ? 'page' : undefined}
      aria-keyshortcuts={ariaKeys(keys)}
      sx={{
        flexDirection: 'column',
        // Nine screens and their keys fit the smallest screen in use, 768 lines high.
        gap: rem(2),
        width: '100%',
        flexShrink: 0,
        padding: `${rem(5)} ${rem(2)}`,
        borderRadius: '8px',
        font: 'inherit',
        fontSize: rem(12),
        fontWeight: current ? 600 : 400,
        color: current ? 'var(--brand)' : 'text.secondary',
        bgcolor: current ? 'var(--brand-soft)' : 'transparent',
        '&:hover': { bgcolor: current ? 'var(--brand-soft)' : 'var(--ground)' },
      }}
    >
      <Icon of={icon} />
      {label}
      <KeyCap keys={keys} />
    </ButtonBase>
  );
}

/** The screens that exist, each with its key. */
export function Rail({ onSettings }: { readonly onSettings: () => void }) {
  const { frame } = useTexts();
  const { place, go } = usePlace();
  const user = useKnownStatus(userOf);
  return (
    <Box
      component="nav"
      aria-label={frame.screens}
      sx={{
        bgcolor: 'background.paper',
        borderRight: '1px solid var(--hairline)',
        padding: rem(6),
        display: 'flex',
        flexDirection: 'column',
        gap: rem(2),
        overflow: 'auto',
      }}
    >
      <RailItem
        icon="reception"
        label={frame.reception}
        keys="F2"
        current={place.screen === 'reception' || place.screen === 'intake'}
        onGo={() => go({ screen: 'reception' })}
      />
      <RailItem
        icon="find"
        label={frame.find}
        keys="F3"
        current={place.screen === 'find' || place.screen === 'case'}
        onGo={() => go({ screen: 'find' })}
      />
      <RailItem
        icon="my-work"
        label={frame.myWork}
        keys="F4"
        current={place.screen === 'my-work' || place.screen === 'bundles'}
        onGo={() => go({ screen: 'my-work' })}
      />
      <RailItem
        icon="return-results"
        label={frame.returnResults}
        keys="F6"
        current={place.screen === 'return-results'}
        onGo={() => go({ screen: 'return-results' })}
      />
      <RailItem
        icon="cash"
        label={frame.cash}
        keys="F7"
        current={place.screen === 'cash'}
        onGo={() => go({ screen: 'cash' })}
      />
      <RailItem
        icon="register"
        label={frame.register}
        keys="F8"
        current={place.screen === 'register'}
        onGo={() => go({ screen: 'register' })}
      />
      <RailItem
        icon="hand-over"
        label={frame.handOver}
        keys="F10"
        current={place.screen === 'hand-over'}
        onGo={() => go({ screen: 'hand-over' })}
      />
      {keepsOffice(user) && (
        <RailItem
          icon="office"
          label={frame.office}
          keys="F9"
          current={place.screen === 'office'}
          onGo={() => go({ screen: 'office' })}
        />
      )}
      <Box sx={{ flexGrow: 1 }} />
      <RailItem icon="settings" label={frame.settings} keys="Alt+0" current={false} onGo={onSettings} />
    </Box>
  );
}
