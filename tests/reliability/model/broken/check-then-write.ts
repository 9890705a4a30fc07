// Broken on purpose: a command looks at the document, decides, and writes without asking that the document still is as
// it was. Of two that decide at once the later one undoes the earlier: a fourth interview, a second participation,
// hours confirmed and returned, a chain of the audit that forks.
import { owners } from '../world/worker.ts';
import type { Variant } from '../world/world.ts';

const names = new Set(owners.map(({ name }) => name));

export const checkThenWrite: Variant = {
  store: (request, proceed) => {
    if (request.method === 'updateOne' && names.has(request.collection)) {
      const filter = request.args[0] as { readonly v?: unknown };
      const { v: _version, ...unguarded } = filter;
      request.args[0] = unguarded;
    }
    return proceed();
  },
};
