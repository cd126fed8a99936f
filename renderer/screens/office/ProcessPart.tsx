import { useQuery } from '@tanstack/react-query';
import { desk } from '../../desk.ts';
import { FaultNote } from '../../parts/FaultNote.tsx';
import { useTexts } from '../../text/texts.ts';
import { ProcedurePart } from './ProcedurePart.tsx';
import { sessionsOf } from './procedure-rows.ts';
import { ProcessEditor } from './ProcessEditor.tsx';

type PartProps = { readonly code: string | undefined; readonly onChoose: (code: string) => void };

/** The inner steps of one procedure: the office's own, or the frame it goes by. */
export function ProcessPart({ code, onChoose }: PartProps) {
  const { office } = useTexts();
  // Asked once, so that a later answer does not run over what is being typed.
  const view = useQuery(
    desk.procedure.process.queryOptions({
      input: { code: code ?? '' },
      enabled: code !== undefined,
      staleTime: Infinity,
      gcTime: 0,
    }),
  );
  const settings = useQuery(desk.office.settings.queryOptions({ input: {} }));
  return (
    <ProcedurePart title={office.parts.process} empty={office.procedure.processEmpty} code={code} onChoose={onChoose}>
      <FaultNote error={view.error ?? settings.error} />
      {view.data !== undefined && settings.data !== undefined && (
        <ProcessEditor key={view.data.code} view={view.data} sessions={sessionsOf(settings.data.hours)} />
      )}
    </ProcedurePart>
  );
}
