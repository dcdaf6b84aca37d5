/**
 * What a register of ours is told to do, as data. Each subject that keeps a register has commands of its own, with all
 * that carrying them out takes; a command is known by its register.
 */
export interface RegisterCommand {
  readonly register: string;
  readonly kind: string;
}
