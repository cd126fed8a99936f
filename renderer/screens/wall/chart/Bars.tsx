import { Block, Row, Text } from '../../../parts/layout/primitives.ts';
import { useTexts } from '../../../text/texts.ts';
import { type Asked, keyOf } from './asked.ts';
import { Asking } from './Asking.tsx';
import { far } from './far.ts';

export type Bar = {
  readonly asked: Asked;
  readonly label: string;
  readonly value: number;
  /** The part of it that is bad news; told by its place at the left, by its pattern and in words, never by colour alone. */
  readonly marked: number;
  readonly says: string;
  /** How many files stand behind it, where that is not its length. */
  readonly files?: number;
};

type BarsProps = {
  readonly label: string;
  readonly rows: readonly Bar[];
  readonly onAsk: (asked: Asked) => void;
};

/** Bars of one scale: a table to who hears it, each row with its numbers in words beside the bar. */
export function Bars({ label, rows, onAsk }: BarsProps) {
  const { wall } = useTexts();
  const most = Math.max(1, ...rows.map(({ value }) => value));
  if (rows.length === 0) return <Text css={{ fontSize: far(19) }}>{wall.nobody}</Text>;
  return (
    <table aria-label={label} style={{ width: '100%', borderCollapse: 'collapse', tableLayout: 'fixed' }}>
      <thead>
        <tr>
          <Text as="th" scope="col" heard>
            {label}
          </Text>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ asked, label: name, value, marked, says, files = value }) => (
          <tr key={keyOf(asked)}>
            <td style={{ padding: '0 0 0.35rem' }}>
              <Asking asked={asked} onAsk={onAsk} count={files}>
                <Row gap={3} justify="space-between" align="baseline">
                  <Text lines={1} css={{ fontSize: far(19), lineHeight: 1.25 }} title={name}>
                    {name}
                  </Text>
                  <Text weight={600} css={{ fontSize: far(19), lineHeight: 1.25, whiteSpace: 'nowrap' }}>
                    {says}
                  </Text>
                </Row>
                <Block css={{ height: far(14) }}>
                  <svg
                    width="100%"
                    height="100%"
                    style={{ display: 'block' }}
                    viewBox="0 0 100 12"
                    preserveAspectRatio="none"
                    aria-hidden
                  >
                    <rect width={(value / most) * 100} height="12" fill="var(--brand)" />
                    <rect width={(marked / most) * 100} height="12" fill="var(--late)" />
                    {marked > 0 && marked < value && (
                      <rect x={(marked / most) * 100} width="0.5" height="12" fill="var(--ground)" />
                    )}
                  </svg>
                </Block>
              </Asking>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
