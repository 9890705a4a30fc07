// Lets halted processes go on when the backup that halted them is over, or was killed: its standard input ends then.
// Started by halt-processes.ts with their numbers.
process.stdin.on('end', () => {
  for (const pid of process.argv.slice(2)) {
    try {
      process.kill(Number(pid), 'SIGCONT');
    } catch {
      // It has ended meanwhile.
    }
  }
});
process.stdin.resume();
process.stdout.write('watching\n');
