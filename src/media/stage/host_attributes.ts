import { hostFigures } from '../../host/figures.ts';

/** The host at this moment, as attributes of a signal that tells of trouble. */
export function hostAttributes() {
  const { cpuUtilization, memoryUtilization, diskUtilization, load, processMemoryBytes } = hostFigures();
  return {
    'media.host.cpu_utilization': cpuUtilization,
    'media.host.memory_utilization': memoryUtilization,
    'media.host.disk_utilization': diskUtilization,
    'media.host.load': load,
    'media.host.process_memory': processMemoryBytes,
  };
}
