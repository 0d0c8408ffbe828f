/**
 * Prefix of every name that is ours. OpenTelemetry has no group for media (semantic conventions 1.45), and advises
 * against using its own namespaces for custom names, so ours is one word, said here only.
 */
export const NAMESPACE = 'media';

/** Name of the instrumentation scope of every signal made by the helpers. */
export const SCOPE_NAME = 'otel-media';
