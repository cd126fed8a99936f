import { useEffect, useRef } from 'react';
import { useFaultSentence } from '../../desk/fault.ts';
import { Row, Text } from '../layout/primitives.ts';

/** What went wrong and what to do, in one sentence, spoken at once and brought into sight. Takes the error of a call, or a sentence. */
export function FaultNote({ error }: { readonly error: unknown }) {
  const sentenceOf = useFaultSentence();
  const sentence = typeof error === 'string' ? error : sentenceOf(error);
  const note = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // In braces: what it answers, a promise in some browsers, React would take for the end of the effect.
    note.current?.scrollIntoView({ block: 'nearest' });
  }, [sentence]);
  if (sentence === null || sentence === '') return null;
  return (
    <div ref={note}>
      <Row gap={2} padding={[2, 3]} radius={8} border="late" ground="late" tone="ink" weight={500} role="alert">
        <Text as="span" tone="late" weight={700} aria-hidden>
          !
        </Text>
        <span>{sentence}</span>
      </Row>
    </div>
  );
}
