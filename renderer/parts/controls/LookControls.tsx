import { changeSettings, useSettings } from '../../look/settings.ts';
import { useTexts } from '../../text/texts.ts';
import { Segmented } from './Segmented.tsx';

const looks = ['system', 'light', 'dark', 'contrast'] as const;
const sizes = ['100', '125', '150'] as const;
const languages = ['vi', 'en'] as const;

/** How the screen looks; kept on this machine only. */
export function LookControls({
  hideLabels = false,
  only,
}: {
  readonly hideLabels?: boolean;
  readonly only?: readonly ('look' | 'language' | 'size')[];
}) {
  const { common, frame } = useTexts();
  const { look, textSize, language } = useSettings();
  const shows = (part: 'look' | 'language' | 'size') => only === undefined || only.includes(part);
  return (
    <>
      {shows('look') && (
        <Segmented
          label={frame.look}
          hideLabel={hideLabels}
          value={look}
          onChange={(value) => changeSettings({ look: value })}
          choices={looks.map((value) => ({ value, label: frame.looks[value] }))}
        />
      )}
      {shows('size') && (
        <Segmented
          label={frame.textSize}
          hideLabel={hideLabels}
          value={`${textSize}` as const}
          onChange={(value) => changeSettings({ textSize: Number(value) as 100 | 125 | 150 })}
          choices={sizes.map((value) => ({ value, label: `${value} %` }))}
        />
      )}
      {shows('language') && (
        <Segmented
          label={frame.language}
          hideLabel={hideLabels}
          value={language}
          onChange={(value) => changeSettings({ language: value })}
          choices={languages.map((value) => ({ value, label: common.language[value] }))}
        />
      )}
    </>
  );
}
