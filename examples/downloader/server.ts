import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { trace } from '@opentelemetry/api';
import { cookies, healthHandler, type Session, session } from 'otel-media';
import type { Config } from './config.ts';
import { downloadLink, type LinkResult } from './download_link.ts';
import { BadRequest, parseLinks } from './links.ts';
import { readBody } from './request_body.ts';

/** What `POST /downloads` answers. */
export interface DownloadsReply {
  readonly session: string;
  /** Where support finds the whole story; absent when there is no telemetry. */
  readonly trace?: string;
  readonly results: readonly LinkResult[];
}

/** Makes the web service; it listens once `listen` is called. */
export function createDownloader(config: Config): Server {
  const health = healthHandler({
    diagnostics: config.diagnostics,
    proxyInUse: config.proxy !== undefined && config.way === 'yt-dlp',
  });
  return createServer((request, response) => {
    if (health(request, response)) return;
    void respond(request, response, config);
  });
}

async function respond(request: IncomingMessage, response: ServerResponse, config: Config): Promise<void> {
  try {
    if (request.url !== '/downloads') return reply(response, 404, { error: 'try POST /downloads' });
    if (request.method !== 'POST') {
      response.setHeader('allow', 'POST');
      return reply(response, 405, { error: 'only POST' });
    }
    const links = parseLinks(await readBody(request));
    const done = await downloadAll(links, request, config);
    // 502: we are well, and those we asked were not.
    reply(response, done.results.some(({ ok }) => ok) ? 200 : 502, done);
  } catch (error) {
    if (error instanceof BadRequest) return reply(response, 400, { error: error.message });
    console.error('downloader: a request failed:', error instanceof Error ? error.name : typeof error);
    reply(response, 500, { error: 'internal error' });
  }
}

function downloadAll(
  links: readonly URL[],
  request: IncomingMessage,
  config: Config,
): Promise<DownloadsReply> {
  const { cookiesFile } = config;
  const about = {
    links: links.map(({ href }) => href),
    clientAddress: clientAddress(request, config),
    userAgent: request.headers['user-agent'] ?? '',
  };
  return session(about, async (run: Session) => {
    const folder = await mkdtemp(join(config.folder, 'downloader-'));
    try {
      // A file that cannot pass for a login is left alone: it would only tell the site who we are.
      const usable = cookiesFile !== undefined && (await cookies.check(cookiesFile)).usable;
      const job = { config, session: run, folder, cookiesFile: usable ? cookiesFile : undefined };
      const results: LinkResult[] = [];
      for (const link of links) results.push(await downloadLink(link, job));
      const traceId = trace.getActiveSpan()?.spanContext().traceId;
      return { session: run.id, ...(traceId !== undefined && { trace: traceId }), results };
    } finally {
      if (!config.keepFiles) await rm(folder, { recursive: true, force: true });
    }
  });
}

function clientAddress(request: IncomingMessage, { trustProxy }: Config): string {
  const forwarded = trustProxy ? request.headers['x-forwarded-for'] : undefined;
  const first = typeof forwarded === 'string' ? forwarded.split(',')[0]?.trim() : undefined;
  return first || (request.socket.remoteAddress ?? '');
}

function reply(response: ServerResponse, status: number, body: object): void {
  const headers = { 'content-type': 'application/json; charset=utf-8' };
  response.writeHead(status, headers).end(`${JSON.stringify(body)}\n`);
}
