import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { desk } from '../../../../desk/client.ts';
import { ActionButton } from '../../../../parts/controls/ActionButton.tsx';
import { FaultNote } from '../../../../parts/controls/FaultNote.tsx';
import { Field } from '../../../../parts/controls/Field.tsx';
import { Row, Text } from '../../../../parts/layout/primitives.ts';
import { formatDateTime } from '../../../../text/format.ts';
import { useTexts } from '../../../../text/texts.ts';

/** An identifier that a list proposed is confirmed by the document that gives it; afterwards it says who did so. */
export function ConfirmIdentifier({ onConfirmed }: { readonly onConfirmed: () => void }) {
  const { office } = useTexts();
  const texts = office.identifier;
  const [document, setDocument] = useState('');
  const [tried, setTried] = useState(false);
  const { data } = useQuery(desk.office.identifier.queryOptions({ input: {} }));
  const confirm = useMutation(desk.office.confirmIdentifier.mutationOptions({ onSuccess: onConfirmed }));
  if (data === undefined) return null;
  const { code, proposed, confirmed } = data;
  if (!proposed)
    return confirmed === null ? null : (
      <Text size="small" tone="secondary" role="status">
        {texts.confirmed(code, confirmed.by, formatDateTime(confirmed.at), confirmed.document)}
      </Text>
    );
  const short = document.trim().length < 3;

  function submit(): void {
    setTried(true);
    if (!short && !confirm.isPending) confirm.mutate({ code, document });
  }

  return (
    <>
      <Field
        label={texts.document(code)}
        value={document}
        error={tried && short ? office.reasonShort : undefined}
        onChange={(event) => setDocument(event.target.value)}
      />
      <FaultNote error={confirm.error} />
      <Row>
        <ActionButton keys="Alt+X" label={texts.confirm} onAct={submit} disabled={confirm.isPending} />
      </Row>
    </>
  );
}
