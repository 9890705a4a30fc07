// The grant programme's block of the menu: a button for each project, with how far it is.
import { type Button, text } from '../../../engine/kernel/message.ts';
import {
  ownProjects,
  projectOf,
  standingOf,
  themeParams,
} from '../../../engine/programmes/grant/programme.ts';
import type { Block } from '../desk-part.ts';
import { reportRows } from './events/parts.ts';
import { button, type GrantTalk } from './grant-talk.ts';

/** More have a page of their own. */
const SHOWN = 5;

const registerRow = () => [button('register', 'grant.register')];

export const introduction = (): Block => ({ texts: [text('grant:welcome')], rows: [registerRow()] });

export async function menu(talk: GrantTalk): Promise<Block & { readonly taking: boolean }> {
  const own = ownProjects(talk.actor);
  const owed = await reportRows(talk);
  if (own.length === 0 && owed.length > 0)
    return { taking: true, texts: [text('grant-events:menu.report')], rows: owed };
  if (own.length === 0) return { taking: false, texts: [text('grant:menu.guest')], rows: [registerRow()] };
  return {
    taking: true,
    texts: [text('grant:menu.projects', { count: own.length })],
    rows: [...(await rowsFor(talk, own)), ...owed],
  };
}

async function rowsFor(talk: GrantTalk, own: readonly string[]): Promise<Button[][]> {
  const buttons = await Promise.all(
    own.slice(0, SHOWN).map(async (id) => {
      const { plan, progress } = await standingOf(talk.env, await projectOf(talk.env, id));
      return button('project-of', 'grant.project', id, { ...themeParams(plan), percent: progress.percent });
    }),
  );
  return buttons.map((each) => [each]);
}

export async function status(talk: GrantTalk): Promise<Block | null> {
  const own = ownProjects(talk.actor);
  if (own.length === 0) return null;
  const texts = await Promise.all(
    own.slice(0, SHOWN).map(async (id) => {
      const { plan, progress } = await standingOf(talk.env, await projectOf(talk.env, id));
      return text('grant:project.title', { ...themeParams(plan), percent: progress.percent });
    }),
  );
  return { texts, rows: await rowsFor(talk, own) };
}
