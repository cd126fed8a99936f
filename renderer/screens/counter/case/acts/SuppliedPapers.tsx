import { useQuery } from '@tanstack/react-query';
import type { CaseStateView } from '../../../../../electron/contract/counter/case/case.ts';
import { isAskedIn } from '../../../../../electron/domain/catalogue/citizen-cases.ts';
import { desk } from '../../../../desk/client.ts';
import { Field } from '../../../../parts/controls/Field.tsx';
import { Block, Grid, Text } from '../../../../parts/layout/primitives.ts';
import { useTexts } from '../../../../text/texts.ts';

export type Supplied = Readonly<Record<number, { readonly originals: number; readonly copies: number }>>;

type SuppliedPapersProps = {
  readonly state: CaseStateView;
  readonly supplied: Supplied;
  readonly onChange: (supplied: Supplied) => void;
};

/** What came with a completed file, so that its new receipt lists what is held (NĐ 118/2025 Điều 17 k3, 19 k5). */
export function SuppliedPapers({ state, supplied, onChange }: SuppliedPapersProps) {
  const { caseFile, reception } = useTexts();
  const texts = reception.what;
  const { data } = useQuery(desk.procedure.get.queryOptions({ input: { code: state.procedure.code } }));
  const held = new Set(state.components.map(({ index }) => index));
  const asked = data?.components.filter(
    ({ index, kind, condition }) => kind !== 'shown' && (held.has(index) || isAskedIn(condition, state.citizenCases)),
  );
  if (asked === undefined || asked.length === 0) return null;

  function count(index: number, kind: 'originals' | 'copies', typed: string): void {
    const before = supplied[index] ?? { originals: 0, copies: 0 };
    onChange({ ...supplied, [index]: { ...before, [kind]: Number(typed.replaceAll(/\D/gu, '').slice(-3)) } });
  }

  return (
    <Block role="group" aria-label={caseFile.supplied}>
      <Text size="note" tone="secondary">
        {caseFile.supplied}
      </Text>
      <Block maxHeight={260} scroll>
        {asked.map(({ index, name, short }) => (
          <Grid key={index} columns="minmax(0, 1fr) 76px 76px" columnGap={2} align="end" padding={[1, 0]} line="bottom">
            <Text lines={2} title={name}>
              {short === '' ? name : short}
            </Text>
            {(['originals', 'copies'] as const).map((kind) => (
              <Field
                key={kind}
                label={texts[kind]}
                inputMode="numeric"
                value={String(supplied[index]?.[kind] ?? '')}
                onChange={(event) => count(index, kind, event.target.value)}
              />
            ))}
          </Grid>
        ))}
      </Block>
    </Block>
  );
}

/** As the act takes it: only what came. */
export function suppliedComponents(supplied: Supplied): { index: number; originals: number; copies: number }[] {
  return Object.entries(supplied)
    .map(([index, counts]) => ({ index: Number(index), ...counts }))
    .filter(({ originals, copies }) => originals + copies > 0);
}
