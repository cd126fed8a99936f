import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useContext } from 'react';
import { desk } from '../../desk/client.ts';
import { usePlace } from '../../desk/places.ts';
import { KeyCap, ariaKeys } from '../../parts/keys/KeyCap.tsx';
import { ActiveContext, useShortcuts } from '../../parts/keys/shortcuts.ts';
import { useTexts } from '../../text/texts.ts';

const counted = 20;

/** The way to the paper bundles, and how many are to be found. */
export function BundlesButton() {
  const { bundles, myWork } = useTexts();
  const { go } = usePlace();
  const active = useContext(ActiveContext);
  const { data } = useQuery({
    ...desk.bundle.missing.queryOptions({ input: { limit: counted }, staleTime: 0, refetchInterval: 60_000 }),
    enabled: active,
  });
  const open = () => go({ screen: 'bundles' });
  useShortcuts([{ keys: 'Alt+T', label: bundles.open, run: open }]);
  const late = data !== undefined && data.count > 0;
  return (
    <Button
      size="small"
      onClick={open}
      aria-keyshortcuts={ariaKeys('Alt+T')}
      sx={late ? { color: 'var(--late)', borderColor: 'var(--late)' } : {}}
    >
      {late ? `${bundles.button}: ${bundles.toFind(myWork.count(data.count, data.more))}` : bundles.button}{' '}
      <KeyCap keys="Alt+T" />
    </Button>
  );
}
