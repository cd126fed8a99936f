import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { desk } from '../desk/client.ts';
import { Column } from '../parts/layout/primitives.ts';
import { useTexts } from '../text/texts.ts';

const systems: Readonly<Record<string, string>> = { win32: 'Windows', linux: 'Linux', darwin: 'macOS' };

/** What runs here, for whoever asks by telephone; and what nobody has seen run on such a system, before an office relies on it. */
export function About() {
  const { about } = useTexts().frame;
  const { data } = useQuery(desk.system.about.queryOptions({ input: {} }));
  const id = useId();
  if (data === undefined) return null;
  const { version, schema, platform, arch, runtime, neverRun } = data;
  return (
    <section aria-labelledby={id}>
      <Column gap={1}>
        <Typography id={id} variant="h2">
          {about.title}
        </Typography>
        <Typography variant="body2">{about.version(version, schema)}</Typography>
        <Typography variant="body2">
          {about.system(`${runtime.name} ${runtime.version}`, `${systems[platform] ?? platform} ${arch}`)}
        </Typography>
        {neverRun.length > 0 && (
          <Typography variant="body2" component="div">
            {about.neverRun}
            <ul style={{ margin: 0 }}>
              {neverRun.map((word) => (
                <li key={word}>{about.words[word]}</li>
              ))}
            </ul>
          </Typography>
        )}
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {about.licence}
        </Typography>
      </Column>
    </section>
  );
}
