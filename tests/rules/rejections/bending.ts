// How a rejection is described, and the ways to bend the sample in one place.
import { leafOf, type Sample } from '../sample-sources.ts';

export interface Rejection {
  readonly what: string;
  readonly bend: (sample: Sample) => unknown;
  readonly code: string;
  readonly file?: string;
  readonly pointer: string;
}

export const FIRST = '/versions/0/requirements/0/conditions';
export const LEAF = `${FIRST}/all/0`;
export const PARAMS = 'club/params.json';
export const good = { fact: 'club.member', operator: 'is', value: true, name: 'club.not-member' };

export const root = (conditions: unknown) => (bent: Sample) => {
  const requirement = bent.set.versions[0]?.requirements[0];
  if (requirement !== undefined) requirement.conditions = conditions as Record<string, unknown>;
};
export const WHEN = '/versions/0/requirements/0/when';
export const when = (conditions: unknown) => (bent: Sample) =>
  Object.assign(bent.set.versions[0]?.requirements[0] ?? {}, { when: conditions });
export const bendLeaf = (change: object) => (bent: Sample) => Object.assign(leafOf(bent), change);
export const drop = (key: string) => (bent: Sample) => Reflect.deleteProperty(leafOf(bent), key);
export const bendEnough = (values: readonly object[]) => (bent: Sample) => {
  Object.assign(bent.parameters.enough, { values });
};
export const dated = (from: string, more: object = {}) => ({
  from,
  value: 1,
  status: 'inForce',
  source: { document: 'sample', section: '1' },
  ...more,
});
export const versions =
  (...dates: readonly object[]) =>
  (bent: Sample) => {
    const [first] = bent.set.versions;
    Object.assign(bent.set, { versions: dates.map((each) => ({ ...first, ...each })) });
  };

export function nested(depth: number): unknown {
  return Array.from({ length: depth - 1 }).reduce<unknown>((inner) => ({ all: [inner] }), good);
}
