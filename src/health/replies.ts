import type { HealthSummary } from './check_runner.ts';

/** A request, as far as it matters here. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly authorization: string | null | undefined;
}

/** An answer; always JSON. */
export interface Reply {
  readonly status: number;
  readonly body: object;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What everybody is told of health: the worst, and each check only where that is wanted. */
export function publicReply({ status, checks, at }: HealthSummary, withChecks: boolean): Reply {
  const states = Object.fromEntries([...checks].map(([name, one]) => [name, one.status]));
  return {
    status: status === 'critical' ? 503 : 200,
    body: { status, ...(withChecks && { checks: states }), timestamp: at.toISOString() },
  };
}

/** What those are told of health who may know all of it. */
export function detailedReply({ status, checks, at }: HealthSummary): Reply {
  const details = [...checks].map(([name, one]) => [
    name,
    {
      status: one.status,
      message: one.message ?? null,
      facts: one.facts ?? {},
      duration_seconds: Math.round(one.durationSeconds * 1000) / 1000,
      timestamp: one.at.toISOString(),
    },
  ]);
  return {
    status: status === 'critical' ? 503 : 200,
    body: { status, checks: Object.fromEntries(details), timestamp: at.toISOString() },
  };
}

/** RFC 6750, section 3: what was given is wrong, or nothing was given. */
export function unauthorized({ authorization }: Asked): Reply {
  const challenge = 'Bearer realm="otel-media"';
  return {
    status: 401,
    body: { error: 'a bearer token is needed' },
    headers: { 'www-authenticate': authorization ? `${challenge}, error="invalid_token"` : challenge },
  };
}
