// Hostile drafts through the API: each is refused with the place and the hint, at once or by lint; nothing breaks, and
// nobody else waits.
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { shippedOf } from '../../../engine/editions/current.ts';
import { draftOf } from '../../../engine/editions/draft-content.ts';
import type { Actor } from '../../../engine/kernel/actor.ts';
import { openServer, type Server } from '../../api/resources/server.ts';
import { openStage } from '../../engine/editions/stage.ts';
import { heartbeat } from '../../support/hostile/computing.ts';
import { type HostileContent, hostileContents } from '../../support/hostile/contents.ts';
import { inCampaign } from '../../support/run/campaign.ts';
import { countOf } from '../../support/run/counts.ts';
import { holds } from '../../support/run/holds.ts';

const operator: Actor = { kind: 'key', id: 'operator', grants: [{ role: 'operator', scope: 'all' }] };
const SET = '/v1/rule-sets/credit.completion';
const LONGEST = 3_600_000;

const version = ['set', 'versions', '0'];
const requirement = [...version, 'requirements', '0'];
const figure = ['parameters', 'requiredMinutes'];
const parts = [
  ...[['set'], ['set', 'versions'], version, [...version, 'requirements'], requirement],
  ...[
    [...requirement, 'conditions'],
    [...requirement, 'conditions', 'all'],
    [...requirement, 'text'],
  ],
  ...[['parameters'], figure, [...figure, 'values'], [...figure, 'values', '0', 'value']],
  ...[['cases'], ['cases', 'credit.completion']],
];

let stage: Awaited<ReturnType<typeof openStage>>;
let server: Server;
let authorization: string;
beforeAll(async () => {
  stage = await openStage();
  server = await openServer(stage.ctx);
  authorization = await server.authorisationOf(operator);
}, 60_000);
afterAll(async () => {
  await server.close();
  await stage.close();
});

interface Refusal {
  readonly status: number;
  readonly detail: string;
  readonly errors: readonly { readonly pointer?: string; readonly detail?: string }[];
}

let wishes = 0;

/** How a content is refused: when it is sent, or by lint and the cases of the draft that it made. */
async function refusalOf({ json }: HostileContent): Promise<Refusal> {
  wishes += 1;
  const headers = {
    authorization,
    'content-type': 'application/json',
    'idempotency-key': `hostile-${wishes}`,
  };
  const sent = await server.app.inject({
    method: 'POST',
    url: `${SET}/drafts`,
    headers,
    payload: `{"content":${json}}`,
  });
  const body = sent.json();
  if (sent.statusCode !== 201)
    return { status: sent.statusCode, detail: body.detail, errors: body.errors ?? [] };
  const lint = await server.post(operator, `${SET}/drafts/${body.id}/lint`);
  const findings = lint.body.findings as { pointer: string; hint: string }[];
  return {
    status: lint.status,
    detail: '',
    errors: findings.map(({ pointer, hint }) => ({ pointer, detail: hint })),
  };
}

/** Milliseconds. */
const LONGEST_BLOCK = 100;

it('are refused with place and hint, and in a campaign are seen to block nobody', {
  timeout: LONGEST,
}, async () => {
  let longest = 0;
  const beats = heartbeat((milliseconds) => {
    longest = Math.max(longest, milliseconds);
  });
  const contents = hostileContents(draftOf(shippedOf('credit'), 'credit.completion'), parts);
  await holds(
    fc.asyncProperty(contents, async (content) => {
      beats.reset();
      longest = 0;
      const { status, detail, errors } = await refusalOf(content);
      if (inCampaign) expect(longest, content.what).toBeLessThan(LONGEST_BLOCK);
      expect(status, content.what).toBeLessThan(500);
      // Of what is too large nothing is read: there is no place in it to tell.
      if (status !== 413) expect(errors.length, `${content.what} is taken for good`).toBeGreaterThan(0);
      else expect(detail.length).toBeGreaterThan(3);
      for (const { pointer, detail: hint } of errors) {
        expect(pointer, content.what).toBeTypeOf('string');
        expect(hint?.length, content.what).toBeGreaterThan(3);
      }
    }),
    { numRuns: countOf('hostileDrafts'), endOnFailure: true },
  );
  beats.stop();
});
