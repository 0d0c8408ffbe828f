import { describe, expect, it } from 'vitest';
import { codeInText } from '../../src/diagnosis/code_in_text.ts';
import { numberInText } from '../../src/diagnosis/error_numbers.ts';
import { exitTypeInText } from '../../src/diagnosis/exit_in_text.ts';
import { withoutPrefix } from '../../src/diagnosis/line_prefix.ts';
import { diagnoseMessage } from '../../src/diagnosis/messages.ts';
import { failureOf } from '../../src/media/failure.ts';

describe('what loggers put before a line', () => {
  it.each([
    ['metube-1  | ERROR: x', 'ERROR: x'],
    ['[0] x', 'x'],
    ['2024-08-10T18:48:08.448833986Z [hls @ 0x55fdf7655ac0] x', '[hls @ 0x55fdf7655ac0] x'],
    ['12:2024-08-10 18:48:08,448 x', 'x'],
    ['[10:11:12 PM] x', 'x'],
    ['Apr 10 19:10:19 host npx[1836]: x', 'x'],
    ['        "[tcp @ 0xffffb0c779b0] [error] x",', '[tcp @ 0xffffb0c779b0] [error] x",'],
    ['app  | 2024/08/10 18:48:08   indented', '  indented'],
    ['2024-08-10', '2024-08-10'],
    ['| x', '| x'],
    ['', ''],
  ])('%j is %j', (line, rest) => {
    expect(withoutPrefix(line)).toBe(rest);
  });
});

describe('codes in text', () => {
  it.each([
    ['request to a failed, reason: read ECONNRESET', 'connection_reset'],
    ['UND_ERR_HEADERS_TIMEOUT after 3 s', 'timeout'],
    ['SQLITE_BUSY: database is locked', 'database_unavailable'],
    ['[ERR_TLS_CERT_ALTNAME_INVALID]', 'certificate_error'],
    ['ENCODER EXTINF ERROR', undefined],
    ['econnreset', undefined],
    [`${'EUNKNOWN '.repeat(30)}ECONNRESET`, undefined],
  ])('%s: %s', (line, type) => {
    expect(codeInText(line)).toBe(type);
  });
});

describe('numbers of errors in text', () => {
  it.each([
    ['[errno 28] x', 'disk_full'],
    ['os error 2', 'file_not_found'],
    ['winerror 10054', 'connection_reset'],
    ['device failed: ret=-12', 'out_of_memory'],
    ['error code: -1094995529', 'invalid_media'],
    ['returned -825242872', 'unauthorized'],
    ['error 28', undefined],
    ['errno 9999999', undefined],
  ])('%s: %s', (line, type) => {
    expect(numberInText(line)).toBe(type);
  });
});

describe('exit codes in text', () => {
  it.each([
    ['yt-dlp exited with code 1', 'program_failed'],
    ['ffmpeg exited with code 137', 'killed'],
    ['something exited with code 3', undefined],
    ['ffmpeg exited with code 0', undefined],
  ])('%s: %s', (line, type) => {
    const found = exitTypeInText(line);
    if (type === undefined) expect(found).toBeUndefined();
    else expect(diagnoseMessage(line)?.type).toBe(type);
  });
});

describe('a message that no rule knows', () => {
  const said = 'ERROR: the flux capacitor of bob@example.com wobbles, see https://a.example/x?token=s3cr3t';

  it('is unknown, and its sample is redacted', () => {
    const { diagnosis, message } = failureOf(new Error(said));
    expect(diagnosis).toMatchObject({ type: 'unknown', category: 'unknown', retryable: false });
    expect(message).toContain('the flux capacitor of ');
    expect(message).not.toMatch(/s3cr3t|bob@/);
  });

  it('is ordinary where it does not call itself an error', () => {
    expect(diagnoseMessage('the flux capacitor wobbles')).toBeUndefined();
  });
});
