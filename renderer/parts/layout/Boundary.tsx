import Button from '@mui/material/Button';
import { Component, type ReactNode } from 'react';
import { useTexts } from '../../text/texts.ts';
import { FaultNote } from '../controls/FaultNote.tsx';
import { Column } from './primitives.ts';

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
    <Column gap={3} align="flex-start" padding={6}>
      <FaultNote error={common.screenBroken} />
      <Button onClick={onRetry}>{common.retry}</Button>
    </Column>
  );
}
