import { useMutation } from '@tanstack/react-query';
import type { OfficeSettings } from '../../../../electron/contract/common/office/office.ts';
import { desk, deskClient, queries } from '../../../desk/client.ts';

type Change = { readonly next: (newest: OfficeSettings) => OfficeSettings; readonly reason: string };
type Outcome = { readonly onChanged: (settings: OfficeSettings) => void; readonly onError?: (error: unknown) => void };

/**
 * Changes the settings as they are now, not as they were when the form was opened: margins are set at the printers, and somebody
 * else may have saved another form meanwhile.
 */
export function useSettingsChange({ onChanged, onError }: Outcome) {
  return useMutation({
    mutationFn: async ({ next, reason }: Change) => {
      const newest = await deskClient.office.settings({});
      return deskClient.office.changeSettings({ settings: next(newest), reason, attended: true });
    },
    onSuccess: (changed) => {
      // Whoever opens the settings next begins with these, not with what was asked before.
      queries.setQueryData(desk.office.settings.queryKey({ input: {} }), changed);
      onChanged(changed);
      void queries.invalidateQueries({ queryKey: desk.office.key() });
    },
    ...(onError === undefined ? {} : { onError }),
  });
}
