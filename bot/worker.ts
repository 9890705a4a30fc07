// The worker: carries outboxes, sends deliveries, runs timers and recurring jobs. Several may run side by side.
import { createJobs } from '../engine/jobs/jobs.ts';
import { LocalNudge } from '../engine/jobs/nudge.ts';
import { sharedRateLimiter } from '../engine/jobs/shared-rate-limiter.ts';
import { programmes } from '../engine/programmes/registry.ts';
import { partsOf } from '../engine/programmes/rooms.ts';
import { calendarWatch } from '../engine/reference/manifest.ts';
import { type RunningProcess, runProcess } from '../engine/runtime/child.ts';
import type { ResolvedConfiguration } from '../engine/runtime/configuration.ts';
import { openEngine } from '../engine/runtime/engine.ts';
import { ledgerPart } from '../engine/runtime/keep-erasures.ts';
import type { Logger } from '../engine/runtime/logger.ts';
import { serveMetrics } from '../engine/runtime/metrics/listen.ts';
import { openMetrics } from '../engine/runtime/metrics/metrics.ts';
import { addTextsOf } from '../locales/texts.ts';
import { webPublisher } from './adapters/web/announce.ts';
import { webPort } from './adapters/web.ts';
import { telegramBot } from './channels.ts';
import { keptMedia } from './delivery/kept-media.ts';
import { createSender } from './delivery/sender.ts';

runProcess({ name: 'worker', start: startWorker });

async function startWorker(config: ResolvedConfiguration, log: Logger): Promise<RunningProcess> {
  const nudge = new LocalNudge();
  const { ctx, close } = await openEngine(config, nudge.nudge, programmes);
  const telegram = {
    participant: telegramBot(config, 'participant', log),
    staff: telegramBot(config, 'staff', log),
  };
  const limiter = sharedRateLimiter(config.redisUrl);
  const publisher = webPublisher(config.redisUrl);
  const web = webPort(ctx, publisher);
  addTextsOf(ctx.programmes);
  const warnOfYears = (years: readonly number[]) =>
    log.error({ years }, 'the working calendar is confirmed by nobody: due dates may be wrong');
  const jobs = createJobs({
    ctx,
    nudge,
    redis: config.redisUrl,
    parts: [...partsOf(ctx), ledgerPart(config.erasureLedger), calendarWatch(warnOfYears)],
    deliver: createSender({
      ctx,
      portOf: ({ desk, channel }) => (channel === 'web' ? web : (telegram[desk]?.port ?? null)),
      loadMedia: keptMedia(ctx),
      log,
      limiter,
    }),
    log,
  });
  const metrics = openMetrics({ node: true, ctx });
  metrics.relay(() => jobs.counts());
  const scrapes = await serveMetrics(config, metrics, ctx);
  jobs.start();
  return {
    stop: async () => {
      await scrapes.close();
      await jobs.stop();
      publisher.disconnect();
      limiter.close();
      await close();
    },
  };
}
