import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Confirmation } from '../../../../../electron/contract/counter/case/confirm.ts';
import type { Act, ActType } from '../../../../../electron/contract/counter/case/act.ts';
import type { CaseStateView } from '../../../../../electron/contract/counter/case/case.ts';
import { desk } from '../../../../desk/client.ts';
import { faultOf, useIssueSentence } from '../../../../desk/fault.ts';
import { minuteOf, useKnownStatus } from '../../../../desk/desk-status.ts';
import { FaultNote } from '../../../../parts/controls/FaultNote.tsx';
import { ConfirmReasons, reasonsAsked } from '../../../../parts/dialog/ConfirmReasons.tsx';
import { Dialog } from '../../../../parts/dialog/Dialog.tsx';
import { useTexts } from '../../../../text/texts.ts';
import { AskedPapers } from './AskedPapers.tsx';
import { componentOf, openItems } from './asked-papers.ts';
import { ActField } from './ActField.tsx';
import { type Supplied, SuppliedPapers, suppliedComponents } from './SuppliedPapers.tsx';
import { ProposalSaid } from '../CaseProposal.tsx';
import { actFields, readAct, startingValues } from './act-fields.ts';
import { Text } from '../../../../parts/layout/primitives.ts';

type ActDialogProps = {
  readonly act: ActType;
  readonly state: CaseStateView;
  /** What the last request for papers asked for. */
  readonly items: readonly string[];
  readonly onClose: () => void;
  readonly onDone: (sentence: string) => void;
};

const answersProposal: ReadonlySet<ActType> = new Set(['approve-supplement', 'decline-supplement']);

/** Asks for what the act needs, says that it is recorded, and does it on one key. */
export function ActDialog({ act, state, items, onClose, onDone }: ActDialogProps) {
  const { caseFile } = useTexts();
  const sentenceOf = useIssueSentence();
  const now = useKnownStatus(minuteOf);
  const [values, setValues] = useState(() => startingValues(act, state, now));
  const [supplied, setSupplied] = useState<Supplied>({});
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set());
  const [tried, setTried] = useState(false);
  const components = useQuery(
    desk.procedure.get.queryOptions({ input: { code: state.procedure.code }, enabled: act === 'supplement' }),
  ).data?.components;
  const asked = act === 'supplement' ? items : [];
  const open = openItems(asked, ticked);
  const [wrong, setWrong] = useState<ReadonlyMap<string, string>>(new Map());
  const name = caseFile.acts[act];
  const doAct = useMutation(
    desk.case.act.mutationOptions({
      onSuccess: ({ paperFault }) => {
        onDone(paperFault === null ? caseFile.actDone(name) : caseFile.actDoneNoPaper(name));
      },
    }),
  );

  function submit(confirm?: Confirmation[]): void {
    const read = readAct(act, values);
    if (read instanceof Map) {
      setWrong(read);
      return;
    }
    setWrong(new Map());
    setTried(true);
    if (open.length > 0) return;
    if (!doAct.isPending)
      doAct.mutate({
        caseId: state.caseId,
        act: withSupplied(read as Exclude<typeof read, ReadonlyMap<string, string>>),
        attended: true,
        print: true,
        ...(confirm === undefined ? {} : { confirm }),
      });
  }

  /** A line that is a component of the procedure counts as one: the new receipt lists it. */
  function toggle(index: number): void {
    const wanted = !ticked.has(index);
    setTicked(new Set(wanted ? [...ticked, index] : [...ticked].filter((one) => one !== index)));
    const found = componentOf(components ?? [], asked[index] ?? '');
    if (found === undefined) return;
    const { [found.index]: _counts, ...others } = supplied;
    setSupplied(wanted ? { ...others, [found.index]: found.counts } : others);
  }

  function withSupplied(read: Act): Act {
    const components = suppliedComponents(supplied);
    return read.type !== 'supplement' || components.length === 0 ? read : { ...read, components };
  }

  const unknown = faultOf(doAct.error)?.code === 'account-unknown';
  return (
    <Dialog
      title={name}
      onClose={onClose}
      act={{
        label: name,
        onAct: () => submit(),
        disabled: doAct.isPending,
        autoFocus: actFields[act].length + asked.length === 0,
      }}
    >
      <Text tone="secondary">{caseFile.actPrompt}</Text>
      {act === 'undo-reception' && <Text weight={600}>{caseFile.undoReceptionAsk}</Text>}
      {act === 'take-back-certified' && <Text weight={600}>{caseFile.takeBackAsk}</Text>}
      {state.proposal !== null && answersProposal.has(act) && <ProposalSaid {...state.proposal} />}
      {actFields[act].map((field, index) => (
        <ActField
          key={field}
          act={act}
          state={state}
          name={field}
          value={values[field] ?? ''}
          error={sentenceOf(field === 'to' && unknown ? 'invalid' : wrong.get(field))}
          first={index === 0}
          onChange={(value) => setValues({ ...values, [field]: value })}
        />
      ))}
      {asked.length > 0 && (
        <AskedPapers items={asked} ticked={ticked} open={tried ? open.length : undefined} onToggle={toggle} />
      )}
      {act === 'supplement' && <SuppliedPapers state={state} supplied={supplied} onChange={setSupplied} />}
      {reasonsAsked(doAct.error) === undefined ? (
        <FaultNote error={doAct.error} />
      ) : (
        <ConfirmReasons error={doAct.error} onConfirm={submit} onClose={() => doAct.reset()} />
      )}
    </Dialog>
  );
}
