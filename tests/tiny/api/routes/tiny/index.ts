// The routes of the tiny programme, mounted at /v1/tiny.
import Type from 'typebox';
import { list } from '../../../../../api/routes/factories/list.ts';
import { word } from '../../../../../api/routes/parts.ts';
import { holds } from '../../../../../engine/kernel/actor.ts';
import { AppError } from '../../../../../engine/kernel/errors.ts';
import { allWalks, walkStates } from '../../../engine/programmes/tiny/programme.ts';

export const tags = [{ name: 'tiny', description: 'A walk that people join' }];

export const routes = list({
  path: '/walks',
  operationId: 'listWalks',
  tag: 'tiny',
  summary: 'Walks, the oldest first (operators)',
  filters: {},
  item: Type.Object({ id: Type.String(), state: word(walkStates), wish: Type.String() }),
  rows: (engine, actor, _wanted, page) => {
    if (!holds(actor, 'operator', 'all')) throw new AppError('forbidden', 'walks are for operators');
    return allWalks(engine, page);
  },
  show: ({ _id, state, wish }) => ({ id: _id, state, wish }),
});
