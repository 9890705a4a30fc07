// The API process: pages, secure forms, the web chat, the admin API and Telegram's webhooks on one port.
import { setTimeout as delay } from 'node:timers/promises';
import { openConversation } from '../bot/conversing.ts';
import { measuredConversation } from '../bot/measured-conversation.ts';
import { remoteNudge } from '../engine/jobs/nudge.ts';
import { programmes } from '../engine/programmes/registry.ts';
import { type RunningProcess, runProcess } from '../engine/runtime/child.ts';
import type { ResolvedConfiguration } from '../engine/runtime/configuration.ts';
import { seedDemo } from '../engine/runtime/demo/seed.ts';
import { openEngine } from '../engine/runtime/engine.ts';
import type { Logger } from '../engine/runtime/logger.ts';
import { openMetrics } from '../engine/runtime/metrics/metrics.ts';
import { seedAnswers, seedSurveys } from '../engine/surveys/seed.ts';
import { onTextProblem } from '../locales/texts.ts';
import { bootstrapKey } from './auth/bootstrap.ts';
import { chatRoutes } from './chat/routes.ts';
import type { MiniAppBots } from './forms/mini-app.ts';
import { formRoutes } from './forms/routes.ts';
import { openHealthChecks } from './health-checks.ts';
import { pageRoutes } from './pages/routes.ts';
import { pagesOf, tagsOf } from './routes/found.ts';
import { resourceRoutes } from './routes/resources.ts';
import { telegramRoutes } from './routes/telegram.ts';
import { buildServer } from './server.ts';
import { sharedCounts } from './shared-counts.ts';
import { verifyRoutes } from './verify/routes.ts';
import { openWebChat } from './web-chat.ts';
import { openWebhooks } from './webhooks.ts';

/** Long enough for a balancer to notice that the process is not ready any more, before it refuses anybody. */
const DRAINED_WITHIN_MS = 1_000;

runProcess({ name: 'api', start: startApi });

async function startApi(config: ResolvedConfiguration, log: Logger): Promise<RunningProcess> {
  onTextProblem((problem) => log.error(problem, 'a text is defective'));
  const nudge = remoteNudge(config.redisUrl);
  const engine = await openEngine(config, nudge.nudge, programmes);
  const { ctx } = engine;
  if (config.demo) {
    await seedDemo(ctx);
    await seedAnswers(ctx);
    ctx.nudge();
  }
  await seedSurveys(ctx);
  if (config.adminApiKey === undefined) await bootstrapKey(ctx, config.dataDirectory);
  const health = openHealthChecks(ctx.db, config.redisUrl);
  const metrics = openMetrics({ node: false, ctx });
  const conversation = measuredConversation(await openConversation(ctx, config.tapPause), metrics.turned);
  const webhooks = openWebhooks(config, ctx, conversation, log);
  const chat = openWebChat(config, engine, conversation, log);
  const counts = sharedCounts(config.redisUrl);
  const server = await buildServer({
    ctx,
    log,
    counts: counts.store,
    checks: health.checks,
    metrics,
    adminApiKey: config.adminApiKey,
    behindProxy: config.publicUrl !== undefined,
    resources: [await resourceRoutes(ctx)],
    tags: await tagsOf(ctx.programmes),
    open: [
      pageRoutes(config.demo),
      formRoutes(ctx, config.demo, ctx.links.app ? botsOf(config) : null, ctx.signatures ?? null),
      chatRoutes(chat.parts),
      verifyRoutes(ctx),
      await pagesOf(ctx),
      telegramRoutes(webhooks.channels),
    ],
  });
  const address = await server.listen({ host: config.host, port: config.port });
  await webhooks.start();
  return {
    address,
    stop: async () => {
      health.drain();
      await delay(DRAINED_WITHIN_MS);
      await server.close();
      await webhooks.stop();
      await chat.stop();
      counts.close();
      health.close();
      nudge.close();
      await engine.close();
    },
  };
}

const botsOf = ({ participantBotToken, staffBotToken }: ResolvedConfiguration): MiniAppBots => ({
  tokenOf: (desk) => (desk === 'participant' ? participantBotToken : staffBotToken),
});
