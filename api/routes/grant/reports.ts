// Reports of grant projects: made and sent by the lead, decided by the project's chief manager, downloaded by both sides.
import Type, { type Static } from 'typebox';
import { documentFormats } from '../../../engine/documents/kind.ts';
import { languages } from '../../../engine/kernel/languages.ts';
import {
  decideReport,
  type GrantReport,
  makeReport,
  openReport,
  refuseStrangers,
  reportKinds,
  reportStates,
  reportsSeenBy,
  reportVersion,
  seenProject,
  seenReport,
  sendReport,
} from '../../../engine/programmes/grant/programme.ts';
import { fileOf } from '../../downloads/document-file.ts';
import { handedOut } from '../../downloads/download.ts';
import { pageAnswer, pageQuery, pageRequest, pageSchema } from '../../pagination.ts';
import { actorOf, commandOf, languageOf, unwrap } from '../asking.ts';
import { decision } from '../factories/decision.ts';
import { described, type Routes, together } from '../factories/route.ts';
import { civilDay, closed, id, idParams, iso, isoOrNull, moment, nullable, reason, word } from '../parts.ts';

const row = Type.Object({
  ...{ id, project: id, no: Type.Integer(), kind: word(reportKinds), state: word(reportStates) },
  ...{ planVersion: Type.Integer(), percent: Type.Integer(), on: civilDay },
  docId: Type.String({ description: 'The same for the same content; on every page of the document.' }),
  ...{ madeAt: moment, sentAt: nullable(moment), decidedAt: nullable(moment) },
  comment: nullable(Type.String()),
});

const rowOf = (report: GrantReport): Static<typeof row> => ({
  ...{ id: report._id, project: report.project, no: report.no, kind: report.kind, state: report.state },
  ...{ planVersion: report.version, percent: report.percent, on: report.on, docId: report.docId },
  ...{ madeAt: iso(report.madeAt), sentAt: isoOrNull(report.sentAt) },
  decidedAt: isoOrNull(report.decision?.at ?? null),
  comment: report.decision?.comment ?? null,
});

const tag = 'grant';

const listed: Routes = (engine) => async (app) => {
  const schema = {
    ...described({
      operationId: 'listGrantReports',
      tag,
      summary: 'Reports of a project, the newest first',
    }),
    params: idParams,
    querystring: Type.Object(pageQuery, closed),
    response: { 200: pageSchema(row) },
  };
  app.get('/projects/:id/reports', { schema: schema as object }, async (request) => {
    const page = pageRequest(request.query as { limit?: number; cursor?: string });
    const { id: project } = request.params as { id: string };
    return pageAnswer(await reportsSeenBy(engine, actorOf(request), { project }, page), rowOf);
  });
};

const made: Routes = (engine) => async (app) => {
  const schema = {
    ...described({
      operationId: 'makeGrantReport',
      tag,
      summary: 'Make a report of how the project stands now (the project’s lead)',
    }),
    params: idParams,
    body: Type.Object({ kind: word(reportKinds) }, closed),
    response: { 200: row },
  };
  app.post('/projects/:id/reports', { schema: schema as object }, async (request) => {
    const actor = actorOf(request);
    refuseStrangers(actor);
    const { id: project } = request.params as { id: string };
    await seenProject(engine, actor, project);
    const { kind } = request.body as { kind: (typeof reportKinds)[number] };
    const report = unwrap(await makeReport(engine, commandOf(request), project, kind));
    return rowOf((await seenReport(engine, actor, report)).report);
  });
};

const binary = Type.Unsafe<unknown>({ type: 'string', format: 'binary' });

const file: Routes = (engine) => async (app) => {
  const schema = {
    ...described({
      operationId: 'downloadGrantReport',
      tag,
      summary:
        'A report as PDF or DOCX in the contract’s form, or its evidence as a ZIP archive with a manifest',
    }),
    params: idParams,
    querystring: Type.Object(
      { format: word(documentFormats), language: Type.Optional(word(languages)) },
      closed,
    ),
    response: { 200: { description: 'The file.', content: { '*/*': { schema: binary } } } },
  };
  app.get('/reports/:id/file', { schema: schema as object }, async (request, reply) => {
    const actor = actorOf(request);
    refuseStrangers(actor);
    const { format, language } = request.query as {
      format: (typeof documentFormats)[number];
      language?: (typeof languages)[number];
    };
    const document = await openReport(engine, actor, (request.params as { id: string }).id);
    return handedOut(reply, await fileOf(document, format, language ?? languageOf(request)));
  });
};

const see = async (...[engine, actor, report]: Parameters<typeof seenReport>) => {
  refuseStrangers(actor);
  return reportVersion((await seenReport(engine, actor, report)).report);
};
const show = async (...[engine, actor, report]: Parameters<typeof seenReport>) =>
  rowOf((await seenReport(engine, actor, report)).report);

export const reports = together(
  listed,
  made,
  file,
  decision({
    ...{ path: '/reports', verb: 'sending', operationId: 'sendGrantReport', tag },
    summary: 'Send a report to the grantor (the project’s lead)',
    body: Type.Object({}, closed),
    answer: row,
    ...{ see, show },
    decide: (engine, command, report) => sendReport(engine, command, report),
  }),
  decision({
    ...{ path: '/reports', operationId: 'decideGrantReport', tag },
    summary: 'Accept a report, or return it (the project’s chief manager)',
    body: Type.Union([
      Type.Object({ accept: Type.Literal(true) }, closed),
      Type.Object({ accept: Type.Literal(false), comment: reason }, closed),
    ]),
    answer: row,
    ...{ see, show },
    decide: (engine, command, report, body) => decideReport(engine, command, { report, ...body }),
  }),
);
