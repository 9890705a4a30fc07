// The programmes of this system, one line each, and what the events of the parts that they share lead to.
import { commissionEvents } from '../commissions/events.ts';
import { broadcastEvents } from '../notify/broadcasts/feed-broadcasts.ts';
import { organisationEvents } from '../organisations/notices.ts';
import { guardianTell } from '../people/guardian-notices.ts';
import { noteRequest } from '../people/join-asking.ts';
import { joinTell } from '../people/join-notices.ts';
import { tellAgeDoubted, tellWithdrawn } from '../people/notices.ts';
import { checkLater } from '../people/signature-check.ts';
import { signatureTell } from '../people/signature-notices.ts';
import type { StoredEvent } from '../store/owned.ts';
import type { EngineContext } from './context.ts';
import { credit, peopleTell } from './credit/programme.ts';
import { carryJoin } from './joining.ts';
import type { EventHandling, Population, Programme } from './programme.ts';

export const programmes: readonly Programme[] = [credit];

/** Whom a rule set judges; none where its programme keeps nobody yet. */
export const populationOf = (set: string): Population | undefined =>
  programmes.flatMap(({ populations = [] }) => populations).find((each) => each.set === set);

/** Each programme that needed the consent ends what may not go on without it. */
async function endWithConsent(ctx: EngineContext, { id, data }: StoredEvent): Promise<void> {
  for (const { personal } of programmes) {
    if (personal.purposes.includes(String(data.purpose)))
      await personal.consentEnded(ctx, String(data.person), `event/${id}`);
  }
}

const told = Object.entries({ ...peopleTell, ...guardianTell, ...signatureTell, ...joinTell }).map(
  ([type, tell]): [string, EventHandling] => [type, { tell }],
);

/** Events of people and organisations. Identity is told by the programme whose participants wait for it. */
export const sharedEvents: Readonly<Record<string, EventHandling>> = {
  'people.registered': {},
  'people.consent-given': {},
  'people.signature-unsettled': {
    react: (ctx, { id, data }) => checkLater(ctx, String(data.person), id.replaceAll('/', '.')),
  },
  'people.age-doubted': { tell: tellAgeDoubted },
  'people.join-asked': { react: noteRequest },
  'people.join-accepted': {
    react: (ctx, { data }) => carryJoin(ctx, programmes, String(data.person), String(data.join)),
  },
  'people.erasure-asked': {},
  'people.erased': {},
  'people.consent-withdrawn': { react: endWithConsent, tell: tellWithdrawn },
  ...Object.fromEntries(told),
  ...organisationEvents,
  ...broadcastEvents,
  // Whoever is concerned is notified by the programme that formed the commission.
  ...Object.fromEntries(commissionEvents.map(({ type }): [string, EventHandling] => [type, {}])),
};
