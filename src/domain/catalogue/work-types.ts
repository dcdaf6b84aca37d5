import { ACCESS_REQUEST } from './access-request';
import { CLOUD_ACCOUNT_REQUEST } from './cloud-account-request';
import { RESPONSIBILITY_CHANGE } from './responsibility-change';
import type { Gate } from '../gate/gate';
import type { WorkType } from '../work-type/work-type';

/** Every work type that set-up provisions. */
export const WORK_TYPES: readonly WorkType<Gate>[] = [
  CLOUD_ACCOUNT_REQUEST,
  ACCESS_REQUEST,
  RESPONSIBILITY_CHANGE,
];

/** The work type of that name. @throws RangeError when it is none of ours: tickets are checked when they are read */
export function workTypeNamed(name: string): WorkType<Gate> {
  const workType = WORK_TYPES.find(candidate => candidate.name === name);
  if (!workType) throw new RangeError(`${name} is no work type of ours.`);
  return workType;
}
