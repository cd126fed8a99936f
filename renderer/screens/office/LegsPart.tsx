import { useQuery } from '@tanstack/react-query';
import { desk } from '../../desk/client.ts';
import { useTexts } from '../../text/texts.ts';
import { LegsEditor } from './LegsEditor.tsx';
import { type Chosen, ProcedurePart, askedOnce } from './ProcedurePart.tsx';

/** The way of one procedure through other agencies, each with its own time. */
export function LegsPart(chosen: Chosen) {
  const { office } = useTexts();
  const view = useQuery(desk.procedure.legs.queryOptions(askedOnce(chosen.code)));
  return (
    <ProcedurePart {...chosen} title={office.parts.legs} empty={office.procedure.legsEmpty} view={view}>
      {(legs, sessions) => <LegsEditor key={legs.code} view={legs} sessions={sessions} />}
    </ProcedurePart>
  );
}
