// The public vote: totals with what is odd, and rosters of colleges. Who voted for whom is shown to nobody.
import Type from 'typebox';
import { AppError } from '../../../engine/kernel/errors.ts';
import { importRoster, voterStandings, votesShownTo } from '../../../engine/programmes/contest/programme.ts';
import { actorOf, commandOf, unwrap } from '../asking.ts';
import type { Routes } from '../factories/route.ts';
import { civilDay, closed, idParams, iso, moment, nullable, visible, word } from '../parts.ts';
import { editionId } from './parts.ts';

const tags = ['contest'];
const stage = word(['college', 'region']);
const signals = Type.Object({
  bursts: Type.Array(Type.Object({ from: moment, votes: Type.Integer() })),
  alike: Type.Integer({ description: 'Counted votes of accounts that look like one person.' }),
  fresh: Type.Integer({ description: 'Counted votes of accounts registered within the hour before.' }),
});
const shown = Type.Object({
  ...{ stage, counted: Type.Integer(), outside: Type.Integer({ description: 'Shown apart, weight 0.' }) },
  percent: Type.Integer({ description: 'Of the counted votes at the place.' }),
  weight: Type.Integer({ description: 'Among the criteria of the commission; 0: shown only.' }),
  signals: nullable(signals),
});
const read = {
  ...{
    operationId: 'readContestVotes',
    tags,
    summary: 'Votes for a nominee, as far as the edition shows them',
  },
  params: idParams,
  querystring: Type.Object({ stage: Type.Optional(stage) }, closed),
  response: { 200: shown },
};
const line = Type.Object(
  {
    name: Type.String({ minLength: 3, maxLength: 200, ...visible }),
    birthDate: civilDay,
    standing: word(voterStandings),
  },
  closed,
);
const roster = {
  ...{ operationId: 'importContestRoster', tags },
  summary:
    'Import the roster of a college; names are kept as keyed hashes only (the college’s responsible person)',
  body: Type.Object(
    {
      edition: editionId,
      college: Type.String({ pattern: '^[a-z0-9-]{1,20}$' }),
      entries: Type.Array(line, { minItems: 1, maxItems: 5_000 }),
    },
    closed,
  ),
  response: { 200: Type.Object({ added: Type.Integer(), known: Type.Integer() }) },
};

export const votes: Routes = (engine) => async (app) => {
  app.get('/votes/:id', { schema: read }, async (request) => {
    const found = await votesShownTo(engine, actorOf(request), request.params.id, request.query.stage);
    if (!found) throw new AppError('forbidden', 'this edition shows the votes to the commission only');
    const { signals: odd, ...totals } = found;
    return {
      ...totals,
      signals: odd && {
        ...odd,
        bursts: odd.bursts.map(({ from, votes: n }) => ({ from: iso(from), votes: n })),
      },
    };
  });

  app.post('/rosters', { schema: roster }, async (request) =>
    unwrap(await importRoster(engine, commandOf(request), request.body)),
  );
};
