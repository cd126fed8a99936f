import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { type ComponentProps, type ReactNode, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { faultSentence } from '../../electron/contract/base/fault.ts';
import type { Status } from '../../electron/contract/common/office/office.ts';
import { desk, deskClient, otherCounterWrote, queries } from '../desk/client.ts';
import type { SeenFault } from '../desk/fault.ts';
import { answersAgain, disasterOf, leaveForRecovery } from '../desk/recovery.ts';
import { useDeskGone, useStatus } from '../desk/desk-status.ts';
import { useSettings } from '../look/settings.ts';
import { LeavingContext } from '../desk/leaving.ts';
import type { Place } from '../desk/places.ts';
import { LedContext, WallContext } from '../desk/wall-door.ts';
import { FaultNote } from '../parts/controls/FaultNote.tsx';
import { useFocusReturn } from '../parts/keys/focus.ts';
import { ActiveContext } from '../parts/keys/shortcuts.ts';
import { Block, Column, Grid, Row, Text } from '../parts/layout/primitives.ts';
import { awaitScreen } from '../scanner/scan-listeners.ts';
import type { TakenOver } from '../screens/safety/recovery/SpareComputer.tsx';
import { OwnPassword } from '../screens/common/sign-in/OwnPassword.tsx';
import { SecondFactor } from '../screens/common/sign-in/SecondFactor.tsx';
import { SignIn } from '../screens/common/sign-in/SignIn.tsx';
import { formatTime } from '../text/format.ts';
import { useTexts } from '../text/texts.ts';
import { Frame } from './Frame.tsx';
import { LookBanner } from './LookBanner.tsx';
import { provenLazy } from './proven-lazy.ts';

const FirstRun = provenLazy(() => import('../screens/common/first-run/FirstRun.tsx').then((screen) => screen.FirstRun));

const Wall = provenLazy(() => import('../screens/counter/wall/Wall.tsx').then((screen) => screen.Wall));

const SpareComputer = provenLazy(() =>
  import('../screens/safety/recovery/SpareComputer.tsx').then((screen) => screen.SpareComputer),
);
const TakenOverNotice = provenLazy(() =>
  import('../screens/safety/recovery/SpareComputer.tsx').then((screen) => screen.TakenOverNotice),
);

/** What stands on the screen is asked again when entries of other counters came; never at the first look. */
function useOtherCounters(heard: number | undefined): void {
  const before = useRef(heard);
  useEffect(() => {
    if (before.current !== undefined && before.current !== heard) otherCounterWrote();
    before.current = heard;
  }, [heard]);
}

/** Which of the three: set the office up, sign in, or work. */
export function DeskWindow() {
  const { data: status, error } = useStatus();
  const gone = useDeskGone();
  const disaster = disasterOf(error);
  const isAtWork = status !== undefined && status.user !== null;
  useOtherCounters(status?.heard);
  useEffect(() => {
    if (error === null) answersAgain();
    // Whoever is at work has typed something: they are told first, and go when they have read it.
    else if (disaster !== undefined && !isAtWork) leaveForRecovery();
  }, [error, disaster, isAtWork]);
  /** What came back to a computer that held no office, until somebody has read it. */
  const [takenOver, setTakenOver] = useState<TakenOver | null>(null);
  if (status === undefined) return error === null ? null : <Unreachable error={error} gone={gone} />;
  return (
    <>
      {disaster !== undefined && isAtWork && <RegisterLost disaster={disaster} />}
      {gone && disaster === undefined && <DeskGone lastAnswer={status.now} />}
      <Column height="100%">
        {status.lookOnly !== null && <LookBanner why={status.lookOnly} />}
        <Block grow minHeight={0}>
          {status.setUp && takenOver === null ? (
            <Session status={status} />
          ) : (
            <Beginning sealed={status.sealing !== 'plain'} takenOver={takenOver} onTakenOver={setTakenOver} />
          )}
        </Block>
      </Column>
    </>
  );
}

type BeginningProps = {
  readonly sealed: boolean;
  readonly takenOver: TakenOver | null;
  readonly onTakenOver: (outcome: TakenOver | null) => void;
};

/** A computer that holds no office: set one up, practise, or take the place of another. */
function Beginning({ sealed, takenOver, onTakenOver }: BeginningProps) {
  const [spare, setSpare] = useState(false);
  return (
    <Suspense fallback={null}>
      {takenOver !== null ? (
        <TakenOverNotice outcome={takenOver} sealed={sealed} onOpen={() => onTakenOver(null)} />
      ) : spare ? (
        <SpareComputer onBack={() => setSpare(false)} onTakenOver={onTakenOver} />
      ) : (
        <FirstRun onSpare={() => setSpare(true)} />
      )}
    </Suspense>
  );
}

/**
 * A locked or expired session leaves nothing on the page: neither what was read nor what was typed, which its draft has (useDraft.ts). Whoever signs in gets a frame of
 * their own.
 */
function Session({ status }: { readonly status: Status }) {
  const user = status.user?.username;
  const [owner, setOwner] = useState(user);
  if (user !== undefined && user !== owner) setOwner(user);
  /** Whether the person signed out by hand: who comes next may be anybody. */
  const [isLeft, setLeft] = useState(false);
  /** What they signed in with, until the person is in: with a password for one sign-in they set their own. */
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const locked = user === undefined;
  const [wasLocked, setWasLocked] = useState(locked);
  if (wasLocked !== locked) {
    setWasLocked(locked);
    if (!locked) setLeft(false);
  }
  /** The overview hangs over whatever goes on in this window: on a second screen it stays while people come and go. */
  const [onWall, setOnWall] = useState(false);
  const openWall = useCallback(() => setOnWall(true), []);
  const [askedOfWall, setAskedOfWall] = useState<ComponentProps<typeof Wall>['asked']>(null);
  const [led, setLed] = useState<Place | null>(null);
  function leave(place: Place): void {
    setLed(place);
    setOnWall(false);
  }
  const behind = locked || onWall;
  const focusReturn = useFocusReturn(!behind);
  useStay(!locked);
  useEffect(() => {
    // What the last person read and typed is nobody else's to see, a password least of all; and what a locked session was refused is asked again.
    queries.removeQueries({ predicate: (query) => query.getObserversCount() === 0 });
    queries.getMutationCache().clear();
    if (locked) awaitScreen();
    else void queries.invalidateQueries();
  }, [owner, locked]);
  const must = status.user?.mustChange ?? null;
  // It is remembered for that one question alone.
  if (typed !== undefined && status.user !== null && must !== 'first') setTyped(undefined);
  if (status.user !== null && must !== null)
    return (
      <OwnPassword
        username={status.user.username}
        must={must}
        known={must === 'first' ? typed : undefined}
        onClose={signOut}
        onDone={() => void queries.invalidateQueries()}
      />
    );
  if (status.user?.owesFactor === true)
    return <SecondFactor must onClose={signOut} onDone={() => void queries.invalidateQueries()} />;
  return (
    <WallContext value={openWall}>
      {!locked && (
        <ActiveContext value={!behind}>
          <LeavingContext value={() => setLeft(true)}>
            <div inert={behind} hidden={behind} {...focusReturn} style={{ height: '100%' }}>
              <LedContext value={{ place: behind ? null : led, arrived: () => setLed(null) }}>
                <Suspense fallback={null}>
                  <Frame key={owner} />
                </Suspense>
              </LedContext>
            </div>
          </LeavingContext>
        </ActiveContext>
      )}
      {locked && !onWall && <SignIn status={status} owner={isLeft ? undefined : owner} onSigned={setTyped} />}
      {onWall && (
        <Suspense fallback={null}>
          <Wall
            onClose={() => setOnWall(false)}
            asked={askedOfWall}
            onAsk={setAskedOfWall}
            onOpen={locked ? undefined : (caseId) => leave({ screen: 'case', caseId })}
            onIntake={locked ? undefined : () => leave({ screen: 'intake' })}
          />
        </Suspense>
      )}
    </WallContext>
  );
}

/** Who does not do what comes before everything else goes again. */
function signOut(): void {
  void deskClient.account.signOut({}).finally(() => void queries.invalidateQueries());
}

/** What a hand does to a page. */
const byHand = ['keydown', 'pointerdown', 'wheel'] as const;
const staysEveryMs = 30_000;

/** Tells the desk, now and then, that a hand is at this window: what its screens ask by themselves keeps no session awake. */
function useStay(signedIn: boolean): void {
  useEffect(() => {
    if (!signedIn) return undefined;
    let said = 0;
    function stay(event: Event): void {
      if (!event.isTrusted || performance.now() - said < staysEveryMs) return;
      said = performance.now();
      // A desk that does not answer is told of elsewhere.
      void deskClient.account.stay({}).catch(() => undefined);
    }
    for (const name of byHand) window.addEventListener(name, stay, { capture: true, passive: true });
    return () => {
      for (const name of byHand) window.removeEventListener(name, stay, { capture: true });
    };
  }, [signedIn]);
}

/** The register went away or broke under the desk. What was typed may be nowhere else than on the screen. */
function RegisterLost({ disaster }: { readonly disaster: SeenFault }) {
  const { common } = useTexts();
  const { language } = useSettings();
  return (
    <OverAll
      title={common.registerLostTitle}
      kept={common.deskGoneNoDraft}
      more={<Button onClick={() => location.reload()}>{common.toRecovery}</Button>}
    >
      <div role="alert">{faultSentence(disaster.code, disaster.data, language)}</div>
    </OverAll>
  );
}

/** What stands in the form may be in no draft: it says up to when one was kept. */
function DeskGone({ lastAnswer }: { readonly lastAnswer: string }) {
  const { common } = useTexts();
  const drafts = useQuery(desk.draft.list.queryOptions({ input: {}, enabled: false }));
  const keptAt = drafts.data?.drafts
    .map(({ savedAt }) => savedAt)
    .toSorted()
    .at(-1);
  const kept = keptAt === undefined ? common.deskGoneNoDraft : common.deskGoneDraft(formatTime(keptAt));
  return (
    <OverAll title={common.deskGoneTitle} kept={kept}>
      <div role="alert">{common.deskGone}</div>
      <Text tone="secondary">{common.deskGoneKept(formatTime(lastAnswer))}</Text>
    </OverAll>
  );
}

type OverAllProps = {
  readonly title: string;
  /** What becomes of what was being typed. */
  readonly kept: string;
  readonly more?: ReactNode;
  readonly children: ReactNode;
};

/** Over everything, for what is typed from here on goes nowhere; steps aside so that what was typed can be read and copied. */
function OverAll({ title, kept, more, children }: OverAllProps) {
  const { common } = useTexts();
  const [aside, setAside] = useState(false);
  if (aside)
    return (
      <Row
        align="center"
        gap={3}
        padding={[2, 4]}
        ground="panel"
        border="late"
        css={{ position: 'fixed', insetInline: 0, bottom: 0, zIndex: 2000 }}
      >
        <Text grow weight={600} role="alert">
          <span aria-hidden>! </span>
          {title}. {kept}
        </Text>
        <Button onClick={() => setAside(false)}>{common.deskGoneMore}</Button>
      </Row>
    );
  return (
    <Grid
      ground="ground"
      padding={6}
      css={{ position: 'fixed', inset: 0, zIndex: 2000, placeItems: 'center' }}
      role="alertdialog"
      aria-label={title}
    >
      <Column ground="panel" border="late" radius={10} padding={6} gap={3} maxWidth={620}>
        <Text size="heading" weight={700}>
          <span aria-hidden>! </span>
          {title}
        </Text>
        {children}
        <Text weight={500}>{kept}</Text>
        <Row justify="flex-end" gap={2}>
          {more}
          <Button variant="contained" autoFocus onClick={() => setAside(true)}>
            {common.deskGoneLook}
          </Button>
        </Row>
      </Column>
    </Grid>
  );
}

/** The desk does not answer at all; the status is asked again every 5 s, so the page mends itself. */
function Unreachable({ error, gone }: { readonly error: unknown; readonly gone: boolean }) {
  const { common } = useTexts();
  return (
    <Grid height="100%" padding={6} css={{ placeItems: 'center' }}>
      <FaultNote error={gone ? common.deskGone : error} />
    </Grid>
  );
}
