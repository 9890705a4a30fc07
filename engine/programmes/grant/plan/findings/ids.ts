// Ids name tasks, activities and indicators in evidence and reports: each stands once.
import type { Plan } from '../shape.ts';
import { type Finding, fault } from './finding.ts';

export function idFindings({ tasks }: Plan): readonly Finding[] {
  const seen = new Set<string>();
  return idsOf(tasks).flatMap(({ id, pointer }) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [fault('id-twice', pointer, { id })];
  });
}

/** Tasks, activities and indicators each have ids of their own kind. */
const idsOf = (tasks: Plan['tasks']) => [
  ...tasks.map(({ id }, at) => ({ id, pointer: `/tasks/${at}/id` })),
  ...tasks.flatMap(({ activities }, at) =>
    activities.flatMap(({ id, indicators }, index) => {
      const here = `/tasks/${at}/activities/${index}`;
      const within = indicators.map((each, n) => ({ id: each.id, pointer: `${here}/indicators/${n}/id` }));
      return [{ id, pointer: `${here}/id` }, ...within];
    }),
  ),
];
