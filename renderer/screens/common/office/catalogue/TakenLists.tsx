import Button from '@mui/material/Button';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { desk, queries } from '../../../../desk/client.ts';
import { FaultNote } from '../../../../parts/controls/FaultNote.tsx';
import { Panel } from '../../../../parts/layout/Panel.tsx';
import { Text } from '../../../../parts/layout/primitives.ts';
import { EmptyState } from '../../../../parts/list/EmptyState.tsx';
import { formatDate, formatDateTime } from '../../../../text/format.ts';
import { useTexts } from '../../../../text/texts.ts';
import { Table } from '../Table.tsx';
import { ReasonDialog } from './ReasonDialog.tsx';

type TakenListsProps = { readonly maySet: boolean; readonly onDone: (sentence: string) => void };

/** What was taken into the catalogue, newest first, and the way back from each. */
export function TakenLists({ maySet, onDone }: TakenListsProps) {
  const { catalogue } = useTexts();
  const texts = catalogue.taken;
  const { data, error } = useQuery(desk.catalogue.lists.queryOptions({ input: {} }));
  const [asked, setAsked] = useState<{ readonly id: string; readonly title: string } | undefined>(undefined);
  const back = useMutation(
    desk.catalogue.rollBack.mutationOptions({
      onSuccess: () => {
        void queries.invalidateQueries();
        setAsked(undefined);
        onDone(texts.done);
      },
    }),
  );
  const lists = data?.lists ?? [];

  return (
    <Panel title={texts.title} gap={2} full focusable>
      <FaultNote error={error} />
      {data !== undefined && lists.length === 0 && <EmptyState title={texts.none} />}
      {lists.length > 0 && (
        <Table
          label={texts.title}
          columns={texts.columns}
          rows={lists.map(({ id, title, from, at, by, counts, stands }, index) => ({
            key: `${id} ${index}`,
            cells: [
              formatDate(from),
              title,
              texts.counts(counts.added, counts.changed, counts.ended),
              `${by}, ${formatDateTime(at)}`,
              stands && maySet ? (
                <Button
                  key={id}
                  size="small"
                  variant="outlined"
                  aria-label={texts.rollBackOf(title)}
                  onClick={() => setAsked({ id, title })}
                >
                  {texts.rollBack}
                </Button>
              ) : (
                <Text as="span" tone="secondary" key={id}>
                  {stands ? '' : texts.rolledBack}
                </Text>
              ),
            ],
          }))}
        />
      )}
      {asked !== undefined && (
        <ReasonDialog
          title={texts.rollBackOf(asked.title)}
          text={texts.rollBackText}
          act={texts.rollBack}
          reasonLabel={texts.reason}
          doing={back}
          onGive={(reason) => back.mutate({ id: asked.id, reason })}
          onClose={() => {
            setAsked(undefined);
            back.reset();
          }}
        />
      )}
    </Panel>
  );
}
