// Every line of a programme's acceptance list is a test, whose name holds its id as a whole word; or it is said to be open.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Check, filesIn, read, root } from '../check.ts';
import type { AcceptanceList } from './list.ts';
import { titlesIn } from './titles.ts';

const FOLDER = 'tests/acceptance';
const ID = /\b[A-Z]-\d{2,3}\b/g;

const counts: string[] = [];

export const acceptance: Check = {
  name: 'every line of an acceptance list is a test',
  run: async () => {
    const tested = testedIds();
    const faults: string[] = [];
    counts.length = 0;
    for (const file of readdirSync(join(root, FOLDER)).filter((each) => each.endsWith('.ts'))) {
      const { list } = (await import(pathToFileURL(join(root, FOLDER, file)).href)) as {
        list: AcceptanceList;
      };
      faults.push(...faultsOf(list, tested).map((fault) => `${FOLDER}/${file}: ${fault}`));
      const { ids, open, later } = list;
      const done = ids.length - open.length - later.length;
      counts.push(
        `${file.replace('.ts', '')} ${done} of ${ids.length}, ${open.length} open, ${later.length} later`,
      );
    }
    return faults;
  },
  note: () => counts.join('; '),
};

/** Ids in the titles of all tests. */
function testedIds(): ReadonlySet<string> {
  const sources = filesIn(['tests'], '.test.ts').map(read);
  const titles = sources.filter((source) => source.search(ID) >= 0).flatMap(titlesIn);
  return new Set(titles.flatMap((title) => title.match(ID) ?? []));
}

/** @returns what is wrong with a list beside the ids that tests hold */
export function faultsOf(
  { ids, open, later }: AcceptanceList,
  tested: ReadonlySet<string>,
): readonly string[] {
  const untested = new Set([...open, ...later]);
  const letters = new Set(ids.map((id) => id[0]));
  const strange = [...tested].filter((id) => letters.has(id[0]) && !ids.includes(id));
  return [
    ...ids.filter((id) => !tested.has(id) && !untested.has(id)).map((id) => `no test holds ${id}`),
    ...[...untested]
      .filter((id) => tested.has(id))
      .map((id) => `${id} has a test: take it off the open ones`),
    ...[...untested].filter((id) => !ids.includes(id)).map((id) => `${id} is open, and no id of the list`),
    ...open.filter((id) => later.includes(id)).map((id) => `${id} is both open and later`),
    ...strange.map((id) => `a test holds ${id}, which is no id of the list`),
  ];
}
