// The routes of the tiny programme, mounted at /v1/tiny.
import Type from 'typebox';
import { exported, list } from '../../../../../api/routes/factories/list.ts';
import { together } from '../../../../../api/routes/factories/route.ts';
import { word } from '../../../../../api/routes/parts.ts';
import { type Actor, holds } from '../../../../../engine/kernel/actor.ts';
import { AppError } from '../../../../../engine/kernel/errors.ts';
import { text } from '../../../../../engine/kernel/message.ts';
import type { EngineContext } from '../../../../../engine/programmes/context.ts';
import type { PageRequest } from '../../../../../engine/store/page.ts';
import { plainText } from '../../../../../locales/texts.ts';
import { allWalks, type Walk, walkStates } from '../../../engine/programmes/tiny/programme.ts';

export const tags = [{ name: 'tiny', description: 'A walk that people join' }];

const rows = {
  path: '/walks',
  tag: 'tiny',
  filters: {},
  rows: (engine: EngineContext, actor: Actor, _wanted: unknown, page: PageRequest) => {
    if (!holds(actor, 'operator', 'all')) throw new AppError('forbidden', 'walks are for operators');
    return allWalks(engine, page);
  },
};

export const routes = together(
  list({
    ...rows,
    operationId: 'listWalks',
    summary: 'Walks, the oldest first (operators)',
    item: Type.Object({ id: Type.String(), state: word(walkStates), wish: Type.String() }),
    show: ({ _id, state, wish }) => ({ id: _id, state, wish }),
  }),
  exported({
    ...rows,
    operationId: 'exportWalks',
    summary: 'The same walks as a file',
    table: {
      name: 'walks',
      columns: [
        { title: 'tiny:export.wish', of: ({ wish }: Walk) => wish },
        {
          title: 'tiny:export.state',
          of: ({ state }, language) => plainText(text(`tiny:state.${state}`), language),
        },
      ],
    },
  }),
);
