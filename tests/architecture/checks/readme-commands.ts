// The commands that the README tells people to run exist.
import { type Check, read } from './check.ts';

const BUILT_IN = new Set(['start', 'test', 'ci', 'install']);

export const readmeCommands: Check = {
  name: 'README commands exist',
  run: () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = [...read('README.md').matchAll(/npm (?:run (?:-s )?)?([a-z][\w:-]*)/g)].map(
      (match) => match[1] ?? '',
    );
    return [...new Set(named)]
      .filter((name) => name !== 'run' && !(name in scripts) && !BUILT_IN.has(name))
      .map((name) => `README.md names "npm run ${name}", which package.json does not have`);
  },
};
