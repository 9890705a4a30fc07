// Every shared resource beneath /v1, one line each, and those of each programme beneath /v1/<programme>.
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { EngineContext } from '../../engine/programmes/context.ts';
import { verifyResource } from '../verify/routes.ts';
import { auditRoutes } from './audit.ts';
import { checkpointRoutes } from './audit-checkpoints.ts';
import { broadcastRoutes } from './broadcasts.ts';
import { calendarRoutes } from './calendar-days.ts';
import { certificateRoutes } from './certificates.ts';
import { collegeRoutes } from './colleges.ts';
import { consentRoutes } from './consents.ts';
import { deadLetterRoutes } from './dead-letters.ts';
import { decisionRoutes } from './decisions.ts';
import { factRoutes } from './facts.ts';
import { routesOf } from './found.ts';
import { guardianRoutes } from './guardians.ts';
import { notificationRoutes } from './notifications.ts';
import { organisationRoutes } from './organisations.ts';
import { parameterRoutes } from './parameters.ts';
import { participantRoutes } from './participants.ts';
import { regionRoutes } from './regions.ts';
import { reviewBulkRoutes } from './review-bulks.ts';
import { reviewRoutes } from './reviews.ts';
import { ruleChangeRoutes } from './rule-changes.ts';
import { ruleCountRoutes } from './rule-counts.ts';
import { ruleDraftRoutes } from './rule-drafts.ts';
import { ruleMigrationRoutes } from './rule-migrations.ts';
import { ruleReviewRoutes } from './rule-reviews.ts';
import { ruleSetRoutes } from './rule-sets.ts';
import { ruleSimulationRoutes } from './rule-simulations.ts';
import { staffRoutes } from './staff.ts';
import { surveyResultRoutes } from './survey-results.ts';
import { surveyResource } from './surveys.ts';
import { universityRoutes } from './universities.ts';

/** @throws AppError `configuration` for a programme without routes */
export async function resourceRoutes(engine: EngineContext): Promise<FastifyPluginAsyncTypebox> {
  // Found before the server starts: a plugin has little time.
  const found = await Promise.all(
    engine.programmes.map(async (each) => ({ prefix: `/${each.id}`, routes: await routesOf(each) })),
  );
  return async (app) => {
    const resources = [
      ruleSetRoutes(engine),
      ruleDraftRoutes(engine),
      ruleReviewRoutes(engine),
      ruleChangeRoutes(engine),
      ruleCountRoutes(engine),
      ruleSimulationRoutes(engine),
      ruleMigrationRoutes(engine),
      factRoutes(engine),
      parameterRoutes(engine),
      participantRoutes(engine),
      decisionRoutes(engine),
      consentRoutes(engine),
      staffRoutes(engine),
      guardianRoutes(engine),
      universityRoutes(engine),
      collegeRoutes(engine),
      regionRoutes(engine),
      calendarRoutes(engine),
      organisationRoutes(engine),
      reviewRoutes(engine),
      reviewBulkRoutes(engine),
      auditRoutes(engine),
      checkpointRoutes(engine),
      notificationRoutes(engine),
      deadLetterRoutes(engine),
      broadcastRoutes(engine),
      certificateRoutes(engine),
      verifyResource(engine),
      surveyResource(engine),
      surveyResultRoutes(engine),
    ];
    for (const each of resources) await app.register(each);
    for (const { prefix, routes } of found) await app.register(routes(engine), { prefix });
  };
}
