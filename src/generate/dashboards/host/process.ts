import {
  eventLoopDelayMax,
  eventLoopDelayMean,
  eventLoopDelayP50,
  eventLoopDelayP90,
  eventLoopDelayP99,
  eventLoopUtilization,
  processCpuTime,
  processCpuUtilization,
  processMemoryUsage,
  processUptime,
} from '../../../registry/host.ts';
import { thresholds } from '../../../registry/thresholds.ts';
import type { Line } from '../layout.ts';
import { GOOD, steps, WARN } from '../panels/colours.ts';
import { linePanel } from '../panels/simple_panels.ts';
import { LEGEND, PROCESS, perProcess, QUIET, shown } from './measures.ts';
import { PANELS as ID, ROWS } from './panel_ids.ts';

const BY = PROCESS.join(', ');

/** Each process over time. */
export function processes(): Line[] {
  const size = { width: 6, height: 8, whenEmpty: QUIET, min: 0 } as const;
  return [
    { heading: 'Processes', id: ROWS.processes },
    [
      linePanel(processCpuUtilization, {
        ...size,
        id: ID.processCpu,
        title: 'Processors in use by each process',
        about: 'Programs that it runs, such as ffmpeg, are not in it.',
        curves: [[`sum by (${BY}) (${shown(processCpuUtilization)})`, LEGEND]],
      }),
      linePanel(processCpuTime, {
        ...size,
        id: ID.processCpuTime,
        title: 'Processor time of each process',
        about: 'Seconds of it in each second: 1 is one processor.',
        unit: 'short',
        curves: [[`sum by (${BY}) (rate(${shown(processCpuTime)}[$__rate_interval]))`, LEGEND]],
      }),
      linePanel(processMemoryUsage, {
        ...size,
        id: ID.processMemoryOverTime,
        title: 'Memory of each process',
        curves: [[perProcess(processMemoryUsage), LEGEND]],
      }),
      linePanel(processUptime, {
        ...size,
        id: ID.uptime,
        title: 'Uptime of each process',
        about: 'A line that ends and another that begins at zero is a restart.',
        curves: [[perProcess(processUptime), LEGEND]],
      }),
    ],
  ];
}

/** The event loop of each process. */
export function eventLoop(): Line[] {
  const size = { width: 8, height: 8, whenEmpty: QUIET, min: 0 } as const;
  const worst = (metric: Parameters<typeof shown>[0]) => `max(${shown(metric)})`;
  return [
    { heading: 'Event loop', id: ROWS.eventLoop },
    [
      linePanel(eventLoopUtilization, {
        ...size,
        id: ID.loopUtilization,
        title: 'Event loop busy',
        max: 1,
        colours: steps(GOOD, { from: thresholds.healthCpuRatio, color: WARN }),
        curves: [[perProcess(eventLoopUtilization), LEGEND]],
      }),
      linePanel(eventLoopDelayP99, {
        ...size,
        id: ID.loopDelaySlowest,
        title: 'Event loop late by, 99th percentile',
        curves: [[perProcess(eventLoopDelayP99), LEGEND]],
      }),
      linePanel(eventLoopDelayMean, {
        ...size,
        id: ID.loopDelay,
        title: 'Event loop late by, in the worst process',
        about: 'With median, percentiles and maximum.',
        curves: [
          [worst(eventLoopDelayMean), 'mean'],
          [worst(eventLoopDelayP50), 'median'],
          [worst(eventLoopDelayP90), '90th percentile'],
          [worst(eventLoopDelayP99), '99th percentile'],
          [worst(eventLoopDelayMax), 'maximum'],
        ],
      }),
    ],
  ];
}
