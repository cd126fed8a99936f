import { ORPCError } from '@orpc/client';
import { ConfirmReasons } from '../../../renderer/parts/dialog/ConfirmReasons.tsx';
import { Dialog } from '../../../renderer/parts/dialog/Dialog.tsx';
import { KeysHelp } from '../../../renderer/parts/dialog/KeysHelp.tsx';
import { ShortcutsProvider } from '../../../renderer/parts/dialog/ShortcutsProvider.tsx';
import { ActionButton } from '../../../renderer/parts/controls/ActionButton.tsx';
import { Field } from '../../../renderer/parts/controls/Field.tsx';
import { useTexts } from '../../../renderer/text/texts.ts';
import type { Entries } from '../entry.ts';

const nothing = () => undefined;

export const dialog: Entries = {
  Dialog: {
    above: true,
    show: function Shown() {
      const { frame } = useTexts();
      return (
        <Dialog title={frame.clockTitle} onClose={nothing} act={{ label: frame.clockConfirm, onAct: nothing }}>
          <p>{frame.clockFacts('08:05, 09/11/2026', '16:30, 10/11/2026')}</p>
          <Field label={frame.clockToday} autoFocus />
          <Field label={frame.clockReason} />
        </Dialog>
      );
    },
  },
  ConfirmReasons: {
    above: true,
    show: function Shown() {
      const data = { codes: ['no-papers', 'online-only'], asks: '', asksEn: '' };
      const error = new ORPCError('confirmation-needed', { data });
      return <ConfirmReasons error={error} onConfirm={nothing} onClose={nothing} />;
    },
  },
  KeysHelp: {
    above: true,
    show: function Shown() {
      const { common, frame } = useTexts();
      const here = [
        { keys: 'Ctrl+Enter', label: frame.clockConfirm, run: nothing },
        { keys: 'Alt+9', label: frame.clockOpen, run: nothing },
        { keys: 'ArrowDown', label: common.retry, run: nothing },
      ];
      const everywhere = [
        { keys: 'F2', label: frame.reception, run: nothing, everywhere: true },
        { keys: 'F6', label: frame.returnResults, run: nothing, everywhere: true },
      ];
      return <KeysHelp shortcuts={[...here, ...everywhere]} onClose={nothing} />;
    },
  },
  ShortcutsProvider: {
    show: function Shown() {
      const { frame } = useTexts();
      return (
        <ShortcutsProvider>
          <ActionButton keys="Alt+K" label={frame.keysHelp} onAct={nothing} />
        </ShortcutsProvider>
      );
    },
  },
};
