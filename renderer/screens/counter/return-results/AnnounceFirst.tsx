import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Act } from '../../../../electron/contract/counter/case/act.ts';
import { desk, queries } from '../../../desk/client.ts';
import { ActionButton } from '../../../parts/controls/ActionButton.tsx';
import { FaultNote } from '../../../parts/controls/FaultNote.tsx';
import { SelectField } from '../../../parts/controls/SelectField.tsx';
import { useTexts } from '../../../text/texts.ts';
import { BeforeReturn } from './BeforeReturn.tsx';
import { Block, Row, Text } from '../../../parts/layout/primitives.ts';

type How = Extract<Act, { type: 'announce' }>['how'];

/** A result that is ready before its day is announced before it is handed out (NĐ 118/2025 Điều 22 k5): one key does it here. */
export function AnnounceFirst({ caseId, onDone }: { readonly caseId: string; readonly onDone: () => void }) {
  const { returnResults, caseFile } = useTexts();
  // Whoever is asked for at the counter is told at the counter.
  const [how, setHow] = useState<How>('in-person');
  const announce = useMutation(
    desk.case.act.mutationOptions({
      onSuccess: async () => {
        // Waited for, so that the sheet never says once more what was just done.
        await queries.invalidateQueries({ queryKey: desk.case.key() });
        onDone();
      },
    }),
  );
  return (
    <BeforeReturn label={returnResults.announceTitle}>
      <Text weight={600}>
        <span aria-hidden>▲ </span>
        {returnResults.announceTitle}
      </Text>
      <Row gap={3} align="flex-end">
        <Block width={220}>
          <SelectField
            label={returnResults.announceHow}
            value={how}
            onChange={(event) => setHow(event.target.value as How)}
            choices={Object.entries(caseFile.hows).map(([value, label]) => ({ value, label }))}
          />
        </Block>
        <ActionButton
          keys="Alt+Shift+A"
          label={returnResults.announce}
          onAct={() => announce.mutate({ caseId, act: { type: 'announce', how } })}
          disabled={announce.isPending}
        />
      </Row>
      <FaultNote error={announce.error} />
    </BeforeReturn>
  );
}
