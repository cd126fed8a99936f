import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { FaultNote } from '../../parts/controls/FaultNote.tsx';
import { useTexts } from '../../text/texts.ts';
import { ColumnLabel } from './ColumnLabel.tsx';
import { EditorFoot } from './EditorFoot.tsx';
import { RowFrame } from './RowFrame.tsx';
import { RowKeys } from './RowKeys.tsx';
import { TimeFields } from './TimeFields.tsx';
import type { TimeText } from './procedure-rows.ts';
import type { Editor, Said } from './useEditor.ts';

type Row = TimeText & { readonly key: string };

/** What the fields of one row are made of: their row, how it changes, and what every field of a row has. */
type Cells<R> = {
  readonly row: R;
  readonly put: (row: R) => void;
  readonly at: (
    field: keyof R & string,
    label: string,
  ) => { readonly id: string; readonly label: ReactNode; readonly error: string | undefined };
};

type RowsEditorProps<R extends Row> = {
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
export function RowsEditor<R extends Row>(props: RowsEditorProps<R>) {
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
      <Box
        component="fieldset"
        disabled={!editor.mayChange}
        aria-label={props.label}
        sx={{ border: 0, margin: 0, padding: '3px', minWidth: 0, flex: '1 1 auto', minHeight: 0, overflow: 'auto' }}
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
      </Box>
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
        <Box sx={{ color: 'text.secondary' }}>{texts.onlySupervisor}</Box>
      )}
    </>
  );
}
