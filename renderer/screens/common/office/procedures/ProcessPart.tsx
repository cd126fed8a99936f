import { useMutation, useQuery } from '@tanstack/react-query';
import { type ProcessView, StepRole } from '../../../../../electron/contract/routing/process.ts';
import { sumProcess } from '../../../../../electron/domain/routing/process.ts';
import { desk } from '../../../../desk/client.ts';
import { Field } from '../../../../parts/controls/Field.tsx';
import { SelectField } from '../../../../parts/controls/SelectField.tsx';
import { Text } from '../../../../parts/layout/primitives.ts';
import { useTexts } from '../../../../text/texts.ts';
import { askedOnce, type Chosen, ProcedureFrame } from './ProcedureFrame.tsx';
import { Provenance } from './Provenance.tsx';
import { RowsEditor } from './RowsEditor.tsx';
import { SumLine } from './SumLine.tsx';
import { processIssues, type Sessions, type StepRow, stepRows, stepsOf } from './procedure-rows.ts';
import { type Editor, useEditor } from './useEditor.ts';

/** The inner steps of one procedure: the office's own, or the frame it goes by. */
export function ProcessPart(chosen: Chosen) {
  const { office } = useTexts();
  const view = useQuery(desk.procedure.process.queryOptions(askedOnce(chosen.code)));
  return (
    <ProcedureFrame {...chosen} title={office.parts.process} empty={office.procedure.processEmpty} view={view}>
      {(process, sessions) => <ProcessEditor key={process.code} view={process} sessions={sessions} />}
    </ProcedureFrame>
  );
}

const columns = 'minmax(0, 2.4fr) minmax(0, 1.2fr) minmax(0, 0.6fr) minmax(0, 1.3fr)';
const most = 20;

/** The steps as rows; nothing is sent that the promise to the citizen would not hold. */
function ProcessEditor({ view, sessions }: { readonly view: ProcessView; readonly sessions: Sessions }) {
  const { common, office } = useTexts();
  const texts = office.procedure;
  const change = useMutation(
    desk.procedure.setProcess.mutationOptions({
      onSuccess: ({ steps }) => editor.kept(stepRows(steps)),
    }),
  );
  const editor: Editor<StepRow> = useEditor(`process ${view.code}`, stepRows(view.steps), change, processIssues);
  const { list, reason } = editor;
  const steps = stepsOf(list.rows);
  const { fits } = sumProcess(steps, view.term, { sessions });

  return (
    <>
      <Provenance set={view.set} verified={view.verified} otherwise={texts.frame} note={view.note} />
      <Text size="note" tone="secondary">
        {texts.approvalBinds}
      </Text>
      <SumLine times={steps} term={view.term} sessions={sessions} />
      <RowsEditor
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
        onKeep={() => editor.keep(() => fits && change.mutate({ code: view.code, steps, reason }))}
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
