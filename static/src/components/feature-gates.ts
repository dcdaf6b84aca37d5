/** What Atlaskit hears when it asks about an experiment: that it is off, as everywhere outside Atlassian's products. */
export default {
  checkGate: (): boolean => false,
  getExperimentValue: <T>(_experiment: string, _parameter: string, otherwise: T): T => otherwise,
};
