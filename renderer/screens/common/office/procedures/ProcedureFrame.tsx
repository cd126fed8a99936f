import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { desk } from '../../../../desk/client.ts';
import { FaultNote } from '../../../../parts/controls/FaultNote.tsx';
import { KeyCap } from '../../../../parts/keys/KeyCap.tsx';
import { useShortcuts } from '../../../../parts/keys/shortcuts.ts';
import { Panel } from '../../../../parts/layout/Panel.tsx';
import { Block, Text } from '../../../../parts/layout/primitives.ts';
import { EmptyState } from '../../../../parts/list/EmptyState.tsx';
import { useTexts } from '../../../../text/texts.ts';
import { ProcedurePicker } from '../../../counter/case-fields/what/ProcedurePicker.tsx';
import { FieldScope, focusField } from '../../../counter/case-fields/field-id.ts';
import { type Sessions, sessionsOf } from './procedure-rows.ts';

export type Chosen = { readonly code: string | undefined; readonly onChoose: (code: string) => void };

type ProcedureFrameProps<V> = Chosen & {
  readonly title: string;
  readonly empty: string;
  /** What is in force for the chosen procedure. */
  readonly view: { readonly data: V | undefined; readonly error: unknown };
  readonly children: (view: V, sessions: Sessions) => ReactNode;
};

const scope = 'office';

/** The frame of what is set for one procedure: which one, and its editor below. */
export function ProcedureFrame<V>({ title, empty, code, onChoose, view, children }: ProcedureFrameProps<V>) {
  const { office } = useTexts();
  const texts = office.procedure;
  const { data, error } = useQuery(
    desk.procedure.get.queryOptions({ input: { code: code ?? '' }, enabled: code !== undefined }),
  );
  const settings = useQuery(desk.office.settings.queryOptions({ input: {} }));
  useShortcuts([{ keys: 'Ctrl+P', label: texts.choose, run: () => focusField('procedureCode', scope) }]);
  return (
    <Panel title={title} sx={{ gap: 2, height: '100%' }}>
      <FieldScope value={scope}>
        <Block shrink={false}>
          <Text size="note" tone="secondary" marginBottom={1}>
            {texts.choose} <KeyCap keys="Ctrl+P" />
          </Text>
          <ProcedurePicker
            draftId={code ?? ''}
            chosen={code === undefined ? null : (data ?? null)}
            error={undefined}
            onChoose={(chosen) => onChoose(chosen.code)}
          />
        </Block>
      </FieldScope>
      <FaultNote error={error} />
      {code === undefined ? (
        <EmptyState title={empty} />
      ) : (
        <>
          <FaultNote error={view.error ?? settings.error} />
          {view.data !== undefined &&
            settings.data !== undefined &&
            children(view.data, sessionsOf(settings.data.hours))}
        </>
      )}
    </Panel>
  );
}

/** A question for the chosen procedure, asked once, so that a later answer does not run over what is being typed. */
export function askedOnce(code: string | undefined) {
  return { input: { code: code ?? '' }, enabled: code !== undefined, staleTime: Infinity, gcTime: 0 } as const;
}
