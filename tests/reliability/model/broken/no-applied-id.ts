// Broken on purpose: documents do not remember which commands they have applied. A message that a channel delivers
// again, a tap that is tried again after a lost answer, takes effect a second time.
import type { Variant } from '../world/world.ts';

interface Update {
  readonly $push?: Record<string, unknown>;
}

export const noAppliedId: Variant = {
  store: (request, proceed) => {
    const [first, second] = request.args;
    if (request.method === 'insertOne' && isObject(first) && 'applied' in first)
      request.args[0] = { ...first, applied: [] };
    if (request.method === 'updateOne' && isObject(second)) request.args[1] = forgetful(second as Update);
    return proceed();
  },
};

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

function forgetful(update: Update): Update {
  if (!update.$push || !('applied' in update.$push)) return update;
  const { applied: _forgotten, ...kept } = update.$push;
  return { ...update, $push: kept };
}
