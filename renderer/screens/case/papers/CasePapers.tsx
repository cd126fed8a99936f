import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CaseView } from '../../../../electron/contract/case/case.ts';
import { desk } from '../../../desk/client.ts';
import { ActionButton } from '../../../parts/controls/ActionButton.tsx';
import { FaultNote } from '../../../parts/controls/FaultNote.tsx';
import { SelectField } from '../../../parts/controls/SelectField.tsx';
import { StatusLine } from '../../../parts/controls/StatusLine.tsx';
import { useShortcuts } from '../../../parts/keys/shortcuts.ts';
import { Panel } from '../../../parts/layout/Panel.tsx';
import { EmptyState } from '../../../parts/list/EmptyState.tsx';
import { LabelButton } from '../../../parts/paper/LabelButton.tsx';
import { PaperView } from '../../../parts/paper/PaperView.tsx';
import { useTexts } from '../../../text/texts.ts';
import { ReprintDialog } from './ReprintDialog.tsx';
import { formName } from '../case-words.ts';
import { Text } from '../../../parts/layout/primitives.ts';

type Documents = CaseView['documents'];

type CasePapersProps = { readonly caseId: string; readonly documents: Documents };

/** The case's papers as they were printed, and a recorded way to print one again. */
export function CasePapers({ caseId, documents }: CasePapersProps) {
  const { caseFile } = useTexts();
  if (documents.length === 0) {
    return (
      <Panel title={caseFile.papers}>
        <EmptyState title={caseFile.noPapers}>{caseFile.noPapersHelp}</EmptyState>
        <LabelButton caseId={caseId} />
      </Panel>
    );
  }
  return <Papers caseId={caseId} documents={documents} />;
}

function Papers({ caseId, documents }: CasePapersProps) {
  const { caseFile, correction } = useTexts();
  const [picked, setPicked] = useState<string | null>(null);
  // A void receipt is looked at when somebody asks for it; first stands the one that counts.
  const first = documents.findIndex(({ supersededBy }) => supersededBy === null);
  const asked = documents.findIndex(({ documentId }) => documentId === picked);
  const chosen = Math.max(0, asked === -1 ? first : asked);
  const setChosen = (index: number) => setPicked(documents[index]?.documentId ?? null);
  const [asking, setAsking] = useState(false);
  const [outcome, setOutcome] = useState('');
  const document = documents[chosen] ?? documents[0];
  const documentId = document?.documentId ?? '';
  const paper = useQuery(desk.paper.view.queryOptions({ input: { documentId }, staleTime: 'static' }));
  useShortcuts([
    {
      keys: 'Alt+G',
      label: caseFile.nextPaper,
      run: () => setChosen((chosen + 1) % documents.length),
      disabled: documents.length < 2,
    },
  ]);
  if (document === undefined) return null;
  return (
    <Panel
      title={caseFile.papers}
      aside={<ActionButton keys="Ctrl+P" label={caseFile.reprint} onAct={() => setAsking(true)} />}
      gap={2}
    >
      <SelectField
        label={caseFile.paper}
        aside={caseFile.prints(document.prints)}
        value={String(chosen)}
        onChange={(event) => setChosen(Number(event.target.value))}
        choices={documents.map((one, index) => ({ value: String(index), label: formName(one.form, caseFile) }))}
      />
      {document.supersededBy !== null && (
        <Text tone="late" weight={600} size="note">
          {correction.paperVoid(document.supersededBy)}
        </Text>
      )}
      <LabelButton caseId={caseId} />
      <StatusLine tone="good">{outcome}</StatusLine>
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
