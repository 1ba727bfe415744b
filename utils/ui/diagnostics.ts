import type { ConnectionView } from '../messaging/schemas/connection.ts';
import type { Health } from '../messaging/schemas/health.ts';
import type { RunData } from '../messaging/schemas/run.ts';

interface Facts {
  readonly version: string;
  readonly browser: string;
  readonly madeAt: string;
  readonly connection: ConnectionView;
  readonly health: Health;
  readonly runs: readonly RunData[];
}

/**
 * What helps whoever looks into a problem, as JSON: versions, numbers, states, codes. Every field is named here one by one, so
 * nothing personal can slip in: no name, no address, no domain, no token, no value of an error.
 */
export function diagnostics({ version, browser, madeAt, connection, health, runs }: Facts): string {
  const report = {
    version,
    browser,
    madeAt,
    connection: {
      nmbrs: connection.nmbrs && { customApi: connection.nmbrs.customApi, hasToken: connection.nmbrs.hasToken },
      javelo: connection.target && { profile: connection.target.profile, hasToken: connection.target.hasToken },
    },
    health: {
      schedule: health.schedule,
      nextRunAt: health.nextRunAt,
      pausedBecause: health.pausedBecause?.code ?? null,
      quarantine: health.quarantine && { code: health.quarantine.reason.code, since: health.quarantine.since },
      inEscrow: health.inEscrow,
      people: health.people,
    },
    runs: runs.map((run) => ({
      kind: run.kind,
      mode: run.mode,
      trigger: run.trigger,
      state: run.state,
      startedAt: run.startedAt,
      endedAt: run.endedAt,
      counts: run.counts,
      requests: run.requests,
      findings: run.findings.map(({ rule, verdict, count, of }) => ({ rule, verdict, count, of })),
      notices: run.notices.map(({ code }) => code),
      error: run.error?.code ?? null,
    })),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}
