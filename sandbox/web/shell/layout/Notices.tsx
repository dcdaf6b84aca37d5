import SectionMessage from '@atlaskit/section-message';
import Spinner from '@atlaskit/spinner';
import { messageOf } from '../api/request';

/** Errors of a form or a page, announced when they appear. */
export function ErrorNotice({ title, messages }: { title: string; messages: readonly string[] }) {
  return (
    <div role="alert" className="notice">
      <SectionMessage appearance="error" title={title}>
        {messages.map((message, index) => (
          <p key={index} className="message">
            {message}
          </p>
        ))}
      </SectionMessage>
    </div>
  );
}

/** A page or part that could not be loaded, with the way to try again. */
export function Failed({ what, error, retry }: { what: string; error: unknown; retry?: () => void }) {
  return (
    <div className="centred">
      <ErrorNotice title={`We couldn't load ${what}`} messages={[messageOf(error)]} />
      {retry && (
        <button type="button" className="text-button" onClick={retry}>
          Try again
        </button>
      )}
    </div>
  );
}

export function Loading({ what }: { what: string }) {
  return (
    <div className="centred">
      <Spinner size="large" label={`Loading ${what}`} />
    </div>
  );
}
