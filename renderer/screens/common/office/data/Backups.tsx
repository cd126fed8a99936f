import { Warning } from '../../../../parts/controls/Warning.tsx';
import { useMutation, useQuery } from '@tanstack/react-query';
import { faultSentence } from '../../../../../electron/contract/base/fault.ts';
import type { FaultCode } from '../../../../../electron/contract/base/fault.ts';
import { desk } from '../../../../desk/client.ts';
import { useSettings } from '../../../../look/settings.ts';
import { ActionButton } from '../../../../parts/controls/ActionButton.tsx';
import { FaultNote } from '../../../../parts/controls/FaultNote.tsx';
import { OutcomeLine } from '../../../../parts/controls/OutcomeLine.tsx';
import { Panel, PanelTitle } from '../../../../parts/layout/Panel.tsx';
import { Row, Text } from '../../../../parts/layout/primitives.ts';
import { formatCount, formatDateTime } from '../../../../text/format.ts';
import { useTexts } from '../../../../text/texts.ts';
import { Table } from '../Table.tsx';

type Trouble = { readonly code: string; readonly data: Record<string, unknown> };

function isAway(trouble: Trouble | null): boolean {
  return trouble?.code === 'backup-place-missing';
}

/** Where backups are and how old; a place that is not there says so, and one can be made at once. */
export function Backups() {
  const { data: texts } = useTexts();
  const { language } = useSettings();
  const { data, error, refetch } = useQuery(desk.backup.status.queryOptions({ input: {} }));
  const make = useMutation(desk.backup.make.mutationOptions({ onSettled: () => refetch() }));
  const say = (trouble: Trouble) => faultSentence(trouble.code as FaultCode, trouble.data, language);
  return (
    <Panel title={texts.backups} gap={3} full focusable>
      <Text size="note" tone="secondary">
        {texts.backupsSay}
      </Text>
      <FaultNote error={error ?? make.error} />
      <Row gap={3} align="center" wrap>
        <ActionButton keys="Alt+B" label={texts.make} disabled={make.isPending} onAct={() => make.mutate({})} filled />
        {make.isPending && <OutcomeLine>{texts.making}</OutcomeLine>}
        {make.data !== undefined && !make.isPending && (
          <OutcomeLine tone="good">
            {texts.made(formatDateTime(make.data.madeAt), formatCount(make.data.cases))}
          </OutcomeLine>
        )}
      </Row>
      {data !== undefined && (
        <>
          <Table
            label={texts.backups}
            columns={texts.places}
            rows={data.places.map(({ path, second, count, broken, newestAt, had, trouble }) => ({
              key: path,
              cells: [
                <>
                  {second ? texts.second : texts.beside}
                  <Text size="small" tone="secondary" breaks>
                    {path}
                  </Text>
                </>,
                isAway(trouble) && count === 0 ? '–' : formatCount(count),
                newestAt !== null
                  ? formatDateTime(newestAt)
                  : had !== null
                    ? texts.had(formatDateTime(had.madeAt), formatDateTime(had.at))
                    : texts.none,
                <Text key="state" {...(trouble === null ? {} : { tone: 'late', weight: 500 })}>
                  {trouble === null ? (newestAt === null ? texts.none : texts.fine) : say(trouble)}
                  {isAway(trouble) && had !== null && ` ${texts.stillThere}`}
                  {broken.length > 0 && (
                    <Text size="small" tone="late" weight={500} breaks>
                      {texts.brokenOnes(broken.length, broken.slice(0, 3).join(', '))}
                    </Text>
                  )}
                </Text>,
              ],
            }))}
          />
          {!data.places.some(({ second }) => second) && <Warning>{texts.noSecond}</Warning>}
          {data.backups.length > 0 && (
            <>
              <PanelTitle>{texts.kept}</PanelTitle>
              <Table
                label={texts.kept}
                columns={texts.keptColumns}
                rows={data.backups.map(({ file, madeAt, cases, bytes, second }) => ({
                  key: file,
                  cells: [
                    formatDateTime(madeAt),
                    formatCount(cases),
                    texts.size(formatCount(Math.max(1, Math.round(bytes / 1_000_000)))),
                    second ? texts.second : texts.beside,
                  ],
                }))}
              />
            </>
          )}
        </>
      )}
    </Panel>
  );
}
