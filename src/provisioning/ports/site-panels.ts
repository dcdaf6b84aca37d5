/** Where the app's issue panels show. */
export interface SitePanels {
  /** Whether all tickets of the space show the app's panel, also those to come; undefined where Jira does not say. */
  showsPanel(projectId: string, moduleKey: string): Promise<boolean | undefined>;
  /** Makes them show it; harmless when they do. */
  showPanel(projectId: string, moduleKey: string): Promise<void>;
}
