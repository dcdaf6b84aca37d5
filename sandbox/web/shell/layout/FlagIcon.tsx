import StatusErrorIcon from '@atlaskit/icon/core/status-error';
import StatusInformationIcon from '@atlaskit/icon/core/status-information';
import StatusSuccessIcon from '@atlaskit/icon/core/status-success';
import StatusWarningIcon from '@atlaskit/icon/core/status-warning';

/** What kind of message a flag brings, as Jira shows it. */
export function FlagIcon({ type }: { type: 'info' | 'success' | 'warning' | 'error' }) {
  switch (type) {
    case 'success':
      return <StatusSuccessIcon label="Success" color="var(--ds-icon-success)" />;
    case 'warning':
      return <StatusWarningIcon label="Warning" color="var(--ds-icon-warning)" />;
    case 'error':
      return <StatusErrorIcon label="Error" color="var(--ds-icon-danger)" />;
    default:
      return <StatusInformationIcon label="Information" color="var(--ds-icon-information)" />;
  }
}
