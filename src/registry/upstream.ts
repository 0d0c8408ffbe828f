import { attribute } from './define.ts';
import { ERROR_TYPES } from './error_types.ts';

// Attributes of OpenTelemetry's semantic conventions that our signals carry. Where one exists upstream, it is used.

export const sessionId = attribute({
  name: 'session.id',
  type: 'string',
  brief: 'Id of the media session that this belongs to. Never the id of a login session.',
  privacy: 'safe',
  examples: ['0199c8f2-6f0e-7b1c-8b0a-3d2f5f0c9a11'],
  upstream: true,
});

export const errorType = attribute({
  name: 'error.type',
  type: 'string',
  brief: 'What kind of failure ended the operation; from the taxonomy.',
  privacy: 'safe',
  members: ERROR_TYPES,
  maxCardinality: 80,
  upstream: true,
});

export const errorMessage = attribute({
  name: 'error.message',
  type: 'string',
  brief: 'The message that explains the failure, redacted. Never on a metric.',
  privacy: 'truncate',
  truncation: 'length',
  upstream: true,
});

export const exceptionType = attribute({
  name: 'exception.type',
  type: 'string',
  brief: 'Class of the error.',
  privacy: 'safe',
  examples: ['TypeError'],
  upstream: true,
});

export const exceptionMessage = attribute({
  name: 'exception.message',
  type: 'string',
  brief: 'Message of the error, redacted.',
  privacy: 'truncate',
  truncation: 'length',
  upstream: true,
});

export const exceptionStacktrace = attribute({
  name: 'exception.stacktrace',
  type: 'string',
  brief: 'Stack of the error, redacted.',
  privacy: 'truncate',
  truncation: 'length',
  upstream: true,
});

export const clientAddress = attribute({
  name: 'client.address',
  type: 'string',
  brief:
    'Address of who asked, shortened to its network (IPv4 /24, IPv6 /48), or, by setting, a keyed hash that is another every day.',
  privacy: 'truncate',
  truncation: 'ip_address',
  examples: ['203.0.113.0'],
  upstream: true,
});

export const userAgent = attribute({
  name: 'user_agent.original',
  type: 'string',
  brief: 'User agent of who asked. Leaves only by setting; else its family and version leave instead.',
  privacy: 'content',
  upstream: true,
});

export const userAgentName = attribute({
  name: 'user_agent.name',
  type: 'string',
  brief: 'Family of the user agent, of a fixed list.',
  privacy: 'safe',
  examples: ['Firefox', 'curl', 'yt-dlp'],
  upstream: true,
});

export const userAgentVersion = attribute({
  name: 'user_agent.version',
  type: 'string',
  brief: 'Major version of the user agent.',
  privacy: 'safe',
  examples: ['140'],
  upstream: true,
});

export const userAgentSyntheticType = attribute({
  name: 'user_agent.synthetic.type',
  type: 'string',
  brief: 'Set where the user agent says that it is no person.',
  privacy: 'safe',
  members: ['bot', 'test'],
  upstream: true,
});

export const countryCode = attribute({
  name: 'geo.country.iso_code',
  type: 'string',
  brief: 'Country of who asked (ISO 3166-1 alpha-2), where the application gave a database.',
  privacy: 'safe',
  examples: ['DE'],
  upstream: true,
});

export const userId = attribute({
  name: 'user.id',
  type: 'string',
  brief: 'Id of the user, as a keyed hash.',
  privacy: 'hash',
  upstream: true,
});

export const serverAddress = attribute({
  name: 'server.address',
  type: 'string',
  brief: 'Host that the media comes from.',
  privacy: 'safe',
  examples: ['www.youtube.com'],
  upstream: true,
});

export const processExecutableName = attribute({
  name: 'process.executable.name',
  type: 'string',
  brief: 'Base name of the program that was run.',
  privacy: 'truncate',
  truncation: 'base_name',
  examples: ['yt-dlp', 'ffmpeg'],
  maxCardinality: 20,
  upstream: true,
});

export const processPid = attribute({
  name: 'process.pid',
  type: 'int',
  brief: 'Process id of the program that was run.',
  privacy: 'safe',
  upstream: true,
});

export const processExitCode = attribute({
  name: 'process.exit.code',
  type: 'int',
  brief: 'Exit code of the program that was run.',
  privacy: 'safe',
  examples: [0, 1],
  upstream: true,
});
