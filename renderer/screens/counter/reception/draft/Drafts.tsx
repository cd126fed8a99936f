import Button from '@mui/material/Button';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { desk } from '../../../../desk/client.ts';
import { rem } from '../../../../look/theme.ts';
import { Dialog } from '../../../../parts/dialog/Dialog.tsx';
import { KeyCap } from '../../../../parts/keys/KeyCap.tsx';
import { PanelTitle } from '../../../../parts/layout/Panel.tsx';
import { formatDate, formatTime } from '../../../../text/format.ts';
import { useTexts } from '../../../../text/texts.ts';
import { formOfDraft } from './draft-form.ts';
import type { ReceptionForm } from '../../case-fields/reception-form.ts';
import { Block, Row, Text } from '../../../../parts/layout/primitives.ts';

export type DraftRow = {
  readonly draftId: string;
  readonly label: string;
  readonly savedAt: string;
  readonly body: Readonly<Record<string, unknown>>;
};

type DraftsProps = { readonly drafts: readonly DraftRow[]; readonly onTake: (form: ReceptionForm) => void };

/** Other citizens whose files were begun and not finished: each can be taken up where it stood. */
export function Drafts({ drafts, onTake }: DraftsProps) {
  const { reception, common } = useTexts();
  const texts = reception.drafts;
  const [asked, setAsked] = useState<DraftRow | null>(null);
  const discard = useMutation(desk.draft.discard.mutationOptions());
  if (drafts.length === 0) return null;

  function drop(draft: DraftRow) {
    discard.mutate({ draftId: draft.draftId });
    setAsked(null);
  }

  return (
    <section aria-label={texts.title}>
      <PanelTitle>{texts.title}</PanelTitle>
      <Block as="ul">
        {drafts.map((draft) => {
          const form = formOfDraft(draft.body);
          return (
            <Row
              as="li"
              align="center"
              gap={1}
              line="top"
              css={{
                paddingBlock: rem(4),
                '& .MuiButton-root': {
                  minWidth: 0,
                  flexShrink: 0,
                  padding: `${rem(4)} ${rem(8)}`,
                  whiteSpace: 'nowrap',
                  fontSize: rem(13),
                },
              }}
              key={draft.draftId}
            >
              <Text grow minWidth={0} size="note">
                <Text lines={2}>{draft.label || texts.unnamed}</Text>
                <Text size="tiny" tone="secondary">
                  {formatTime(draft.savedAt)} {formatDate(draft.savedAt)}
                </Text>
              </Text>
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
            </Row>
          );
        })}
      </Block>
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
    </section>
  );
}
