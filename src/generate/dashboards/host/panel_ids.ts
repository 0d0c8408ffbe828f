/**
 * Ids of the panels of "Host". Links and alerts lead to them, so an id is never given to another panel. Rows are from 900
 * on.
 */
export const PANELS = {
  purpose: 1,
  cpu: 2,
  memory: 3,
  disk: 4,
  eventLoop: 5,
  processMemory: 6,
  processes: 7,
  youngest: 8,
  processTable: 20,
  fileSystemTable: 21,
  cpuUtilization: 30,
  cpuByMode: 31,
  memoryUtilization: 32,
  memoryByState: 33,
  diskUtilization: 40,
  diskUsage: 41,
  received: 42,
  transmitted: 43,
  processCpu: 50,
  processCpuTime: 51,
  processMemoryOverTime: 52,
  uptime: 53,
  loopUtilization: 60,
  loopDelay: 61,
  loopDelaySlowest: 62,
} as const;

export const ROWS = {
  now: 901,
  cpuAndMemory: 902,
  disksAndNetwork: 903,
  processes: 904,
  eventLoop: 905,
} as const;
