import { rem } from '../../../../look/theme.ts';
import type { ProcedureHit } from '../../../../../electron/contract/catalogue/procedure.ts';
import { otherProcedure } from '../../../../../electron/contract/catalogue/office-list.ts';
import { formatDate } from '../../../../text/format.ts';
import { useTexts } from '../../../../text/texts.ts';
import { Text } from '../../../../parts/layout/primitives.ts';
import { Choice, ChoiceList } from '../../../../parts/list/ChoiceList.tsx';
import { DropBox } from '../../../../parts/list/DropBox.tsx';

type Hit = Pick<ProcedureHit, 'code' | 'name' | 'field' | 'successor' | 'insteadOf'>;

type PickerListProps = {
  readonly id: string;
  readonly open: boolean;
  readonly hits: readonly Hit[];
  readonly active: number;
  readonly text: string;
  /** The answer is the one to what stands in the box now. */
  readonly settled: boolean;
  readonly onActive: (index: number) => void;
  readonly onChoose: (code: string) => void;
};

/** What the box found, below it. The mouse may choose too, without taking the cursor out of the box. */
export function PickerList({ id, open, hits, active, text, settled, onActive, onChoose }: PickerListProps) {
  const { reception } = useTexts();
  const texts = reception.what;
  // An emptied box was asked nothing.
  const nothing = open && settled && hits.length === 0 && text.trim() !== '';
  return (
    <>
      <DropBox top={rem(44)} hidden={!open || hits.length === 0}>
        <ChoiceList id={id} label={texts.title} current={active}>
          {hits.map((hit, index) => (
            <Choice
              key={hit.code}
              id={`${id}-${index}`}
              columns="minmax(0, 1fr) auto"
              columnGap={3}
              padding={[1.75, 2]}
              current={index === active}
              onCurrent={() => onActive(index)}
              onChoose={() => onChoose(hit.code)}
            >
              <div>
                <Text lines={2} weight={500} title={hit.name}>
                  {hit.code === otherProcedure ? texts.otherNamed(hit.name) : hit.name}
                </Text>
                {hit.code === otherProcedure && (
                  <Text size="small" tone="secondary">
                    {texts.otherHint}
                  </Text>
                )}
                {hit.insteadOf.length > 0 && (
                  <Text size="small" tone="soon">
                    {texts.insteadOf(hit.insteadOf.join(', '))}
                  </Text>
                )}
                {hit.successor !== null && (
                  <Text size="small" tone="soon">
                    {texts.successor(hit.successor.code, dayOf(hit.successor.from))}
                  </Text>
                )}
              </div>
              <Text tone="secondary" size="small" textAlign="right" maxWidth={150}>
                {hit.code === otherProcedure ? '' : hit.code}
                <br />
                {hit.field}
              </Text>
            </Choice>
          ))}
        </ChoiceList>
      </DropBox>
      <Text size="note" tone="secondary" role="status">
        {nothing ? (
          texts.nothing(text)
        ) : (
          <Text heard>{open && settled && text.trim() !== '' ? texts.count(hits.length) : ''}</Text>
        )}
      </Text>
    </>
  );
}

function dayOf(day: string | null): string {
  return day === null ? '' : formatDate(day);
}
