import { changeSettings, useSettings } from '../../look/settings.ts';
import { useTexts } from '../../text/texts.ts';
import { Segmented } from './Segmented.tsx';

const looks = ['system', 'light', 'dark', 'contrast'] as const;
const sizes = ['100', '125', '150'] as const;
const languages = ['vi', 'en'] as const;
const sounds = ['on', 'off'] as const;

type Part = 'look' | 'language' | 'size' | 'sound';

/** How the screen looks; kept on this machine only. */
export function LookControls({
  hideLabels = false,
  only,
}: {
  readonly hideLabels?: boolean;
  readonly only?: readonly Part[];
}) {
  const { common, frame } = useTexts();
  const { look, textSize, language, sound } = useSettings();
  const shows = (part: Part) => only === undefined || only.includes(part);
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
      {shows('sound') && (
        <Segmented
          label={frame.sound}
          hideLabel={hideLabels}
          value={sound}
          onChange={(value) => changeSettings({ sound: value })}
          choices={sounds.map((value) => ({ value, label: frame.sounds[value] }))}
        />
      )}
    </>
  );
}
