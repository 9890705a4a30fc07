// The order of test files: those known to be long first, so that no core waits at the end for one that began late, and
// each project in one piece, so that its workers are kept. The same order on every machine and in every run.
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { longest } from '../../projects.ts';

const projects: readonly string[] = ['system', 'services', 'pure'];

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const placed = files.map((file) => ({ file, place: placeOf(file) }));
    return placed.sort((a, b) => compare(a.place, b.place)).map(({ file }) => file);
  }
}

type Place = readonly [project: number, rank: number, file: string];

function placeOf({ project, moduleId }: TestSpecification): Place {
  const file = moduleId.slice(project.config.root.length + 1);
  const rank = longest.indexOf(file);
  return [projects.indexOf(project.name), rank === -1 ? longest.length : rank, file];
}

const compare = (a: Place, b: Place): number =>
  a[0] - b[0] || a[1] - b[1] || (a[2] < b[2] ? -1 : Number(a[2] > b[2]));
