import type { NewResource, Resource } from '../domain/resource';

/** How tickets can be resolved, on the whole site. */
export interface SiteResolutions {
  resolutions(): Promise<Resource[]>;
  createResolution(resolution: NewResource): Promise<string>;
}
