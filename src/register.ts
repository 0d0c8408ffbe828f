import { init } from './init.ts';

// `node --import otel-media/register app.js`: everything by environment and settings file, before the application's
// first line.
init();
