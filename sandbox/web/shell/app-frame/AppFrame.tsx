import { useFlags } from '@atlaskit/flag';
import ModalDialog, {
  CloseButton,
  ModalBody,
  ModalHeader,
  ModalTitle,
  ModalTransition,
} from '@atlaskit/modal-dialog';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { AppModule } from '../api/sandbox';
import { commandsOf, type ModalRequest } from '../bridge/commands';
import type { PageHistory } from '../bridge/history-commands';
import { PageConnection } from '../bridge/page-connection';
import { useNavigation } from '../navigation';
import { useSession } from '../session';
import { useTheme } from '../theme';
import { FlagIcon } from '../layout/FlagIcon';
import { contextOf } from './page-context';

/**
 * No pop-ups: Forge allows them only to apps that ask for every external address, which the app does not.
 * Source: Forge, Permissions, "Frames".
 */
const SANDBOX = 'allow-scripts allow-same-origin allow-forms allow-downloads allow-modals';

export interface AppFrameProps {
  module: AppModule;
  /** `context.extension` of the page. */
  extension: Record<string, unknown>;
  issueKey?: string;
  refresh?: () => Promise<void>;
  close?: (payload: unknown) => void;
  history?: PageHistory;
  setTitle?: (title: string) => void;
  minimumHeight?: number;
}

/** A page of the app in its frame, as high as its content, with the bridge to the shell. */
export function AppFrame(props: AppFrameProps) {
  const { module, minimumHeight = 60 } = props;
  const frame = useRef<HTMLIFrameElement>(null);
  const connection = useRef<PageConnection | undefined>(undefined);
  const [height, setHeight] = useState(minimumHeight);
  const [modal, setModal] = useState<ModalRequest>();
  const { colorMode } = useTheme();
  const surroundings = useSurroundings(props, setModal);

  // Before the browser can deliver anything that the page says.
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    const subscriptions = new Map<number, () => void>();
    const commands = commandsOf({
      moduleKey: module.key,
      issueKey: surroundings.current.issueKey,
      subscriptions,
      run: (number, ...args) => opened.run(number, ...args),
      ...surroundings.current.world,
    });
    const opened = new PageConnection(element, module.frameUrl, commands, setHeight);
    connection.current = opened;
    return () => {
      for (const end of subscriptions.values()) end();
      opened.close();
    };
  }, [module.key, module.frameUrl, surroundings]);

  useEffect(() => {
    connection.current?.showTheme(colorMode);
  }, [colorMode]);

  return (
    <>
      <iframe
        ref={frame}
        src={module.frameUrl}
        title={module.title}
        sandbox={SANDBOX}
        className="app-frame"
        style={{ height: Math.max(height, minimumHeight) }}
      />
      {modal && (
        <AppModal
          {...props}
          modal={modal}
          onClose={payload => {
            setModal(undefined);
            modal.onClose(payload);
          }}
        />
      )}
    </>
  );
}

/** What commands do here, always with the newest values, though a frame connects only once. */
function useSurroundings(props: AppFrameProps, openModal: (modal: ModalRequest) => void) {
  const { account, installed } = useSession();
  const { colorMode } = useTheme();
  const { go } = useNavigation();
  const { showFlag, hideFlag } = useFlags();
  const { refresh, close, history, setTitle } = props;
  const latest = useRef({ props, colorMode, go });
  latest.current = { props, colorMode, go };
  const world = {
    context: () =>
      contextOf(
        latest.current.props.module,
        latest.current.props.extension,
        account,
        installed,
        latest.current.colorMode,
      ),
    colorMode: () => latest.current.colorMode,
    go: (path: string) => {
      latest.current.go(path);
    },
    showFlag: ({
      id,
      title,
      description,
      type,
      isAutoDismiss,
    }: Parameters<Parameters<typeof commandsOf>[0]['showFlag']>[0]) => {
      showFlag({ id, title, description, icon: <FlagIcon type={type} />, isAutoDismiss });
    },
    hideFlag,
    openModal,
    ...(refresh ? { refresh } : {}),
    ...(close ? { close } : {}),
    ...(history ? { history } : {}),
    ...(setTitle ? { setTitle } : {}),
  };
  return useRef({ issueKey: props.issueKey, world });
}

const WIDTHS: Record<string, string> = {
  small: 'small',
  medium: 'medium',
  large: 'large',
  xlarge: 'x-large',
  max: '100%',
  fullscreen: '100%',
};

function AppModal(props: AppFrameProps & { modal: ModalRequest; onClose: (payload: unknown) => void }) {
  const { modal, onClose, module, extension, issueKey } = props;
  const dismiss = () => {
    onClose(undefined);
  };
  return (
    <ModalTransition>
      <ModalDialog onClose={dismiss} width={WIDTHS[modal.size] ?? 'medium'} shouldScrollInViewport>
        <ModalHeader>
          <ModalTitle>{modal.title === '' ? module.title : modal.title}</ModalTitle>
          <CloseButton onClick={dismiss} />
        </ModalHeader>
        <ModalBody>
          <div className="app-dialog">
            <AppFrame
              module={module}
              extension={{ ...extension, modal: modal.context }}
              close={onClose}
              {...(issueKey === undefined ? {} : { issueKey })}
            />
          </div>
        </ModalBody>
      </ModalDialog>
    </ModalTransition>
  );
}
