/** A part of a site's configuration: Jira knows it by its id, people by its name. */
export interface Resource {
  id: string;
  name: string;
  description: string;
}

export type NewResource = Omit<Resource, 'id'>;
