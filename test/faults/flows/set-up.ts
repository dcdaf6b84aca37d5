import { z } from 'zod';
import type { Flow, Step, World } from '../flow.ts';

/** The steps of set-up. */
const STEPS = 19;

/** A step takes several calls when it has much to write. */
const CALLS_AT_MOST = 12;

const progress = z.object({ done: z.boolean() });

/** As the page of set-up does: one call after the other until a step has ended, and not one more. */
async function runUntil(world: World, completed: number): Promise<void> {
  for (let call = 0; call < CALLS_AT_MOST && world.sandbox.completedSetUpSteps() < completed; call += 1) {
    if (progress.parse(await world.invoke('setup.run')).done) return;
  }
}

/** Set-up from an empty site, and then the first holders. */
export const SET_UP: Flow = {
  name: 'set-up',
  beginning: 'empty site',
  steps: [
    ...Array.from({ length: STEPS }, (_, at): Step => ({
      does: `set-up step ${String(at + 1)}`,
      act: world => runUntil(world, at + 1),
    })),
    { does: 'set up once more', act: world => world.invoke('setup.run') },
    {
      does: 'first holders',
      act: world =>
        world.invoke('register.import', {
          dataset: 'holders',
          csv: 'role,email,capacity,from,to\ncloud-platform-owner,cloud@aurora.example,holder,2024-01-01,\nexecutive-owner,ceo@aurora.example,holder,2024-01-01,\nexecutive-owner,ciso@aurora.example,deputy,2024-01-01,\n',
        }),
    },
  ],
};
