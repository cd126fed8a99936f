import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { PackKind, PackPreview } from '../../../../../electron/contract/catalogue/data-pack.ts';
import { desk, queries } from '../../../../desk/client.ts';
import { ActionButton } from '../../../../parts/controls/ActionButton.tsx';
import { FaultNote } from '../../../../parts/controls/FaultNote.tsx';
import { Field } from '../../../../parts/controls/Field.tsx';
import { Dialog } from '../../../../parts/dialog/Dialog.tsx';
import { Block, Row, Text } from '../../../../parts/layout/primitives.ts';
import { formatDate, parseDate } from '../../../../text/format.ts';
import { useTexts } from '../../../../text/texts.ts';
import { FilePanel, FromField } from './FilePanel.tsx';
import { PackKindsChoice } from './PackKindsChoice.tsx';
import { PackDifference } from './PackDifference.tsx';
import { useStandingPreview } from './chosen-file.ts';

type TakePackProps = { readonly today: string; readonly onTaken: (sentence: string) => void };

/** A data pack, from its file to being in force: what it is, whose signature it bears, what it changes, from which day, which parts. */
export function TakePack({ today, onTaken }: TakePackProps) {
  const { dataPacks: texts } = useTexts();
  const [text, setText] = useState<string | undefined>(undefined);
  const [from, setFrom] = useState(formatDate(today));
  const [held, setHeld] = useState<readonly PackKind[]>([]);
  const [chosen, setChosen] = useState<readonly PackKind[]>([]);
  const [trusting, setTrusting] = useState(false);
  const { seen, forgetSeen, asItIsSeen } = useStandingPreview<PackPreview>();
  const preview = useMutation(desk.pack.preview.mutationOptions(asItIsSeen));
  const take = useMutation(
    desk.pack.take.mutationOptions({
      onSuccess: ({ title, from: day }) => {
        void queries.invalidateQueries();
        onTaken(texts.taken(title, formatDate(day)));
      },
    }),
  );
  const day = parseDate(from);

  async function choose(given: File): Promise<void> {
    const said = await given.text();
    setText(said);
    forgetSeen();
    take.reset();
    preview.mutate(
      { text: said, from: day ?? today },
      {
        onSuccess: ({ kinds }) => {
          setHeld(kinds.map(({ kind }) => kind));
          setChosen(kinds.map(({ kind }) => kind));
        },
      },
    );
  }

  function again(asked: { readonly from?: string; readonly kinds?: readonly PackKind[] }): void {
    const { from: since = day ?? today, kinds = chosen } = asked;
    if (text !== undefined) preview.mutate({ text, from: since, kinds: [...kinds] });
  }

  function submit(): void {
    if (text === undefined || day === undefined || seen === undefined || take.isPending || preview.isPending) return;
    take.mutate({ text, from: day, kinds: [...chosen] });
  }

  return (
    <FilePanel
      texts={texts}
      accept=".json"
      chosen={text !== undefined}
      line={
        preview.isPending
          ? texts.reading
          : seen === undefined
            ? ''
            : texts.file(seen.title, seen.publisher, formatDate(seen.madeOn))
      }
      onChoose={(given) => void choose(given)}
    >
      <FaultNote error={preview.error} />
      {seen !== undefined && text !== undefined && (
        <>
          <Signer seen={seen} onTrust={() => setTrusting(true)} />
          <Row gap={3} align="flex-start" wrap shrink={false}>
            <Block width={170}>
              <FromField label={texts.from} value={from} onText={setFrom} onDay={(read) => again({ from: read })} />
            </Block>
            <PackKindsChoice
              label={texts.choose}
              kinds={held}
              chosen={chosen}
              onChange={(kinds) => {
                setChosen(kinds);
                again({ kinds });
              }}
            />
          </Row>
          <PackDifference seen={seen} />
          <Text size="note" tone="secondary">
            {texts.same(seen.kinds.reduce((sum, { same }) => sum + same, 0))}
            {seen.promises.otherwise > 0 && ` ${texts.promises(seen.promises.looked, seen.promises.otherwise)}`}
          </Text>
          <FaultNote error={take.error} />
          {seen.signer.state === 'trusted' && (
            <Text size="note">
              <ActionButton keys="Ctrl+Enter" label={texts.take} onAct={submit} filled disabled={take.isPending} />
            </Text>
          )}
        </>
      )}
      {trusting && seen !== undefined && (
        <TrustDialog
          seen={seen}
          onClose={() => setTrusting(false)}
          onTrusted={() => {
            setTrusting(false);
            again({});
          }}
        />
      )}
    </FilePanel>
  );
}

function Signer({ seen, onTrust }: { readonly seen: PackPreview; readonly onTrust: () => void }) {
  const { dataPacks: texts } = useTexts();
  const { state, name, fingerprint } = seen.signer;
  return (
    <Row gap={2} align="center" wrap shrink={false}>
      <Text tone={state === 'trusted' ? 'good' : 'late'} size="note">
        {state === 'none'
          ? texts.signer.none
          : state === 'unknown'
            ? texts.signer.unknown(seen.publisher)
            : texts.signer.trusted(name, fingerprint)}
      </Text>
      {state === 'unknown' && <ActionButton keys="Alt+I" label={texts.trust} onAct={onTrust} />}
    </Row>
  );
}

type TrustProps = { readonly seen: PackPreview; readonly onClose: () => void; readonly onTrusted: () => void };

function TrustDialog({ seen, onClose, onTrusted }: TrustProps) {
  const { dataPacks: texts } = useTexts();
  const [fingerprint, setFingerprint] = useState('');
  const [name, setName] = useState(seen.publisher);
  const trust = useMutation(
    desk.pack.trust.mutationOptions({
      onSuccess: () => {
        void queries.invalidateQueries();
        onTrusted();
      },
    }),
  );
  function submit(): void {
    if (!trust.isPending)
      trust.mutate({ key: seen.signer.key, name, fingerprint, reason: texts.trustTitle(name).slice(0, 300) });
  }
  return (
    <Dialog
      title={texts.trustTitle(seen.publisher)}
      onClose={onClose}
      act={{ label: texts.trust, onAct: submit, disabled: trust.isPending || fingerprint.trim() === '' }}
    >
      <Text>{texts.trustText}</Text>
      <Field
        label={texts.fingerprint}
        value={fingerprint}
        autoFocus
        onChange={(event) => setFingerprint(event.target.value)}
      />
      <Field label={texts.name} value={name} onChange={(event) => setName(event.target.value)} />
      <FaultNote error={trust.error} />
    </Dialog>
  );
}
