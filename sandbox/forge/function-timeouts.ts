import { PAGE_TYPES, RULE_TYPES, type ParsedManifest } from './manifest-schema.ts';
import type { Queue } from './proxy/queue.ts';

type Modules = ParsedManifest['modules'];

/** Longest time of a function that is not read by a queue or a schedule. Source: Forge, "Invocation limits". */
const SHORT_SECONDS = 25;
const USUAL_ASYNC_SECONDS = 55;

/**
 * What `forge lint` would refuse about `timeoutSeconds`, one sentence each: a function has time of its own only for
 * consumers and scheduled triggers, and more than 25 seconds only if nothing else uses it.
 * Source: @forge/lint, function-timeout-linter.
 */
export function timeoutProblems(modules: Modules): string[] {
  const long = new Set([...modules.consumer, ...modules.scheduledTrigger].map(module => module.function));
  return modules.function.flatMap(({ key, timeoutSeconds }) => {
    if (timeoutSeconds === undefined || (long.has(key) && timeoutSeconds <= SHORT_SECONDS)) return [];
    return shortUsersOf(modules, key).map(
      user =>
        `modules.function ${key}: timeoutSeconds is ${String(timeoutSeconds)}, and ${user} uses the function too. ` +
        'Only functions of consumers and scheduled triggers may set it.',
    );
  });
}

/** The queues of the manifest. */
export function queuesOf(modules: Modules): Queue[] {
  return [...new Set(modules.consumer.map(({ queue }) => queue))].map(name => {
    const readers = modules.consumer.filter(({ queue }) => queue === name).map(consumer => consumer.function);
    const isLong = modules.function.some(
      ({ key, timeoutSeconds = 0 }) => readers.includes(key) && timeoutSeconds > USUAL_ASYNC_SECONDS,
    );
    return { name, isLong };
  });
}

/** The modules that call the function and wait no longer than 25 seconds for it. */
function shortUsersOf(modules: Modules, functionKey: string): string[] {
  const triggers = modules.trigger.map(module => ({ ...module, type: 'trigger' }));
  const validators = modules['jira:workflowValidator'].map(module => ({
    ...module,
    type: 'jira:workflowValidator',
  }));
  const pages = [...PAGE_TYPES, ...RULE_TYPES].flatMap(type =>
    modules[type].map(({ key, resolver }) => ({ key, type, function: resolver?.function })),
  );
  return [...triggers, ...validators, ...pages]
    .filter(module => module.function === functionKey)
    .map(({ type, key }) => `${type} ${key}`);
}
