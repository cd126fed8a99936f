import { useQuery } from '@tanstack/react-query';
import { desk } from '../../desk/client.ts';
import { useTexts } from '../../text/texts.ts';
import { type Chosen, ProcedurePart, askedOnce } from './ProcedurePart.tsx';
import { ProcessEditor } from './ProcessEditor.tsx';

/** The inner steps of one procedure: the office's own, or the frame it goes by. */
export function ProcessPart(chosen: Chosen) {
  const { office } = useTexts();
  const view = useQuery(desk.procedure.process.queryOptions(askedOnce(chosen.code)));
  return (
    <ProcedurePart {...chosen} title={office.parts.process} empty={office.procedure.processEmpty} view={view}>
      {(process, sessions) => <ProcessEditor key={process.code} view={process} sessions={sessions} />}
    </ProcedurePart>
  );
}
