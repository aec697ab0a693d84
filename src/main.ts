import { ConfigError, readConfig } from './config.ts';
import { ActionableError } from './errors.ts';

/** How long a graceful stop may take, once the drain is over, before the process ends anyway. */
const STOP_WITHIN_MS = 10_000;

try {
  const config = readConfig(process.argv[2]);
  // Loaded when the settings are good: a wrong one is told at once.
  const { start } = await import('./app.ts');
  const running = await start(config);
  let stopping = false;
  const stop = () => {
    if (stopping) process.exit(1);
    stopping = true;
    setTimeout(() => process.exit(1), STOP_WITHIN_MS + (config.mode === 'bot' ? config.drainMs : 0)).unref();
    running.stop().then(
      () => process.exit(0),
      (error: unknown) => fail(error),
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
} catch (error) {
  fail(error);
}

/** One line for what somebody can mend; a stack only for what nobody foresaw. */
function fail(error: unknown): void {
  if (error instanceof ConfigError) process.stderr.write(`${error.message}\n`);
  else if (error instanceof ActionableError) process.stderr.write(`${error.line}\n`);
  else process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
}
