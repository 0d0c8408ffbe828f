import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { SeverityNumber } from '@opentelemetry/api';
import { cookies } from '../../src/media/cookies/cookies.ts';
import type { Comparison } from './comparison.ts';
import { handTools } from './plain_sdk.ts';

const FEWER = 200;
const AUTH = new Set(['SID', 'HSID', 'SSID', 'APISID', 'SAPISID', 'LOGIN_INFO', '__Secure-1PSID']);

/** A look at a cookie file of 60 lines, beside the same signals made by one who reads and judges it by hand. */
export function cookiesComparison(): Comparison {
  const folder = mkdtempSync(join(tmpdir(), 'otel-media-bench-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'cookies.txt');
  const names = [...AUTH, ...Array.from({ length: 53 }, (_, at) => `cookie${at}`)];
  const expires = Math.round(Date.now() / 1000) + 86_400 * 90;
  const lines = names.map((name) => `.youtube.com\tTRUE\t/\tTRUE\t${expires}\t${name}\tvalue-of-${name}`);
  writeFileSync(path, `# Netscape HTTP Cookie File\n${lines.join('\n')}\n`);
  return {
    name: 'cookies.check of 60 cookies',
    bound: 1.3,
    operationsPerRound: FEWER,
    helper: () => cookies.check(path),
    baseline: checkByHand(path),
  };
}

function checkByHand(path: string): () => Promise<void> {
  const { tracer, logger, meter } = handTools();
  const checks = meter.createCounter('media.cookies.checks');
  const fileName = basename(path);
  return async () => {
    const span = tracer.startSpan('media.cookies.check', {
      attributes: { 'media.cookies.file_name': fileName },
    });
    const [facts, text] = await Promise.all([stat(path), readFile(path, 'utf8')]);
    const rows = text
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('# '))
      .map((line) => line.split('\t'));
    const auth = rows.filter(([, , , , , name = '']) => AUTH.has(name));
    const expiry = Math.min(...auth.map(([, , , , at]) => Number(at))) - Date.now() / 1000;
    const found = {
      'media.cookies.file_name': fileName,
      'media.cookies.state': 'fresh',
      'media.cookies.threshold': 43_200,
      'media.cookies.age': (Date.now() - facts.mtimeMs) / 1000,
      'media.cookies.size': facts.size,
      'media.cookies.count': rows.length,
      'media.cookies.modified': facts.mtime.toISOString(),
      'media.cookies.auth_present': auth.length > 0,
      'media.cookies.expiry': expiry,
    };
    checks.add(1, { 'media.cookies.file_name': fileName, 'media.cookies.state': 'fresh' });
    logger.emit({
      eventName: 'media.cookies.checked',
      severityNumber: SeverityNumber.INFO,
      severityText: 'INFO',
      body: 'cookie file is fresh',
      attributes: found,
    });
    span.setAttributes(found);
    span.end();
  };
}
