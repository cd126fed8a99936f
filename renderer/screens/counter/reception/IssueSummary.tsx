import Link from '@mui/material/Link';
import { issueSentence } from '../../../../electron/contract/base/input-issues.ts';
import { faultOf } from '../../../desk/fault.ts';
import { FaultNote } from '../../../parts/controls/FaultNote.tsx';
import { useTexts } from '../../../text/texts.ts';
import { focusIssue } from '../case-fields/field-id.ts';
import { sheetFieldOf } from './field-of-fault.ts';
import type { Issues } from '../case-fields/receive-input.ts';
import { Row, Text } from '../../../parts/layout/primitives.ts';

/** Once at the top: what is wrong and where, each a way to its field; or why the desk said no. */
export function IssueSummary({ issues, fault }: { readonly issues: Issues; readonly fault: unknown }) {
  const { reception, common, ownFields } = useTexts();
  if (issues.size === 0) {
    const code = faultOf(fault)?.code;
    return code === 'input-invalid' || sheetFieldOf(code) !== undefined ? null : <FaultNote error={fault} />;
  }
  const names = { ...reception.who, ...reception.paths } as Readonly<Record<string, unknown>>;

  function nameOf(path: string): string {
    if (path.startsWith('resultDelivery')) return reception.who.deliveryAddress;
    const named = reception.paths[path];
    if (named !== undefined) return named;
    if (path.startsWith('ownFields.')) return ownFields.open;
    const [first = '', last = first] = path.split('.');
    const found = names[first === 'applicant' || first === 'submitter' ? last : first];
    const name = typeof found === 'string' ? found : path;
    return first === 'submitter' ? `${reception.who.submitter}: ${name}` : name;
  }

  return (
    <Row wrap columnGap={3} padding={[2, 3]} radius={8} border="late" ground="late" role="alert">
      <Text as="span" weight={600}>
        <Text as="span" tone="late" weight={700} marginRight={1} aria-hidden>
          !
        </Text>
        {reception.fix(issues.size)}
      </Text>
      {[...issues].map(([path, key]) => (
        <Link
          key={path}
          component="button"
          type="button"
          onClick={() => focusIssue(path)}
          sx={{ font: 'inherit', color: 'var(--ink)', textDecorationColor: 'var(--late)' }}
        >
          {nameOf(path)} – {issueSentence(key, common.issues) ?? common.issues['invalid']}
        </Link>
      ))}
    </Row>
  );
}
