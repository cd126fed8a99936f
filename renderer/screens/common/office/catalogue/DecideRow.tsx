import { useState } from 'react';
import type { CatalogueListPreview } from '../../../../../electron/contract/catalogue/office-catalogue.ts';
import { useSettings } from '../../../../look/settings.ts';
import { ActionButton } from '../../../../parts/controls/ActionButton.tsx';
import { Field } from '../../../../parts/controls/Field.tsx';
import { Dialog } from '../../../../parts/dialog/Dialog.tsx';
import { Grid, Row, Text } from '../../../../parts/layout/primitives.ts';
import { useTexts } from '../../../../text/texts.ts';

type Problem = CatalogueListPreview['problems'][number];
type Cells = NonNullable<Problem['cells']>;

export type DecidedRow = Partial<Cells> & { readonly keep?: 'as-is' | 'out' };

type DecideRowProps = {
  readonly row: number;
  /** All that was met in this row. */
  readonly problems: readonly Problem[];
  readonly busy: boolean;
  /** Undefined: on to the next, with nothing decided. */
  readonly onDecide: (decision: DecidedRow | undefined) => void;
  readonly onClose: () => void;
};

/** A row of a list that could not be taken as it stands: corrected here, meant as it is, or left out; then the next. */
export function DecideRow({ row, problems, busy, onDecide, onClose }: DecideRowProps) {
  const texts = useTexts().catalogue.list;
  const { language } = useSettings();
  const before = problems.find(({ cells }) => cells !== null)?.cells ?? { code: '', name: '', term: '', fee: '' };
  const [cells, setCells] = useState<Cells>(before);
  const isChanged = Object.entries(before).some(([name, text]) => cells[name as keyof Cells].trim() !== text);
  const first = firstAsked(problems);
  const field = (name: keyof Cells) => (
    <Field
      label={texts.columnsOf[name] ?? name}
      value={cells[name]}
      autoFocus={name === first}
      onChange={(event) => setCells({ ...cells, [name]: event.target.value })}
    />
  );

  function submit(): void {
    if (!busy) onDecide(isChanged ? { ...cells } : undefined);
  }

  return (
    <Dialog
      title={texts.rowTitle(row)}
      wide
      onClose={onClose}
      act={{ label: isChanged ? texts.rowCorrect : texts.rowNext, onAct: submit, disabled: busy }}
    >
      {problems.map(({ kind, left, text, textEn }) => (
        <Text key={kind} tone={left ? 'late' : 'ink'}>
          {language === 'vi' ? text : textEn}
        </Text>
      ))}
      <Grid columns="minmax(0, 1fr) minmax(0, 3fr)" gap={2} align="start">
        {field('code')}
        {field('name')}
      </Grid>
      <Grid columns="minmax(0, 1fr) minmax(0, 1fr)" gap={2} align="start">
        {field('term')}
        {field('fee')}
      </Grid>
      <Row gap={2} wrap>
        <ActionButton keys="Alt+Y" label={texts.approve} onAct={() => onDecide({ keep: 'as-is' })} disabled={busy} />
        <ActionButton keys="Alt+X" label={texts.leave} onAct={() => onDecide({ keep: 'out' })} disabled={busy} />
      </Row>
      <Text size="note" tone="secondary">
        {texts.approveSay}
      </Text>
    </Dialog>
  );
}

/** The hand begins in the cell that is spoken of. */
function firstAsked(problems: readonly Problem[]): keyof Cells {
  const kind = problems.find(({ asks }) => asks)?.kind ?? '';
  if (kind.startsWith('term-')) return 'term';
  if (kind.startsWith('fee-')) return 'fee';
  return kind === 'name-missing' || kind === 'letters-lost' ? 'name' : 'code';
}
