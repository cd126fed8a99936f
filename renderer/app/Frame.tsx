import {
  Activity,
  type ComponentProps,
  type ReactNode,
  Suspense,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { Role } from '../../electron/contract/common/office/office.ts';
import { type Place, PlaceContext } from '../desk/places.ts';
import { useKnownStatus } from '../desk/desk-status.ts';
import { LedContext, WallContext } from '../desk/wall-door.ts';
import { rem } from '../look/theme.ts';
import { useFocusKept, useFocusReturn } from '../parts/keys/focus.ts';
import { ActiveContext, RegistryContext, useShortcuts } from '../parts/keys/shortcuts.ts';
import { Boundary } from '../parts/layout/Boundary.tsx';
import { Block, Grid, Text } from '../parts/layout/primitives.ts';
import { screenStands } from '../scanner/scan-listeners.ts';
import { UnsavedContext } from '../screens/common/office/unsaved.ts';
import { useTexts } from '../text/texts.ts';
import { BottomBar } from './bar/BottomBar.tsx';
import { LessonBar, standsInFront } from './lessons/LessonBar.tsx';
import { useLessons } from './lessons/useLessons.ts';
import { Palette, usePaletteMemory } from './palette/Palette.tsx';
import { Rail } from './Rail.tsx';
import {
  Bundles,
  Case,
  Cash,
  Certification,
  ClockDialog,
  Find,
  HandOverScreen,
  IntakeScreen,
  LessonsDialog,
  MyWork,
  Office,
  PersonPage,
  Petitions,
  PrintTray,
  Reception,
  Register,
  ReturnResults,
  SettingsDrawer,
  useFetchedAhead,
} from './fetched-screens.tsx';
import { keepsOffice } from './Rail.tsx';

/** Where each begins their day: at the counter, at what is due, at what the office decides. */
const homes: Readonly<Record<Role, Place>> = {
  clerk: { screen: 'reception' },
  officer: { screen: 'my-work' },
  supervisor: { screen: 'my-work' },
  admin: { screen: 'office' },
};

/** A screen that stays alive when left: what was typed is still there on return; meanwhile it hears no keys and asks nothing. */
function Kept({ shown, children }: { readonly shown: boolean; readonly children: ReactNode }) {
  const [visited, setVisited] = useState(shown);
  if (shown && !visited) setVisited(true);
  const active = useContext(ActiveContext) && shown;
  const focusReturn = useFocusReturn(active);
  if (!visited) return null;
  return (
    <ActiveContext value={active}>
      <Activity mode={shown ? 'visible' : 'hidden'}>
        <div {...focusReturn} style={{ height: '100%' }}>
          <Boundary>
            <Suspense fallback={null}>{children}</Suspense>
          </Boundary>
        </div>
      </Activity>
    </ActiveContext>
  );
}

/** Said by a screen reader on arrival; the eye has the rail. */
function ScreenName({ children }: { readonly children: ReactNode }) {
  return (
    <Text as="h1" heard>
      {children}
    </Text>
  );
}

function ScreenOf({ place }: { readonly place: Place }) {
  switch (place.screen) {
    case 'reception':
    case 'find':
    case 'cash':
    case 'my-work':
    case 'return-results':
    case 'register':
    case 'hand-over':
    case 'bundles':
    case 'certification':
    case 'petition':
      return null;
    case 'intake':
      return <IntakeScreen {...(place.intakeId === undefined ? {} : { intakeId: place.intakeId })} />;
    case 'case':
      return <Case key={place.caseId} caseId={place.caseId} square={place.square} />;
    case 'person':
      return <PersonPage key={JSON.stringify(place.whom)} whom={place.whom} />;
    case 'print-tray':
      return <PrintTray />;
    case 'office':
      return <Office key={place.part} asked={place.part} />;
  }
}

/** The rail, the screen and the bar that is always true. */
export function Frame() {
  const { bundles, frame, intake, lessons, person, petition } = useTexts();
  const {
    user,
    clock: machineClock,
    bare,
    practice,
  } = useKnownStatus(({ user, clock, withoutReceipt, practice }) => ({
    user,
    clock,
    bare: withoutReceipt[0]?.caseId,
    practice,
  }));
  const home = homes[user?.role ?? 'clerk'];
  const [trail, setTrail] = useState<readonly Place[]>([home]);
  const [settings, setSettings] = useState(false);
  const registry = useContext(RegistryContext);
  /** What could be done when the palette was opened. */
  const [palette, setPalette] = useState<Pick<ComponentProps<typeof Palette>, 'acts' | 'used' | 'opened'> | null>(null);
  const [clock, setClock] = useState(false);
  const [heard, setHeard] = useState<typeof machineClock.state>('good');
  // Asked of whoever signs in, before anything else: what is dated meanwhile is a promise.
  if (machineClock.state !== heard) {
    setHeard(machineClock.state);
    // What the hub says stands in the bar: it may come while somebody types.
    setClock(machineClock.state === 'ahead' && machineClock.hubAt === undefined);
  }
  const [unsaved] = useState(() => new Map<string, unknown>());
  const place = trail.at(-1) ?? home;
  /** A real office has none: what is learned there is done with somebody's file. */
  const hasLessons = practice && user?.seesPersons === true;
  const learning = useLessons(hasLessons, place.screen, user?.role);
  const [choosing, setChoosing] = useState(false);
  const memory = usePaletteMemory(user?.username ?? '', place);
  const openPalette = () => setPalette({ acts: registry?.heard() ?? [], used: memory.used(), opened: memory.opened() });
  useFetchedAhead();
  useFocusKept();
  const active = useContext(ActiveContext);
  useEffect(() => {
    if (active && place.screen !== 'reception') screenStands();
  }, [active, place]);

  const onWall = useContext(WallContext);
  const fromWall = useRef<Place | null>(null);
  const going = useMemo(
    () => ({
      place,
      go: (next: Place) => setTrail((before) => [...before.slice(-20), next]),
      back: () => {
        setTrail((before) => (before.length > 1 ? before.slice(0, -1) : before));
        // A file that was opened from a list of the wall leads back to that list.
        if (place !== fromWall.current) return;
        fromWall.current = null;
        onWall();
      },
    }),
    [place, onWall],
  );
  const { go } = going;
  const { place: led, arrived } = useContext(LedContext);
  useEffect(() => {
    if (led === null) return;
    arrived();
    fromWall.current = led;
    go(led);
  }, [led, arrived, go]);
  const screenName = {
    reception: frame.reception,
    intake: intake.title,
    find: frame.find,
    'my-work': frame.myWork,
    'return-results': frame.returnResults,
    cash: frame.cash,
    'print-tray': frame.printTray,
    register: frame.register,
    'hand-over': frame.handOver,
    bundles: bundles.title,
    certification: frame.certification,
    petition: petition.title,
    person: person.title,
    office: frame.office,
  };

  useShortcuts([
    ...(user?.seesPersons === true
      ? [
          { keys: 'F2', label: frame.reception, run: () => go({ screen: 'reception' }), everywhere: true },
          { keys: 'F3', label: frame.find, run: () => go({ screen: 'find' }), everywhere: true },
          { keys: 'Ctrl+F', label: frame.find, run: () => go({ screen: 'find' }), everywhere: true },
          { keys: 'F4', label: frame.myWork, run: () => go({ screen: 'my-work' }), everywhere: true },
          { keys: 'F5', label: frame.certification, run: () => go({ screen: 'certification' }), everywhere: true },
          { keys: 'F6', label: frame.returnResults, run: () => go({ screen: 'return-results' }), everywhere: true },
          { keys: 'F7', label: frame.cash, run: () => go({ screen: 'cash' }), everywhere: true },
          { keys: 'Ctrl+J', label: frame.printTray, run: () => go({ screen: 'print-tray' }), everywhere: true },
          { keys: 'F8', label: frame.register, run: () => go({ screen: 'register' }), everywhere: true },
          { keys: 'F11', label: frame.petition, run: () => go({ screen: 'petition' }), everywhere: true },
          { keys: 'F10', label: frame.handOver, run: () => go({ screen: 'hand-over' }), everywhere: true },
        ]
      : []),
    ...(keepsOffice(user)
      ? [{ keys: 'F9', label: frame.office, run: () => go({ screen: 'office' }), everywhere: true }]
      : []),
    { keys: 'Ctrl+K', label: frame.palette, run: openPalette, everywhere: true },
    ...(hasLessons
      ? [{ keys: 'Alt+Shift+H', label: lessons.open, run: () => setChoosing(true), everywhere: true }]
      : []),
    { keys: 'Alt+0', label: frame.settings, run: () => setSettings(true), everywhere: true },
    ...(machineClock.state === 'good'
      ? []
      : [{ keys: 'Alt+9', label: frame.clockOpen, run: () => setClock(true), everywhere: true }]),
    ...(bare === undefined || user?.seesPersons !== true
      ? []
      : [
          {
            keys: 'Ctrl+Shift+G',
            label: frame.withoutReceipt(1),
            run: () => go({ screen: 'case', caseId: bare }),
            everywhere: true,
          },
        ]),
    { keys: 'F1', label: frame.keysHelp, run: () => undefined, helpOnly: true, everywhere: true },
  ]);

  return (
    <PlaceContext value={going}>
      <Grid height="100%" columns={`${rem(76)} minmax(0, 1fr)`} rows="minmax(0, 1fr) auto">
        <Rail onSettings={() => setSettings(true)} />
        <Grid minHeight={0} columns="minmax(0, 1fr)" rows="minmax(0, 1fr) auto">
          <Block as="main" padding={3} minHeight={0} css={{ containerType: 'inline-size', containerName: 'screen' }}>
            {place.screen !== 'case' && place.screen !== 'person' && (
              <ScreenName>{screenName[place.screen]}</ScreenName>
            )}
            <Kept shown={place.screen === 'reception'}>
              <Reception />
            </Kept>
            <Kept shown={place.screen === 'find'}>
              <Find {...(place.screen === 'find' ? foundIn(place) : {})} />
            </Kept>
            <Kept shown={place.screen === 'register'}>
              <Register />
            </Kept>
            <Kept shown={place.screen === 'hand-over'}>
              <HandOverScreen />
            </Kept>
            <Kept shown={place.screen === 'bundles'}>
              <Bundles />
            </Kept>
            <Kept shown={place.screen === 'certification'}>
              <Certification />
            </Kept>
            <Kept shown={place.screen === 'petition'}>
              <Petitions />
            </Kept>
            <Kept shown={place.screen === 'my-work'}>
              <MyWork />
            </Kept>
            <Kept shown={place.screen === 'return-results'}>
              <ReturnResults />
            </Kept>
            <Kept shown={place.screen === 'cash'}>
              <Cash {...(place.screen === 'cash' && place.caseId !== undefined ? { caseId: place.caseId } : {})} />
            </Kept>
            <Boundary key={place.screen}>
              <Suspense fallback={null}>
                <UnsavedContext value={unsaved}>
                  <ScreenOf place={place} />
                </UnsavedContext>
              </Suspense>
            </Boundary>
          </Block>
          {hasLessons && <LessonBar lessons={learning} onOpen={() => setChoosing(true)} />}
        </Grid>
        <BottomBar
          onClock={() => setClock(true)}
          onSettings={() => setSettings(true)}
          {...(hasLessons && !standsInFront(learning) ? { onLessons: () => setChoosing(true) } : {})}
        />
      </Grid>
      {palette !== null && (
        <Palette
          {...palette}
          cases={user?.seesPersons === true}
          screen={place.screen}
          onUsed={memory.note}
          onClose={() => setPalette(null)}
        />
      )}
      {choosing && (
        <Suspense fallback={null}>
          <LessonsDialog lessons={learning} onClose={() => setChoosing(false)} />
        </Suspense>
      )}
      {clock && (
        <Suspense fallback={null}>
          <ClockDialog onClose={() => setClock(false)} />
        </Suspense>
      )}
      {settings && (
        <Suspense fallback={null}>
          <SettingsDrawer onClose={() => setSettings(false)} />
        </Suspense>
      )}
    </PlaceContext>
  );
}

/** What was brought to Find from another screen. */
function foundIn({ text, square }: Extract<Place, { screen: 'find' }>) {
  return { ...(text === undefined ? {} : { text }), ...(square === undefined ? {} : { square }) };
}
