import { join } from 'node:path';
import { packageRoot } from './paths.ts';

/** The Collector's arguments that name its settings: the pipelines, then the redaction generated from the registry. */
export function collectorConfigArguments(): string[] {
  const folder = join(packageRoot(), 'collector');
  return ['config.yaml', 'redaction.generated.yaml'].flatMap((file) => ['--config', join(folder, file)]);
}
