export { type BullmqQueue, bullmqPriority, type InstrumentBullmqOptions } from './bullmq_job.ts';
export { type InstrumentBullmqProcessorOptions, instrumentBullmqProcessor } from './bullmq_processor.ts';
export { instrumentBullmqQueue } from './bullmq_queue.ts';
