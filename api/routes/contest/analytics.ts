// An edition in figures, for departments their region's, for the Holding and operators all.
import Type from 'typebox';
import { analyticsSeenBy } from '../../../engine/programmes/contest/programme.ts';
import { actorOf } from '../asking.ts';
import type { Routes } from '../factories/route.ts';
import { closed, regionCode } from '../parts.ts';
import { editionId } from './parts.ts';
import { counted } from './publications.ts';

const place = {
  nominees: Type.Integer(),
  seats: Type.Integer({ description: 'Taken.' }),
  quota: Type.Integer(),
};
const answer = Type.Object({
  edition: Type.String(),
  colleges: Type.Array(Type.Object({ college: Type.String(), region: regionCode, ...place })),
  regions: Type.Array(
    Type.Object({ region: regionCode, ...place, winners: Type.Integer(), packagesSent: Type.Integer() }),
  ),
  laureates: Type.Integer(),
  publications: counted,
});
const schema = {
  ...{ operationId: 'readContestAnalytics', tags: ['contest'] },
  summary: 'Nominees and seats by college and region, packages, publications',
  querystring: Type.Object({ edition: editionId }, closed),
  response: { 200: answer },
};

export const analytics: Routes = (engine) => async (app) => {
  app.get('/analytics', { schema }, async (request) => {
    const { colleges, regions, ...rest } = await analyticsSeenBy(
      engine,
      actorOf(request),
      request.query.edition,
    );
    return {
      ...rest,
      colleges: colleges.map(({ at, ...figures }) => ({ college: at, ...figures })),
      regions: regions.map(({ at, ...figures }) => ({ region: at, ...figures })),
    };
  });
};
