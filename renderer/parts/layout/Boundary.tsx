import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { Component, type ReactNode } from 'react';
import { rem } from '../../look/theme.ts';
import { useTexts } from '../../text/texts.ts';
import { FaultNote } from '../controls/FaultNote.tsx';

type BoundaryProps = { readonly children: ReactNode };

/** Keeps a bug in one screen from taking the others, and what is typed in them, with it. */
export class Boundary extends Component<BoundaryProps, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { readonly broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    return <Broken onRetry={() => this.setState({ broken: false })} />;
  }
}

function Broken({ onRetry }: { readonly onRetry: () => void }) {
  const { common } = useTexts();
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 3, alignItems: 'flex-start', padding: rem(24) }}>
      <FaultNote error={common.screenBroken} />
      <Button onClick={onRetry}>{common.retry}</Button>
    </Box>
  );
}
