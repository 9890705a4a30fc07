// What is wrong with the surroundings (environment, token, database address) as opposed to a bug: shown as it is,
// without a stack trace, and never retried. Thrown by configuration.ts and by the processes while they start.

/** `problems` are whole sentences for the person who starts Qadam; they never hold a secret. */
export class ConfigurationError extends Error {
  readonly problems: readonly string[];

  constructor(...problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'ConfigurationError';
    this.problems = problems;
  }
}
