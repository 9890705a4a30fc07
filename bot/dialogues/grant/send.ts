// Evidence is sent: activity, indicator, proof, figures, date, place. Asked is only what the indicator needs: what is known beforehand is
// left out by the effects between the questions.
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { type Dialogue, dialogue } from '../../dialogue/step.ts';
import { ask } from '../../dialogue/steps/ask.ts';
import { attach } from '../../dialogue/steps/attach.ts';
import { call, say } from '../../dialogue/steps/call.ts';
import { choose } from '../../dialogue/steps/choose.ts';
import { review } from '../../dialogue/steps/review.ts';
import { civilDate } from '../fields/civil-date.ts';
import { freeText } from '../fields/free-text.ts';
import { wholeNumber } from '../fields/whole-number.ts';
import { pageLink } from './fields/page-link.ts';
import { teamOnly } from './grant-talk.ts';
import { afterProof, begin, chosenIndicator, chosenKind, chosenPart } from './steps/evidence-effects.ts';
import {
  activityOptions,
  indicatorOptions,
  kindOptions,
  partOptions,
  shareOptions,
} from './steps/evidence-options.ts';
import { reviewFacts, send, sent, sentRefused } from './steps/evidence-sent.ts';

const FIGURE = wholeNumber({ least: 1, most: 1_000_000_000 });

export const sendEvidenceDialogue: Dialogue<EngineContext> = dialogue('grant.send', { version: 1 }, [
  teamOnly('grant.send', 'grant-lead', 'grant-manager', 'grant-pr'),
  say('begin', begin),
  choose('activity', activityOptions, 'grant:send.which-activity', { none: 'grant:send.nothing' }),
  choose('indicator', indicatorOptions, 'grant:send.which-indicator', { none: 'grant:send.nothing' }),
  say('indicator-known', chosenIndicator),
  choose('part', partOptions, 'grant:send.which-part'),
  say('part-known', chosenPart),
  choose('kind', kindOptions, 'grant:send.which-kind'),
  say('kind-known', chosenKind),
  attach('photos', 'grant:send.photos', { kinds: ['photo'], most: 10 }),
  attach('video', 'grant:send.video', { kinds: ['video'], most: 3 }),
  attach('papers', 'grant:send.papers', { kinds: ['document', 'photo'], most: 10 }),
  ask('link', pageLink, 'grant:send.link'),
  say('proof-known', afterProof),
  ask('quantity', FIGURE, 'grant:send.quantity'),
  ask('people', FIGURE, 'grant:send.people'),
  ask('participant', wholeNumber({ least: 1, most: 1000 }), 'grant:send.participant'),
  ask('date', civilDate('past'), 'grant:send.date'),
  ask('place', freeText({ least: 2, most: 200 }), 'grant:send.place', { optional: true }),
  choose('share', shareOptions, 'grant:send.share'),
  review('review', 'grant:send.review', undefined, {
    facts: reviewFacts,
    button: 'grant:button.send',
    change: ['date', 'place', 'quantity', 'people', 'link'].map((step) => ({
      step,
      label: `grant:change.${step}`,
    })),
  }),
  call('send', send, { ok: sent, refused: sentRefused }),
]);
