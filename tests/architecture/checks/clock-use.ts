// Time comes from a Clock that is handed in, so that any moment can be played again.
import { type Check, filesIn, read } from './check.ts';

const CLOCKS = new Set(['engine/kernel/clock.ts', 'tests/support/telegram/clock.ts']);

export const clockUse: Check = {
  name: 'the machine clock is read in one place',
  run: () =>
    filesIn(['bot', 'engine', 'api', 'locales'], '.ts')
      .filter((file) => !CLOCKS.has(file) && !file.includes('/client/'))
      .flatMap((file) =>
        read(file)
          .split('\n')
          .flatMap((line, index) =>
            /\bDate\.now\(\)|\bnew Date\(\)/.test(line)
              ? [`${file}:${index + 1} reads the machine's clock: take a Clock`]
              : [],
          ),
      ),
};
