import Button from '@mui/material/Button';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { desk, queries } from '../../../../desk/client.ts';
import { FaultNote } from '../../../../parts/controls/FaultNote.tsx';
import { Panel } from '../../../../parts/layout/Panel.tsx';
import { Text } from '../../../../parts/layout/primitives.ts';
import { formatDateTime } from '../../../../text/format.ts';
import { useTexts } from '../../../../text/texts.ts';
import { Table } from '../Table.tsx';
import { ReasonDialog } from './ReasonDialog.tsx';

type PublishersProps = { readonly maySet: boolean; readonly onDone: (sentence: string) => void };
type Asked = { readonly key: string; readonly name: string; readonly fingerprint: string };

/** Whose data packs this office takes, by name and fingerprint, and the way out of that trust. */
export function Publishers({ maySet, onDone }: PublishersProps) {
  const { dataPacks: texts } = useTexts();
  const { data, error } = useQuery(desk.pack.publishers.queryOptions({ input: {} }));
  const { data: taken } = useQuery(desk.pack.list.queryOptions({ input: {} }));
  const [asked, setAsked] = useState<Asked | undefined>(undefined);
  const distrust = useMutation(
    desk.pack.distrust.mutationOptions({
      onSuccess: () => {
        void queries.invalidateQueries();
        onDone(texts.distrusted(asked?.name ?? ''));
        close();
      },
    }),
  );
  const publishers = data?.publishers ?? [];

  function close(): void {
    setAsked(undefined);
    distrust.reset();
  }

  const packsOf = ({ fingerprint }: Asked) =>
    (taken?.packs ?? []).filter((pack) => pack.stands && pack.fingerprint === fingerprint).length;

  return (
    <Panel title={texts.publishersTitle} gap={2} shrink={false} focusable>
      <FaultNote error={error} />
      {data !== undefined && publishers.length === 0 && <Text tone="secondary">{texts.publishersNone}</Text>}
      {publishers.length > 0 && (
        <Table
          label={texts.publishersTitle}
          columns={texts.publishersColumns}
          rows={publishers.map(({ key, name, fingerprint, at, by }) => ({
            key,
            cells: [
              name,
              fingerprint,
              `${by}, ${formatDateTime(at)}`,
              maySet ? (
                <Button
                  key={key}
                  size="small"
                  variant="outlined"
                  aria-label={texts.distrustOf(name)}
                  onClick={() => setAsked({ key, name, fingerprint })}
                >
                  {texts.distrust}
                </Button>
              ) : (
                ''
              ),
            ],
          }))}
        />
      )}
      {asked !== undefined && (
        <ReasonDialog
          title={texts.distrustOf(asked.name)}
          text={texts.distrustText(packsOf(asked))}
          act={texts.distrust}
          reasonLabel={texts.reason}
          doing={distrust}
          onGive={(reason) => distrust.mutate({ key: asked.key, reason })}
          onClose={close}
        />
      )}
    </Panel>
  );
}
