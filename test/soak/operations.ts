import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  cookies,
  download,
  exec,
  healthReport,
  job,
  measure,
  play,
  reportError,
  resolveError,
  session,
  stage,
} from '../../src/index.ts';
import { attemptTotals } from '../../src/media/download/attempt_totals.ts';

/** One helper, run over and over with values that never come twice: whatever is kept for each of them would show. */
export interface SoakOperation {
  readonly name: string;
  /** What one run costs beside the others: a process cannot be started a million times. Default 1. */
  readonly weight?: number;
  run(at: number): unknown;
}

/** @param folder where files may be written */
export function soakOperations(folder: string): SoakOperation[] {
  const cookieFile = (at: number) => join(folder, `cookies-${at % 200}.txt`);
  return [
    {
      name: 'session',
      run: (at) => session({ links: [`https://media.example/${at}`], userId: `user-${at}` }, () => at),
    },
    {
      name: 'download',
      run: (at) =>
        download({ id: `video-${at}-abcdef`, url: `https://h${at}.example/v`, client: 'web' }, (attempt) => {
          attempt.progress(0.5);
          attempt.downloaded({ bytes: at, title: `title ${at}` });
        }),
    },
    {
      name: 'download that fails',
      run: (at) =>
        download({ id: `video-${at}-abcdef`, cookies: cookieFile(at), client: `client-${at % 5000}` }, () => {
          throw new Error(`HTTP Error 403: Forbidden for item ${at}`);
        }).catch(() => {}),
    },
    {
      name: 'cookies.check',
      weight: 10,
      run: (at) => {
        if (at < 200) writeFileSync(cookieFile(at), `.example.com\tTRUE\t/\tTRUE\t1999999999\tSID\t${at}\n`);
        return cookies.check(cookieFile(at), { userId: `user-${at}` });
      },
    },
    { name: 'exec', weight: 1000, run: (at) => exec('/bin/echo', [`${at}`]) },
    {
      name: 'reportError',
      run: (at) =>
        reportError(new Error(`failure number ${at} at /srv/media/${at}`), {
          component: `component-${at}`,
          context: { at },
        }),
    },
    {
      name: 'resolveError',
      run: (at) => {
        resolveError(reportError(new Error(`failure number ${at}`), { fingerprint: `print-${at}` }));
      },
    },
    {
      name: 'play',
      run: (at) => {
        const now = play({ station: `station-${at % 500}`, artist: `artist ${at}`, title: `title ${at}` });
        now.error(new Error(`stall ${at}`));
        now.end();
      },
    },
    {
      name: 'stage',
      run: (at) =>
        stage(`stage-${at}`, (one) => {
          one.processed({ bytesIn: at, bytesOut: at, files: 1 });
        }),
    },
    {
      name: 'job',
      run: async (at) => {
        const queue: object[] = [];
        const about = { queue: `queue-${at}`, type: `type-${at}`, id: `job-${at}`, payload: { at } };
        await job.enqueue(about, (payload) => queue.push(payload));
        await job.run(queue[0], () => at);
      },
    },
    { name: 'measure', run: (at) => measure(`app.number.${at}`, at, { attributes: { at: `${at}` } }) },
    {
      name: 'health totals',
      run: () =>
        healthReport(
          {
            tools: { ytDlpVersion: null, ffmpegAvailable: false },
            attempts: attemptTotals(),
            now: new Date(),
          },
          true,
        ),
    },
  ];
}
