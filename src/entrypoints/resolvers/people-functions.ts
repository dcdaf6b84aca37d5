import { appointHolder } from '../../application/holders/appoint-holder';
import { changeSettings, type SettingsRefusal } from '../../application/settings/change-settings';
import { findOwner, type OwnerQuestion } from '../../application/owners/answer-owner-question';
import { readNotices } from '../../application/notices/read-notices';
import { listHolders } from '../../application/holders/list-holders';
import { transferHoldings } from '../../application/holders/transfer-holdings';
import type { FunctionName } from '../../contract/functions';
import type { FileError, Reply } from '../../contract/reply';
import { toInstant } from '../../domain/shared/instant';
import { WORK_TYPES } from '../../domain/work-types/work-types';
import type { Ports } from '../ports';
import { answered, belongsTo, refused, rightsOf, type Handlers } from './functions';

type PeopleFunction = Extract<
  FunctionName,
  `holders.${string}` | `owner.${string}` | `work.${string}` | `settings.${string}`
>;

/** Who holds which role, who owns what, and what waits for whom. Source: requirements R5, R11. */
export function peopleHandlers(ports: Ports): Handlers<PeopleFunction> {
  return {
    'owner.find': async asked => {
      const now = ports.clock.now();
      const at = asked.at === undefined ? now : toInstant(asked.at);
      const question: OwnerQuestion = 'text' in asked ? asked : { ...asked, activity: asked.activity ?? '' };
      return answered(await findOwner(ports, question, { at, now }));
    },
    'holders.list': async () => {
      const roles = await listHolders(ports, ports.clock.now());
      return answered({ roles, ...(await rightsOf(ports.permissions)) });
    },
    'holders.appoint': async ({ from, to, ...holder }, { accountId }) => {
      const period = { ...holder, from: toInstant(from), to: to === null ? null : toInstant(to) };
      const appointed = await appointHolder(ports, period, accountId);
      return appointed.ok ? answered(appointed.value) : refusedLine(appointed.refusal);
    },
    'holders.transfer': async ({ fromAccountId, toAccountId, from, dryRun }, { accountId }) => {
      const transferred = await transferHoldings(ports, {
        leaver: fromAccountId,
        successor: toAccountId,
        from: toInstant(from),
        dryRun,
        administrator: accountId,
      });
      return transferred.ok ? answered(transferred.value) : refusedLine(transferred.refusal);
    },
    'work.mine': async (_, { accountId }) => {
      const { accountable, performer, creator } = await ports.waitingWork.waiting(WORK_TYPES);
      const { approval, ...told } = await readNotices(ports, accountId, ports.clock.now());
      return answered({
        decide: accountable,
        carryOut: performer,
        complete: creator,
        ...told,
        youMayOversee: approval !== null || (await belongsTo('administrator or auditor', ports.permissions)),
      });
    },
    'settings.get': async () => answered(await ports.settings.current()),
    'settings.set': async (settings, { accountId }) => {
      const changed = await changeSettings(ports, settings, accountId);
      if (changed.ok) return answered(changed.value);
      return refused(changed.refusal.code, SETTINGS_REFUSED[changed.refusal.code]);
    },
  };
}

const SETTINGS_REFUSED: Record<SettingsRefusal['code'], string> = {
  ROLE_UNKNOWN: 'The matrix approver must be an internal role in the roles register.',
  SELF_APPOINTMENT:
    'You hold that role, so you would decide yourself. Nothing was changed. Another role approves the matrix by a Responsibility change.',
  CONSENT_NEEDED:
    'The matrix approver must agree to that. Nothing was changed. Choose the role in the draft of the responsibility matrix, then submit it.',
};

function refusedLine({ code, errors }: { code: string; errors: FileError[] }): Reply<never> {
  const problems = new Set(errors.map(({ problem }) => problem));
  return refused(code, [...problems].join(' '), errors);
}
