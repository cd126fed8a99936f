import { Dialog } from '../../../parts/dialog/Dialog.tsx';
import { useTexts } from '../../../text/texts.ts';
import { useSettings } from '../../../look/settings.ts';
import type { ImportResult } from './useImport.ts';
import { Block, Text } from '../../../parts/layout/primitives.ts';

/** What became of a pack: how many, and each file that was not taken, with its line and why. */
export function ImportDialog({ result, onClose }: { readonly result: ImportResult; readonly onClose: () => void }) {
  const { intake } = useTexts();
  const texts = intake.import;
  const refused = result.files.filter(({ outcome }) => outcome === 'refused');
  const noted = result.files.filter(({ outcome, notes }) => outcome === 'imported' && notes.length > 0);
  const { language } = useSettings();
  // `attachments.0.name` is «tệp đính kèm · 1 · tên».
  const fieldOf = (path: string) =>
    path
      .split('.')
      .map((part) => (/^\d+$/.test(part) ? String(Number(part) + 1) : (texts.fields[part] ?? part)))
      .join(' · ');
  return (
    <Dialog title={texts.title} onClose={onClose} wide>
      <Text weight={600} size="lead" role="status">
        {texts.sum(result.imported, result.known, result.refused)}
      </Text>
      {refused.length === 0 && <Text tone="secondary">{texts.allGood}</Text>}
      {refused.length > 0 && (
        <Block as="ul">
          {refused.map(({ line, portalNumber, applicantName, reason, path, problem }) => (
            <Text as="li" padding={[1.5, 0]} line="top" breaks key={line}>
              <Text as="span" weight={600}>
                {texts.line(line)}
              </Text>{' '}
              {[portalNumber, applicantName].filter((part) => part !== '').join(' · ')}
              <Text tone="late" weight={500}>
                {reason !== null && texts.reasons[reason]}
                {path !== null && path !== '' && ` (${fieldOf(path)})`}
                {problem !== null && `: ${problem[language]}`}
              </Text>
            </Text>
          ))}
        </Block>
      )}
      {noted.length > 0 && (
        <Block as="ul">
          {noted.map(({ line, portalNumber, applicantName, notes }) => (
            <Text as="li" padding={[1.5, 0]} line="top" breaks key={line}>
              <Text as="span" weight={600}>
                {texts.line(line)}
              </Text>{' '}
              {`${portalNumber} · ${applicantName}: ${texts.noted(notes.map(fieldOf).join(', '))}`}
            </Text>
          ))}
        </Block>
      )}
    </Dialog>
  );
}
