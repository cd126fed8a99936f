import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { PackOutcome } from '../../../../electron/contract/counter/intake/intake.ts';
import { deskClient } from '../../../desk/client.ts';
import { useTexts } from '../../../text/texts.ts';

export type ImportResult = {
  readonly imported: number;
  readonly known: number;
  readonly refused: number;
  readonly files: readonly PackOutcome[];
};

/** As the contract of `intake.importPack` allows; UTF-8 takes at most four bytes a character. */
const mostBytes = 12_000_000;

/** Takes in a pack that was chosen or dropped. What became of each file stays in sight until it is closed. */
export function useImport(onDone: () => void) {
  const { intake } = useTexts();
  const [trouble, setTrouble] = useState<string | null>(null);
  const [result, setResult] = useState<ImportResult | null>(null);
  const send = useMutation({ mutationFn: (text: string) => deskClient.intake.importPack({ text }) });

  async function take(file: File | undefined) {
    if (file === undefined || send.isPending) return;
    setResult(null);
    setTrouble(file.size > mostBytes ? intake.import.tooLarge : null);
    if (file.size > mostBytes) return;
    const text = await textOf(file);
    if (text === undefined) return setTrouble(intake.import.unreadable);
    if (text.length > 3_000_000) return setTrouble(intake.import.tooLarge);
    const answer = await send.mutateAsync(text).catch(() => undefined);
    if (answer === undefined) return;
    setResult(answer);
    onDone();
  }

  return { take, trouble, error: send.error, pending: send.isPending, result, close: () => setResult(null) };
}

async function textOf(file: File): Promise<string | undefined> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    return undefined;
  }
}
