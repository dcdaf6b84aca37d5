import BugIcon from '@atlaskit/icon/core/bug';
import CalendarIcon from '@atlaskit/icon/core/calendar';
import EpicIcon from '@atlaskit/icon/core/epic';
import EyeOpenIcon from '@atlaskit/icon/core/eye-open';
import FlagIcon from '@atlaskit/icon/core/flag';
import LightbulbIcon from '@atlaskit/icon/core/lightbulb';
import PageIcon from '@atlaskit/icon/core/page';
import ShapesIcon from '@atlaskit/icon/core/shapes';
import StoryIcon from '@atlaskit/icon/core/story';
import WorkItemIcon from '@atlaskit/icon/core/work-item';
import type { ComponentType } from 'react';
import type { NewCoreIconProps } from '@atlaskit/icon';

interface Look {
  icon: ComponentType<NewCoreIconProps>;
  colour: string;
}

/** The work types that Jira itself brings. */
const JIRAS_OWN: Readonly<Record<string, Look>> = {
  Bug: { icon: BugIcon, colour: 'orange' },
  Epic: { icon: EpicIcon, colour: 'purple' },
  Story: { icon: StoryIcon, colour: 'green' },
  'Sub-task': { icon: WorkItemIcon, colour: 'blue' },
  Task: { icon: WorkItemIcon, colour: 'blue' },
};

/** For work types of a site, in place of the avatars that someone would choose for them. */
const OTHERS: readonly Look[] = [
  { icon: PageIcon, colour: 'purple' },
  { icon: ShapesIcon, colour: 'blue' },
  { icon: CalendarIcon, colour: 'orange' },
  { icon: LightbulbIcon, colour: 'teal' },
  { icon: FlagIcon, colour: 'green' },
  { icon: EyeOpenIcon, colour: 'yellow' },
];

/** The coloured square by which Jira shows a work type: always the same for a name. */
export function WorkTypeIcon({ name }: { name: string }) {
  const { icon: Icon, colour } = JIRAS_OWN[name] ?? chosenFor(name);
  return (
    <span className={`work-type work-type-${colour}`} role="img" aria-label={name} title={name}>
      <Icon label="" size="small" color="currentColor" />
    </span>
  );
}

function chosenFor(name: string): Look {
  let sum = 7;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 65_521;
  return OTHERS[sum % OTHERS.length] ?? { icon: WorkItemIcon, colour: 'blue' };
}
