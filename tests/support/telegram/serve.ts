// Runs the local Bot API server by itself, for development: npx tsx tests/support/telegram/serve.ts [port]
// Prints the root for TELEGRAM_API_ROOT and the tokens it knows; loopback only, everything is lost when it stops.
import { startBotApi } from './index.ts';

const DEFAULT_PORT = 8081;

const api = await startBotApi({ port: Number(process.argv[2] ?? DEFAULT_PORT) });
const bots = [
  {
    variable: 'PARTICIPANT_BOT_TOKEN',
    fallback: '1000001:local-participant',
    username: 'local_participant_bot',
  },
  { variable: 'STAFF_BOT_TOKEN', fallback: '1000002:local-staff', username: 'local_staff_bot' },
];
console.log(`TELEGRAM_API_ROOT=${api.root}`);
for (const { variable, fallback, username } of bots) {
  const { token } = api.addBot({ token: process.env[variable] || fallback, username, name: username });
  console.log(`${variable}=${token}`);
}
process.once('SIGINT', () => void api.close());
process.once('SIGTERM', () => void api.close());
