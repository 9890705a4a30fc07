// Who may do what with grant projects, of those whom the matrix knows: none of them has a part in grants but the operator.
// The grant programme's own roles are in tests/api/grant.
import { type Expectation, get, list, operators, post } from './expecting.ts';

export const grants: readonly Expectation[] = [
  list('/grant/projects', operators),
  get('/grant/projects/export', () => '/grant/projects/export?format=csv', { may: operators }),
  get('/grant/projects/:id', (of) => `/grant/projects/${of.grantProject}`, { may: operators }),
  get('/grant/projects/:id/plan', (of) => `/grant/projects/${of.grantProject}/plan`, { may: operators }),
  post('/grant/projects/:id/plan', (of) => `/grant/projects/${of.grantProject}/plan`, {
    may: [],
    sees: operators,
  }),
  get('/grant/projects/:id/attendance', (of) => `/grant/projects/${of.grantProject}/attendance`, {
    may: operators,
  }),
  get('/grant/projects/:id/surveys', (of) => `/grant/projects/${of.grantProject}/surveys`, {
    may: operators,
  }),
  post('/grant/projects/:id/manager', (of) => `/grant/projects/${of.grantProject}/manager`, {
    may: operators,
    body: (of) => ({ manager: of.studentA }),
  }),
  get('/grant/projects/:id/reports', (of) => `/grant/projects/${of.grantProject}/reports`, {
    may: operators,
  }),
  post('/grant/projects/:id/reports', (of) => `/grant/projects/${of.grantProject}/reports`, {
    may: [],
    sees: operators,
    body: () => ({ kind: 'interim' }),
  }),
  get('/grant/reports/:id/file', (of) => `/grant/reports/${of.grantReport}/file?format=docx&language=ru`, {
    may: operators,
  }),
  post('/grant/reports/:id/sending', (of) => `/grant/reports/${of.grantReport}/sending`, {
    may: [],
    sees: operators,
  }),
  post('/grant/reports/:id/decision', (of) => `/grant/reports/${of.grantReport}/decision`, {
    may: [],
    sees: operators,
    body: () => ({ accept: true }),
  }),
  list('/grant/evidence', operators),
  get('/grant/evidence/export', () => '/grant/evidence/export?format=csv', { may: operators }),
  post('/grant/evidence/:id/decision', (of) => `/grant/evidence/${of.grantEvidence}/decision`, {
    may: [],
    sees: operators,
    body: () => ({ accept: true }),
  }),
];
