// Protocols, for whoever may see them: as data with the hash that they are known by, and as a document to print and sign.
import Type from 'typebox';
import { seeProtocol } from '../../../engine/commissions/see.ts';
import { languages } from '../../../engine/kernel/languages.ts';
import { openProtocol } from '../../../engine/programmes/contest/programme.ts';
import { fileOf } from '../../downloads/document-file.ts';
import { handedOut } from '../../downloads/download.ts';
import { actorOf, languageOf, tagged, unwrap } from '../asking.ts';
import { described, type Routes } from '../factories/route.ts';
import { closed, idParams, iso, moment, word } from '../parts.ts';

const tag = 'contest';
const number = Type.Optional(
  Type.Integer({ minimum: 1, maximum: 1_000, description: 'An earlier one; the newest where left out.' }),
);
const params = idParams;
const read = {
  ...described({ operationId: 'readContestProtocol', tag, summary: 'The protocol of a sitting, as data' }),
  ...{ params, querystring: Type.Object({ number }, closed) },
  response: {
    200: Type.Object({
      ...{ number: Type.Integer(), at: moment, hash: Type.String() },
      protocol: Type.Unsafe<unknown>({ description: 'Texts by key; members and nominees by id.' }),
    }),
  },
};
const file = {
  ...described({ operationId: 'downloadContestProtocol', tag, summary: 'The same as a PDF' }),
  params,
  querystring: Type.Object({ number, language: Type.Optional(word(languages)) }, closed),
  response: {
    200: {
      description: 'The document.',
      content: { 'application/pdf': { schema: Type.Unsafe<unknown>({ type: 'string', format: 'binary' }) } },
    },
  },
};

export const protocols: Routes = (engine) => async (app) => {
  app.get('/protocols/:id', { schema: read }, async (request, reply) => {
    const actor = actorOf(request);
    // Only a sitting of the contest, and only for whoever may see it.
    unwrap(await openProtocol(engine, actor, request.params.id, request.query.number));
    const kept = unwrap(await seeProtocol(engine, actor, request.params.id, request.query.number));
    tagged(reply, kept.hash).header('cache-control', 'no-store');
    return { number: kept.number, at: iso(kept.at), hash: kept.hash, protocol: kept.protocol };
  });

  app.get('/protocols/:id/document', { schema: file }, async (request, reply) => {
    const { language = languageOf(request), number: wanted } = request.query;
    const opened = unwrap(await openProtocol(engine, actorOf(request), request.params.id, wanted));
    const name = `${opened.name}-${language}.pdf`;
    return handedOut(reply, { ...(await fileOf(opened, 'pdf', language)), name });
  });
};
