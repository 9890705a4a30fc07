// `npm run talk`: a dialogue in the terminal, on the data of the Qadam that runs here or on services of its own.
// `-- --as student` speaks for a person of the demo, `-- --desk staff` opens the staff desk. A number taps a button.
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { createJobs } from '../engine/jobs/jobs.ts';
import { LocalNudge } from '../engine/jobs/nudge.ts';
import { type ChatAddress, chatKey, type Desk } from '../engine/kernel/chat.ts';
import { newId } from '../engine/kernel/ids.ts';
import { programmes } from '../engine/programmes/registry.ts';
import { partsOf } from '../engine/programmes/rooms.ts';
import { demoPersonas } from '../engine/runtime/demo/personas.ts';
import { seedDemo } from '../engine/runtime/demo/seed.ts';
import { type Engine, openEngine } from '../engine/runtime/engine.ts';
import { joinServices } from '../engine/runtime/join-services.ts';
import { createLogger } from '../engine/runtime/logger.ts';
import { requireOperator } from '../engine/runtime/operator-setting.ts';
import type { StoreContext } from '../engine/store/context.ts';
import { latestMessages, nextOrder, type WebButton } from '../engine/store/web-chat.ts';
import { plainOfHtml } from '../locales/html.ts';
import { incomingOf, type Wish } from './adapters/web/incoming.ts';
import { webPort } from './adapters/web.ts';
import { listen, openConversation } from './conversing.ts';
import { keptMedia } from './delivery/kept-media.ts';
import { createSender } from './delivery/sender.ts';
import { endOnFailure } from './talk-failure.ts';

const LOOK_EVERY = 150;

const { values } = parseArgs({
  options: { as: { type: 'string' }, desk: { type: 'string', default: 'participant' } },
});
const log = createLogger({ name: 'talk', level: 'error', readable: true });
endOnFailure(log);
const services = await joinServices(process.env, (_name, line, kind) => {
  if (kind === 'event') console.error(line);
});
requireOperator(services.configuration.operator, services.configuration.demo);
const nudge = new LocalNudge();
const engine = await openEngine(services.configuration, nudge.nudge, programmes);
if (services.configuration.demo) await seedDemo(engine.ctx);
const address = await addressOf(engine);
const jobs = carryOn();
// Nothing moves under a finger here, and whoever types a number has read it.
const conversation = await openConversation(engine.ctx, 0);
const listening = listen(engine.ctx, conversation, address, webPort(engine.ctx, null), log);
const screen = new Map<string, number>();
let buttons: { readonly message: string; readonly button: WebButton }[] = [];

jobs.start();
const known = await latestMessages(engine.ctx, chatKey(address), 1);
if (known.length === 0) await send({ kind: 'start', payload: '' });
const looking = setInterval(
  () => void show().catch((error: unknown) => log.error({ err: error }, 'not shown')),
  LOOK_EVERY,
);
const lines = createInterface({ input: process.stdin, output: process.stdout });
for await (const line of lines) await take(line.trim());
clearInterval(looking);
await listening.stop();
await show();
await jobs.stop();
await engine.close();
await services.stop();
process.exit(0);

async function addressOf({ ctx }: Engine): Promise<ChatAddress> {
  const persona = (await demoPersonas(ctx)).find((each) => each.id === values.as);
  if (persona) return persona.address;
  if (values.as !== undefined) {
    const ids = (await demoPersonas(ctx)).map((each) => each.id).join(', ');
    console.error(`--as ${values.as}: the demo has ${ids}`);
    await engine.close();
    await services.stop();
    process.exit(2);
  }
  const desk: Desk = values.desk === 'staff' ? 'staff' : 'participant';
  return { desk, channel: 'web', chat: 'terminal' };
}

/** The worker's part, so that notices come also when no Qadam runs beside. */
function carryOn() {
  const { ctx } = engine;
  const port = webPort(ctx, null);
  const portOf = ({ channel }: ChatAddress) => (channel === 'web' ? port : null);
  const deliver = createSender({ ctx, portOf, loadMedia: keptMedia(ctx), log });
  return createJobs({
    ctx,
    nudge,
    redis: services.configuration.redisUrl,
    parts: partsOf(ctx),
    deliver,
    log,
  });
}

async function take(line: string): Promise<void> {
  const tapped = buttons[Number(line) - 1];
  if (!tapped) return line === '' ? undefined : send({ kind: 'text', text: line });
  const { url, data } = tapped.button;
  if (url) console.log(`→ ${url}`);
  else if (data) await send({ kind: 'tap', message: tapped.message, data });
}

async function send(wish: Wish): Promise<void> {
  const ctx: StoreContext = engine.ctx;
  const order = await nextOrder(ctx, chatKey(address));
  const arrived = {
    id: newId(),
    order,
    address,
    wish,
    ownMessage: null,
    languageTag: null,
    sentAt: ctx.clock.now(),
  };
  await listening.receiver.accept(incomingOf(arrived));
  await listening.receiver.idle();
  await show();
}

/** Writes what is new or has changed since the last look. */
async function show(): Promise<void> {
  for (const { seq, rev, from, html, buttons: rows } of await latestMessages(
    engine.ctx,
    chatKey(address),
    20,
  )) {
    const id = String(seq);
    if (from !== 'qadam' || screen.get(id) === rev) continue;
    screen.set(id, rev);
    const own = rows.flat().map((button) => ({ message: id, button }));
    if (own.length > 0) buttons = own;
    console.log(`\n${plainOfHtml(html)}`);
    for (const [index, { button }] of own.entries()) console.log(`  ${index + 1}  ${button.label}`);
  }
}
