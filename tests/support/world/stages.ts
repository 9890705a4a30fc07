// Which channels a world has, and who is where: one channel for everybody, or all three at once, as in life.
import type { EngineContext } from '../../../engine/programmes/context.ts';
import type { Stage } from './channel.ts';
import { openTelegram } from './telegram-channel.ts';
import { openWeb } from './web-channel.ts';

/** Each with everybody in it. */
export const worldKinds = ['grammY', 'Telegraf', 'web'] as const;
/** `all`: participants on grammY's bot, staff on Telegraf's, and whoever prefers it in the web chat. */
export type WorldKind = (typeof worldKinds)[number] | 'all';

export interface Stages {
  readonly all: readonly Stage[];
  /** Where somebody is, by the name of their chat. */
  readonly of: (name: string) => Stage;
}

interface Wanted {
  /** Where the bots reach Telegram, given its own address. */
  readonly through?: ((root: string) => Promise<string>) | undefined;
  /** Who is in the web chat where there are all channels. */
  readonly inWebChat: readonly string[];
  /** Listens in between a channel and everybody who uses it. */
  readonly staged?: ((stage: Stage) => Stage) | undefined;
}

export async function openStages(
  kind: WorldKind,
  ctx: EngineContext,
  { through, inWebChat, staged = (stage) => stage }: Wanted,
): Promise<Stages> {
  if (kind === 'all') {
    const telegram = staged(await openTelegram({ participant: 'grammY', staff: 'Telegraf' }, through));
    const web = staged(await openWeb(ctx));
    return { all: [telegram, web], of: (name) => (inWebChat.includes(name) ? web : telegram) };
  }
  const one = staged(
    kind === 'web' ? await openWeb(ctx) : await openTelegram({ participant: kind, staff: kind }, through),
  );
  return { all: [one], of: () => one };
}
