import { useState } from 'react';
import { useKnownStatus, userOf } from '../../../../desk/desk-status.ts';
import { ActionButton } from '../../../../parts/controls/ActionButton.tsx';
import { Columns } from '../../../../parts/layout/Columns.tsx';
import { Panel } from '../../../../parts/layout/Panel.tsx';
import { EmptyState } from '../../../../parts/list/EmptyState.tsx';
import { Column, Row } from '../../../../parts/layout/primitives.ts';
import { useTexts } from '../../../../text/texts.ts';
import { CatalogueList } from './CatalogueList.tsx';
import { EditProcedure } from './EditProcedure.tsx';
import { ImportList } from './ImportList.tsx';
import { Publishers } from './Publishers.tsx';
import { TakePack } from './TakePack.tsx';
import { TakenLists } from './TakenLists.tsx';
import { TakenPacks } from './TakenPacks.tsx';

type Front =
  | { readonly kind: 'none' | 'import' | 'pack' | 'lists' | 'new' }
  | { readonly kind: 'edit'; readonly code: string };

/** The catalogue as the office's own data: all of it on the left, on the right one procedure, a list that is taken in, or those that were. */
export function CataloguePart() {
  const { catalogue, dataPacks } = useTexts();
  const user = useKnownStatus(userOf);
  const maySet = user?.role === 'supervisor';
  const [front, setFront] = useState<Front>({ kind: 'none' });
  const [outcome, setOutcome] = useState('');
  const today = useKnownStatus(({ now }) => now.slice(0, 10));

  function show() {
    switch (front.kind) {
      case 'import':
        return <ImportList today={today} onTaken={done} />;
      case 'lists':
        return (
          <Column gap={3} minHeight={0} scroll>
            <Publishers maySet={maySet} onDone={setOutcome} />
            <TakenPacks maySet={maySet} onDone={setOutcome} />
            <TakenLists maySet={maySet} onDone={setOutcome} />
          </Column>
        );
      case 'pack':
        return <TakePack today={today} onTaken={done} />;
      case 'new':
        return <EditProcedure key="new" code={undefined} today={today} maySet={maySet} onSaved={done} />;
      case 'edit':
        return <EditProcedure key={front.code} code={front.code} today={today} maySet={maySet} onSaved={done} />;
      case 'none':
        return (
          <Panel full>
            <EmptyState title={catalogue.choose} />
          </Panel>
        );
    }
  }

  function done(sentence: string): void {
    setOutcome(sentence);
    setFront({ kind: 'none' });
  }

  function open(next: Front): void {
    setOutcome('');
    setFront(next);
  }

  return (
    <Columns whole columns="minmax(0, 4fr) minmax(0, 5fr)">
      <CatalogueList
        outcome={outcome}
        chosen={front.kind === 'edit' ? front.code : undefined}
        onChoose={(code) => open({ kind: 'edit', code })}
        acts={
          <Row wrap gap={2} shrink={false}>
            {maySet && (
              <>
                <ActionButton
                  keys="Alt+N"
                  label={catalogue.importList}
                  onAct={() => open({ kind: 'import' })}
                  filled={front.kind === 'none'}
                />
                <ActionButton keys="Alt+G" label={dataPacks.open} onAct={() => open({ kind: 'pack' })} />
                <ActionButton keys="Alt+T" label={catalogue.add} onAct={() => open({ kind: 'new' })} />
              </>
            )}
            <ActionButton keys="Alt+L" label={catalogue.lists} onAct={() => open({ kind: 'lists' })} />
          </Row>
        }
      />
      {show()}
    </Columns>
  );
}
