// The plan of a grant project as it is written: read as data or as a workbook, and taken over from an annex in JSON or a workbook. Every
// fault of a file is named at once.
import Type from 'typebox';
import { AppError } from '../../../engine/kernel/errors.ts';
import {
  type Imported,
  importPlan,
  Plan,
  planCounts,
  planOf,
  readAnnex,
  readWorkbook,
  refuseStrangers,
  seenProject,
  writeWorkbook,
} from '../../../engine/programmes/grant/programme.ts';
import { tableTypes } from '../../../engine/reference/import/read-table.ts';
import { plainText } from '../../../locales/texts.ts';
import { actorOf, commandOf, languageOf, unwrap } from '../asking.ts';
import { described, type Routes } from '../factories/route.ts';
import { closed, idParams } from '../parts.ts';

const LARGEST_FILE = 5 * 1024 ** 2;
const XLSX = tableTypes.xlsx;

const counts = Type.Object({
  ...{
    tasks: Type.Integer(),
    sections: Type.Integer(),
    activities: Type.Integer(),
    indicators: Type.Integer(),
  },
});

const read = {
  ...described({
    operationId: 'readGrantPlan',
    tag: 'grant',
    summary: 'The plan in force, or the draft before there is one',
  }),
  params: idParams,
  querystring: Type.Object(
    { format: Type.Optional(Type.Union([Type.Literal('json'), Type.Literal('xlsx')])) },
    closed,
  ),
  response: {
    200: {
      content: {
        'application/json': { schema: Plan },
        [XLSX]: { schema: Type.String({ format: 'binary' }) },
      },
    },
  },
};

const take = {
  ...described({
    operationId: 'importGrantPlan',
    tag: 'grant',
    summary: 'Take a plan over from an annex in JSON or a workbook; all faults at once (the project’s lead)',
  }),
  params: idParams,
  body: { content: { 'application/json': { schema: Type.Unknown() }, [XLSX]: { schema: Type.Unknown() } } },
  response: { 200: counts },
};

export const plan: Routes = (engine) => async (app) => {
  app.addContentTypeParser(XLSX, { parseAs: 'buffer', bodyLimit: LARGEST_FILE }, (_, body, done) =>
    done(null, body),
  );
  app.get('/projects/:id/plan', { schema: read as object }, async (request, reply) => {
    const actor = actorOf(request);
    refuseStrangers(actor);
    const { id } = request.params as { id: string };
    const found = planOf(await seenProject(engine, actor, id));
    if ((request.query as { format?: string }).format !== 'xlsx') return found;
    return reply.type(XLSX).send(await writeWorkbook(found));
  });
  app.post('/projects/:id/plan', { schema: take as object, bodyLimit: LARGEST_FILE }, async (request) => {
    const actor = actorOf(request);
    refuseStrangers(actor);
    const { id } = request.params as { id: string };
    await seenProject(engine, actor, id);
    const file: unknown = request.body;
    const imported = Buffer.isBuffer(file) ? await readWorkbook(file) : readAnnex(file);
    if (!imported.plan) throw refusalOf(imported, languageOf(request));
    unwrap(await importPlan(engine, commandOf(request), id, imported.plan));
    return planCounts(imported.plan);
  });
};

const refusalOf = ({ faults }: Imported, language: Parameters<typeof plainText>[1]): AppError =>
  new AppError(
    'invalid-input',
    `${faults.length} faults in the plan`,
    faults.map(({ pointer, value, hint }) => ({ pointer, value, hint: plainText(hint, language) })),
  );
