/**
 * Stands in for the client by which Atlaskit asks Atlassian's experiment service about features: outside Atlassian
 * every answer is "off", and nothing may be asked over the network.
 */
const FeatureGates = {
  initializeCompleted: () => false,
  checkGate: () => false,
  getExperimentValue: <T>(_experiment: string, _parameter: string, fallback: T): T => fallback,
};

export default FeatureGates;
