import Box from '@mui/material/Box';
import type { IntakeView } from '../../../electron/contract/intake/intake.ts';
import { rem } from '../../look/theme.ts';
import { Facts } from '../../parts/layout/Facts.tsx';
import { PanelTitle } from '../../parts/layout/Panel.tsx';
import { formatDateTime, formatIdNumber } from '../../text/format.ts';
import { useTexts } from '../../text/texts.ts';
import { formName } from '../case/case-words.ts';
import { clockWords } from './clock-words.ts';

/** What is known of a waiting file: who, what, since when, with which attachments, and what was done about it. */
export function IntakeFacts({ view }: { readonly view: IntakeView }) {
  const { intake, caseFile, common } = useTexts();
  const texts = intake.detail;
  const { row, facts, asked, attachments, actions, documents } = view;
  const { applicant } = facts;
  const events = actions.filter(({ type }) => texts.events[type] !== undefined);
  return (
    <>
      <Box sx={{ fontWeight: 600 }}>{row.procedureName}</Box>
      <Facts
        facts={[
          [
            texts.clocks,
            clockWords(row, intake)
              .map(({ words }) => words)
              .join(' · '),
          ],
          [texts.code[row.kind], row.code],
          [texts.submitted, view.submittedAt === null ? '' : formatDateTime(view.submittedAt)],
          [row.kind === 'online' ? texts.since : texts.arrived, formatDateTime(row.since)],
          [caseFile.idNumber, formatIdNumber(applicant.idNumber)],
          [caseFile.phone, applicant.phone],
          [caseFile.address, applicant.address],
          [caseFile.delivery, common.deliveries[facts.resultDelivery.kind]],
          [texts.summary, view.summary],
        ]}
      />
      {asked !== null && (
        <Box>
          <PanelTitle>{texts.asked}</PanelTitle>
          <Box component="ol" sx={{ margin: 0, paddingLeft: rem(20) }}>
            {asked.items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </Box>
          <Box sx={{ color: 'text.secondary', fontSize: rem(13) }}>{asked.reason}</Box>
        </Box>
      )}
      {attachments.length > 0 && (
        <Box>
          <PanelTitle>{texts.attachments(attachments.length)}</PanelTitle>
          {attachments.map(({ name, size, sha256 }) => (
            <Box key={`${name} ${sha256}`} sx={{ display: 'flex', gap: 2, fontSize: rem(13) }}>
              <Box sx={{ flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' }}>{name}</Box>
              <Box sx={{ color: 'text.secondary', whiteSpace: 'nowrap' }}>{sizeWords(size)}</Box>
            </Box>
          ))}
          <Box sx={{ color: 'text.secondary', fontSize: rem(12) }}>{texts.attachmentsNote}</Box>
        </Box>
      )}
      {documents.length > 0 && (
        <Box>
          <PanelTitle>{texts.papers}</PanelTitle>
          {documents.map(({ documentId, form, madeAt }) => (
            <Box key={documentId} sx={{ fontSize: rem(13) }}>
              {formName(form, caseFile)} · {formatDateTime(madeAt)}
            </Box>
          ))}
        </Box>
      )}
      <Box>
        <PanelTitle>{texts.history}</PanelTitle>
        {events.map(({ seq, at, type, actorName }) => (
          <Box key={seq} sx={{ fontSize: rem(13) }}>
            {formatDateTime(at)} · {texts.events[type]} · {actorName}
          </Box>
        ))}
      </Box>
    </>
  );
}

/** 120034 -> '117,2 KB', as Vietnam writes it. */
function sizeWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  const [value, unit] = bytes < 1024 * 1024 ? [bytes / 1024, 'KB'] : [bytes / 1024 / 1024, 'MB'];
  return `${value.toFixed(1).replace('.', ',')} ${unit}`;
}
