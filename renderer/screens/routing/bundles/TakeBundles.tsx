import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { BundleRow } from '../../../../electron/contract/routing/bundle.ts';
import { type DeskClient, desk } from '../../../desk/client.ts';
import { useFaultSentence } from '../../../desk/fault.ts';
import { OutcomeLine } from '../../../parts/controls/OutcomeLine.tsx';
import { Panel } from '../../../parts/layout/Panel.tsx';
import { EmptyState } from '../../../parts/list/EmptyState.tsx';
import { LabelButton } from '../../../parts/paper/LabelButton.tsx';
import { useTexts } from '../../../text/texts.ts';
import { BundleLine } from './BundleLine.tsx';
import { PlaceKeys, type PlaceKeysProps } from './PlaceKeys.tsx';
import { ScanBox } from './ScanBox.tsx';
import { Sides } from './Sides.tsx';
import { whereWords } from './bundle-words.ts';
import { Block, Column, Text } from '../../../parts/layout/primitives.ts';

export type Taken = Awaited<ReturnType<DeskClient['bundle']['take']>>;

const remembered = 10;

type TakeBundlesProps = { readonly taken: readonly Taken[]; readonly onTaken: (taken: readonly Taken[]) => void };

/** Each scan: what case it is, who had its papers, and that they are mine now. */
export function TakeBundles({ taken, onTaken }: TakeBundlesProps) {
  const { bundles } = useTexts();
  const sentenceOf = useFaultSentence();
  const [trouble, setTrouble] = useState<string | null>(null);
  const [put, setPut] = useState({ words: '', shelf: '' });
  const take = useMutation(
    desk.bundle.take.mutationOptions({
      onSuccess: (done) => {
        setTrouble(null);
        setPut({ ...put, words: '' });
        onTaken([done, ...taken.filter(({ bundle }) => bundle.caseId !== done.bundle.caseId)].slice(0, remembered));
      },
      onError: (error) => setTrouble(sentenceOf(error)),
    }),
  );
  const [last, ...earlier] = taken;

  /** What was put away is nobody's here any more, and leaves the list of what I hold. */
  function placed({ caseId, number, place }: BundleRow, shelf: string) {
    setPut({ words: bundles.placed(number, whereWords(place, bundles)), shelf });
    onTaken(taken.filter(({ bundle }) => bundle.caseId !== caseId));
  }

  return (
    <Sides
      left={
        <>
          <ScanBox
            focusOn={`take ${put.words}`}
            error={trouble}
            onCode={(scan) => take.mutate({ scan })}
            onTrouble={setTrouble}
          />
          {/* After a scan that was not taken nothing may look as if it had been. */}
          {put.words !== '' && trouble === null && <OutcomeLine tone="good">{put.words}</OutcomeLine>}
          {last !== undefined && trouble === null && put.words === '' && (
            <TakenCard key={last.bundle.caseId} taken={last} shelf={put.shelf} onPlaced={placed} />
          )}
        </>
      }
    >
      <Panel title={bundles.lastTen} focusable>
        {last === undefined ? (
          <EmptyState title={bundles.takeEmpty}>{bundles.takeEmptyHelp}</EmptyState>
        ) : (
          <Block as="ol" aria-label={bundles.lastTen}>
            {[last, ...earlier].map((one) => (
              <Block as="li" padding={[1.5, 0]} line="bottom" key={one.bundle.caseId}>
                <BundleLine
                  row={one.bundle}
                  aside={one.already ? bundles.already : bundles.before(whereWords(one.before, bundles))}
                />
              </Block>
            ))}
          </Block>
        )}
      </Panel>
    </Sides>
  );
}

type TakenCardProps = Omit<PlaceKeysProps, 'bundle'> & { readonly taken: Taken };

/** What was just scanned, to be read from the chair. */
function TakenCard({ taken, shelf, onPlaced }: TakenCardProps) {
  const { bundles } = useTexts();
  const { bundle, before, already, notice, voidNumber } = taken;
  return (
    <Column as="section" border="brand" radius={10} ground="brand" padding={3.5} gap={1.5} aria-label={bundles.taken}>
      <Column gap={1} role="status" aria-live="polite">
        <Text size="note" weight={600} tone="brand">
          <span aria-hidden>✓ </span>
          {already ? bundles.already : bundles.taken}
        </Text>
        <Text size="number" weight={700}>
          {bundle.number}
        </Text>
        <Text weight={600}>{bundle.applicantName}</Text>
        <div>{bundle.procedureName}</div>
        {!already && <div>{bundles.before(whereWords(before, bundles))}</div>}
        {bundle.holderName !== null && (
          <Text tone="secondary" size="note">
            {bundles.holder(bundle.holderName)}
          </Text>
        )}
        {notice !== null && (
          <Text tone="soon" weight={600}>
            ! {bundles.notices[notice]}
          </Text>
        )}
        {voidNumber !== null && (
          <Text tone="late" weight={600}>
            ! {bundles.voidLabel(voidNumber, bundle.number)}
          </Text>
        )}
      </Column>
      <LabelButton caseId={bundle.caseId} />
      <PlaceKeys bundle={bundle} shelf={shelf} onPlaced={onPlaced} />
    </Column>
  );
}
