/** The oldest Node that is supported, as in package.json. */
export const OLDEST_NODE = '22.15';

/**
 * What to say where Node is too old.
 *
 * @param version e.g. `22.15.0`
 * @returns undefined where it is new enough
 */
export function oldNode(version: string): string | undefined {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE.split('.').map(Number);
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return undefined;
  return `this is Node ${version}; Node ${OLDEST_NODE} or newer is needed`;
}
