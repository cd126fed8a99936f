import Box from '@mui/material/Box';
import { useMutation } from '@tanstack/react-query';
import { type ProcessView, StepRole } from '../../../electron/contract/process.ts';
import { sumProcess } from '../../../electron/domain/process.ts';
import { desk, queries } from '../../desk.ts';
import { FaultNote } from '../../parts/FaultNote.tsx';
import { Field } from '../../parts/Field.tsx';
import { SelectField } from '../../parts/SelectField.tsx';
import { useTexts } from '../../text/texts.ts';
import { ColumnLabel } from './ColumnLabel.tsx';
import { EditorFoot } from './EditorFoot.tsx';
import { processIssues, type StepRow, stepRows, stepsOf } from './procedure-rows.ts';
import { Provenance } from './Provenance.tsx';
import { RowFrame } from './RowFrame.tsx';
import { RowKeys } from './RowKeys.tsx';
import { SumLine } from './SumLine.tsx';
import { TimeFields } from './TimeFields.tsx';
import { useEditor } from './useEditor.ts';
import { useRows } from './useRows.ts';

type Sessions = readonly { readonly start: number; readonly end: number }[];
const columns = 'minmax(0, 2.4fr) minmax(0, 1.2fr) minmax(0, 0.6fr) minmax(0, 1.3fr)';
const most = 20;

/** The steps as rows; nothing is sent that the promise to the citizen would not hold. */
export function ProcessEditor({ view, sessions }: { readonly view: ProcessView; readonly sessions: Sessions }) {
  const { common, office } = useTexts();
  const texts = office.procedure;
  const list = useRows<StepRow>(stepRows(view.steps));
  const { rows } = list;
  const change = useMutation(
    desk.procedure.setProcess.mutationOptions({
      onSuccess: ({ steps }) => {
        list.setRows(stepRows(steps));
        editor.kept();
        void queries.invalidateQueries({ queryKey: desk.procedure.key() });
      },
    }),
  );
  const editor = useEditor(change, (reason) => processIssues(rows, reason));
  const { fits } = sumProcess(stepsOf(rows), view.term, { sessions });

  function keep(): void {
    const wrong = editor.tryToKeep();
    if (wrong !== undefined) list.focus(wrong);
    if (wrong === undefined && fits && !change.isPending)
      change.mutate({ code: view.code, steps: stepsOf(rows), reason: editor.reason });
  }

  return (
    <>
      <Provenance set={view.set} verified={view.verified} otherwise={texts.frame} note={view.note} />
      <SumLine times={stepsOf(rows)} term={view.term} sessions={sessions} />
      <Box
        component="fieldset"
        disabled={!editor.mayChange}
        aria-label={texts.steps}
        sx={{ border: 0, margin: 0, padding: '3px', minWidth: 0, flex: '1 1 auto', minHeight: 0, overflow: 'auto' }}
      >
        {rows.map((row, index) => (
          <RowFrame
            key={row.key}
            name={texts.stepName(index + 1, row.name)}
            index={index}
            count={rows.length}
            columns={columns}
            mayChange={editor.mayChange}
            onMove={(by) => list.move(index, by)}
            onRemove={() => list.remove(index, 'name')}
          >
            <Field
              id={list.idOf(row.key, 'name')}
              label={<ColumnLabel shown={index === 0}>{texts.name}</ColumnLabel>}
              value={row.name}
              error={editor.messageAt(`${index}.name`, row.name.trim() === '')}
              onChange={(event) => list.put(index, { ...row, name: event.target.value })}
            />
            <SelectField
              id={list.idOf(row.key, 'role')}
              label={<ColumnLabel shown={index === 0}>{texts.role}</ColumnLabel>}
              value={row.role}
              error={editor.messageAt(`${index}.role`)}
              onChange={(event) => list.put(index, { ...row, role: event.target.value as StepRow['role'] })}
              choices={StepRole.options.map((value) => ({ value, label: common.roles[value] }))}
            />
            <TimeFields
              time={row}
              first={index === 0}
              none={texts.noTime}
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
            addLabel={texts.addStep}
            mayAdd={rows.length < most}
            onAdd={() => list.add({ name: '', role: 'officer', value: '', unit: 'none' }, 'name', true)}
            reasonId={list.idOf('foot', 'reason')}
            reason={editor.reason}
            reasonError={editor.messageAt('reason')}
            onReason={editor.setReason}
            said={fits ? editor.said : { text: texts.tooLong, tone: 'late' }}
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
