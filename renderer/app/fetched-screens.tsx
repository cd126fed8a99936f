import { type ComponentType, use, useEffect } from 'react';
import { proveHost } from '../desk/host.ts';

const screens: (() => Promise<unknown>)[] = [];

/** Drawn at once where it was fetched ahead. React's own `lazy` waits a turn even then, and shows what was waited for a third of a second late. */
function fetched<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let known: ComponentType<Props> | undefined;
  let underWay: Promise<ComponentType<Props>> | undefined;

  async function fetchOnce(): Promise<ComponentType<Props>> {
    try {
      // What a stranger at this address would hand out runs as our own.
      await proveHost();
      known = await load();
      return known;
    } catch (error) {
      // The host may be back when the screen is asked for again.
      underWay = undefined;
      throw error;
    }
  }

  function screen(): Promise<ComponentType<Props>> {
    underWay ??= fetchOnce();
    return underWay;
  }

  screens.push(screen);
  return function Fetched(props: Props) {
    const Screen = known ?? use(screen());
    return <Screen {...props} />;
  };
}

export const Reception = fetched(() =>
  import('../screens/counter/reception/Reception.tsx').then(({ Reception }) => Reception),
);
export const IntakeScreen = fetched(() =>
  import('../screens/counter/intake/IntakeScreen.tsx').then(({ IntakeScreen }) => IntakeScreen),
);
export const Find = fetched(() => import('../screens/counter/find/Find.tsx').then(({ Find }) => Find));
export const Case = fetched(() => import('../screens/counter/case/Case.tsx').then(({ Case }) => Case));
export const PersonPage = fetched(() =>
  import('../screens/common/person/PersonPage.tsx').then(({ PersonPage }) => PersonPage),
);
export const MyWork = fetched(() => import('../screens/counter/my-work/MyWork.tsx').then(({ MyWork }) => MyWork));
export const ReturnResults = fetched(() =>
  import('../screens/counter/return-results/ReturnResults.tsx').then(({ ReturnResults }) => ReturnResults),
);
export const Cash = fetched(() => import('../screens/counter/cash/Cash.tsx').then(({ Cash }) => Cash));
export const PrintTray = fetched(() =>
  import('../screens/common/print-tray/PrintTray.tsx').then(({ PrintTray }) => PrintTray),
);
export const Register = fetched(() =>
  import('../screens/books/register/Register.tsx').then(({ Register }) => Register),
);
export const HandOverScreen = fetched(() =>
  import('../screens/routing/hand-over/HandOverScreen.tsx').then(({ HandOverScreen }) => HandOverScreen),
);
export const Bundles = fetched(() => import('../screens/routing/bundles/Bundles.tsx').then(({ Bundles }) => Bundles));
export const Petitions = fetched(() =>
  import('../screens/counter/petition/Petitions.tsx').then(({ Petitions }) => Petitions),
);
export const Certification = fetched(() =>
  import('../screens/counter/certification/Certification.tsx').then(({ Certification }) => Certification),
);
export const Office = fetched(() => import('../screens/common/office/Office.tsx').then(({ Office }) => Office));
export const LessonsDialog = fetched(() =>
  import('./lessons/LessonsDialog.tsx').then(({ LessonsDialog }) => LessonsDialog),
);
export const ClockDialog = fetched(() => import('./ClockDialog.tsx').then(({ ClockDialog }) => ClockDialog));
export const SettingsDrawer = fetched(() =>
  import('./SettingsDrawer.tsx').then(({ SettingsDrawer }) => SettingsDrawer),
);

/** Fetches every screen once the first one stands: a key then shows its screen at once, and a host that goes away takes none with it. */
export function useFetchedAhead(): void {
  useEffect(() => {
    const idle = requestIdleCallback(() => {
      for (const screen of screens) screen().catch(() => undefined);
    });
    return () => cancelIdleCallback(idle);
  }, []);
}
