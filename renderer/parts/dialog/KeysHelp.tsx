import { rem } from '../../look/theme.ts';
import { useTexts } from '../../text/texts.ts';
import { KeyCap } from '../keys/KeyCap.tsx';
import type { Shortcut } from '../keys/shortcuts.ts';
import { PanelTitle } from '../layout/Panel.tsx';
import { Dialog } from './Dialog.tsx';
import { Block, Grid } from '../layout/primitives.ts';

function KeyList({ title, shortcuts }: { readonly title: string; readonly shortcuts: readonly Shortcut[] }) {
  if (shortcuts.length === 0) return null;
  return (
    <div>
      <PanelTitle>{title}</PanelTitle>
      <Grid as="dl" columns={`${rem(110)} 1fr`} rowGap={1}>
        {shortcuts.map((shortcut) => (
          <Block css={{ display: 'contents' }} key={`${shortcut.keys} ${shortcut.label}`}>
            <dt>
              <KeyCap keys={shortcut.keys} />
            </dt>
            <Block as="dd">{shortcut.label}</Block>
          </Block>
        ))}
      </Grid>
    </div>
  );
}

/** Keys are looked up by their look: what finishes the work first, then F keys, Ctrl, Alt with a digit, Alt with a letter, the rest. */
const order = [/^Ctrl\+Enter$/, /^F\d/, /^Ctrl\+/, /^Alt\+\d/, /^Alt\+/];

function rank({ keys }: Shortcut): number {
  const at = order.findIndex((pattern) => pattern.test(keys));
  return at === -1 ? order.length : at;
}

/** F1: what each key does where you are. */
export function KeysHelp({
  shortcuts,
  onClose,
}: {
  readonly shortcuts: readonly Shortcut[];
  readonly onClose: () => void;
}) {
  const { common } = useTexts();
  const here = shortcuts.filter((shortcut) => shortcut.everywhere !== true).toSorted((a, b) => rank(a) - rank(b));
  const everywhere = shortcuts.filter((shortcut) => shortcut.everywhere === true);
  return (
    <Dialog title={common.keys} onClose={onClose} wide act={null} closeLabel={common.close}>
      <Grid columns="1fr 1fr" gap={6}>
        <KeyList title={common.keysOfScreen} shortcuts={here} />
        <KeyList title={common.keysEverywhere} shortcuts={everywhere} />
      </Grid>
    </Dialog>
  );
}
