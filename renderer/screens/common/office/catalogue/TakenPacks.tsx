import Button from '@mui/material/Button';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PackKind } from '../../../../../electron/contract/catalogue/data-pack.ts';
import { desk, queries } from '../../../../desk/client.ts';
import { FaultNote } from '../../../../parts/controls/FaultNote.tsx';
import { Panel } from '../../../../parts/layout/Panel.tsx';
import { Block, Text } from '../../../../parts/layout/primitives.ts';
import { formatDate, formatDateTime } from '../../../../text/format.ts';
import { useTexts } from '../../../../text/texts.ts';
import { Table } from '../Table.tsx';
import { PackKindsChoice } from './PackKindsChoice.tsx';
import { ReasonDialog } from './ReasonDialog.tsx';

type TakenPacksProps = { readonly maySet: boolean; readonly onDone: (sentence: string) => void };
type Asked = {
  readonly id: string;
  readonly title: string;
  readonly kinds: readonly PackKind[];
  readonly running: number;
};

/** The data packs that were taken, newest first, with what of each stands, and the way back: whole, or by kind. */
export function TakenPacks({ maySet, onDone }: TakenPacksProps) {
  const { dataPacks: texts } = useTexts();
  const { data, error } = useQuery(desk.pack.list.queryOptions({ input: {} }));
  const [asked, setAsked] = useState<Asked | undefined>(undefined);
  const [chosen, setChosen] = useState<readonly PackKind[]>([]);
  const back = useMutation(
    desk.pack.rollBack.mutationOptions({
      onSuccess: () => {
        void queries.invalidateQueries();
        onDone(texts.rolledBack(asked?.title ?? ''));
        setAsked(undefined);
      },
    }),
  );
  const packs = data?.packs ?? [];
  if (packs.length === 0) return <FaultNote error={error} />;

  return (
    <Panel title={texts.takenTitle} gap={2} shrink={false} focusable>
      <Table
        label={texts.takenTitle}
        columns={texts.takenColumns}
        rows={packs.map(({ id, title, publisher, trusted, doubt, from, at, by, kinds, stands, running }, index) => {
          const standing = kinds.filter((one) => one.stands).map(({ kind }) => kind);
          return {
            key: `${id} ${index}`,
            cells: [
              formatDate(from),
              <Block key={id}>
                {`${title} (${publisher})`}
                {stands && doubt !== null && <Text tone="late">{texts.doubts[doubt]}</Text>}
                {stands && doubt === null && !trusted && <Text tone="late">{texts.distrustedMark}</Text>}
              </Block>,
              texts.stands(standing.map((kind) => texts.kinds[kind]).join(', ')),
              `${by}, ${formatDateTime(at)}`,
              stands && maySet ? (
                <Button
                  key={id}
                  size="small"
                  variant="outlined"
                  aria-label={texts.rollBackOf(title)}
                  onClick={() => {
                    setAsked({ id, title, kinds: standing, running });
                    setChosen(standing);
                  }}
                >
                  {texts.rollBack}
                </Button>
              ) : (
                ''
              ),
            ],
          };
        })}
      />
      {asked !== undefined && (
        <ReasonDialog
          title={texts.rollBackOf(asked.title)}
          text={texts.rollBackText}
          act={texts.rollBack}
          reasonLabel={texts.reason}
          doing={back}
          onGive={(reason) => back.mutate({ id: asked.id, kinds: [...chosen], reason })}
          onClose={() => {
            setAsked(undefined);
            back.reset();
          }}
        >
          <Text weight={500}>{texts.rollBackRunning(asked.running)}</Text>
          <PackKindsChoice label={texts.rollBackKinds} kinds={asked.kinds} chosen={chosen} onChange={setChosen} />
        </ReasonDialog>
      )}
    </Panel>
  );
}
