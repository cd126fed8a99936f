import Box from '@mui/material/Box';
import { useMutation } from '@tanstack/react-query';
import type { LegsView } from '../../../electron/contract/legs.ts';
import { desk, queries } from '../../desk.ts';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { FaultNote } from '../../parts/FaultNote.tsx';
import { Field } from '../../parts/Field.tsx';
import { SelectField } from '../../parts/SelectField.tsx';
import { useTexts } from '../../text/texts.ts';
import { ColumnLabel } from './ColumnLabel.tsx';
import { EditorFoot } from './EditorFoot.tsx';
import { legIssues, type LegRow, legRows, legsOf, withAgency } from './procedure-rows.ts';
import { Provenance } from './Provenance.tsx';
import { RowFrame } from './RowFrame.tsx';
import { RowKeys } from './RowKeys.tsx';
import { SumLine } from './SumLine.tsx';
import { TimeFields } from './TimeFields.tsx';
import { useEditor } from './useEditor.ts';
import { useRows } from './useRows.ts';

type Sessions = readonly { readonly start: number; readonly end: number }[];
const columns = 'minmax(0, 1.5fr) minmax(0, 1.7fr) minmax(0, 1.1fr) minmax(0, 0.5fr) minmax(0, 1.2fr)';
const ways = ['here', 'paper', 'electronic'] as const;
const most = 8;

/** The agencies in their order. A leg without a time of its own is one that nobody gave a time to, never a guess. */
export function LegsEditor({ view, sessions }: { readonly view: LegsView; readonly sessions: Sessions }) {
  const { office } = useTexts();
  const texts = office.procedure;
  const list = useRows<LegRow>(legRows(view.legs));
  const { rows } = list;
  const change = useMutation(
    desk.procedure.setLegs.mutationOptions({
      onSuccess: ({ legs }) => {
        list.setRows(legRows(legs));
        editor.kept();
        void queries.invalidateQueries({ queryKey: desk.procedure.key() });
      },
    }),
  );
  const editor = useEditor(change, (reason) => legIssues(rows, reason));

  function keep(): void {
    const wrong = editor.tryToKeep();
    if (wrong !== undefined) list.focus(wrong);
    else if (!change.isPending) change.mutate({ code: view.code, legs: legsOf(rows), reason: editor.reason });
  }

  return (
    <>
      <Provenance
        set={view.set}
        verified={view.verified}
        otherwise={view.source === 'none' ? texts.noList : texts.list}
        note={view.note}
      />
      <SumLine times={legsOf(rows).map(({ term }) => ({ time: term }))} term={view.term} sessions={sessions} />
      {rows.length === 0 && <EmptyState title={texts.noLegs} />}
      <Box
        component="fieldset"
        disabled={!editor.mayChange}
        aria-label={texts.legs}
        sx={{ border: 0, margin: 0, padding: '3px', minWidth: 0, flex: '1 1 auto', minHeight: 0, overflow: 'auto' }}
      >
        {rows.map((row, index) => (
          <RowFrame
            key={row.key}
            name={texts.legName(index + 1, row.agency)}
            index={index}
            count={rows.length}
            columns={columns}
            mayChange={editor.mayChange}
            onMove={(by) => list.move(index, by)}
            onRemove={() => list.remove(index, 'agency')}
          >
            <Field
              id={list.idOf(row.key, 'agency')}
              label={<ColumnLabel shown={index === 0}>{texts.agency}</ColumnLabel>}
              value={row.agency}
              error={editor.messageAt(`${index}.agency`, row.agency.trim() === '')}
              onChange={(event) => list.put(index, withAgency(row, event.target.value))}
            />
            <Field
              id={list.idOf(row.key, 'work')}
              label={<ColumnLabel shown={index === 0}>{texts.work}</ColumnLabel>}
              value={row.work}
              error={editor.messageAt(`${index}.work`, row.work.trim() === '')}
              onChange={(event) => list.put(index, { ...row, work: event.target.value })}
            />
            <SelectField
              id={list.idOf(row.key, 'way')}
              label={<ColumnLabel shown={index === 0}>{texts.way}</ColumnLabel>}
              value={row.way}
              onChange={(event) => list.put(index, { ...row, way: event.target.value as LegRow['way'] })}
              choices={ways.map((value) => ({ value, label: texts.ways[value] }))}
            />
            <TimeFields
              time={row}
              first={index === 0}
              none={texts.noOwnTime}
              idOf={(field) => list.idOf(row.key, field)}
              error={editor.messageAt(`${index}.value`)}
              onChange={(time) => list.put(index, { ...row, ...time })}
            />
          </RowFrame>
        ))}
      </Box>
      <FaultNote error={editor.messageAt('list') ?? change.error} />
      {editor.mayChange ? (
        <>
          <RowKeys />
          <EditorFoot
            addLabel={texts.addLeg}
            mayAdd={rows.length < most}
            onAdd={() => list.add({ agency: '', work: '', way: 'paper', value: '', unit: 'none' }, 'agency')}
            reasonId={list.idOf('foot', 'reason')}
            reason={editor.reason}
            reasonError={editor.messageAt('reason')}
            onReason={editor.setReason}
            said={editor.said}
            pending={change.isPending}
            onKeep={keep}
          />
        </>
      ) : (
        <Box sx={{ color: 'text.secondary' }}>{texts.onlySupervisor}</Box>
      )}
    </>
  );
}
