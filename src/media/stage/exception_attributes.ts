/** Class and stack of what was thrown, whatever it is, as attributes of an event. Never throws. */
export function exceptionAttributes(error: unknown) {
  try {
    if (!(error instanceof Error)) return { 'exception.type': typeof error };
    return { 'exception.type': String(error.name), 'exception.stacktrace': String(error.stack) };
  } catch {
    return {};
  }
}
