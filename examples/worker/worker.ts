// The worker: runs what is on the queue. Started by main.ts as
//
//   node --import otel-media/register examples/worker/worker.ts

import { type Job, UnrecoverableError, Worker } from 'bullmq';
import { diagnose, reportError } from 'otel-media';
import { instrumentBullmqProcessor } from 'otel-media/adapters/bullmq';
import { CONCURRENCY, connection, type JobData, QUEUE } from './queue.ts';
import { runDownload, runVideoInfo } from './run_job.ts';

const worker = new Worker<JobData>(QUEUE, instrumentBullmqProcessor(processor), {
  connection: connection(),
  concurrency: CONCURRENCY,
});
worker.on('error', (error) => reportError(error, { component: 'worker' }));
worker.once('ready', () => console.log('listening'));

// Waits for the jobs that are running, then ends by itself; telemetry is sent then.
process.once('SIGTERM', () => void worker.close());

async function processor(job: Job<JobData>): Promise<unknown> {
  try {
    return await (job.name === 'download' ? runDownload(job.data.link) : runVideoInfo(job.data.link));
  } catch (error) {
    // Trying again is for what may go better then.
    if (diagnose(error).retryable) throw error;
    throw Object.assign(new UnrecoverableError('not to be tried again'), { cause: error });
  }
}
