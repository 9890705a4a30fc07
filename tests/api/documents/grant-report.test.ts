// A grant's report from its making to its acceptance: over the API and by the one-time link, in both formats and as an archive.
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { formRoutes } from '../../../api/forms/routes.ts';
import { ManualClock } from '../../../engine/kernel/clock.ts';
import { openSecureForm } from '../../../engine/people/secure-forms.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import {
  decideReport,
  makeReport,
  reportDocument,
  reportOf,
  seenReport,
  sendReport,
} from '../../../engine/programmes/grant/programme.ts';
import { codesOf, newCommand, unwrap } from '../../support/credit/cast.ts';
import { testContext } from '../../support/engine-context.ts';
import { acceptedEvidence, agreedProject, type Stage } from '../../support/grant/cast.ts';
import { pagesOf } from '../../support/pdf-text.ts';
import { giveBack, openStore } from '../../support/services/fresh-database.ts';
import { openServer, type Server } from '../resources/server.ts';

let ctx: EngineContext;
let server: Server;
let own: Stage;
let other: Stage;
let report: string;
beforeAll(async () => {
  ctx = testContext(await openStore(), new ManualClock('2025-06-20T06:00:00Z'));
  own = await agreedProject(ctx, 'own');
  other = await agreedProject(ctx, 'other');
  await acceptedEvidence(ctx, own, '1.1.1');
  server = await openServer(ctx, [formRoutes(ctx, false)]);
});
afterAll(async () => {
  await server.close();
  await giveBack(ctx.db);
});

const linkFor = (person: string) =>
  openSecureForm(ctx, {
    ...{ kind: 'document-form', person },
    about: { document: reportDocument.id, about: report },
  });
const download = (secret: string, format: string) =>
  server.app.inject({
    ...{ method: 'POST', url: `/forms/${secret}` },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: `language=ru&format=${format}`,
  });

it('G-17: only the lead makes a report, and nobody of another project sees it', async () => {
  const make = (actor: Stage['lead']) => makeReport(ctx, newCommand(actor), own.project, 'final');
  expect(codesOf(await make(own.president))).toEqual(['common.not-allowed']);
  expect(codesOf(await make(other.lead))).toEqual(['common.not-allowed']);
  report = unwrap(await make(own.lead));
  await expect(seenReport(ctx, other.lead, report)).rejects.toMatchObject({ code: 'not-found' });
});

it('G-17 G-52: the link hands the report out once, as PDF with its DOC ID, and to nobody who may not see it', async () => {
  const secret = await linkFor(own.president.id);
  const page = await server.app.inject({ url: `/forms/${secret}` });
  expect(page.body).toContain('value="docx"');
  const { docId } = await reportOf(ctx, report);
  const pdf = await download(secret, 'pdf');
  expect(pdf.headers['content-type']).toBe('application/pdf');
  expect((await pagesOf(pdf.rawPayload))[0]).toContain(`DOC ID ${docId}`);
  expect((await download(secret, 'pdf')).statusCode).toBe(410);
  const refusal = await download(await linkFor(other.lead.id), 'pdf');
  expect(refusal.statusCode).toBe(422);
  expect(refusal.body).not.toContain('%PDF');
});

it('G-17: the archive holds each accepted file under the name that the report gives it, and a manifest', async () => {
  const zip = unzipSync((await download(await linkFor(own.lead.id), 'zip')).rawPayload);
  expect(Object.keys(zip)).toEqual(['manifest.json', 'evidence/0001-1.1-photo-1.png']);
  const manifest = JSON.parse(strFromU8(zip['manifest.json'] ?? new Uint8Array()));
  expect(manifest.evidence).toMatchObject([
    { no: 1, indicators: ['1.1.1'], files: [{ path: 'evidence/0001-1.1-photo-1.png', type: 'image/png' }] },
  ]);
});

it('G-17: what is accepted afterwards changes no report that was made', async () => {
  const before = await reportOf(ctx, report);
  await acceptedEvidence(ctx, own, '1.1.1');
  expect((await reportOf(ctx, report)).base.evidence).toEqual(before.base.evidence);
});

it('G-44: the assigned manager alone decides, once; nothing follows an accepted final report', async () => {
  const manager = own.grantors['grant-chief-manager'];
  const accept = (actor: Stage['lead']) => decideReport(ctx, newCommand(actor), { report, accept: true });
  expect(codesOf(await accept(manager))).toEqual(['grant.report-not-sent']);
  expect(codesOf(await sendReport(ctx, newCommand(own.president), report))).toEqual(['common.not-allowed']);
  unwrap(await sendReport(ctx, newCommand(own.lead), report));
  const again = () => makeReport(ctx, newCommand(own.lead), own.project, 'interim');
  expect(codesOf(await again())).toEqual(['grant.report-waits']);
  expect(codesOf(await accept(own.lead))).toEqual(['common.not-allowed']);
  expect(codesOf(await accept(other.grantors['grant-chief-manager']))).toEqual(['common.not-allowed']);
  unwrap(await accept(manager));
  expect(codesOf(await accept(manager))).toEqual(['common.already-decided']);
  expect(codesOf(await again())).toEqual(['grant.report-final']);
});

it('G-44: a report that was returned is followed by another one', async () => {
  const first = unwrap(await makeReport(ctx, newCommand(other.lead), other.project, 'interim'));
  unwrap(await sendReport(ctx, newCommand(other.lead), first));
  const manager = newCommand(other.grantors['grant-chief-manager']);
  unwrap(await decideReport(ctx, manager, { report: first, accept: false, comment: 'Добавьте фото' }));
  const second = unwrap(await makeReport(ctx, newCommand(other.lead), other.project, 'interim'));
  expect((await reportOf(ctx, second)).no).toBe(2);
  expect(codesOf(await sendReport(ctx, newCommand(other.lead), first))).toEqual([
    'grant.report-sent-already',
  ]);
});
