// What the scripts of a project's events share: buttons with their words, and how a list or a survey is named.
import { type Button, type Text, text } from '../../../../engine/kernel/message.ts';
import type { Reason, TextParams } from '../../../../engine/kernel/result.ts';
import {
  activityNamed,
  type Plan,
  planOf,
  projectOf,
  themeParams,
} from '../../../../engine/programmes/grant/programme.ts';
import type { Outcome } from '../../../dialogue/step.ts';
import { goButton, reasonTexts } from '../../../dialogue/steps/call.ts';
import { menuButton } from '../../shared/endings.ts';
import type { GrantTalk } from '../grant-talk.ts';

export const eventButton = (label: string, go: string, argument = '', params?: TextParams): Button =>
  goButton(`grant-events:button.${label}`, go, argument, params);

export const eventsButton = (project: string): Button => eventButton('events', 'grant.events', project);

/** The last word of a dialogue, with buttons that lead on. */
export const ended = (texts: readonly Text[], ...buttons: readonly Button[]): Outcome => ({
  texts,
  buttons: [...buttons, menuButton()].map((each) => [each]),
  next: 'end',
});

export const said = (key: string, params?: TextParams): Text => text(`grant-events:${key}`, params);

export const refusedWith =
  (...buttons: readonly Button[]) =>
  (reasons: readonly Reason[]): Outcome =>
    ended(reasonTexts(reasons), ...buttons);

/** The plan of the project that something belongs to; whoever comes by a link sees no more of it than names. */
export const planBehind = async (
  { env }: GrantTalk,
  { project }: { readonly project: string },
): Promise<Plan> => planOf(await projectOf(env, project));

export const placeParams = (plan: Plan, activity: string): TextParams => ({
  ...themeParams(plan),
  ...activityNamed(plan, activity),
});
