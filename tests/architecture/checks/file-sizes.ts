// A file is one concept: past 300 lines it holds more than one.
import { type Check, filesIn, read } from './check.ts';

const LIMIT = 300;

export const fileSizes: Check = {
  name: `no file over ${LIMIT} lines`,
  run: () =>
    filesIn(['bot', 'engine', 'api', 'tests'], '.ts')
      .map((file) => ({ file, lines: read(file).split('\n').length - 1 }))
      .filter(({ lines }) => lines > LIMIT)
      .map(({ file, lines }) => `${file} has ${lines} lines: split it by what it is about`),
};
