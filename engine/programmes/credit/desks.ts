// Where the credit programme is to be met: the dialogues by which its desks enter it. The scripts lie in bot/dialogues.
import type { Programme } from '../programme.ts';

export const desks: Programme['desks'] = {
  participant: {
    join: 'credit.register',
    menu: [
      'credit.find',
      'credit.interviews',
      'credit.report-hours',
      'credit.send-report',
      'credit.request-recredit',
      'credit.identity',
      'credit.status',
    ],
    status: 'credit.status',
    secureForm: 'credit.identity',
  },
  staff: {
    menu: ['credit.project-new', 'org.projects'],
    hosts: { label: 'credit-staff:button.new-project', go: 'credit.project-new' },
  },
};
