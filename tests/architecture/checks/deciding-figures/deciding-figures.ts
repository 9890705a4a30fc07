// Figures that decide something stand in the rules, with a date and a source, where an operator can change them; not in the code of a
// programme. What a figure in code may be otherwise stands in `quiet.ts`; each exception stands in `allowed.ts`, with its reason.
import { type Check, filesIn, read } from '../check.ts';
import { allowed } from './allowed.ts';
import { figuresIn } from './figures-in.ts';

/** Demos and samples play by the rules; a report's layout decides nothing. */
const ELSEWHERE = /\/(demo|sample|seeds|report)\//;

export const decidingFigures: Check = {
  name: 'figures that decide something stand in the rules',
  run: () => {
    const found = filesIn(['engine/programmes'], '.ts')
      .filter((file) => !ELSEWHERE.test(file))
      .flatMap((file) => figuresIn(read(file)).map((each) => ({ file, ...each })));
    const used = new Set<string>();
    const faults = found.flatMap(({ file, line, name, code }) => {
      const key = `${file.replace('engine/programmes/', '')} ${name}`;
      if (Object.hasOwn(allowed, key)) used.add(key);
      return Object.hasOwn(allowed, key)
        ? []
        : [`${file}:${line} decides by a figure of its own, \`${code}\`: make it a parameter (${key})`];
    });
    const idle = Object.keys(allowed).filter((key) => !used.has(key));
    return [...faults, ...idle.map((key) => `allowed.ts names ${key}, which is no figure any more`)];
  },
};
