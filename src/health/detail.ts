let full = false;

/** Sets how much health endpoints tell where their handler does not say. For `init()`. */
export function setHealthDetail(detail: 'basic' | 'full'): void {
  full = detail === 'full';
}

/** Whether health endpoints tell all they may where their handler does not say. */
export function isHealthFull(): boolean {
  return full;
}
