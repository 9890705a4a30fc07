// `npm start`: everything on one machine. What is launched and in which order; how is in launch.ts.
import type { ApplicationProcess } from './application-process.ts';
import { runLauncher } from './run-launcher.ts';

const processes: readonly ApplicationProcess[] = [
  { name: 'api', file: new URL('../../api/main.ts', import.meta.url), wanted: () => true },
  { name: 'worker', file: new URL('../../bot/worker.ts', import.meta.url), wanted: () => true },
  {
    name: 'participant',
    file: new URL('../../bot/participant.ts', import.meta.url),
    wanted: ({ participantBotToken }) => participantBotToken !== undefined,
  },
  {
    name: 'staff',
    file: new URL('../../bot/staff.ts', import.meta.url),
    wanted: ({ staffBotToken }) => staffBotToken !== undefined,
  },
];

await runLauncher(processes);
