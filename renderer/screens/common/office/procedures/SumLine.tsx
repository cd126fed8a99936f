import type { Term } from '../../../../../electron/contract/base/values.ts';
import { termText } from '../../../../../electron/domain/deadline/explanation.ts';
import { officeMinutes, sumProcess } from '../../../../../electron/domain/routing/process.ts';
import { useSettings } from '../../../../look/settings.ts';
import { Row, Text } from '../../../../parts/layout/primitives.ts';
import { useTexts } from '../../../../text/texts.ts';
import type { Sessions } from './procedure-rows.ts';

type SumLineProps = {
  readonly times: readonly { readonly time: Term | null }[];
  readonly term: Term | null;
  readonly sessions: Sessions;
};

/** The times added up against the limit promised to the citizen; over it in red, and in words. */
export function SumLine({ times, term, sessions }: SumLineProps) {
  const { office } = useTexts();
  const { language } = useSettings();
  const texts = office.procedure;
  const { minutes, termMinutes, fits, open } = sumProcess(times, term, { sessions });
  const dayMinutes = officeMinutes({ value: 1, unit: 'working-day' }, { sessions });

  function count(value: number): string {
    const rounded = String(Math.round(value * 10) / 10);
    return language === 'vi' ? rounded.replace('.', ',') : rounded;
  }
  const hours = (value: number) => texts.hours(count(value / 60), count(value / dayMinutes));

  const left = termMinutes === null ? 0 : termMinutes - minutes;
  const verdict = term === null ? texts.noTerm : fits ? texts.fits(count(left / 60)) : texts.over(count(-left / 60));
  return (
    <Row
      wrap
      columnGap={4}
      padding={[2, 3]}
      radius={8}
      ground={fits ? 'ground' : 'late'}
      size="note"
      css={{ border: '1px solid', borderColor: fits ? 'var(--hairline)' : 'var(--late)' }}
      role="status"
    >
      <span>
        {texts.sum}: <strong>{hours(minutes)}</strong>
      </span>
      <span>
        {texts.term}:{' '}
        <strong>
          {term === null || termMinutes === null
            ? texts.termMissing
            : `${termText(term, language)} = ${hours(termMinutes)}`}
        </strong>
      </span>
      <Text as="strong" tone={fits ? 'ink' : 'late'}>
        {fits ? '' : '! '}
        {verdict}
      </Text>
      {open > 0 && <Text tone="secondary">{texts.open(open)}</Text>}
    </Row>
  );
}
