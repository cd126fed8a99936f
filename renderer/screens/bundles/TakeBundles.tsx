import Box from '@mui/material/Box';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { BundleRow } from '../../../electron/contract/routing/bundle.ts';
import { type DeskClient, desk, queries } from '../../desk/client.ts';
import { useFaultSentence } from '../../desk/fault.ts';
import { rem } from '../../look/theme.ts';
import { StatusLine } from '../../parts/controls/StatusLine.tsx';
import { Panel } from '../../parts/layout/Panel.tsx';
import { EmptyState } from '../../parts/list/EmptyState.tsx';
import { LabelButton } from '../../parts/paper/LabelButton.tsx';
import { useTexts } from '../../text/texts.ts';
import { BundleLine } from './BundleLine.tsx';
import { PlaceKeys, type PlaceKeysProps } from './PlaceKeys.tsx';
import { ScanBox } from './ScanBox.tsx';
import { Sides } from './Sides.tsx';
import { placeWords } from './bundle-words.ts';

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
        for (const group of [desk.bundle, desk.case]) void queries.invalidateQueries({ queryKey: group.key() });
      },
      onError: (error) => setTrouble(sentenceOf(error)),
    }),
  );
  const [last, ...earlier] = taken;

  /** What was put away is nobody's here any more, and leaves the list of what I hold. */
  function placed({ caseId, number, place }: BundleRow, shelf: string) {
    setPut({ words: bundles.placed(number, placeWords(place, bundles)), shelf });
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
          {put.words !== '' && trouble === null && <StatusLine tone="good">{put.words}</StatusLine>}
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
          <Box component="ol" aria-label={bundles.lastTen} sx={{ listStyle: 'none', margin: 0, padding: 0 }}>
            {[last, ...earlier].map((one) => (
              <Box
                component="li"
                key={one.bundle.caseId}
                sx={{ padding: `${rem(6)} 0`, borderBottom: '1px solid var(--hairline)' }}
              >
                <BundleLine
                  row={one.bundle}
                  aside={one.already ? bundles.already : bundles.before(placeWords(one.before, bundles))}
                />
              </Box>
            ))}
          </Box>
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
    <Box
      component="section"
      aria-label={bundles.taken}
      sx={{
        border: '1px solid var(--brand)',
        borderRadius: '10px',
        bgcolor: 'var(--brand-soft)',
        padding: rem(14),
        display: 'flex',
        flexDirection: 'column',
        gap: rem(6),
      }}
    >
      <Box role="status" aria-live="polite" sx={{ display: 'flex', flexDirection: 'column', gap: rem(4) }}>
        <Box sx={{ fontSize: rem(13), fontWeight: 600, color: 'var(--brand)' }}>
          <span aria-hidden>✓ </span>
          {already ? bundles.already : bundles.taken}
        </Box>
        <Box sx={{ fontSize: rem(20), fontWeight: 700, lineHeight: 1.25 }}>{bundle.number}</Box>
        <Box sx={{ fontWeight: 600 }}>{bundle.applicantName}</Box>
        <Box>{bundle.procedureName}</Box>
        {!already && <Box>{bundles.before(placeWords(before, bundles))}</Box>}
        {bundle.holderName !== null && (
          <Box sx={{ color: 'text.secondary', fontSize: rem(13) }}>{bundles.holder(bundle.holderName)}</Box>
        )}
        {notice !== null && <Box sx={{ color: 'var(--soon)', fontWeight: 600 }}>! {bundles.notices[notice]}</Box>}
        {voidNumber !== null && (
          <Box sx={{ color: 'var(--late)', fontWeight: 600 }}>! {bundles.voidLabel(voidNumber, bundle.number)}</Box>
        )}
      </Box>
      <LabelButton caseId={bundle.caseId} />
      <PlaceKeys bundle={bundle} shelf={shelf} onPlaced={onPlaced} />
    </Box>
  );
}
