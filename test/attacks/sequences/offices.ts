/** Who holds which role, kept beside the app and not by it: by what the administrators of a sequence were allowed to do. */
import type { Person } from '../../support/sandbox-client.ts';

interface Office {
  holder: Person | null;
  deputies: Person[];
}

/** As in the sample company's registers. */
const AT_FIRST: Readonly<Record<string, Office>> = {
  'executive-owner': { holder: 'ceo', deputies: ['ciso'] },
  'cloud-platform-owner': { holder: 'cloud', deputies: ['ciso'] },
  'iam-lead': { holder: 'iam', deputies: ['ciso'] },
  'application-owner': { holder: 'app', deputies: [] },
};

export class Offices {
  private readonly offices = new Map(
    Object.entries(AT_FIRST).map(([role, { holder, deputies }]) => [
      role,
      { holder, deputies: [...deputies] },
    ]),
  );
  private readonly inactive = new Set<Person>();
  private approverRole = 'executive-owner';

  /** From now on: a new holder takes the place of the one before. */
  appoint(role: string, whom: Person, as: 'holder' | 'deputy'): void {
    const office = this.office(role);
    if (as === 'deputy') office.deputies.push(whom);
    else office.holder = whom;
  }

  /** Everything that someone holds goes to another. */
  transfer(from: Person, to: Person): void {
    for (const office of this.offices.values()) {
      if (office.holder === from) office.holder = to;
      office.deputies = office.deputies.map(deputy => (deputy === from ? to : deputy));
    }
  }

  chooseApproverRole(role: string): void {
    this.approverRole = role;
  }

  setActive(whom: Person, active: boolean): void {
    if (active) this.inactive.delete(whom);
    else this.inactive.add(whom);
  }

  isActive(whom: Person): boolean {
    return !this.inactive.has(whom);
  }

  /** Who acts for a role, in the order in which they are asked. */
  acting(role: string): Person[] {
    const { holder, deputies } = this.office(role);
    return [...(holder === null ? [] : [holder]), ...deputies].filter(person => this.isActive(person));
  }

  /** Who decides for a role where some may not; null when no one may. */
  decider(role: string, excluded: ReadonlySet<Person>): Person | null {
    const acting = this.acting(role);
    if (acting.length === 0) return null;
    const independent = acting.find(person => !excluded.has(person));
    if (independent) return independent;
    const [approver] = this.acting(this.approverRole);
    return approver === undefined || excluded.has(approver) ? null : approver;
  }

  /** Whether they act for any role at all. */
  actsForAny(person: Person): boolean {
    return [...this.offices.keys()].some(role => this.acting(role).includes(person));
  }

  private office(role: string): Office {
    const found = this.offices.get(role);
    if (!found) throw new RangeError(`There is no role ${role}.`);
    return found;
  }
}
