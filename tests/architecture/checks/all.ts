// The checks, in the order in which they are worth reading.
import { acceptance } from './acceptance/acceptance.ts';
import type { Check } from './check.ts';
import { tool } from './check.ts';
import { clockUse } from './clock-use.ts';
import { decidingFigures } from './deciding-figures/deciding-figures.ts';
import { dependencies } from './dependencies.ts';
import { fileSizes } from './file-sizes.ts';
import { readFigures } from './read-figures.ts';
import { readmeCommands } from './readme-commands.ts';
import { sharedNames } from './shared-names.ts';
import { textKeys } from './text-keys.ts';
import { textParity } from './text-parity.ts';

export const checks: readonly Check[] = [
  // What was checked before is remembered: a second run takes a tenth of the time.
  tool('types', 'tsc', [
    '--noEmit',
    '--incremental',
    '--tsBuildInfoFile',
    '.cache/types.tsbuildinfo',
    '-p',
    '.',
  ]),
  tool('lint and format', 'biome', ['check', '--error-on-warnings', '.']),
  tool('import rules and cycles', 'depcruise', [
    '--config',
    '.dependency-cruiser.json',
    'bot',
    'engine',
    'api',
    'locales',
    'tests',
  ]),
  dependencies,
  fileSizes,
  sharedNames,
  clockUse,
  textParity,
  textKeys,
  tool('rule files', 'tsx', ['engine/rules/cli.ts', 'lint']),
  tool('rule cases', 'tsx', ['engine/rules/cli.ts', 'test']),
  acceptance,
  readFigures,
  decidingFigures,
  readmeCommands,
];
