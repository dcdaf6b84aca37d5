import type { Flow, Step } from '../flow.ts';

/** Calls of set-up, from an empty site to one that works, and one more that has nothing to do. */
const CALLS = 24;

/** Set-up from an empty site, one call of its page after the other, and then the first holders. */
export const SET_UP: Flow = {
  name: 'set-up',
  beginning: 'empty site',
  steps: [
    ...Array.from({ length: CALLS }, (_, call): Step => ({
      does: `set up, ${String(call + 1)}`,
      act: world => world.invoke('setup.run'),
    })),
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
