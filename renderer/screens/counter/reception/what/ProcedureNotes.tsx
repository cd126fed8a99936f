import type { ProcedureDetail } from '../../../../../electron/contract/catalogue/procedure.ts';
import type { Channel } from '../../../../../electron/contract/base/values.ts';
import { formatDate } from '../../../../text/format.ts';
import { useTexts } from '../../../../text/texts.ts';
import { Text } from '../../../../parts/layout/primitives.ts';
import { Warning } from '../../../../parts/controls/Warning.tsx';

type ProcedureNotesProps = { readonly procedure: ProcedureDetail; readonly channel: Channel };

/**
 * What is certain as soon as the procedure is chosen, said before anybody has typed for it: that it is filed online only, for which a reason
 * is asked at the end (NĐ 118/2025 Điều 14 k3c), and that newer lists have another code.
 */
export function ProcedureNotes({ procedure, channel }: ProcedureNotesProps) {
  const texts = useTexts().reception.what;
  const { onlineOnly, successor } = procedure;
  const isElsewhere = onlineOnly !== null && channel !== 'online';
  if (!isElsewhere && successor === null) return null;
  return (
    <Text size="small" shrink={false} role="note">
      {isElsewhere && <Warning>{texts.onlineOnly(onlineOnly)}</Warning>}
      {successor !== null && (
        <Text size="small" tone="secondary" lines={2} title={successor.note}>
          {texts.successor(successor.code, successor.from === null ? '' : formatDate(successor.from))}
          {successor.inferred ? ` (${texts.inferred})` : ''}
          {`: ${successor.note}`}
        </Text>
      )}
    </Text>
  );
}
