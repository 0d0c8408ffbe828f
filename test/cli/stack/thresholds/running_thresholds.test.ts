import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freePorts } from '../../../../src/cli/stack/ports.ts';
import { type StackState, writeState } from '../../../../src/cli/stack/state.ts';
import { applyThresholds } from '../../../../src/cli/stack/thresholds/running_thresholds.ts';

describe('thresholds for a stack that runs', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'otel-media-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('says so where its Prometheus does not answer, and changes nothing', async () => {
    const state: StackState = {
      ...{ format: 1, engine: 'native', phase: 'running', startedAt: '2026-01-01T00:00:00.000Z' },
      ports: await freePorts(),
      ...{ processes: { prometheus: { pid: process.pid, started: 'ended' } }, programs: {}, readyMs: {} },
    };
    writeState(folder, state);
    await expect(applyThresholds(folder, join(folder, 'settings.json'))).rejects.toMatchObject({
      code: 'OTEL_MEDIA_STACK_NOT_READY',
      hint: expect.stringContaining('otel-media down'),
    });
  });
});
