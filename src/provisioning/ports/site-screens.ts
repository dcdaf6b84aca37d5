import type { NewResource, Resource } from '../domain/resource';

/** Screens, and the schemes that say where they are shown. */
export interface SiteScreens {
  /** Like the other reads that begin with `find`: by its id; without one, or when there is none, by its name. */
  findScreens(name: string, id?: string): Promise<Resource[]>;
  /** With its first tab. */
  createScreen(screen: NewResource): Promise<string>;
  nameScreen(screen: Resource): Promise<void>;
  screenTabs(screenId: string): Promise<{ id: string; name: string }[]>;
  /** Field ids, in the order of the tab. */
  tabFields(screenId: string, tabId: string): Promise<string[]>;
  /** At the end of the tab. */
  addTabField(screenId: string, tabId: string, fieldId: string): Promise<void>;
  findScreenSchemes(name: string, id?: string): Promise<ScreenScheme[]>;
  createScreenScheme(scheme: Omit<ScreenScheme, 'id'>): Promise<string>;
  changeScreenScheme(scheme: ScreenScheme): Promise<void>;
  findWorkTypeScreenSchemes(name: string, id?: string): Promise<Resource[]>;
  nameWorkTypeScreenScheme(scheme: Resource): Promise<void>;
  /** Screen scheme ids by work type id; `default` for the others. */
  screenSchemesByWorkType(workTypeScreenSchemeId: string): Promise<Record<string, string>>;
  createWorkTypeScreenScheme(
    scheme: NewResource & { screenSchemes: Record<string, string> },
  ): Promise<string>;
  /** @param workTypeId - `default` for all others */
  setScreenScheme(workTypeScreenSchemeId: string, workTypeId: string, screenSchemeId: string): Promise<void>;
}

/** Screen ids by what they are for; `default` where nothing else is said. */
export interface ScreenScheme extends Resource {
  screens: { default: string; create?: string; edit?: string; view?: string };
}
