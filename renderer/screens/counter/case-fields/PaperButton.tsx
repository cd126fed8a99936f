import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { desk } from '../../../desk/client.ts';
import { FaultNote } from '../../../parts/controls/FaultNote.tsx';
import { Dialog } from '../../../parts/dialog/Dialog.tsx';
import { Row } from '../../../parts/layout/primitives.ts';
import { PaperView } from '../../../parts/paper/PaperView.tsx';
import { formName } from '../../../text/case-words.ts';
import { formatDateTime } from '../../../text/format.ts';
import { useTexts } from '../../../text/texts.ts';

type PaperButtonProps = { readonly documentId: string; readonly form: string; readonly madeAt: string };

/** A paper by its name and moment; pressed, it stands as it was kept above what is there. */
function PaperButton({ documentId, form, madeAt }: PaperButtonProps) {
  const { caseFile, common } = useTexts();
  const [isOpen, setOpen] = useState(false);
  const name = `${formName(form, caseFile)} · ${formatDateTime(madeAt)}`;
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {name}
      </Button>
      {isOpen && (
        <Dialog title={name} onClose={() => setOpen(false)} closeLabel={common.close} wide>
          <Paper documentId={documentId} />
        </Dialog>
      )}
    </>
  );
}

/** The papers that were made of something, first to last. */
export function PaperButtons({ documents }: { readonly documents: readonly PaperButtonProps[] }) {
  return (
    <Row gap={1.5} wrap>
      {documents.map(({ documentId, form, madeAt }) => (
        <PaperButton key={documentId} documentId={documentId} form={form} madeAt={madeAt} />
      ))}
    </Row>
  );
}

function Paper({ documentId }: Pick<PaperButtonProps, 'documentId'>) {
  const { data, error } = useQuery(desk.paper.view.queryOptions({ input: { documentId }, staleTime: 'static' }));
  return (
    <>
      <FaultNote error={error} />
      {data !== undefined && <PaperView pages={data.pages} />}
    </>
  );
}
