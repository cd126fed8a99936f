import type { Screen } from '../desk/places.ts';

const paths = {
  reception: 'M12 5v14M5 12h14',
  intake: 'M4 13l3-8h10l3 8v6H4zM4 13h5l1 2h4l1-2h5',
  find: 'M11 4a7 7 0 1 0 0 14a7 7 0 0 0 0-14zM16.2 16.2L21 21',
  'print-tray': 'M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z',
  'my-work': 'M4 6l2 2l3-3M12 6.5h8M4 12l2 2l3-3M12 12.5h8M4 18l2 2l3-3M12 18.5h8',
  'return-results':
    'M7 3h8l4 4v6M7 3v9M15 3v4h4M3 15h4l3 2h4a1.5 1.5 0 0 1 0 3h-4M14 18l5-2a1.5 1.5 0 0 1 1 2.7L13 22H3',
  case: 'M6 3h9l4 4v14H6zM9 12h7M9 16h7',
  cash: 'M3 7h18v11H3zM12 10a2.5 2.5 0 1 0 0 5a2.5 2.5 0 0 0 0-5zM6 10v.01M18 15v.01',
  register: 'M5 4h12a2 2 0 0 1 2 2v14H7a2 2 0 0 1-2-2zM5 18a2 2 0 0 1 2-2h12M9 8h6M9 12h6',
  'hand-over': 'M3 8h13l-3-3M21 16H8l3 3',
  bundles: 'M4 7h16v13H4zM4 7l2-3h12l2 3M9 11h6',
  office: 'M4 21h16M6 21V9l6-5l6 5v12M10 21v-6h4v6M9 11h1M14 11h1',
  settings: 'M4 7h10M18 7h2M4 17h2M10 17h10M16 5v4M8 15v4',
} as const satisfies Record<Screen | 'settings', string>;

export function Icon({ of }: { readonly of: keyof typeof paths }) {
  return (
    <svg
      width="1.25rem"
      height="1.25rem"
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
