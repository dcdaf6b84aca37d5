import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';
import { useState, type FormEvent } from 'react';
import type { HoldersListed, Settings } from '../../../../src/contract/people';
import { listHolders, readSettings, saveSettings } from '../../api/remit';
import { useCommand } from '../../api/use-command';
import { useReply } from '../../api/use-reply';
import { Choice } from '../../components/choice';
import { Field, TextInput } from '../../components/field';
import { Outcome } from '../../components/outcome';
import { FailedMessage, Loading, RefusedMessage } from '../../components/standing';
import styles from './settings.module.css';

/** What administrators settle for the whole of Remit. */
export default function SettingsPage() {
  const [asked, askAgain] = useReply(readSettings);
  const [holders] = useReply(listHolders);
  switch (asked.state) {
    case 'loading':
      return <Loading what="the settings" />;
    case 'failed':
      return <FailedMessage what="The settings" tryAgain={askAgain} level="h2" />;
    case 'refused':
      return <RefusedMessage refused={asked.refused} title="You can’t see the settings" level="h2" />;
    case 'answered':
      return (
        <SettingsForm settings={asked.data} roles={holders.state === 'answered' ? holders.data.roles : []} />
      );
  }
}

const DAYS = [
  {
    setting: 'accessDays',
    label: 'Access ends after, days',
    about: 'The longest that access can be granted for; 365 at most.',
    least: 1,
    most: 365,
  },
  {
    setting: 'privilegedAccessDays',
    label: 'Privileged access ends after, days',
    about: 'The longest for privileged access; 365 at most.',
    least: 1,
    most: 365,
  },
  {
    setting: 'reviewCadenceDays',
    label: 'The matrix is reviewed every, days',
    about: 'If no version is approved in this time, a review is overdue.',
    least: 30,
    most: 1_095,
  },
] as const;

function SettingsForm({ settings, roles }: { settings: Settings; roles: HoldersListed['roles'] }) {
  const [edited, setEdited] = useState(settings);
  const { standing, run, forget } = useCommand<Settings>();
  const set = (change: Partial<Settings>) => {
    setEdited({ ...edited, ...change });
    forget();
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    void run(() => saveSettings(edited));
  };
  const options = roles.some(({ key }) => key === edited.matrixApproverRole)
    ? roles
    : [{ key: edited.matrixApproverRole, name: edited.matrixApproverRole }, ...roles];
  return (
    <form className={styles.form} aria-label="Settings" onSubmit={save}>
      {DAYS.map(({ setting, label, about, least, most }) => (
        <Field key={setting} label={label} about={about}>
          {(id, aboutId) => (
            <TextInput
              id={id}
              type="number"
              required
              min={least}
              max={most}
              step={1}
              aria-describedby={aboutId}
              value={Number.isNaN(edited[setting]) ? '' : edited[setting]}
              onText={text => {
                set({ [setting]: text === '' ? Number.NaN : Number(text) });
              }}
            />
          )}
        </Field>
      ))}
      <Field
        label="Matrix approver"
        about="The holder of this role approves new versions, and decides tickets that no one else can. To change it, choose another role in the draft of the matrix: the present matrix approver must agree."
      >
        {id => (
          <Choice
            id={id}
            value={edited.matrixApproverRole}
            options={options.map(({ key, name }) => ({ value: key, words: name }))}
            choose={matrixApproverRole => {
              set({ matrixApproverRole });
            }}
          />
        )}
      </Field>
      <div>
        <Button type="submit" appearance="primary" isLoading={standing.state === 'asking'}>
          Save
        </Button>
      </div>
      <Outcome
        standing={standing}
        refusedTitle="The settings weren’t saved"
        done={() => (
          <SectionMessage appearance="success" title="Saved" headingLevel="h2">
            <p>New settings apply from now on.</p>
          </SectionMessage>
        )}
      />
    </form>
  );
}
