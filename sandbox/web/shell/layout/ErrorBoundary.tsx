import { Component, type ReactNode } from 'react';
import { messageOf } from '../api/request';
import { ErrorNotice } from './Notices';

interface Props {
  /** What is shown in it, in words. */
  what: string;
  /** Once this is another, it is tried again. */
  at?: string;
  children: ReactNode;
}

/** Says what can't be shown in the place of it, and leaves the rest of the page as it is. Source: React, "Error boundaries". */
export class ErrorBoundary extends Component<Props, { fault: unknown }> {
  override state: { fault: unknown } = { fault: undefined };

  static getDerivedStateFromError(fault: unknown): { fault: unknown } {
    return { fault };
  }

  override componentDidUpdate({ at }: Props): void {
    if (at !== this.props.at && this.state.fault !== undefined) this.setState({ fault: undefined });
  }

  override render(): ReactNode {
    const { what, children } = this.props;
    const { fault } = this.state;
    if (fault === undefined) return children;
    return <ErrorNotice title={`We couldn't show ${what}`} messages={[messageOf(fault)]} />;
  }
}
