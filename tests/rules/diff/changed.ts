// Edits nobody planned: a sound state of a programme's rules, and the same with something altered in a random place.
import fc from 'fast-check';
import { Compile } from 'typebox/compile';
import type { Edition } from '../../../engine/editions/edition.ts';
import { shippedEditions } from '../../../engine/editions/shipped.ts';
import { caseFileSchema } from '../../../engine/rules/schema/case-file.ts';
import { parameterFileSchema } from '../../../engine/rules/schema/parameter-file.ts';
import { ruleSetFileSchema } from '../../../engine/rules/schema/rule-set-file.ts';

type Node = Record<string, unknown> | unknown[];

const shapes = {
  parameters: Compile(parameterFileSchema),
  set: Compile(ruleSetFileSchema),
  cases: Compile(caseFileSchema),
};

/** A few alterations of an edition; some may come to nothing, or be the same twice. */
export const alteration = fc
  .record({
    edition: fc.constantFrom(...shippedEditions()),
    steps: fc.array(fc.record({ where: fc.nat(), how: fc.nat() }), { minLength: 1, maxLength: 4 }),
  })
  .map(({ edition, steps }) => ({
    ...{ before: edition, after: steps.reduce(altered, edition) },
    [fc.toStringMethod]: () => `${edition.programme} ${JSON.stringify(steps)}`,
  }));

/** The edition with one place altered; as it was, where its shape forbids that. */
function altered(
  edition: Edition,
  { where, how }: { readonly where: number; readonly how: number },
): Edition {
  const { parameters, sets, cases } = edition;
  const content = structuredClone({ parameters, sets, cases }) as unknown as Record<string, unknown>;
  const places = placesIn(content);
  const place = places[where % places.length];
  if (!place) return edition;
  alter(place.parent, place.key, how);
  return isShaped(content) ? { ...edition, ...(content as object) } : edition;
}

const isShaped = (content: Record<string, unknown>): boolean =>
  shapes.parameters.Check(content.parameters) &&
  Object.values(content.sets ?? [0]).every((each) => shapes.set.Check(each)) &&
  Object.values(content.cases ?? [0]).every((each) => shapes.cases.Check(each));

interface Place {
  readonly parent: Node;
  readonly key: string;
}

function placesIn(node: unknown): readonly Place[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, child]) => [{ parent: node as Node, key }, ...placesIn(child)]);
}

/** Takes out, swaps with the next, or makes it another value of its kind. */
function alter(parent: Node, key: string, how: number): void {
  const value: unknown = Reflect.get(parent, key);
  if (how % 3 === 0) {
    if (Array.isArray(parent)) parent.splice(Number(key), 1);
    else Reflect.deleteProperty(parent, key);
  } else if (how % 3 === 1 && Array.isArray(parent)) {
    const next = Number(key) + 1;
    if (next < parent.length) [parent[next - 1], parent[next]] = [parent[next], parent[next - 1]];
  } else if (typeof value === 'number') Reflect.set(parent, key, value + 1 + (how % 5));
  else if (typeof value === 'boolean') Reflect.set(parent, key, !value);
  else if (typeof value === 'string') Reflect.set(parent, key, key === 'from' ? '2031-05-06' : `${value}x`);
}
