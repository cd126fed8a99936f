import Button from '@mui/material/Button';
import { useEffect } from 'react';
import { queries } from '../desk/client.ts';
import type { HostLoss } from '../desk/host.ts';
import { Column, Grid, Row, Text } from '../parts/layout/primitives.ts';
import { useTexts } from '../text/texts.ts';

/** Nothing can be typed or read here any more: the page may stand before a stranger, or beside the one in which work goes on. */
export function HostLost({ loss }: { readonly loss: HostLoss }) {
  const { common } = useTexts();
  useEffect(() => queries.clear(), []);
  return (
    <Grid height="100%" padding={6} css={{ placeItems: 'center' }}>
      <Column ground="panel" border="late" radius={10} padding={6} gap={3} maxWidth={620}>
        <Text as="h1" size="heading" weight={700}>
          <span aria-hidden>! </span>
          {common.hostLost[loss].title}
        </Text>
        <div role="alert">{common.hostLost[loss].what}</div>
        {loss === 'replaced' && (
          <Row justify="flex-end">
            <Button variant="contained" autoFocus onClick={() => location.reload()}>
              {common.hostLost.here}
            </Button>
          </Row>
        )}
      </Column>
    </Grid>
  );
}
