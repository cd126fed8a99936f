import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CaseView } from '../../../../../electron/contract/counter/case/case.ts';
import { desk, queries } from '../../../../desk/client.ts';
import { ActionButton } from '../../../../parts/controls/ActionButton.tsx';
import { FaultNote } from '../../../../parts/controls/FaultNote.tsx';
import { SelectField } from '../../../../parts/controls/SelectField.tsx';
import { OutcomeLine } from '../../../../parts/controls/OutcomeLine.tsx';
import { useShortcuts } from '../../../../parts/keys/shortcuts.ts';
import { Panel } from '../../../../parts/layout/Panel.tsx';
import { EmptyState } from '../../../../parts/list/EmptyState.tsx';
import { LabelButton } from '../../../../parts/paper/LabelButton.tsx';
import { PaperView } from '../../../../parts/paper/PaperView.tsx';
import { useTexts } from '../../../../text/texts.ts';
import { DeclarationButton } from '../../case-fields/DeclarationButton.tsx';
import { ReprintDialog } from './ReprintDialog.tsx';
import { formatDateTime } from '../../../../text/format.ts';
import { paperFromAhead } from '../case-ahead.ts';
import { formName } from '../../../../text/case-words.ts';
import { type Picked, newestReceipt, paperInFront } from './paper-in-front.ts';
import { Text } from '../../../../parts/layout/primitives.ts';

type Documents = CaseView['documents'];

type CasePapersProps = {
  readonly caseId: string;
  readonly procedureCode: string;
  readonly documents: Documents;
  readonly undone: boolean;
};

/** The case's papers as they were printed, and a recorded way to print one again. */
export function CasePapers({ caseId, procedureCode, documents, undone }: CasePapersProps) {
  const { caseFile } = useTexts();
  if (documents.length === 0) {
    return (
      <Panel title={caseFile.papers} gap={2}>
        <EmptyState title={caseFile.noPapers}>{caseFile.noPapersHelp}</EmptyState>
        {!undone && (
          <>
            <MakeReceipt caseId={caseId} />
            <DeclarationButton caseId={caseId} procedureCode={procedureCode} />
            <LabelButton caseId={caseId} />
          </>
        )}
      </Panel>
    );
  }
  return <Papers caseId={caseId} procedureCode={procedureCode} documents={documents} undone={undone} />;
}

/** The way out where the computer went off, or the paper failed, between the case and its receipt. */
function MakeReceipt({ caseId }: { readonly caseId: string }) {
  const { caseFile } = useTexts();
  const make = useMutation(desk.paper.receipt.mutationOptions({ onSettled: () => queries.invalidateQueries() }));
  return (
    <>
      <div>
        <ActionButton
          keys="Ctrl+P"
          label={caseFile.makeReceipt}
          disabled={make.isPending}
          onAct={() => make.mutate({ caseId })}
        />
      </div>
      <FaultNote error={make.error ?? make.data?.paperFault?.message} />
    </>
  );
}

function Papers({ caseId, procedureCode, documents, undone }: CasePapersProps) {
  const { caseFile, correction } = useTexts();
  const [picked, setPicked] = useState<Picked | null>(null);
  const chosen = paperInFront(documents, picked);
  const setChosen = (index: number) =>
    setPicked({ documentId: documents[index]?.documentId ?? '', newest: newestReceipt(documents) });
  // Several papers of one name are told by when they were made.
  const nameOf = ({ form, madeAt }: Documents[number]) =>
    [formName(form, caseFile), documents.filter((one) => one.form === form).length > 1 ? formatDateTime(madeAt) : '']
      .filter((part) => part !== '')
      .join(' · ');
  const [asking, setAsking] = useState(false);
  const [outcome, setOutcome] = useState('');
  const document = documents[chosen] ?? documents[0];
  const documentId = document?.documentId ?? '';
  const paper = useQuery(
    desk.paper.view.queryOptions({ input: { documentId }, staleTime: 'static', ...paperFromAhead(documentId) }),
  );
  useShortcuts([
    {
      keys: 'Alt+K',
      label: caseFile.nextPaper,
      run: () => setChosen((chosen + 1) % documents.length),
      disabled: documents.length < 2,
    },
  ]);
  if (document === undefined) return null;
  return (
    <Panel
      title={caseFile.papers}
      aside={undone ? undefined : <ActionButton keys="Ctrl+P" label={caseFile.reprint} onAct={() => setAsking(true)} />}
      gap={2}
    >
      <SelectField
        label={caseFile.paper}
        aside={caseFile.prints(document.prints)}
        value={String(chosen)}
        onChange={(event) => setChosen(Number(event.target.value))}
        choices={documents.map((one, index) => ({ value: String(index), label: nameOf(one) }))}
      />
      {document.supersededBy !== null && (
        <Text tone="late" weight={600} size="note">
          {undone ? correction.paperUndone : correction.paperVoid(document.supersededBy)}
        </Text>
      )}
      {!undone && (
        <>
          <DeclarationButton caseId={caseId} procedureCode={procedureCode} />
          <LabelButton caseId={caseId} />
        </>
      )}
      <OutcomeLine tone="good">{outcome}</OutcomeLine>
      <FaultNote error={paper.error} />
      <div>{paper.data !== undefined && <PaperView pages={paper.data.pages} />}</div>
      {asking && (
        <ReprintDialog
          document={document}
          onClose={() => setAsking(false)}
          onDone={(copy) => {
            setAsking(false);
            setOutcome(caseFile.reprinted(copy));
          }}
        />
      )}
    </Panel>
  );
}
