import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Fixture, startFixture, theStack } from '../live.ts';

/** A load that runs. */
export interface Load {
  /** What to choose of the dashboard's variables. */
  readonly selected: Readonly<Record<string, readonly string[]>>;
  end(): Promise<void>;
}

/**
 * Starts the load of a dashboard, `loads/<key>.ts` of the fixtures. It does all that its dashboard shows, says what to choose
 * of the dashboard's variables (one value each, beyond the service, which is chosen here unless it says otherwise), and
 * runs on until it is told to end.
 */
export async function startLoad(key: string, service = `dashboard-${key}`): Promise<Load> {
  const folder = mkdtempSync(join(tmpdir(), 'otel-media-dashboard-'));
  const env = {
    OTEL_SERVICE_NAME: service,
    OTEL_MEDIA_STATE: folder,
    OTEL_MEDIA_ENVIRONMENT: 'test',
    OTEL_MEDIA_SERVICE_NAMESPACE: 'tests',
  };
  const fixture: Fixture = startFixture(`loads/${key}`, theStack().otlpHttp, env, [folder]);
  const { done: _done, ...said } = await fixture.said;
  return {
    selected: Object.fromEntries(
      Object.entries({ service, ...said }).map(([name, value]) => [name, [value]]),
    ),
    end: async () => {
      fixture.child.kill('SIGUSR2');
      await fixture.ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
