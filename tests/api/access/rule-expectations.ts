// Who may do what with drafts and editions of rules: operators. Part of expectations.ts.
import { type Expectation, get, operators, post, type Rest } from './expecting.ts';

const ruleDraft = (step: string, rest: Partial<Rest> = {}): Expectation =>
  post(
    `/rule-sets/:id/drafts/:draft${step}`,
    (of) => `/rule-sets/credit.completion/drafts/${of.ruleDraft}${step}`,
    {
      may: operators,
      ...rest,
    },
  );

const ruleMigration = (step: string): Expectation =>
  post(
    `/rule-sets/:id/migrations/:migration/${step}`,
    (of) => `/rule-sets/credit.completion/migrations/${of.ruleMigration}/${step}`,
    { may: operators },
  );

/** In the order of a draft's life. */
export const rules: readonly Expectation[] = [
  get('/rule-sets/:id/drafts', () => '/rule-sets/credit.completion/drafts', { may: operators }),
  post('/rule-sets/:id/drafts', () => '/rule-sets/credit.completion/drafts', { may: operators }),
  post('/rule-sets/:id/rollback', () => '/rule-sets/credit.completion/rollback', {
    may: operators,
    body: () => ({ to: 0, from: '2027-01-01' }),
  }),
  get('/rule-sets/:id/editions', () => '/rule-sets/credit.completion/editions', { may: operators }),
  get('/rule-sets/:id/editions/:number', () => '/rule-sets/credit.completion/editions/0', { may: operators }),
  get('/rule-sets/:id/drafts/:draft', (of) => `/rule-sets/credit.completion/drafts/${of.ruleDraft}`, {
    may: operators,
  }),
  {
    ...ruleDraft(''),
    route: 'PATCH /v1/rule-sets/:id/drafts/:draft',
    body: () => ({ reason: 'For the matrix' }),
  },
  get('/rule-sets/:id/diff', () => '/rule-sets/credit.completion/diff?from=0&to=0', { may: operators }),
  get(
    '/rule-sets/:id/drafts/:draft/diff',
    (of) => `/rule-sets/credit.completion/drafts/${of.ruleDraft}/diff`,
    {
      may: operators,
    },
  ),
  post('/rule-sets/:id/count', () => '/rule-sets/credit.completion/count', {
    may: operators,
    body: () => ({}),
  }),
  ruleDraft('/count'),
  ruleDraft('/simulate'),
  ruleDraft('/lint'),
  ruleDraft('/cases'),
  get(
    '/rule-sets/:id/drafts/:draft/simulations/:simulation',
    (of) => `/rule-sets/credit.completion/drafts/${of.ruleDraft}/simulations/${of.ruleSimulation}`,
    { may: operators },
  ),
  get(
    '/rule-sets/:id/drafts/:draft/simulations/:simulation/events',
    (of) => `/rule-sets/credit.completion/drafts/${of.ruleDraft}/simulations/${of.ruleSimulation}/events`,
    { may: operators },
  ),
  post(
    '/rule-sets/:id/drafts/:draft/simulations/:simulation/cancel',
    (of) => `/rule-sets/credit.completion/drafts/${of.ruleDraft}/simulations/${of.ruleSimulation}/cancel`,
    { may: operators },
  ),
  get('/rule-sets/:id/migrations', () => '/rule-sets/credit.completion/migrations', { may: operators }),
  post('/rule-sets/:id/migrations', () => '/rule-sets/credit.completion/migrations', {
    may: operators,
    body: () => ({ to: '2027-01-01', before: '2020-01-01', reason: 'For the matrix' }),
  }),
  get(
    '/rule-sets/:id/migrations/:migration',
    (of) => `/rule-sets/credit.completion/migrations/${of.ruleMigration}`,
    { may: operators },
  ),
  ...['simulate', 'submit', 'approve', 'apply', 'withdraw'].map(ruleMigration),
  ruleDraft('/submit'),
  ruleDraft('/return'),
  ruleDraft('/approve'),
  ruleDraft('/publish'),
  ruleDraft('/withdraw'),
];
