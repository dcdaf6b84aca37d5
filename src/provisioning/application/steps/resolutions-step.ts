import { resolutionsOf, type Resolution, type WorkType } from '../../../domain/work-type/work-type';
import { marked } from '../../domain/managed-mark';
import type { Resource } from '../../domain/resource';
import { stateEntry } from '../managed-resource';
import type { PlanEntry, ProvisioningStep, StepContext } from '../provisioning-step';
import { say } from '../../../domain/shared/sentence';

/** The key in the state of a resolution. */
export function resolutionKey(name: Resolution): string {
  return `resolution ${name}`;
}

/**
 * The resolutions that tickets of the work types get. They are the whole site's, and every new site has them: one that
 * is there is shared, and nothing about it is changed.
 */
export function resolutionsStep(workTypes: readonly WorkType[]): ProvisioningStep {
  const wanted = resolutionsOf(workTypes);
  return {
    key: 'resolutions',
    title: 'Resolutions',
    specification: () => wanted,
    async plan(context) {
      const existing = await context.site.resolutions();
      return wanted.flatMap(name => planResolution(context, name, existing));
    },
  };
}

function planResolution(
  { site, state }: StepContext,
  name: Resolution,
  existing: readonly Resource[],
): PlanEntry[] {
  const entry = stateEntry(state.resources, resolutionKey(name));
  const found =
    existing.find(({ id }) => id === entry.get()) ?? existing.find(resolution => resolution.name === name);
  entry.set(found?.id);
  if (found) return [];
  const apply = async () => {
    entry.set(await site.createResolution({ name, description: marked('') }));
  };
  return [{ text: say`Create the resolution ${name}`, apply }];
}
