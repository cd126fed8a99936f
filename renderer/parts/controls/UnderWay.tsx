import type { LongWork } from '../../desk/watched.ts';
import { formatCount } from '../../text/format.ts';
import { useTexts } from '../../text/texts.ts';
import { Row, Text } from '../layout/primitives.ts';
import { ActionButton } from './ActionButton.tsx';

/** Says how far something long is, and gives it up; nothing while it is made in no time. */
export function UnderWay({ making }: { readonly making: LongWork }) {
  const { common } = useTexts();
  const { underWay, stopped, progress, stop, again } = making;
  if (stopped)
    return (
      <Row gap={3} align="center" shrink={false} role="status">
        <Text tone="secondary">{common.underWay.stopped}</Text>
        <ActionButton keys="Alt+Shift+V" label={common.underWay.again} onAct={again} />
      </Row>
    );
  if (!underWay) return null;
  const told = progress !== null && progress.of > 0;
  return (
    <Row gap={3} align="center" shrink={false} role="status">
      <Text tone="secondary">
        {told ? common.underWay.progress(formatCount(progress.done), formatCount(progress.of)) : common.underWay.making}
      </Text>
      {progress !== null && <ActionButton keys="Alt+U" label={common.underWay.stop} onAct={stop} />}
    </Row>
  );
}
