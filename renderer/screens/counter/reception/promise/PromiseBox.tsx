import type { ReactNode } from 'react';
import { faultOf, useFaultSentence } from '../../../../desk/fault.ts';
import { useSettings } from '../../../../look/settings.ts';
import { rem } from '../../../../look/theme.ts';
import { narrowerThan } from '../../../../look/tokens.ts';
import { formatDate, formatMoment } from '../../../../text/format.ts';
import { useTexts } from '../../../../text/texts.ts';
import { Warning } from '../../../../parts/controls/Warning.tsx';
import type { AskedDeadline } from './useDeadline.ts';
import { Block, Row, Surface, Text } from '../../../../parts/layout/primitives.ts';

function PromiseFrame({ wrong = false, children }: { readonly wrong?: boolean; readonly children: ReactNode }) {
  return (
    <Surface
      shrink={false}
      padding={[2, 3.5]}
      ground={wrong ? 'late' : 'brand'}
      css={{
        border: '1px solid',
        borderColor: wrong ? 'var(--late)' : 'transparent',
        // On a low window the column scrolls; the date that is said aloud stays in sight.
        position: 'sticky',
        bottom: 0,
        zIndex: 1,
        [narrowerThan('reception')]: { position: 'static' },
      }}
      role="status"
      aria-live="polite"
    >
      {children}
    </Surface>
  );
}

/** Why there is no date, and what to do about it. */
function NoPromise({
  error,
  noTerm,
  awaited,
}: Pick<PromiseBoxProps, 'noTerm' | 'awaited'> & { readonly error: unknown }) {
  const { reception } = useTexts();
  const sentenceOf = useFaultSentence();
  const seen = faultOf(error);
  const texts = reception.promise;
  const said = {
    'time-limit-missing': () => [
      noTerm === null ? texts['time-limit-missing'].what : texts['time-limit-missing'].because(noTerm),
      texts['time-limit-missing'].todo,
    ],
    'calendar-ends': () => [
      texts['calendar-ends'].what(formatDate(String(seen?.data['to'])), formatDate(String(seen?.data['needed']))),
      texts['calendar-ends'].todo,
    ],
  } as const;
  const code = seen?.code;
  const [what, todo] =
    code === 'time-limit-missing' || code === 'calendar-ends' ? said[code]() : [sentenceOf(error), ''];
  return (
    <PromiseFrame wrong={!awaited || code !== 'time-limit-missing'}>
      <Text weight={600}>{what}</Text>
      <Text size="note" marginTop={1}>
        {todo}
      </Text>
    </PromiseFrame>
  );
}

type PromiseBoxProps = {
  readonly answer: AskedDeadline;
  readonly verified: boolean;
  /** Why the list has no limit for the procedure, where it says so. */
  readonly noTerm: string | null;
  /** The limit is typed here, and nothing is yet: that is no mistake. */
  readonly awaited: boolean;
};

/** The date a clerk says aloud, with each rule that led to it: who is asked «why then» can answer. */
export function PromiseBox({ answer, verified, noTerm, awaited }: PromiseBoxProps) {
  const { reception } = useTexts();
  const { language } = useSettings();
  if (answer.error !== null) return <NoPromise error={answer.error} noTerm={noTerm} awaited={awaited} />;
  const { data } = answer;
  if (data === undefined) return <Block minHeight={88} shrink={false} />;
  return (
    <PromiseFrame>
      <Row wrap columnGap={5} rowGap={2} align="center">
        <Block flex="1 0 auto">
          <Text size="note" tone="secondary">
            {reception.promise.title}
          </Text>
          <Text size="number" weight={700}>
            {formatMoment(data.dueAt, language)}
          </Text>
          {!verified && (
            <Text size="small" maxWidth={290}>
              <Warning>{reception.promise.unverified}</Warning>
            </Text>
          )}
        </Block>
        <Text as="ol" marked flex={`1 1 ${rem(190)}`} size="small" tone="secondary" maxHeight={86} scroll>
          {data.steps.map((step, index) => (
            <li key={`${index} ${step.rule}`}>{language === 'vi' ? step.text : step.textEn}</li>
          ))}
        </Text>
      </Row>
    </PromiseFrame>
  );
}
