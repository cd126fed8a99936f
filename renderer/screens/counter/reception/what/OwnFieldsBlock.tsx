import { useEffect, useRef, useState } from 'react';
import type { OwnField } from '../../../../../electron/contract/catalogue/own-fields.ts';
import type { ProcedureDetail } from '../../../../../electron/contract/catalogue/procedure.ts';
import { notPrinted } from '../../../../../electron/domain/catalogue/own-fields/declarations.ts';
import { ownText } from '../../../../../electron/domain/catalogue/own-fields/own-values.ts';
import { deskClient } from '../../../../desk/client.ts';
import { rem } from '../../../../look/theme.ts';
import { ActionButton } from '../../../../parts/controls/ActionButton.tsx';
import { FaultNote } from '../../../../parts/controls/FaultNote.tsx';
import { Dialog } from '../../../../parts/dialog/Dialog.tsx';
import { Block, Text } from '../../../../parts/layout/primitives.ts';
import type { Scan } from '../../../../scanner/scan-listeners.ts';
import { useScanner } from '../../../../scanner/useScanner.ts';
import { useTexts } from '../../../../text/texts.ts';
import { OwnFieldsForm } from '../../case-fields/what/OwnFieldsForm.tsx';
import { countSaid, ownLeftOut } from '../../case-fields/what/own-fields.ts';
import { fieldId, focusFieldSoon } from '../../case-fields/field-id.ts';
import type { ReceptionHook } from '../useReception.ts';

type OwnFieldsBlockProps = {
  readonly procedure: ProcedureDetail;
  readonly hook: ReceptionHook;
  readonly errorOf: (path: string) => string | undefined;
  /** A scan that is for none of these fields. */
  readonly onScan: (scan: Scan) => void;
};

const ownFieldsKeys = 'Alt+4';

/**
 * What the procedure asks beside, behind one key: a line that says how much of it is said, and the boxes above the screen. Where the desk found
 * something wrong in one of them they open at that box.
 */
export function OwnFieldsBlock({ procedure, hook, errorOf, onScan }: OwnFieldsBlockProps) {
  const { ownFields: texts } = useTexts();
  const [open, setOpen] = useState(false);
  const fields = procedure.ownFields;
  const { form, dispatch } = hook;
  const typed = form.ownFields ?? {};
  const wrong = fields.find(({ key }) => errorOf(`ownFields.${key}`) !== undefined)?.key;

  // Told once for each answer of the desk: closed by hand it stays closed until the next.
  const shownFor = useRef<unknown>(null);
  useEffect(() => {
    if (wrong === undefined || hook.fault === null || shownFor.current === hook.fault) return;
    shownFor.current = hook.fault;
    setOpen(true);
    focusFieldSoon(`ownFields.${wrong}`);
  }, [wrong, hook.fault]);

  const leftOut = ownLeftOut(typed, fields);
  if (fields.length === 0 && leftOut.length === 0) return null;
  return (
    <Block
      shrink={false}
      css={{ '& .MuiButton-root': { minHeight: rem(28), padding: `${rem(1)} ${rem(8)}`, fontSize: rem(12) } }}
    >
      {fields.length > 0 && (
        <ActionButton keys={ownFieldsKeys} label={texts.open} onAct={() => setOpen(true)}>
          {texts.said(countSaid(fields, typed), fields.length)}
        </ActionButton>
      )}
      {leftOut.length > 0 && (
        <Text size="note" tone="soon" role="status" breaks>
          {texts.leftOut(leftOut)}
        </Text>
      )}
      {open && (
        <Dialog
          title={texts.title(procedure.name)}
          wide
          closeLabel={texts.close}
          onClose={() => setOpen(false)}
          act={{ label: texts.done, onAct: () => setOpen(false) }}
        >
          <OwnFieldsCard
            fields={fields}
            onPerson={(key, person) =>
              dispatch({
                type: 'changed',
                change: { ownFields: { ...hook.latest.current.ownFields, [key]: person } },
              })
            }
            onOther={(scan) => {
              setOpen(false);
              onScan(scan);
            }}
          />
          <OwnFieldsForm
            fields={fields}
            typed={typed}
            onChange={(ownFields) => dispatch({ type: 'changed', change: { ownFields } })}
            wrongOf={(key) => errorOf(`ownFields.${key}`)}
          />
          <Text size="small" tone="secondary">
            {procedure.declaration === null
              ? texts.kept
              : texts.printed(notPrinted(procedure.code, fields).map(({ label }) => `«${label}»`))}
          </Text>
        </Dialog>
      )}
    </Block>
  );
}

type OwnFieldsCardProps = {
  readonly fields: readonly OwnField[];
  readonly onPerson: (key: string, person: string) => void;
  readonly onOther: (scan: Scan) => void;
};

/** A card scanned with the cursor in a person's box is that person; any other scan is for the screen beneath, to which it leads back. */
function OwnFieldsCard({ fields, onPerson, onOther }: OwnFieldsCardProps) {
  const { reception } = useTexts();
  const [trouble, setTrouble] = useState<unknown>(null);

  async function take(scan: Scan): Promise<void> {
    const box = document.activeElement?.id;
    const field = fields.find(({ key, kind }) => kind === 'person' && fieldId(`ownFields.${key}`) === box);
    if (scan.shape !== 'card' || field === undefined) return onOther(scan);
    try {
      const { fullName, idNumber } = await deskClient.citizenCard.read({ scan: scan.text });
      setTrouble(null);
      onPerson(field.key, ownText('person', { fullName: fullName ?? '', idNumber }));
    } catch (error) {
      setTrouble(error);
    }
  }

  useScanner({ onScan: (scan) => void take(scan), onInputMethod: () => setTrouble(reception.inputMethodOn) });
  return trouble === null ? null : <FaultNote error={trouble} />;
}
