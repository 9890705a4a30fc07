// The colleges whose students the contest is for: reference data of the operator.
import type { EngineContext } from '../../engine/programmes/context.ts';
import { colleges } from '../../engine/reference/colleges.ts';
import { referenceRoutes } from '../reference.ts';

export const collegeRoutes = (engine: EngineContext) =>
  referenceRoutes(engine, colleges, { one: 'College', many: 'Colleges', title: 'Colleges' });
