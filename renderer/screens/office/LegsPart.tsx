import { useQuery } from '@tanstack/react-query';
import { desk } from '../../desk.ts';
import { FaultNote } from '../../parts/FaultNote.tsx';
import { useTexts } from '../../text/texts.ts';
import { ProcedurePart } from './ProcedurePart.tsx';
import { sessionsOf } from './procedure-rows.ts';
import { LegsEditor } from './LegsEditor.tsx';

type PartProps = { readonly code: string | undefined; readonly onChoose: (code: string) => void };

/** The way of one procedure through other agencies, each with its own time. */
export function LegsPart({ code, onChoose }: PartProps) {
  const { office } = useTexts();
  // Asked once, so that a later answer does not run over what is being typed.
  const view = useQuery(
    desk.procedure.legs.queryOptions({
      input: { code: code ?? '' },
      enabled: code !== undefined,
      staleTime: Infinity,
      gcTime: 0,
    }),
  );
  const settings = useQuery(desk.office.settings.queryOptions({ input: {} }));
  return (
    <ProcedurePart title={office.parts.legs} empty={office.procedure.legsEmpty} code={code} onChoose={onChoose}>
      <FaultNote error={view.error ?? settings.error} />
      {view.data !== undefined && settings.data !== undefined && (
        <LegsEditor key={view.data.code} view={view.data} sessions={sessionsOf(settings.data.hours)} />
      )}
    </ProcedurePart>
  );
}
