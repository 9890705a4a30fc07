// The universities whose students may take part: reference data of the operator.
import type { EngineContext } from '../../engine/programmes/context.ts';
import { universityList } from '../../engine/reference/universities.ts';
import { referenceRoutes } from '../reference.ts';

export const universityRoutes = (engine: EngineContext) =>
  referenceRoutes(engine, universityList, {
    one: 'University',
    many: 'Universities',
    title: 'Universities',
  });
