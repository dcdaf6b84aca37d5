/** Which app this is, and in which environment, as workflow rules and field types name it. */
export interface AppIdentity {
  appId: string;
  environmentId: string;
}
