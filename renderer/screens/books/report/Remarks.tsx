import type { ReportAnswer } from '../../../../electron/contract/books/report/report.ts';
import { isOwnCode } from '../../../../electron/domain/catalogue/offers.ts';
import { useSettings } from '../../../look/settings.ts';
import { Row, Text } from '../../../parts/layout/primitives.ts';
import { formatCount } from '../../../text/format.ts';
import { useTexts } from '../../../text/texts.ts';

/** Told by its own line, or in one sentence for all. */
const toldOtherwise = new Set(['online-level', 'legal-term', 'indicator']);

/** What stands below figures: whether they agree, what is not known and so is no 0, and of which register they are. */
export function Remarks({ data }: { readonly data: ReportAnswer }) {
  const { report } = useTexts();
  const { language } = useSettings();
  const bad = data.checks.filter(({ ok }) => !ok);
  const levels = data.missing.filter(({ code }) => code === 'online-level').length;
  const termGaps = data.missing.flatMap((gap) => (gap.code === 'legal-term' ? [gap] : []));
  const [terms, own] = [false, true].map((isOwn) =>
    termGaps.filter(({ procedureCode }) => isOwnCode(procedureCode) === isOwn).map(({ files }) => files),
  ) as [number[], number[]];
  return (
    <Row wrap gap={3} size="small" tone="secondary" shrink={false}>
      {data.checks.length > 0 && bad.length === 0 && (
        <Text as="span" tone="good">
          ✓ {report.checksGood}
        </Text>
      )}
      {bad.map(({ name }) => (
        <Text as="span" tone="late" key={name}>
          {report.checkBad(name)}
        </Text>
      ))}
      {levels > 0 && (
        <Text as="span" tone="soon">
          {report.gaps(levels)}
        </Text>
      )}
      {terms.length > 0 && (
        <Text as="span" tone="soon">
          {report.termGaps(formatCount(terms.length), formatCount(terms.reduce((sum, files) => sum + files, 0)))}
        </Text>
      )}
      {own.length > 0 && (
        <Text as="span" tone="soon">
          {report.ownTermGaps(formatCount(own.length), formatCount(own.reduce((sum, files) => sum + files, 0)))}
        </Text>
      )}
      {data.missing
        .filter(({ code }) => !toldOtherwise.has(code))
        .map(({ text, textEn }) => (
          <Text as="span" tone="soon" key={text}>
            {language === 'vi' ? text : textEn}.
          </Text>
        ))}
      <span>{report.head(data.head)}</span>
    </Row>
  );
}
