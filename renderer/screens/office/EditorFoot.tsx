import Box from '@mui/material/Box';
import { rem } from '../../look/theme.ts';
import { ActionButton } from '../../parts/controls/ActionButton.tsx';
import { Field } from '../../parts/controls/Field.tsx';
import { StatusLine } from '../../parts/controls/StatusLine.tsx';
import { useTexts } from '../../text/texts.ts';
import type { Said } from './useEditor.ts';

type EditorFootProps = {
  readonly addLabel: string;
  readonly mayAdd: boolean;
  readonly onAdd: () => void;
  readonly reasonId: string;
  readonly reason: string;
  readonly reasonError: string | undefined;
  readonly onReason: (reason: string) => void;
  readonly said: Said;
  readonly pending: boolean;
  readonly onKeep: () => void;
  readonly changed: boolean;
  readonly onDiscard: () => void;
};

/** Below a list: one row more, why it is changed, and the key that keeps it. */
export function EditorFoot(props: EditorFootProps) {
  const { office } = useTexts();
  return (
    <Box sx={{ display: 'flex', gap: 3, alignItems: 'end', flexWrap: 'wrap', flexShrink: 0 }}>
      <ActionButton keys="Alt+N" label={props.addLabel} onAct={props.onAdd} disabled={!props.mayAdd} />
      <Box sx={{ flex: `1 1 ${rem(240)}` }}>
        <Field
          id={props.reasonId}
          label={`${office.why} · ${office.termReasonHint}`}
          value={props.reason}
          error={props.reasonError}
          onChange={(event) => props.onReason(event.target.value)}
        />
      </Box>
      <StatusLine tone={props.said.tone}>{props.said.text}</StatusLine>
      {/* What is unsaved stays when the editor is left, so that there must be a way out of it. */}
      {props.changed && <ActionButton keys="Alt+Z" label={office.reload} onAct={props.onDiscard} />}
      <ActionButton keys="Ctrl+Enter" label={office.save} onAct={props.onKeep} filled disabled={props.pending} />
    </Box>
  );
}
