// People who open the link of a grant's survey in their chats, and answer on the page that the chat leads to.
import { pino } from 'pino';
import { formRoutes } from '../../../api/forms/routes.ts';
import { buildServer } from '../../../api/server.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import type { TranscriptChat } from '../transcript/chat.ts';

/** The pages over the same database as the chats, and what they logged. */
export async function openPages(ctx: EngineContext) {
  const lines: string[] = [];
  const app = await buildServer({
    ...{ checks: {}, adminApiKey: 'a-key-of-no-matter-here', ctx },
    limits: { lag: 60_000, perAddress: 1_000_000, perKey: 1_000_000 },
    log: pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) }),
    open: [formRoutes(ctx, false)],
  });
  return {
    log: () => lines.join(''),
    close: () => app.close(),
    /** @param page an address as the chat gave it @returns the status and the place that it leads to */
    answer: async (page: string, fields: Readonly<Record<string, string>>) => {
      const { pathname, search } = new URL(page);
      const sent = await app.inject({
        ...{ method: 'POST', url: pathname + search, payload: new URLSearchParams({ ...fields }).toString() },
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      });
      return { status: sent.statusCode, to: sent.headers.location ?? '' };
    },
  };
}

export type Pages = Awaited<ReturnType<typeof openPages>>;

/** The address behind a button of the newest messages. */
export function pageIn(chat: TranscriptChat, label: string): string {
  const shown = [...chat.shown].reverse().flatMap(({ message }) => (message.buttons ?? []).flat());
  const action = shown.find((each) => each.label.key === label)?.action;
  if (!action || !('url' in action)) throw new Error(`no page behind ${label} among ${chat.buttons}`);
  return action.url;
}

/** Somebody whom nobody knows opens the link of a survey. @returns the address of its page */
export async function openedSurvey(chat: TranscriptChat, survey: string): Promise<string> {
  await chat.say(`/start gs_${survey}`);
  if (chat.keys.every((key) => key !== 'surveys:chat.offer')) await chat.tap('common:language.ru');
  return pageIn(chat, 'surveys:button.answer');
}
