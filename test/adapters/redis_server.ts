import { isInstalled } from '../../examples/downloader/installed.ts';

export { type RedisServer, startRedis } from '../../examples/worker/redis.ts';

/** Whether tests that need a real Redis can run; says so where they cannot, and fails where they must. */
export function canRunRedis(): boolean {
  if (isInstalled('redis-server')) return true;
  if (process.env.OTEL_MEDIA_REQUIRE_STACK === '1') throw new Error('redis-server is not installed');
  process.stderr.write('SKIPPED: tests against a real Redis, as redis-server is not installed\n');
  return false;
}
