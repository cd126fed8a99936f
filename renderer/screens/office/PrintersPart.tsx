import { useQuery } from '@tanstack/react-query';
import { desk } from '../../desk/client.ts';
import { FaultNote } from '../../parts/controls/FaultNote.tsx';
import { PrintersForm } from './PrintersForm.tsx';

/** Which printer takes what, the spare one, and the roll printers of the office's network. */
export function PrintersPart() {
  // Asked once: an answer that comes later must not run over what somebody is typing.
  const { data, error } = useQuery(desk.office.settings.queryOptions({ input: {}, staleTime: Infinity, gcTime: 0 }));
  if (data === undefined) return <FaultNote error={error} />;
  return <PrintersForm settings={data} />;
}
