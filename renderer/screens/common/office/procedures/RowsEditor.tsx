import type { ReactNode } from 'react';
import { rem } from '../../../../look/theme.ts';
import { ActionButton } from '../../../../parts/controls/ActionButton.tsx';
import { FaultNote } from '../../../../parts/controls/FaultNote.tsx';
import { Field } from '../../../../parts/controls/Field.tsx';
import { OutcomeLine } from '../../../../parts/controls/OutcomeLine.tsx';
import { KeyCap } from '../../../../parts/keys/KeyCap.tsx';
import { useShortcuts } from '../../../../parts/keys/shortcuts.ts';
import { Block, Row, Text } from '../../../../parts/layout/primitives.ts';
import { useTexts } from '../../../../text/texts.ts';
import { ColumnLabel, RowFrame, TimeFields } from './RowFrame.tsx';
import type { TimeText } from './procedure-rows.ts';
import type { Editor, Said } from './useEditor.ts';

type EditedRow = TimeText & { readonly key: string };

/** What the fields of one row are made of: their row, how it changes, and what every field of a row has. */
type Cells<R> = {
  readonly row: R;
  readonly put: (row: R) => void;
  readonly at: (
    field: keyof R & string,
    label: string,
  ) => { readonly id: string; readonly label: ReactNode; readonly error: string | undefined };
};

type RowsEditorProps<R extends EditedRow> = {
  readonly editor: Editor<R>;
  readonly label: string;
  readonly nameOf: (row: R, index: number) => string;
  /** The grid columns of the fields. */
  readonly columns: string;
  /** The field the cursor goes to in a row that is new, or next to one that is gone. */
  readonly first: keyof R & string;
  readonly none: string;
  readonly addLabel: string;
  readonly most: number;
  readonly onAdd: () => void;
  readonly said: Said;
  readonly onKeep: () => void;
  /** The fields of a row before its time. */
  readonly children: (cells: Cells<R>) => ReactNode;
};

/** Rows in an order that counts, each with its time; below them why they are changed and the key that keeps them. */
export function RowsEditor<R extends EditedRow>(props: RowsEditorProps<R>) {
  const { editor } = props;
  const { list } = editor;
  const { rows } = list;
  const texts = useTexts().office.procedure;

  function cellsOf(row: R, index: number): Cells<R> {
    return {
      row,
      put: (changed) => list.put(index, changed),
      at: (field, label) => ({
        id: list.idOf(row.key, field),
        label: <ColumnLabel shown={index === 0}>{label}</ColumnLabel>,
        error: editor.messageAt(`${index}.${field}`, String(row[field]).trim() === ''),
      }),
    };
  }

  return (
    <>
      <Block
        as="fieldset"
        flex="1 1 auto"
        minHeight={0}
        scroll
        css={{ padding: '3px' }}
        disabled={!editor.mayChange}
        aria-label={props.label}
      >
        {rows.map((row, index) => (
          <RowFrame
            key={row.key}
            name={props.nameOf(row, index)}
            index={index}
            count={rows.length}
            columns={props.columns}
            mayChange={editor.mayChange}
            onMove={(by) => list.move(index, by)}
            onRemove={() => list.remove(index, props.first)}
          >
            {props.children(cellsOf(row, index))}
            <TimeFields
              time={row}
              first={index === 0}
              none={props.none}
              idOf={(field) => list.idOf(row.key, field)}
              error={editor.messageAt(`${index}.value`)}
              onChange={(time) => list.put(index, { ...row, ...time })}
            />
          </RowFrame>
        ))}
      </Block>
      <FaultNote error={editor.messageAt('list') ?? editor.failure} />
      {editor.mayChange ? (
        <>
          <RowKeys />
          <EditorFoot
            addLabel={props.addLabel}
            mayAdd={rows.length < props.most}
            onAdd={props.onAdd}
            reasonId={list.idOf('foot', 'reason')}
            reason={editor.reason}
            reasonError={editor.messageAt('reason')}
            onReason={editor.setReason}
            said={props.said}
            pending={editor.pending}
            onKeep={props.onKeep}
            changed={list.changed}
            onDiscard={editor.discard}
          />
        </>
      ) : (
        <Text tone="secondary">{texts.onlySupervisor}</Text>
      )}
    </>
  );
}

/** The keys of a row, told in F1 and beneath the list; the row itself answers them. */
function RowKeys() {
  const { office } = useTexts();
  const { up, down, removeRow } = office.procedure;
  const keys = [
    { keys: 'Alt+ArrowUp', label: up },
    { keys: 'Alt+ArrowDown', label: down },
    { keys: 'Alt+Delete', label: removeRow },
  ];
  useShortcuts(keys.map((key) => ({ ...key, run: () => undefined, helpOnly: true })));
  return (
    <Row gap={4} size="small" tone="secondary" shrink={false}>
      {keys.map(({ keys: cap, label }) => (
        <span key={cap}>
          <KeyCap keys={cap} /> {label}
        </span>
      ))}
    </Row>
  );
}

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
function EditorFoot(props: EditorFootProps) {
  const { office } = useTexts();
  return (
    <Row gap={3} align="end" wrap shrink={false}>
      <ActionButton keys="Alt+N" label={props.addLabel} onAct={props.onAdd} disabled={!props.mayAdd} />
      <Block flex={`1 1 ${rem(240)}`}>
        <Field
          id={props.reasonId}
          label={`${office.why} · ${office.termReasonHint}`}
          value={props.reason}
          error={props.reasonError}
          onChange={(event) => props.onReason(event.target.value)}
        />
      </Block>
      <OutcomeLine tone={props.said.tone}>{props.said.text}</OutcomeLine>
      {/* What is unsaved stays when the editor is left, so that there must be a way out of it. */}
      {props.changed && <ActionButton keys="Alt+Z" label={office.reload} onAct={props.onDiscard} />}
      <ActionButton keys="Ctrl+Enter" label={office.save} onAct={props.onKeep} filled disabled={props.pending} />
    </Row>
  );
}
