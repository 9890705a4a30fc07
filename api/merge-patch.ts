// JSON Merge Patch (RFC 7396): what a client sends to change a part of a document.
import { pointerTo } from '../engine/kernel/json-pointer.ts';

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The document with the patch applied: null removes, an object goes deeper, everything else replaces. */
export function merged(document: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch;
  const result = new Map(Object.entries(isObject(document) ? document : {}));
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) result.delete(name);
    else result.set(name, merged(result.get(name), value));
  }
  return Object.fromEntries(result);
}

export interface Touched {
  /** JSON pointer. */
  readonly pointer: string;
  /** What stands there; undefined where nothing does. */
  readonly stands: unknown;
  readonly sent: unknown;
}

/** Every place that a patch would change, with what stands there and what was sent. */
export function touchedBy(document: unknown, patch: unknown, pointer = ''): readonly Touched[] {
  if (!isObject(patch)) return [{ pointer, stands: document, sent: patch }];
  const at = (name: string) =>
    isObject(document) && Object.hasOwn(document, name) ? document[name] : undefined;
  return Object.entries(patch).flatMap(([name, value]) =>
    touchedBy(at(name), value, pointerTo(pointer, name)),
  );
}
