import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import { ActionButton } from '../../../../parts/controls/ActionButton.tsx';
import { Field } from '../../../../parts/controls/Field.tsx';
import { OutcomeLine } from '../../../../parts/controls/OutcomeLine.tsx';
import { Panel } from '../../../../parts/layout/Panel.tsx';
import { Block, Row, Text } from '../../../../parts/layout/primitives.ts';
import { parseDate } from '../../../../text/format.ts';
import { useTexts } from '../../../../text/texts.ts';

type FilePanelProps = {
  readonly texts: { readonly title: string; readonly stand: string; readonly pick: string; readonly drop: string };
  /** Ends of the names of files that are offered. */
  readonly accept: string;
  readonly chosen: boolean;
  /** What stands beside the button: which file it is, or that it is being read. */
  readonly line: string;
  readonly onChoose: (file: File) => void;
  readonly children: ReactNode;
};

/** A file that is taken into the catalogue: picked with a key, or let fall anywhere on the panel. */
export function FilePanel({ texts, accept, chosen, line, onChoose, children }: FilePanelProps) {
  const picker = useRef<HTMLInputElement>(null);
  const [dragging, setDragging] = useState(false);

  function choose(file: File | undefined): void {
    if (file !== undefined) onChoose(file);
  }

  function drop(event: DragEvent): void {
    event.preventDefault();
    setDragging(false);
    choose(event.dataTransfer.files[0]);
  }

  return (
    <Block
      minHeight={0}
      css={{ display: 'grid' }}
      onDragOver={(event) => {
        event.preventDefault();
        setDragging(true);
      }}
      onDragLeave={() => setDragging(false)}
      onDrop={drop}
    >
      <Panel title={texts.title} gap={2.5} full>
        <Text size="note" tone="secondary">
          {texts.stand}
        </Text>
        <input
          ref={picker}
          type="file"
          accept={accept}
          aria-label={texts.pick}
          hidden
          onChange={(event) => {
            choose(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
        <Row gap={2} align="center" wrap shrink={false}>
          <ActionButton
            keys="Alt+K"
            label={texts.pick}
            onAct={() => picker.current?.click()}
            filled={!chosen}
            autoFocus
          />
          <OutcomeLine>{dragging ? texts.drop : line}</OutcomeLine>
        </Row>
        {children}
      </Panel>
    </Block>
  );
}

type FromFieldProps = {
  readonly label: string;
  readonly value: string;
  readonly onText: (text: string) => void;
  /** Told of each day that was typed whole. */
  readonly onDay: (day: string) => void;
};

/** The day from which it is in force. */
export function FromField({ label, value, onText, onDay }: FromFieldProps) {
  const { common } = useTexts();
  return (
    <Field
      label={label}
      value={value}
      error={parseDate(value) === undefined ? common.issues['date'] : undefined}
      onChange={(event) => {
        onText(event.target.value);
        const day = parseDate(event.target.value);
        if (day !== undefined) onDay(day);
      }}
    />
  );
}
