import type { CSSObject } from '@emotion/react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { typedKey } from '../../../../../electron/domain/catalogue/procedure-terms.ts';
import { desk, goodForMs, keptOfPersonMs } from '../../../../desk/client.ts';
import { faultOf } from '../../../../desk/fault.ts';
import { FaultNote } from '../../../../parts/controls/FaultNote.tsx';
import { useRested } from '../../../../parts/controls/rested.ts';
import { Panel } from '../../../../parts/layout/Panel.tsx';
import { PaperView } from '../../../../parts/paper/PaperView.tsx';
import { useTexts } from '../../../../text/texts.ts';
import { fieldId } from '../../case-fields/field-id.ts';
import { paperPlaceWords } from './paper-place-words.ts';
import { previewInput } from '../../case-fields/receive-input.ts';
import type { ReceptionForm } from '../../case-fields/reception-form.ts';
import type { MadeSlip } from './useDeskSlip.ts';
import { Column, Text, Row } from '../../../../parts/layout/primitives.ts';
import { Chip } from '../../../../parts/controls/Chip.tsx';
import { PrintChip, usePrintJob } from '../../../../parts/paper/PrintChip.tsx';

/** No word of waiting under 300 ms. */
const afterAWhile: CSSObject = {
  animation: 'appear 0s linear 300ms both',
  '@keyframes appear': { from: { visibility: 'hidden' }, to: { visibility: 'visible' } },
};

/** Of one citizen, whose draft is its key: drawn again for the next one, it says nothing of who was here while letters are still typed. */
function Preview({ form }: { readonly form: ReceptionForm }) {
  const { reception } = useTexts();
  const input = previewInput(useRested(form));
  const preview = useQuery(
    desk.paper.preview.queryOptions({
      input: input ?? { procedureCode: '-', applicant: {} },
      enabled: input !== undefined,
      placeholderData: keepPreviousData,
      gcTime: keptOfPersonMs,
    }),
  );
  if (input !== undefined && preview.isPending)
    return (
      <Text tone="secondary" css={afterAWhile}>
        {reception.paper.stale}
      </Text>
    );
  if (input === undefined) return <Text tone="secondary">{reception.paper.empty}</Text>;
  // What nobody has typed yet is no mistake.
  const isAwaited = form.term?.key === typedKey && (form.term.value ?? '').trim() === '';
  if (isAwaited && faultOf(preview.error)?.code === 'time-limit-missing')
    return <Text tone="secondary">{reception.paper.needsTerm}</Text>;
  return (
    <>
      {preview.error !== null && <FaultNote error={preview.error} />}
      {preview.error === null && preview.data !== undefined && <PaperView pages={preview.data.pages} />}
    </>
  );
}

function MadePaper({ documentId }: { readonly documentId: string }) {
  const view = useQuery(desk.paper.view.queryOptions({ input: { documentId }, gcTime: keptOfPersonMs }));
  if (view.error !== null) return <FaultNote error={view.error} />;
  return view.data === undefined ? null : <PaperView pages={view.data.pages} />;
}

type PaperColumnProps = {
  readonly form: ReceptionForm;
  readonly slip: MadeSlip | null;
};

/** The paper as it will print, before anything is saved; after it the column is the next citizen’s. */
export function PaperColumn({ form, slip }: PaperColumnProps) {
  const { reception } = useTexts();
  const texts = reception.paper;
  const settings = useQuery(desk.office.settings.queryOptions({ input: {}, staleTime: goodForMs }));
  // The slip of what stands here; the paper of who has gone is found at their case.
  const shown = slip?.documentId;
  const facts = settings.data;
  return (
    <Panel
      title={texts.title}
      grow
      aside={
        facts !== undefined && (
          <Text size="small" weight={600} tone="secondary" textAlign="right" minWidth={0}>
            {paperPlaceWords(facts, texts)}
          </Text>
        )
      }
    >
      <Column gap={3} tabIndex={-1} id={fieldId('paper')}>
        {slip !== null && <SlipBox slip={slip} />}
        {shown === undefined || shown === null ? (
          <Preview key={form.draftId} form={form} />
        ) : (
          <MadePaper documentId={shown} />
        )}
        <Text size="note" tone="secondary">
          {texts.promise}
        </Text>
      </Column>
    </Panel>
  );
}

/** What was done instead of receiving, and what became of its slip. */
function SlipBox({ slip }: { readonly slip: MadeSlip }) {
  const { intake, reception } = useTexts();
  const job = usePrintJob(slip.printJobId);
  return (
    <Row
      as="section"
      border="brand"
      radius={10}
      ground="brand"
      padding={3}
      gap={2}
      align="center"
      wrap
      aria-label={intake.acts[slip.act]}
    >
      <Text size="note" weight={600} tone="brand" grow>
        <span aria-hidden>✓ </span>
        {intake.acts[slip.act]}
      </Text>
      {slip.printJobId === null ? <Chip tone="late">{reception.accepted.print.none}</Chip> : <PrintChip job={job} />}
    </Row>
  );
}
