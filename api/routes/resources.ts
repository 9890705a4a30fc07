// Every resource beneath /v1: one line each.
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { EngineContext } from '../../engine/programmes/context.ts';
import { auditRoutes } from './audit.ts';
import { checkpointRoutes } from './audit-checkpoints.ts';
import { broadcastRoutes } from './broadcasts.ts';
import { calendarRoutes } from './calendar-days.ts';
import { consentRoutes } from './consents.ts';
import { deadUpdateRoutes } from './dead-updates.ts';
import { factRoutes } from './facts.ts';
import { guardianRoutes } from './guardians.ts';
import { hoursRoutes } from './hours.ts';
import { interviewRoutes } from './interviews.ts';
import { notificationRoutes } from './notifications.ts';
import { organisationRoutes } from './organisations.ts';
import { parameterRoutes } from './parameters.ts';
import { participantRoutes } from './participants.ts';
import { participationRoutes } from './participations.ts';
import { payoutRoutes } from './payouts.ts';
import { projectRoutes } from './projects.ts';
import { recreditRoutes } from './recredits.ts';
import { regionRoutes } from './regions.ts';
import { reportRoutes } from './reports.ts';
import { ruleChangeRoutes } from './rule-changes.ts';
import { ruleCountRoutes } from './rule-counts.ts';
import { ruleDraftRoutes } from './rule-drafts.ts';
import { ruleReviewRoutes } from './rule-reviews.ts';
import { ruleSetRoutes } from './rule-sets.ts';
import { ruleSimulationRoutes } from './rule-simulations.ts';
import { staffRoutes } from './staff.ts';
import { universityRoutes } from './universities.ts';

export const resourceRoutes =
  (engine: EngineContext): FastifyPluginAsyncTypebox =>
  async (app) => {
    const resources = [
      ruleSetRoutes(engine),
      ruleDraftRoutes(engine),
      ruleReviewRoutes(engine),
      ruleChangeRoutes(engine),
      ruleCountRoutes(engine),
      ruleSimulationRoutes(engine),
      factRoutes(engine),
      parameterRoutes(engine),
      participantRoutes(engine),
      consentRoutes(engine),
      staffRoutes(engine),
      guardianRoutes(engine),
      universityRoutes(engine),
      regionRoutes(engine),
      calendarRoutes(engine),
      organisationRoutes(engine),
      projectRoutes(engine),
      interviewRoutes(engine),
      participationRoutes(engine),
      hoursRoutes(engine),
      reportRoutes(engine),
      payoutRoutes(engine),
      recreditRoutes(engine),
      auditRoutes(engine),
      checkpointRoutes(engine),
      notificationRoutes(engine),
      deadUpdateRoutes(engine),
      broadcastRoutes(engine),
    ];
    for (const each of resources) await app.register(each);
  };
