import type { CaseStateView } from '../../../../electron/contract/counter/case/case.ts';
import { useSettings } from '../../../look/settings.ts';
import { Panel } from '../../../parts/layout/Panel.tsx';
import { Column, Text } from '../../../parts/layout/primitives.ts';
import { formatDateTime } from '../../../text/format.ts';
import { useTexts } from '../../../text/texts.ts';

/** What was done with a reason that had to be given: what, why, by whom and when. */
export function CaseReasons({ confirmations }: Pick<CaseStateView, 'confirmations'>) {
  const { caseFile } = useTexts();
  const { language } = useSettings();
  if (confirmations.length === 0) return null;
  return (
    <Panel title={caseFile.confirmations} shrink={false}>
      <Column as="ul">
        {confirmations.map(({ code, at, byName, reason, text, textEn }) => (
          <Column as="li" gap={0.5} padding={[1.5, 0]} line="top" size="note" key={`${at} ${code}`}>
            <Text weight={600} tone="soon">
              <span aria-hidden>! </span>
              {language === 'vi' ? text : textEn}
            </Text>
            <Text weight={500}>→ {reason}</Text>
            <Text size="small" tone="secondary">
              {caseFile.confirmedBy(byName, formatDateTime(at))}
            </Text>
          </Column>
        ))}
      </Column>
    </Panel>
  );
}
