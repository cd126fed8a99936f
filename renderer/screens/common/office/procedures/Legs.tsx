import { useMutation, useQuery } from '@tanstack/react-query';
import type { LegsView } from '../../../../../electron/contract/routing/legs.ts';
import { desk } from '../../../../desk/client.ts';
import { Field } from '../../../../parts/controls/Field.tsx';
import { SelectField } from '../../../../parts/controls/SelectField.tsx';
import { EmptyState } from '../../../../parts/list/EmptyState.tsx';
import { useTexts } from '../../../../text/texts.ts';
import { askedOnce, type Chosen, ProcedureFrame } from './ProcedureFrame.tsx';
import { Provenance } from './Provenance.tsx';
import { RowsEditor } from './RowsEditor.tsx';
import { SumLine } from './SumLine.tsx';
import { legIssues, type LegRow, legRows, legsOf, type Sessions, withAgency } from './procedure-rows.ts';
import { type Editor, useEditor } from './useEditor.ts';

/** The way of one procedure through other agencies, each with its own time. */
export function Legs(chosen: Chosen) {
  const { office } = useTexts();
  const view = useQuery(desk.procedure.legs.queryOptions(askedOnce(chosen.code)));
  return (
    <ProcedureFrame {...chosen} title={office.parts.legs} empty={office.procedure.legsEmpty} view={view}>
      {(legs, sessions) => <LegsEditor key={legs.code} view={legs} sessions={sessions} />}
    </ProcedureFrame>
  );
}

const columns = 'minmax(0, 1.5fr) minmax(0, 1.7fr) minmax(0, 1.1fr) minmax(0, 0.5fr) minmax(0, 1.2fr)';
const ways = ['here', 'paper', 'electronic'] as const;
const most = 8;

/** The agencies in their order. A leg without a time of its own is one that nobody gave a time to, never a guess. */
function LegsEditor({ view, sessions }: { readonly view: LegsView; readonly sessions: Sessions }) {
  const { office } = useTexts();
  const texts = office.procedure;
  const change = useMutation(
    desk.procedure.setLegs.mutationOptions({
      onSuccess: ({ legs }) => editor.kept(legRows(legs)),
    }),
  );
  const editor: Editor<LegRow> = useEditor(`legs ${view.code}`, legRows(view.legs), change, legIssues);
  const { list, reason } = editor;
  const legs = legsOf(list.rows);

  return (
    <>
      <Provenance
        set={view.set}
        verified={view.verified}
        otherwise={view.source === 'none' ? texts.noList : texts.list}
        note={view.note}
      />
      <SumLine times={legs.map(({ term }) => ({ time: term }))} term={view.term} sessions={sessions} />
      {legs.length === 0 && <EmptyState title={texts.noLegs} />}
      <RowsEditor
        editor={editor}
        label={texts.legs}
        nameOf={(row, index) => texts.legName(index + 1, row.agency)}
        columns={columns}
        first="agency"
        none={texts.noOwnTime}
        addLabel={texts.addLeg}
        most={most}
        onAdd={() => list.add({ agency: '', work: '', way: 'paper', value: '', unit: 'none' }, 'agency')}
        said={editor.said}
        onKeep={() => editor.keep(() => change.mutate({ code: view.code, legs, reason }))}
      >
        {({ row, put, at }) => (
          <>
            <Field
              {...at('agency', texts.agency)}
              value={row.agency}
              onChange={(event) => put(withAgency(row, event.target.value))}
            />
            <Field
              {...at('work', texts.work)}
              value={row.work}
              onChange={(event) => put({ ...row, work: event.target.value })}
            />
            <SelectField
              {...at('way', texts.way)}
              value={row.way}
              onChange={(event) => put({ ...row, way: event.target.value as LegRow['way'] })}
              choices={ways.map((value) => ({ value, label: texts.ways[value] }))}
            />
          </>
        )}
      </RowsEditor>
    </>
  );
}
