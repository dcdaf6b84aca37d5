import Button from '@atlaskit/button/new';
import TextArea from '@atlaskit/textarea';
import { useState, type FormEvent, type KeyboardEvent } from 'react';
import { toDocument } from '../adf/plain-text';
import { addComment } from '../api/activity';
import { messageOf } from '../api/request';
import { Avatar } from '../layout/Avatar';
import { ErrorNotice } from '../layout/Notices';
import { useSession } from '../session';

/** The comment box; what is typed survives a refusal. */
export function AddComment({ issueKey, onAdded }: { issueKey: string; onAdded: () => Promise<void> }) {
  const { account } = useSession();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string>();
  const [isSending, setSending] = useState(false);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const body = toDocument(text);
    if (body === null) return;
    setSending(true);
    setProblem(undefined);
    try {
      await addComment(issueKey, body);
      setText('');
      await onAdded();
    } catch (error) {
      setProblem(messageOf(error));
    } finally {
      setSending(false);
    }
  };
  const keys = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
  };
  return (
    <form className="add-comment" onSubmit={event => void save(event)} onKeyDown={keys}>
      <Avatar accountId={account.accountId} name={account.displayName} colour={account.avatarColour} />
      <div className="add-comment-box">
        {problem !== undefined && <ErrorNotice title="We couldn't add your comment" messages={[problem]} />}
        <TextArea
          aria-label="Add a comment"
          placeholder="Add a comment…"
          minimumRows={text === '' ? 1 : 3}
          value={text}
          onChange={event => {
            setText(event.target.value);
          }}
        />
        {text !== '' && (
          <div className="add-comment-actions">
            <Button type="submit" appearance="primary" isLoading={isSending}>
              Save
            </Button>
            <Button
              appearance="subtle"
              onClick={() => {
                setText('');
              }}
            >
              Cancel
            </Button>
          </div>
        )}
      </div>
    </form>
  );
}
