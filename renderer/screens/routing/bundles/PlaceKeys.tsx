import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { BundleRow } from '../../../../electron/contract/routing/bundle.ts';
import { desk } from '../../../desk/client.ts';
import { ActionButton } from '../../../parts/controls/ActionButton.tsx';
import { FaultNote } from '../../../parts/controls/FaultNote.tsx';
import { Field } from '../../../parts/controls/Field.tsx';
import { Dialog } from '../../../parts/dialog/Dialog.tsx';
import { useTexts } from '../../../text/texts.ts';
import { Row } from '../../../parts/layout/primitives.ts';

export type PlaceKeysProps = {
  readonly bundle: BundleRow;
  /** The shelf before, for whoever puts a whole trolley away. */
  readonly shelf: string;
  readonly onPlaced: (bundle: BundleRow, shelf: string) => void;
};

/** Where papers end that were just scanned: on a shelf of the archive, or home with the citizen (Điều 21). */
export function PlaceKeys({ bundle, shelf, onPlaced }: PlaceKeysProps) {
  const { bundles } = useTexts();
  const [asked, setAsked] = useState(false);
  const [typed, setTyped] = useState(shelf);
  const { caseId } = bundle;
  const place = useMutation(
    desk.bundle.place.mutationOptions({
      onSuccess: (done) => {
        onPlaced(done.bundle, typed);
      },
    }),
  );

  function open() {
    place.reset();
    setAsked(true);
  }

  return (
    <>
      <Row gap={2} wrap>
        <ActionButton keys="Alt+L" label={bundles.shelve} onAct={open} />
        <ActionButton
          keys="Alt+Q"
          label={bundles.giveBack}
          onAct={() => place.mutate({ case: { caseId }, place: { kind: 'citizen' } })}
          disabled={place.isPending}
        />
      </Row>
      {asked ? (
        <Dialog
          title={`${bundles.shelve}: ${bundle.number}`}
          onClose={() => setAsked(false)}
          act={{
            label: bundles.shelve,
            onAct: () => place.mutate({ case: { caseId }, place: { kind: 'archive', place: typed } }),
            disabled: typed.trim() === '' || place.isPending,
          }}
        >
          <Field
            label={bundles.shelf}
            hint={bundles.shelfHint}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            onFocus={(event) => (event.target as HTMLInputElement).select()}
            inputProps={{ maxLength: 200 }}
            autoFocus
          />
          <FaultNote error={place.error} />
        </Dialog>
      ) : (
        <FaultNote error={place.error} />
      )}
    </>
  );
}
