/** What people, administrators and the clock do in a sequence, one act after another: data, so that it can be shrunk and told. */
import fc from 'fast-check';
import type { Person } from '../../support/sandbox-client.ts';

export const WORK_TYPES = ['Cloud account request', 'Access request'] as const;
export type WorkTypeName = (typeof WORK_TYPES)[number];

export type ServiceName = 'AWS' | 'GitHub';

/** What someone puts into a field; people by name, dates as days from today. */
export type Edit =
  | { field: 'Account owner' | 'Beneficiary' | 'reporter' | 'Accountable' | 'Performer'; person: Person }
  | { field: 'Cloud service'; service: ServiceName }
  | { field: 'Access until'; inDays: number }
  | { field: 'summary' | 'Entitlement' | 'Content hash'; text: string };

/** `ticket` counts those of the sequence, from 0; a higher number counts from the beginning again. */
export type Act =
  | { does: 'raise'; workType: WorkTypeName; by: Person; on: ServiceName; for: Person }
  | { does: 'edit'; ticket: number; by: Person; edit: Edit }
  | { does: 'move'; ticket: number; by: Person; transition: string; edit?: Edit }
  /** The next transition of an honest life, by the person whose turn Jira says it is. */
  | { does: 'go on'; ticket: number }
  /** An administrator edits the transition that leads on from where a ticket stands, and someone makes it. */
  | { does: 'loosen and use'; ticket: number; by: Person; how: 'gates' | 'conditions' | 'switched off' }
  /** An administrator adds a transition from any status, and someone makes it. */
  | { does: 'go around'; ticket: number; by: Person; like: string }
  /** Someone makes such a transition again, if there is one. */
  | { does: 'wave through'; ticket: number; by: Person }
  | { does: 'import'; workType: WorkTypeName; status: string; by: Person; withPast: boolean }
  | { does: 'write as another app'; ticket: number; edit: Edit }
  | { does: 'delete'; ticket: number }
  | { does: 'move away'; ticket: number }
  | { does: 'appoint'; role: string; whom: Person; as: 'holder' | 'deputy' }
  | { does: 'transfer'; from: Person; to: Person }
  | { does: 'choose the matrix approver role'; role: string }
  | { does: 'switch off' | 'switch on'; whom: Person }
  | { does: 'wait'; time: string }
  /** Of what follows, the app hears nothing until the next sweep. */
  | { does: 'lose events' }
  | { does: 'sweep' };

const TRANSITIONS = ['Submit', 'Approve', 'Reject', 'Rework', 'Withdraw', 'Carry out', 'Revoke'];
const STATUSES = ['Requested', 'Awaiting approval', 'Approved', 'Carried out'];
const ROLES = ['cloud-platform-owner', 'iam-lead', 'application-owner', 'executive-owner'];

const person = fc.constantFrom<Person>(
  ...(['engineer', 'engineer2', 'cloud', 'iam', 'app', 'ciso', 'ceo', 'secops', 'admin'] as const),
);
const ticket = fc.nat({ max: 3 });
const workType = fc.constantFrom(...WORK_TYPES);
const service = fc.constantFrom<ServiceName>('AWS', 'GitHub');
const edit: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ field: fc.constantFrom('Account owner', 'Beneficiary', 'reporter'), person }),
  },
  { weight: 1, arbitrary: fc.record({ field: fc.constantFrom('Accountable', 'Performer'), person }) },
  { weight: 2, arbitrary: fc.record({ field: fc.constant('Cloud service'), service }) },
  {
    weight: 2,
    arbitrary: fc.record({ field: fc.constant('Access until'), inDays: fc.constantFrom(-3, 1, 30) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      field: fc.constantFrom('summary', 'Entitlement', 'Content hash'),
      text: fc.constantFrom('something else', 'owner of everything'),
    }),
  },
);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 4 });

/** One act; honest ones are the likeliest, or nothing would ever come so far that an attack matters. */
export const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 24, arbitrary: fc.record({ does: fc.constant('go on'), ticket }) },
  {
    weight: 3,
    arbitrary: fc.record({ does: fc.constant('raise'), workType, by: person, on: service, for: person }),
  },
  { weight: 10, arbitrary: fc.record({ does: fc.constant('edit'), ticket, by: person, edit }) },
  {
    weight: 8,
    arbitrary: fc
      .record({
        does: fc.constant('move'),
        ticket,
        by: person,
        transition: fc.constantFrom(...TRANSITIONS),
        edit: maybe(edit),
      })
      .map(({ edit: given, ...rest }) => (given === undefined ? rest : { ...rest, edit: given })),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      does: fc.constant('loosen and use'),
      ticket,
      by: person,
      how: fc.constantFrom('gates', 'conditions', 'switched off'),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant('go around'),
      ticket,
      by: person,
      like: fc.constantFrom('Approve', 'Carry out', 'Rework'),
    }),
  },
  { weight: 4, arbitrary: fc.record({ does: fc.constant('wave through'), ticket, by: person }) },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('import'),
      workType,
      status: fc.constantFrom(...STATUSES),
      by: person,
      withPast: fc.boolean(),
    }),
  },
  { weight: 5, arbitrary: fc.record({ does: fc.constant('write as another app'), ticket, edit }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constantFrom('delete', 'move away'), ticket }) },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant('appoint'),
      role: fc.constantFrom(...ROLES),
      whom: person,
      as: fc.constantFrom('holder', 'deputy'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('transfer'), from: person, to: person }) },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('choose the matrix approver role'),
      role: fc.constantFrom(...ROLES),
    }),
  },
  {
    weight: 2,
    // Never the administrator: what administrators do must remain possible.
    arbitrary: fc.record({
      does: fc.constantFrom('switch off', 'switch on'),
      whom: person.filter(one => one !== 'admin'),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant('wait'),
      time: fc.constantFrom('PT2M', 'PT20M', 'P1D', 'P2D', 'P40D'),
    }),
  },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('lose events') }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('sweep') }) },
);
