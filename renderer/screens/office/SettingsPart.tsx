import { useQuery } from '@tanstack/react-query';
import { desk } from '../../desk/client.ts';
import { FaultNote } from '../../parts/controls/FaultNote.tsx';
import { SettingsForm } from './SettingsForm.tsx';

/** The settings in force, in the fields they were set up with. */
export function SettingsPart() {
  // Asked once: an answer that comes later must not run over what somebody is typing.
  const { data, error } = useQuery(desk.office.settings.queryOptions({ input: {}, staleTime: Infinity, gcTime: 0 }));
  if (data === undefined) return <FaultNote error={error} />;
  return <SettingsForm settings={data} />;
}
