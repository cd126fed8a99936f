import { useQuery } from '@tanstack/react-query';
import { desk } from '../../../desk/client.ts';
import { Block, Surface, Text } from '../../../parts/layout/primitives.ts';
import { useTexts } from '../../../text/texts.ts';

/** What the supplied data are not sure of: an office must know before it promises anything. */
export function UnverifiedNotice() {
  const { firstRun } = useTexts();
  const { data } = useQuery(desk.procedure.unverified.queryOptions({ input: {}, staleTime: Infinity }));
  const entries = data?.entries ?? [];
  if (entries.length === 0) return null;
  return (
    <Surface border="soon" ground="soon" padding={2.5} size="note">
      <Text weight={600} tone="soon">
        ! {firstRun.unverified(entries.length)}
      </Text>
      <div>{firstRun.unverifiedText}</div>
      <details>
        <summary>{firstRun.unverifiedShow}</summary>
        <Block as="ul" marked maxHeight={180} scroll tabIndex={0} aria-label={firstRun.unverified(entries.length)}>
          {entries.map((entry, index) => (
            <li key={index}>
              <strong>{entry.code}</strong> {entry.what}
            </li>
          ))}
        </Block>
      </details>
    </Surface>
  );
}
