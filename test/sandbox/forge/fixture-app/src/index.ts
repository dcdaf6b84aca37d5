/** An app that does one thing of each kind, so that the tests see how the host serves it. */
export { resolver } from './resolver';
export { consume, onIssue, onLifeCycle, sweep, validator } from './modules';
