#!/usr/bin/env node
import { oldNode } from '../node_version.ts';

// First, and with nothing else imported: a Node that is too old may fail while it reads the rest.
const problem = oldNode(process.versions.node);
if (problem === undefined) {
  void import('./terminal.ts');
} else {
  process.stderr.write(`otel-media: ${problem}\n`);
  process.exitCode = 1;
}
