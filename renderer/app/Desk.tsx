import { lazy, Suspense, useEffect, useState } from 'react';
import type { Status } from '../../electron/contract/office/office.ts';
import { queries } from '../desk/client.ts';
import { useStatus } from '../desk/status.ts';
import { FaultNote } from '../parts/controls/FaultNote.tsx';
import { useFocusReturn } from '../parts/keys/focus.ts';
import { ActiveContext } from '../parts/keys/shortcuts.ts';
import { Grid } from '../parts/layout/primitives.ts';
import { SignIn } from '../screens/sign-in/SignIn.tsx';
import { Frame } from './Frame.tsx';

const FirstRun = lazy(() =>
  import('../screens/first-run/FirstRun.tsx').then((screen) => ({ default: screen.FirstRun })),
);

/** Which of the three: set the office up, sign in, or work. */
export function Desk() {
  const { data: status, error } = useStatus();
  if (status === undefined) return error === null ? null : <Unreachable error={error} />;
  if (!status.setUp) return <FirstRun />;
  return <Session status={status} />;
}

/**
 * A locked or expired session keeps the frame of its person alive behind the sign-in, so nothing typed is lost;
 * another person who signs in gets a frame of their own.
 */
function Session({ status }: { readonly status: Status }) {
  const user = status.user?.username;
  const [owner, setOwner] = useState(user);
  if (user !== undefined && user !== owner) setOwner(user);
  const locked = user === undefined;
  const focusReturn = useFocusReturn(!locked);
  useEffect(() => {
    // What the last person read is not this person's to see, and what a locked session was refused is asked again.
    queries.removeQueries({ predicate: (query) => query.getObserversCount() === 0 });
    if (!locked) void queries.invalidateQueries();
  }, [owner, locked]);
  return (
    <>
      {owner !== undefined && (
        <ActiveContext value={!locked}>
          <div inert={locked} hidden={locked} {...focusReturn} style={{ height: '100%' }}>
            <Suspense fallback={null}>
              <Frame key={owner} />
            </Suspense>
          </div>
        </ActiveContext>
      )}
      {locked && <SignIn status={status} owner={owner} />}
    </>
  );
}

/** The desk does not answer at all; the status is asked again every 5 s, so the page mends itself. */
function Unreachable({ error }: { readonly error: unknown }) {
  return (
    <Grid height="100%" padding={6} css={{ placeItems: 'center' }}>
      <FaultNote error={error} />
    </Grid>
  );
}
