import { useFlags } from '@atlaskit/flag';
import { FlagIcon } from './FlagIcon';

/** Shows a message in the corner that goes away by itself. */
export function useSuccessFlag(): (title: string) => void {
  const { showFlag } = useFlags();
  return title => {
    showFlag({
      title,
      isAutoDismiss: true,
      icon: <FlagIcon type="success" />,
    });
  };
}
