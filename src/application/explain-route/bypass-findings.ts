import type { Lack } from '../../contract/route-explain';
import type { Bypass } from '../../domain/bypass/bypass';
import { bypassMessage, type BypassStory } from '../../domain/bypass/bypass-words';

/** Every way past the gates that the ticket has not left behind. Source: white-space requirement 6. */
export function bypassFindings(open: readonly Bypass[], story: Omit<BypassStory, 'bypass'>): Lack[] {
  return open.map(bypass => ({ code: 'GATE_BYPASSED', message: bypassMessage({ ...story, bypass }) }));
}
