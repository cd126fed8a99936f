import { useState } from 'react';
import { mayCall } from '../../../../../electron/domain/common/office/call-roles.ts';
import { actRules } from '../../../../../electron/domain/counter/case/acts/acts.ts';
import { roleOf, useKnownStatus } from '../../../../desk/desk-status.ts';
import { rem } from '../../../../look/theme.ts';
import { ActionButton } from '../../../../parts/controls/ActionButton.tsx';
import { OutcomeLine } from '../../../../parts/controls/OutcomeLine.tsx';
import { Row, Text } from '../../../../parts/layout/primitives.ts';
import { actKeys } from '../../../../text/screens/counter/case.ts';
import { useTexts } from '../../../../text/texts.ts';
import { type BulkAct, isFor } from './bulk-acts.ts';
import { BulkDialog } from './BulkDialog.tsx';
import { type Marks, marksFor, noMarks } from './marks.ts';

type BulkBarProps = {
  /** What the list offers, the usual one first. */
  readonly acts: readonly BulkAct[];
  readonly marks: Marks;
  readonly onMarks: (marks: Marks) => void;
};

/** What may be done to the marked cases at once, under the keys that the acts have in a case; and what came of the last. */
export function BulkBar({ acts, marks, onMarks }: BulkBarProps) {
  const { caseFile, myWork } = useTexts();
  const role = useKnownStatus(roleOf);
  const [asked, setAsked] = useState<BulkAct | null>(null);
  const [outcome, setOutcome] = useState('');
  const rows = [...marks.values()];
  const may = acts.filter((act) => {
    const { role: needed } = actRules[act];
    return role !== undefined && mayCall(role, needed) && rows.some((row) => isFor(act, row));
  });
  function ask(act: BulkAct): void {
    setOutcome('');
    setAsked(act);
  }

  return (
    <>
      {marks.size > 0 && (
        <Row
          as="section"
          gap={2}
          align="center"
          wrap
          shrink={false}
          aria-label={myWork.bulk.bar}
          css={{ '& .MuiButton-root': { minHeight: rem(30), padding: `${rem(2)} ${rem(10)}`, fontSize: rem(13) } }}
        >
          <Text weight={600} tone="brand" role="status">
            <span aria-hidden>✓ </span>
            {myWork.bulk.marked(marks.size)}
          </Text>
          {may.map((act) => (
            <ActionButton key={act} keys={actKeys[act]} label={caseFile.acts[act]} onAct={() => ask(act)} />
          ))}
          <ActionButton keys="Escape" label={myWork.unmark} onAct={() => onMarks(noMarks)} />
        </Row>
      )}
      {outcome !== '' && <OutcomeLine tone="good">{outcome}</OutcomeLine>}
      {asked !== null && (
        <BulkDialog
          act={asked}
          marks={marks}
          onClose={() => setAsked(null)}
          onFailed={onMarks}
          onDone={(left, sentence) => {
            setAsked(null);
            setOutcome(sentence);
            onMarks(marksFor(left));
          }}
        />
      )}
    </>
  );
}
