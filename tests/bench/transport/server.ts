// A Bot API server that only answers, in a process of its own, so that its work is not counted as the client's.
// Usage: server.ts <latency in ms>; tells its port to its parent.
import { createServer } from 'node:http';

const latency = Number(process.argv[2] ?? 0);
const me = { id: 700041, is_bot: true, first_name: 'Bench', username: 'qadam_bench_bot', message_id: 1 };
const body = JSON.stringify({ ok: true, result: me });
const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };

const server = createServer((request, response) => {
  request.resume();
  request.on('end', () => {
    const answer = () => response.writeHead(200, headers).end(body);
    if (latency > 0) setTimeout(answer, latency);
    else answer();
  });
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.({ port: typeof address === 'object' ? address?.port : 0 });
});
process.once('disconnect', () => process.exit(0));
