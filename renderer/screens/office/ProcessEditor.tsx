import Box from '@mui/material/Box';
import { useMutation } from '@tanstack/react-query';
import { type ProcessView, StepRole } from '../../../electron/contract/process.ts';
import { sumProcess } from '../../../electron/domain/process.ts';
import { desk, queries } from '../../desk.ts';
import { Field } from '../../parts/Field.tsx';
import { SelectField } from '../../parts/SelectField.tsx';
import { useTexts } from '../../text/texts.ts';
import { rem } from '../../theme.ts';
import { processIssues, type Sessions, type StepRow, stepRows, stepsOf } from './procedure-rows.ts';
import { Provenance } from './Provenance.tsx';
import { RowsEditor } from './RowsEditor.tsx';
import { SumLine } from './SumLine.tsx';
import { useEditor } from './useEditor.ts';
import { useRows } from './useRows.ts';

const columns = 'minmax(0, 2.4fr) minmax(0, 1.2fr) minmax(0, 0.6fr) minmax(0, 1.3fr)';
const most = 20;

/** The steps as rows; nothing is sent that the promise to the citizen would not hold. */
export function ProcessEditor({ view, sessions }: { readonly view: ProcessView; readonly sessions: Sessions }) {
  const { common, office } = useTexts();
  const texts = office.procedure;
  const name = `process ${view.code}`;
  const list = useRows<StepRow>(name, stepRows(view.steps));
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
  const editor = useEditor(name, list, change, (reason) => processIssues(rows, reason));
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
      <Box sx={{ fontSize: rem(13), color: 'text.secondary' }}>{texts.approvalBinds}</Box>
      <SumLine times={stepsOf(rows)} term={view.term} sessions={sessions} />
      <RowsEditor
        list={list}
        editor={editor}
        label={texts.steps}
        nameOf={(row, index) => texts.stepName(index + 1, row.name)}
        columns={columns}
        first="name"
        none={texts.noTime}
        addLabel={texts.addStep}
        most={most}
        onAdd={() => list.add({ name: '', role: 'officer', value: '', unit: 'none' }, 'name', true)}
        said={fits ? editor.said : { text: texts.tooLong, tone: 'late' }}
        change={change}
        onKeep={keep}
        onDiscard={() => {
          list.setRows(stepRows(view.steps));
          editor.kept();
          change.reset();
        }}
      >
        {({ row, put, at }) => (
          <>
            <Field
              {...at('name', texts.name)}
              value={row.name}
              onChange={(event) => put({ ...row, name: event.target.value })}
            />
            <SelectField
              {...at('role', texts.role)}
              value={row.role}
              onChange={(event) => put({ ...row, role: event.target.value as StepRow['role'] })}
              choices={StepRole.options.map((value) => ({ value, label: common.roles[value] }))}
            />
          </>
        )}
      </RowsEditor>
    </>
  );
}
