import CalendarIcon from '@atlaskit/icon/core/calendar';
import CloudArrowUpIcon from '@atlaskit/icon/core/cloud-arrow-up';
import EyeOpenIcon from '@atlaskit/icon/core/eye-open';
import LockUnlockedIcon from '@atlaskit/icon/core/lock-unlocked';
import PageIcon from '@atlaskit/icon/core/page';
import PeopleGroupIcon from '@atlaskit/icon/core/people-group';
import WorkItemIcon from '@atlaskit/icon/core/work-item';
import type { ComponentType } from 'react';
import type { NewCoreIconProps } from '@atlaskit/icon';

const ICONS: readonly { pattern: RegExp; icon: ComponentType<NewCoreIconProps>; colour: string }[] = [
  { pattern: /exception/i, icon: CalendarIcon, colour: 'orange' },
  { pattern: /policy/i, icon: PageIcon, colour: 'purple' },
  { pattern: /cloud/i, icon: CloudArrowUpIcon, colour: 'blue' },
  { pattern: /access/i, icon: LockUnlockedIcon, colour: 'green' },
  { pattern: /responsib|role/i, icon: PeopleGroupIcon, colour: 'teal' },
  { pattern: /review/i, icon: EyeOpenIcon, colour: 'yellow' },
];

/** The coloured square by which Jira shows a work type. */
export function WorkTypeIcon({ name }: { name: string }) {
  const known = ICONS.find(each => each.pattern.test(name));
  const Icon = known?.icon ?? WorkItemIcon;
  return (
    <span
      className={`work-type work-type-${known?.colour ?? 'blue'}`}
      role="img"
      aria-label={name}
      title={name}
    >
      <Icon label="" size="small" color="currentColor" />
    </span>
  );
}
