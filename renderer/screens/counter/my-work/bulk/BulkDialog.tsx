import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Act } from '../../../../../electron/contract/counter/case/act.ts';
import type { WorkRow } from '../../../../../electron/contract/counter/work/work.ts';
import { deskClient } from '../../../../desk/client.ts';
import { type RefusedOne, eachTried } from '../../../../desk/each-tried.ts';
import { useIssueSentence, useWhyNot } from '../../../../desk/fault.ts';
import { Field } from '../../../../parts/controls/Field.tsx';
import { OutcomeLine } from '../../../../parts/controls/OutcomeLine.tsx';
import { SelectField } from '../../../../parts/controls/SelectField.tsx';
import { Dialog } from '../../../../parts/dialog/Dialog.tsx';
import { Block, Text } from '../../../../parts/layout/primitives.ts';
import { ColleagueField } from '../../../../parts/person/ColleagueField.tsx';
import { useTexts } from '../../../../text/texts.ts';
import { type ActFieldName, type ActValues, actFields, readAct } from '../../case/acts/act-fields.ts';
import { type BulkAct, isFor } from './bulk-acts.ts';
import { type Marks, marksFor } from './marks.ts';

/** Said of each for itself, or decided by the step of each: not asked of many. */
const unasked: Readonly<Partial<Record<BulkAct, readonly ActFieldName[]>>> = {
  finish: ['resultNumber'],
  pass: ['to'],
};
const mostNamed = 8;

type BulkDialogProps = {
  readonly act: BulkAct;
  readonly marks: Marks;
  readonly onClose: () => void;
  /** Those that are left marked, where some could not be done. */
  readonly onFailed: (left: Marks) => void;
  /** With those that are left marked: the act was not for them. */
  readonly onDone: (left: readonly WorkRow[], sentence: string) => void;
};

/** One question for many: says of how many, does each for itself, and tells of each that could not be done why. */
export function BulkDialog({ act, marks, onClose, onFailed, onDone }: BulkDialogProps) {
  const { caseFile, myWork } = useTexts();
  const texts = myWork.bulk;
  const whyNot = useWhyNot(texts.needsReason);
  const issueOf = useIssueSentence();
  const [rows] = useState(() => [...marks.values()].filter((row) => isFor(act, row)));
  /** Marked, and at another step: they stay as they are, and marked. */
  const [others] = useState(() => [...marks.values()].filter((row) => !isFor(act, row)));
  const [values, setValues] = useState<ActValues>(act === 'announce' ? { how: 'phone' } : {});
  const [wrong, setWrong] = useState<ReadonlyMap<string, string>>(new Map());
  /** How many were tried; null before. */
  const [tried, setTried] = useState<number | null>(null);
  const [failures, setFailures] = useState<readonly RefusedOne<WorkRow>[]>([]);
  const name = caseFile.acts[act];
  const fields = actFields[act].filter((field) => unasked[act]?.includes(field) !== true);
  const isOver = tried === rows.length;

  function begin(): void {
    const read = readAct(act, values);
    if (read instanceof Map) return setWrong(read);
    setWrong(new Map());
    doAll.mutate(read as Exclude<typeof read, ReadonlyMap<string, string>>);
  }

  // One act as everybody knows one is under way: keys that are ahead of it wait, and the lists are asked again after it.
  const doAll = useMutation({ mutationFn: doEach });

  async function doEach(said: Act): Promise<void> {
    let [done, unprinted] = [0, 0];
    setTried(0);
    const failed = await eachTried(
      rows,
      async ({ caseId }) => {
        try {
          const { paperFault } = await deskClient.case.act({ caseId, act: said, attended: true, print: true });
          if (paperFault !== null) unprinted += 1;
        } finally {
          setTried((done += 1));
        }
      },
      whyNot,
    );
    if (failed.length === 0)
      return onDone(others, `${texts.done(name, done)}${unprinted > 0 ? texts.papers(unprinted) : ''}`);
    setFailures(failed);
    onFailed(marksFor([...failed.map(({ one }) => one), ...others]));
  }

  return (
    <Dialog
      title={texts.title(name, rows.length)}
      wide
      onClose={onClose}
      act={isOver ? null : { label: name, onAct: begin, disabled: tried !== null, autoFocus: fields.length === 0 }}
    >
      {!isOver && (
        <>
          <Text tone="secondary">{texts.prompt(rows.length)}</Text>
          {others.length > 0 && <Text tone="soon">{texts.notFor(others.length)}</Text>}
          <Lines rows={rows.slice(0, mostNamed).map((one) => ({ one }))} />
          {rows.length > mostNamed && <Text tone="secondary">{texts.others(rows.length - mostNamed)}</Text>}
          {/* Said by now: what is typed from here on is for what comes next. */}
          {tried === null &&
            fields.map((field, index) => (
              <BulkField
                key={field}
                name={field}
                value={values[field] ?? ''}
                error={issueOf(wrong.get(field))}
                first={index === 0}
                onChange={(value) => setValues({ ...values, [field]: value })}
              />
            ))}
          <OutcomeLine>{tried === null ? '' : texts.doing(tried, rows.length)}</OutcomeLine>
        </>
      )}
      {isOver && (
        <>
          <OutcomeLine tone="late">{texts.failed(rows.length - failures.length, failures.length)}</OutcomeLine>
          <Lines rows={failures} />
        </>
      )}
    </Dialog>
  );
}

function Lines({ rows }: { readonly rows: readonly { readonly one: WorkRow; readonly why?: string }[] }) {
  return (
    <Block as="ul">
      {rows.map(({ one: row, why }) => (
        <Block as="li" key={row.caseId} padding={[0.5, 0]}>
          <Text as="span" weight={500}>
            {row.number}
          </Text>{' '}
          · {row.applicantName}
          {why !== undefined && (
            <Text tone="late" size="note">
              {why}
            </Text>
          )}
        </Block>
      ))}
    </Block>
  );
}

type BulkFieldProps = {
  readonly name: ActFieldName;
  readonly value: string;
  readonly error: string | undefined;
  readonly first: boolean;
  readonly onChange: (value: string) => void;
};

function BulkField({ name, value, error, first, onChange }: BulkFieldProps) {
  const { caseFile } = useTexts();
  const shared = { label: caseFile.actFields[name], error, autoFocus: first };
  if (name === 'to') return <ColleagueField {...shared} role="officer" onChange={onChange} />;
  if (name === 'how')
    return (
      <SelectField
        {...shared}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        choices={Object.entries(caseFile.hows).map(([key, word]) => ({ value: key, label: word }))}
      />
    );
  return <Field {...shared} value={value} onChange={(event) => onChange(event.target.value)} />;
}
