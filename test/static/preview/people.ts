import type { Person } from '../../../src/contract/route-explain.ts';

const person = (accountId: string, name: string, active = true): Person => ({ accountId, name, active });

export const CLOUD = person('712020:cloud', 'Clara Cloudwell');
export const CEO = person('712020:ceo', 'Eva Lindqvist');
export const CISO = person('712020:ciso', 'Marcus Okafor');
export const IAM = person('712020:iam', 'Ines Almeida');
export const SECOPS = person('712020:secops', 'Sam Osei');
export const APP = person('712020:app', 'Anna Petrova');
export const ENGINEER = person('712020:engineer', 'Erik Nyström');
export const LEAVER = person('712020:leaver', 'Lee Verne', false);
