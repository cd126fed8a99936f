import Button from '@mui/material/Button';
import MuiDialog from '@mui/material/Dialog';
import Typography from '@mui/material/Typography';
import { type FocusEvent, type FormEvent, type ReactNode, useContext, useId, useRef, useState } from 'react';
import { rem } from '../../look/theme.ts';
import { useTexts } from '../../text/texts.ts';
import { ActionButton } from '../controls/ActionButton.tsx';
import { KeyCap } from '../keys/KeyCap.tsx';
import { LayerContext, useShortcuts } from '../keys/shortcuts.ts';
import { Column, Row, Text } from '../layout/primitives.ts';

/** Boxes that take text from the keyboard; a tick or a choice is one key and no typing. */
const textTypes = new Set(['text', 'search', 'tel', 'email', 'url', 'number', 'password']);

type TextBox = { readonly value: string; readonly isConnected: boolean };

function isTextBox(target: unknown): target is TextBox {
  const box = target as { readonly tagName?: string; readonly type?: string } | null;
  return box?.tagName === 'TEXTAREA' || (box?.tagName === 'INPUT' && textTypes.has(box.type ?? ''));
}

/** Which boxes of a dialog a hand has typed in, and whether any of it still stands there. */
class Typed {
  readonly #boxes = new Set<TextBox>();

  heard(target: unknown): void {
    if (isTextBox(target)) this.#boxes.add(target);
  }

  /** What was emptied again, or went with its box, is nothing to lose. */
  stands(): boolean {
    return [...this.#boxes].some(({ value, isConnected }) => isConnected && value.trim() !== '');
  }
}

type DialogAct = {
  readonly label: string;
  readonly onAct: () => void;
  readonly disabled?: boolean;
  /** Where there is no field to begin with. */
  readonly autoFocus?: boolean;
};

type DialogProps = {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** What Ctrl+Enter does, beside the button that leaves the dialog as it was; null where there is nothing to do but leave. */
  readonly act?: DialogAct | null;
  /** What that button is called where leaving gives nothing up. */
  readonly closeLabel?: string;
  /** Other buttons at the bottom right, the one that acts last; null when the content has its own. */
  readonly actions?: ReactNode;
  readonly wide?: boolean;
};

/**
 * A question or a look, above the screen. Esc closes it; the screen beneath keeps everything and gets the focus back. Esc never loses typing:
 * where something was typed it asks, and a click outside, which nobody means, does nothing.
 */
export function Dialog(props: DialogProps) {
  const layer = useContext(LayerContext);
  return (
    <LayerContext value={layer + 1}>
      <DialogFrame {...props} />
    </LayerContext>
  );
}

/**
 * A screen beneath reaches for the focus when it has loaded, and the dialog may be open by then. It does not get it, but the frame of the dialog did, where
 * nothing hears what is typed: the field that had it keeps it.
 */
function useFocusHeld(): (event: FocusEvent<HTMLElement>) => void {
  const held = useRef<HTMLElement | null>(null);
  return ({ target, relatedTarget, currentTarget }) => {
    // Of a dialog above this one.
    if (!currentTarget.contains(target)) return;
    const isTaken = relatedTarget instanceof Node && !currentTarget.contains(relatedTarget);
    if (target.tabIndex >= 0) held.current = target;
    else if (isTaken && held.current?.isConnected === true) held.current.focus();
  };
}

function DialogFrame({ title, onClose, children, act, closeLabel, actions, wide = false }: DialogProps) {
  const { common } = useTexts();
  const id = useId();
  const [typed] = useState(() => new Typed());
  const [asked, setAsked] = useState(false);
  const from = useRef<Element | null>(null);
  const holdFocus = useFocusHeld();
  // Where there is nothing to do but leave, or leaving gives nothing up, nothing typed is waiting to be used.
  const losesTyping = () => act !== null && closeLabel === undefined && typed.stands();

  function leave() {
    if (asked) return goOn();
    if (!losesTyping()) return onClose();
    from.current = document.activeElement;
    setAsked(true);
  }

  function goOn() {
    setAsked(false);
    if (from.current instanceof HTMLElement) from.current.focus();
  }

  // A layer of its own even when it has no keys, so that the screen beneath does not hear them. Esc is heard here too: what had
  // the focus may be gone (the last line of a list, done), and then the key does not pass through the dialog.
  useShortcuts([{ keys: 'Escape', label: common.close, run: leave }]);
  return (
    <MuiDialog
      open
      onClose={(_event, reason) => {
        if (reason === 'escapeKeyDown') leave();
        else if (!losesTyping()) onClose();
      }}
      onFocus={holdFocus}
      aria-labelledby={id}
      transitionDuration={0}
      fullWidth
      maxWidth={false}
      slotProps={{ paper: { sx: { maxWidth: rem(wide ? 720 : 480), margin: rem(16) } } }}
    >
      <Column padding={5} gap={4} minHeight={0}>
        <Typography id={id} variant="h1" sx={{ fontSize: rem(18) }}>
          {title}
        </Typography>
        <Column
          scroll
          minHeight={0}
          gap={3}
          css={{ padding: '3px' }}
          onInput={(event: FormEvent) => typed.heard(event.target)}
        >
          {children}
        </Column>
        {asked && (
          <Row justify="flex-end" align="center" gap={2} wrap>
            <Text grow weight={500} role="alert">
              {common.typedAsk}
            </Text>
            <Button color="error" onClick={onClose}>
              {common.typedDrop}
            </Button>
            <Button onClick={goOn} autoFocus variant="contained">
              {common.typedGoOn} <KeyCap keys="Esc" />
            </Button>
          </Row>
        )}
        {actions !== null && !asked && (
          <Row justify="flex-end" gap={2} wrap>
            {actions ?? (
              <>
                <Button onClick={leave} autoFocus={act === undefined}>
                  {closeLabel ?? (act ? common.cancel : common.close)} <KeyCap keys="Esc" />
                </Button>
                {act && <ActionButton keys="Ctrl+Enter" {...act} filled />}
              </>
            )}
          </Row>
        )}
      </Column>
    </MuiDialog>
  );
}
