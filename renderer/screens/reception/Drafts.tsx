import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { desk } from '../../desk/client.ts';
import { rem } from '../../look/theme.ts';
import { Dialog } from '../../parts/dialog/Dialog.tsx';
import { KeyCap } from '../../parts/keys/KeyCap.tsx';
import { PanelTitle } from '../../parts/layout/Panel.tsx';
import { formatDate, formatTime } from '../../text/format.ts';
import { useTexts } from '../../text/texts.ts';
import { formOfDraft } from './receive-input.ts';
import type { ReceptionForm } from './reception-form.ts';

export type Draft = {
  readonly draftId: string;
  readonly label: string;
  readonly savedAt: string;
  readonly body: Readonly<Record<string, unknown>>;
};

type DraftsProps = { readonly drafts: readonly Draft[]; readonly onTake: (form: ReceptionForm) => void };

/** Other citizens whose files were begun and not finished: each can be taken up where it stood. */
export function Drafts({ drafts, onTake }: DraftsProps) {
  const { reception, common } = useTexts();
  const texts = reception.drafts;
  const queries = useQueryClient();
  const [asked, setAsked] = useState<Draft | null>(null);
  const discard = useMutation(
    desk.draft.discard.mutationOptions({
      onSettled: () => queries.invalidateQueries({ queryKey: desk.draft.list.key() }),
    }),
  );
  if (drafts.length === 0) return null;

  function drop(draft: Draft) {
    discard.mutate({ draftId: draft.draftId });
    setAsked(null);
  }

  return (
    <Box component="section" aria-label={texts.title}>
      <PanelTitle>{texts.title}</PanelTitle>
      <Box component="ul" sx={{ listStyle: 'none', margin: 0, padding: 0 }}>
        {drafts.map((draft) => {
          const form = formOfDraft(draft.body);
          return (
            <Box
              component="li"
              key={draft.draftId}
              sx={{
                display: 'flex',
                alignItems: 'center',
                gap: 1,
                borderTop: '1px solid var(--hairline)',
                paddingY: 1,
                '& .MuiButton-root': {
                  minWidth: 0,
                  padding: `${rem(4)} ${rem(8)}`,
                  whiteSpace: 'nowrap',
                  fontSize: rem(13),
                },
              }}
            >
              <Box sx={{ flexGrow: 1, minWidth: 0, fontSize: rem(13) }}>
                <Box sx={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
                  {draft.label || texts.unnamed}
                </Box>
                <Box sx={{ fontSize: rem(11), color: 'text.secondary' }}>
                  {formatTime(draft.savedAt)} {formatDate(draft.savedAt)}
                </Box>
              </Box>
              <Button
                size="small"
                variant="text"
                disabled={form === undefined}
                onClick={() => form !== undefined && onTake(form)}
                aria-label={`${texts.take}: ${draft.label}`}
              >
                {texts.take}
              </Button>
              <Button
                size="small"
                variant="text"
                onClick={() => setAsked(draft)}
                aria-label={`${texts.discard}: ${draft.label}`}
              >
                {texts.discard}
              </Button>
            </Box>
          );
        })}
      </Box>
      {asked !== null && (
        <Dialog
          title={texts.discardTitle}
          onClose={() => setAsked(null)}
          actions={
            <>
              <Button onClick={() => setAsked(null)} autoFocus>
                {common.cancel} <KeyCap keys="Esc" />
              </Button>
              <Button color="error" onClick={() => drop(asked)}>
                {texts.discardYes}
              </Button>
            </>
          }
        >
          {texts.discardBody(asked.label || texts.unnamed)}
        </Dialog>
      )}
    </Box>
  );
}
