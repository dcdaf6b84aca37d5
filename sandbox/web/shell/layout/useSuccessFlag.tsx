import { useFlags } from '@atlaskit/flag';
import StatusSuccessIcon from '@atlaskit/icon/core/status-success';

/** Shows a message in the corner that goes away by itself. */
export function useSuccessFlag(): (title: string) => void {
  const { showFlag } = useFlags();
  return title => {
    showFlag({
      title,
      isAutoDismiss: true,
      icon: <StatusSuccessIcon label="Success" color="var(--ds-icon-success)" />,
    });
  };
}
