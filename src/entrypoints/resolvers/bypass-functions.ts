import { acknowledgeBypass } from '../../application/bypasses/acknowledge-bypass';
import { listBypasses } from '../../application/bypasses/list-bypasses';
import type { Ports } from '../ports';
import { answered, belongsTo, refused, type Handlers } from './functions';

/** Bypasses, and who has judged it. Source: white-space requirement 6. */
export function bypassHandlers(ports: Ports): Handlers<'bypass.list' | 'bypass.acknowledge'> {
  return {
    'bypass.list': async (_, { accountId }) => {
      const isOverseer = await belongsTo('administrator or auditor', ports.permissions);
      const asked = { reader: accountId, isOverseer };
      return answered(await listBypasses(ports, asked, ports.clock.now()));
    },
    'bypass.acknowledge': async (asked, { accountId }) => {
      const acknowledged = await acknowledgeBypass(ports, asked, accountId);
      return acknowledged.ok
        ? answered({ bypass: asked.bypass })
        : refused(acknowledged.refusal.code, acknowledged.refusal.message);
    },
  };
}
