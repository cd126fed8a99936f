import ButtonBase from '@mui/material/ButtonBase';
import type { Status } from '../../electron/contract/common/office/office.ts';
import { type Screen, usePlace } from '../desk/places.ts';
import { useKnownStatus, userOf } from '../desk/desk-status.ts';
import { rem } from '../look/theme.ts';
import { ariaKeys, KeyCap } from '../parts/keys/KeyCap.tsx';
import { Block, Column } from '../parts/layout/primitives.ts';
import type { Texts } from '../text/languages.ts';
import { useTexts } from '../text/texts.ts';

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
        // Eleven screens and their keys fit the smallest screen in use, 768 lines high, for a supervisor too.
        gap: rem(1),
        width: '100%',
        flexShrink: 0,
        padding: `${rem(2)} ${rem(2)}`,
        lineHeight: 1.2,
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

/** The screens that show who filed something, each with its key, and what opens from them and stands under their name. */
const ofPersons = [
  { screen: 'reception', label: 'reception', keys: 'F2', under: ['intake'] },
  { screen: 'find', label: 'find', keys: 'F3', under: ['case'] },
  { screen: 'my-work', label: 'myWork', keys: 'F4', under: ['bundles'] },
  { screen: 'certification', label: 'certification', keys: 'F5', under: [] },
  { screen: 'return-results', label: 'returnResults', keys: 'F6', under: [] },
  { screen: 'cash', label: 'cash', keys: 'F7', under: [] },
  { screen: 'register', label: 'register', keys: 'F8', under: [] },
  { screen: 'hand-over', label: 'handOver', keys: 'F10', under: [] },
  { screen: 'petition', label: 'petition', keys: 'F11', under: [] },
] as const satisfies readonly {
  readonly screen: Screen;
  readonly label: keyof Texts['frame'];
  readonly keys: string;
  readonly under: readonly Screen[];
}[];

/** The screens that exist, each with its key. Who keeps machines alone sees none that shows who filed something. */
export function Rail({ onSettings }: { readonly onSettings: () => void }) {
  const { frame } = useTexts();
  const { place, go } = usePlace();
  const user = useKnownStatus(userOf);
  return (
    <Column
      as="nav"
      ground="panel"
      padding={1.5}
      scroll
      css={{ borderRight: '1px solid var(--hairline)' }}
      aria-label={frame.screens}
    >
      {user?.seesPersons === true &&
        ofPersons.map(({ screen, label, keys, under }) => (
          <RailItem
            key={screen}
            icon={screen}
            label={frame[label]}
            keys={keys}
            current={([screen, ...under] as readonly Screen[]).includes(place.screen)}
            onGo={() => go({ screen })}
          />
        ))}
      {keepsOffice(user) && (
        <RailItem
          icon="office"
          label={frame.office}
          keys="F9"
          current={place.screen === 'office'}
          onGo={() => go({ screen: 'office' })}
        />
      )}
      <Block grow />
      <RailItem icon="settings" label={frame.settings} keys="Alt+0" current={false} onGo={onSettings} />
    </Column>
  );
}

const paths = {
  reception: 'M12 5v14M5 12h14',
  intake: 'M4 13l3-8h10l3 8v6H4zM4 13h5l1 2h4l1-2h5',
  find: 'M11 4a7 7 0 1 0 0 14a7 7 0 0 0 0-14zM16.2 16.2L21 21',
  'print-tray': 'M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z',
  'my-work': 'M4 6l2 2l3-3M12 6.5h8M4 12l2 2l3-3M12 12.5h8M4 18l2 2l3-3M12 18.5h8',
  'return-results':
    'M7 3h8l4 4v6M7 3v9M15 3v4h4M3 15h4l3 2h4a1.5 1.5 0 0 1 0 3h-4M14 18l5-2a1.5 1.5 0 0 1 1 2.7L13 22H3',
  case: 'M6 3h9l4 4v14H6zM9 12h7M9 16h7',
  person: 'M12 4a4 4 0 1 0 0 8a4 4 0 0 0 0-8zM4 21c0-4 4-6 8-6s8 2 8 6',
  cash: 'M3 7h18v11H3zM12 10a2.5 2.5 0 1 0 0 5a2.5 2.5 0 0 0 0-5zM6 10v.01M18 15v.01',
  register: 'M5 4h12a2 2 0 0 1 2 2v14H7a2 2 0 0 1-2-2zM5 18a2 2 0 0 1 2-2h12M9 8h6M9 12h6',
  'hand-over': 'M3 8h13l-3-3M21 16H8l3 3',
  certification: 'M8 3h8v6a4 4 0 0 1-8 0zM5 15h14v3H5zM7 21h10M12 13v2',
  petition: 'M4 5h16v11H11l-5 4v-4H4zM8 9h8M8 12h5',
  bundles: 'M4 7h16v13H4zM4 7l2-3h12l2 3M9 11h6',
  office: 'M4 21h16M6 21V9l6-5l6 5v12M10 21v-6h4v6M9 11h1M14 11h1',
  settings: 'M4 7h10M18 7h2M4 17h2M10 17h10M16 5v4M8 15v4',
} as const satisfies Record<Screen | 'settings', string>;

function Icon({ of }: { readonly of: keyof typeof paths }) {
  return (
    <svg
      width="1.125rem"
      height="1.125rem"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden
    >
      <path d={paths[of]} />
    </svg>
  );
}

/** Who has the office's screen: the administrator keeps machine and people, the supervisor sets what the catalogue lacks. */
export function keepsOffice(user: Status['user']): boolean {
  return user?.role === 'admin' || user?.role === 'supervisor';
}
