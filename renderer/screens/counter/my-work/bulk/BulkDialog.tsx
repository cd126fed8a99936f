import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { desk } from '../../../../desk/client.ts';
import { useIssueSentence } from '../../../../desk/fault.ts';
import { useProgress, useWatchName } from '../../../../desk/watched.ts';
import { useSettings } from '../../../../look/settings.ts';
import { FaultNote } from '../../../../parts/controls/FaultNote.tsx';
import { Field } from '../../../../parts/controls/Field.tsx';
import { OutcomeLine } from '../../../../parts/controls/OutcomeLine.tsx';
import { SelectField } from '../../../../parts/controls/SelectField.tsx';
import { Dialog } from '../../../../parts/dialog/Dialog.tsx';
import { Block, Text } from '../../../../parts/layout/primitives.ts';
import { ColleagueField } from '../../../../parts/person/ColleagueField.tsx';
import { useTexts } from '../../../../text/texts.ts';
import { type ActFieldName, type ActValues, actFields, readAct } from '../../case/acts/act-fields.ts';
import { type BulkAct, type BulkRow, isFor, mostCasesAtOnce } from './bulk-acts.ts';
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
  readonly onDone: (left: readonly BulkRow[], sentence: string) => void;
};

/** A row at which the desk refused, and its sentence why. */
type RefusedRow = { readonly one: BulkRow; readonly why: string };

/** One question for many and one call: says of how many, each is done for itself, and of each that could not be done it is told why. */
export function BulkDialog({ act, marks, onClose, onFailed, onDone }: BulkDialogProps) {
  const { caseFile, myWork } = useTexts();
  const texts = myWork.bulk;
  const { language } = useSettings();
  const issueOf = useIssueSentence();
  const [rows] = useState(() => [...marks.values()].filter((row) => isFor(act, row)).slice(0, mostCasesAtOnce));
  /** Marked, and at another step, or more than go at once: they stay as they are, and marked. */
  const [others] = useState(() => [...marks.values()].filter((row) => !rows.includes(row)));
  const beyond = others.filter((row) => isFor(act, row)).length;
  const [values, setValues] = useState<ActValues>(act === 'announce' ? { how: 'phone' } : {});
  const [wrong, setWrong] = useState<ReadonlyMap<string, string>>(new Map());
  /** The same until something else is asked: a request sent twice is done once. */
  const [request, setRequest] = useState({ id: crypto.randomUUID(), of: '' });
  const [failures, setFailures] = useState<readonly RefusedRow[] | null>(null);
  const name = caseFile.acts[act];
  const fields = actFields[act].filter((field) => unasked[act]?.includes(field) !== true);
  const watch = useWatchName([request.id]);

  // One act as everybody knows one is under way: keys that are ahead of it wait, and the lists are asked again after it.
  const doAll = useMutation(
    desk.case.actMany.mutationOptions({
      onSuccess: (answer) => {
        const unprinted = answer.rows.filter(({ paperFault }) => paperFault !== null).length;
        const refused = answer.rows.flatMap(({ caseId, refused: why }): RefusedRow[] => {
          const one = rows.find((row) => row.caseId === caseId);
          if (why === null || one === undefined) return [];
          const sentence = language === 'vi' ? why.text : why.textEn;
          return [{ one, why: why.code === 'confirmation-needed' ? texts.needsReason : sentence }];
        });
        if (refused.length === 0)
          return onDone(others, `${texts.done(name, answer.done)}${unprinted > 0 ? texts.papers(unprinted) : ''}`);
        setFailures(refused);
        onFailed(marksFor([...refused.map(({ one }) => one), ...others]));
      },
    }),
  );
  const progress = useProgress(watch, doAll.isPending);

  function begin(): void {
    const read = readAct(act, values);
    if (read instanceof Map) return setWrong(read);
    if (doAll.isPending) return;
    setWrong(new Map());
    const said = read as Exclude<typeof read, ReadonlyMap<string, string>>;
    const of = JSON.stringify(said);
    const asked = request.of === '' || request.of === of ? { ...request, of } : { id: crypto.randomUUID(), of };
    setRequest(asked);
    const acts = rows.map(({ caseId }) => ({ caseId, act: said }));
    doAll.mutate({ requestId: asked.id, acts, attended: true, print: true, watch });
  }

  return (
    <Dialog
      title={texts.title(name, rows.length)}
      wide
      onClose={onClose}
      act={
        failures === null
          ? { label: name, onAct: begin, disabled: doAll.isPending, autoFocus: fields.length === 0 }
          : null
      }
    >
      {failures === null ? (
        <>
          <Text tone="secondary">{texts.prompt(rows.length)}</Text>
          {others.length > beyond && <Text tone="soon">{texts.notFor(others.length - beyond)}</Text>}
          {beyond > 0 && <Text tone="soon">{texts.beyond(mostCasesAtOnce, beyond)}</Text>}
          <Lines rows={rows.slice(0, mostNamed).map((one) => ({ one }))} />
          {rows.length > mostNamed && <Text tone="secondary">{texts.others(rows.length - mostNamed)}</Text>}
          {/* Said by now: what is typed from here on is for what comes next. */}
          {!doAll.isPending &&
            fields.map((field, index) => (
              <BulkField
                key={field}
                name={field}
                value={values[field] ?? ''}
                error={issueOf(wrong.get(field))}
                first={index === 0}
                onChange={(value) => {
                  setValues({ ...values, [field]: value });
                  setWrong(without(wrong, field));
                }}
              />
            ))}
          <Text tone="secondary" size="note">
            {texts.back[act]}
          </Text>
          <FaultNote error={doAll.error} />
          <OutcomeLine>{doAll.isPending ? texts.doing(progress?.done ?? 0, rows.length) : ''}</OutcomeLine>
        </>
      ) : (
        <>
          <OutcomeLine tone="late">{texts.failed(rows.length - failures.length, failures.length)}</OutcomeLine>
          <Lines rows={failures} />
        </>
      )}
    </Dialog>
  );
}

function without(wrong: ReadonlyMap<string, string>, field: string): ReadonlyMap<string, string> {
  return new Map([...wrong].filter(([name]) => name !== field));
}

function Lines({ rows }: { readonly rows: readonly { readonly one: BulkRow; readonly why?: string }[] }) {
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
