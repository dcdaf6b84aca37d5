import { acknowledgeBypass } from '../../application/bypasses/acknowledge-bypass';
import { listBypasses } from '../../application/bypasses/list-bypasses';
import {
  bypassAcknowledgeRequest,
  bypassListRequest,
  type BypassAcknowledgedReply,
  type BypassesListed,
} from '../../contract/bypasses';
import type { Ports } from '../ports';
import { answered, belongsTo, define, defineChange, refused, type RemitFunction } from './functions';

/** What went past the gates, and who has judged it. Source: white-space requirement 6. */
export function bypassFunctions(ports: Ports): Record<string, RemitFunction> {
  return {
    'bypass.list': define('space reader', bypassListRequest, async (_, { accountId }) => {
      const isOverseer = await belongsTo('administrator or auditor', ports.permissions);
      const asked = { reader: accountId, isOverseer };
      return answered<BypassesListed>(await listBypasses(ports, asked, ports.clock.now()));
    }),
    'bypass.acknowledge': defineChange(
      'space reader',
      bypassAcknowledgeRequest,
      async (asked, { accountId }) => {
        const acknowledged = await acknowledgeBypass(ports, asked, accountId);
        return acknowledged.ok
          ? answered<BypassAcknowledgedReply>({ bypass: asked.bypass })
          : refused(acknowledged.refusal.code, acknowledged.refusal.message);
      },
    ),
  };
}
