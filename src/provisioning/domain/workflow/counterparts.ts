import type { TransitionDesign } from '../../ports/jira-site';

type IsSame = (present: TransitionDesign, wanted: TransitionDesign) => boolean;

/** A transition is known by where it leads from and to; a name may repeat. */
export const leadsThere: IsSame = (present, wanted) =>
  present.to === wanted.to && wanted.from.every(status => present.from.includes(status));

const hasItsName: IsSame = (present, wanted) => present.name === wanted.name;

/** The surest first: one that was led elsewhere is still known by its name, one that was renamed by where it leads. */
const SIGNS: readonly IsSame[] = [
  (present, wanted) => leadsThere(present, wanted) && hasItsName(present, wanted),
  leadsThere,
  hasItsName,
];

export interface Counterparts {
  /** Which transition of a workflow stands for which designed one: each for one at most. */
  of: ReadonlyMap<TransitionDesign, TransitionDesign>;
  /** Those that stand for none. */
  others: readonly TransitionDesign[];
}

export function counterparts(
  designed: readonly TransitionDesign[],
  present: readonly TransitionDesign[],
): Counterparts {
  const of = new Map<TransitionDesign, TransitionDesign>();
  const others = [...present];
  for (const isSame of SIGNS) {
    for (const wanted of designed.filter(one => !of.has(one))) {
      const position = others.findIndex(one => isSame(one, wanted));
      for (const match of position < 0 ? [] : others.splice(position, 1)) of.set(wanted, match);
    }
  }
  return { of, others };
}
