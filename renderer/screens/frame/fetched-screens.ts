import { lazy, useEffect } from 'react';

const load = {
  reception: () => import('../reception/Reception.tsx'),
  intake: () => import('../intake/Intake.tsx'),
  find: () => import('../find/Find.tsx'),
  case: () => import('../case/Case.tsx'),
  myWork: () => import('../my-work/MyWork.tsx'),
  returnResults: () => import('../return-results/ReturnResults.tsx'),
  cash: () => import('../cash/Cash.tsx'),
  printTray: () => import('../print-tray/PrintTray.tsx'),
  register: () => import('../register/Register.tsx'),
  handOver: () => import('../hand-over/HandOver.tsx'),
  bundles: () => import('../bundles/Bundles.tsx'),
  office: () => import('../office/Office.tsx'),
  clockDialog: () => import('./ClockDialog.tsx'),
  settingsDrawer: () => import('./SettingsDrawer.tsx'),
} as const;

export const Reception = lazy(() => load.reception().then(({ Reception }) => ({ default: Reception })));
export const Intake = lazy(() => load.intake().then(({ Intake }) => ({ default: Intake })));
export const Find = lazy(() => load.find().then(({ Find }) => ({ default: Find })));
export const Case = lazy(() => load.case().then(({ Case }) => ({ default: Case })));
export const MyWork = lazy(() => load.myWork().then(({ MyWork }) => ({ default: MyWork })));
export const ReturnResults = lazy(() => load.returnResults().then(({ ReturnResults }) => ({ default: ReturnResults })));
export const Cash = lazy(() => load.cash().then(({ Cash }) => ({ default: Cash })));
export const PrintTray = lazy(() => load.printTray().then(({ PrintTray }) => ({ default: PrintTray })));
export const Register = lazy(() => load.register().then(({ Register }) => ({ default: Register })));
export const HandOver = lazy(() => load.handOver().then(({ HandOver }) => ({ default: HandOver })));
export const Bundles = lazy(() => load.bundles().then(({ Bundles }) => ({ default: Bundles })));
export const Office = lazy(() => load.office().then(({ Office }) => ({ default: Office })));
export const ClockDialog = lazy(() => load.clockDialog().then(({ ClockDialog }) => ({ default: ClockDialog })));
export const SettingsDrawer = lazy(() =>
  load.settingsDrawer().then(({ SettingsDrawer }) => ({ default: SettingsDrawer })),
);

/** Fetches every screen once the first one stands: a key then shows its screen at once, and a host that goes away takes none with it. */
export function useFetchedAhead(): void {
  useEffect(() => {
    const idle = requestIdleCallback(() => {
      for (const one of Object.values(load)) void one().catch(() => undefined);
    });
    return () => cancelIdleCallback(idle);
  }, []);
}
