// Generated from src/options/schema.ts by npm run generate; do not edit.
// @ts-nocheck
const validate = validate10;
const schema11 = {"$schema":"http://json-schema.org/draft-07/schema#","title":"Settings of otel-media","type":"object","properties":{"enabled":{"type":"boolean","description":"Whether telemetry is set up at all. Default true."},"serviceName":{"type":"string","pattern":"\\S","description":"Name of the service. Default: the npm package or script name."},"serviceNamespace":{"type":"string","pattern":"\\S","description":"Group that the service belongs to."},"serviceVersion":{"type":"string","pattern":"\\S","description":"Version of the service."},"environment":{"type":"string","pattern":"\\S","description":"Deployment environment: production, staging, …"},"endpoint":{"type":"string","description":"Where OTLP over HTTP is sent. Default http://127.0.0.1:4318.","pattern":"^https?://[^\\s/]"},"headers":{"type":"object","description":"Headers sent along, such as the credentials of a hosted Collector. The variable is a list: a=b,c=d.","additionalProperties":{"type":"string"}},"traces":{"type":"boolean","description":"Whether traces are sent. Default true."},"metrics":{"type":"boolean","description":"Whether metrics are sent. Default true."},"logs":{"type":"boolean","description":"Whether logs and events are sent. Default true."},"exportIntervalSeconds":{"type":"number","description":"How often metrics are sent, in seconds. Default 15. The variable is in milliseconds.","minimum":0.1,"maximum":3600},"shutdownTimeoutSeconds":{"type":"number","description":"How long sending what is left may take at the end, in seconds, in all. Default 5.","minimum":0.1,"maximum":120},"flushOnExit":{"type":"boolean","description":"Whether SIGTERM, SIGINT and crashes wait for telemetry to be sent. Default true."},"instrumentHttp":{"type":"boolean","description":"Whether http and https get spans. Default true."},"instrumentUndici":{"type":"boolean","description":"Whether fetch and undici get spans. Default true."},"hostMetrics":{"type":"boolean","description":"Whether figures of host, process and event loop are sent. Default true."},"hostMetricsIntervalSeconds":{"type":"number","description":"How often the host is looked at, in seconds. Default: as often as metrics are sent.","minimum":1,"maximum":3600},"instrumentChildProcess":{"type":"boolean","description":"Whether yt-dlp, ffmpeg and their like get spans where they are started by node:child_process. Default false."},"trackers":{"type":"object","description":"Which parts make signals; each is on unless switched off. The variable is a list: `-play,-host` switches those off, `download,exec` all the others.","properties":{"session":{"type":"boolean"},"download":{"type":"boolean"},"cookies":{"type":"boolean"},"exec":{"type":"boolean"},"play":{"type":"boolean"},"stage":{"type":"boolean"},"job":{"type":"boolean"},"errors":{"type":"boolean"},"logs":{"type":"boolean"},"health":{"type":"boolean"},"host":{"type":"boolean"},"adapters":{"type":"boolean"},"measure":{"type":"boolean"}},"additionalProperties":false},"thresholds":{"type":"object","description":"Numbers that the process decides by, where they differ from those of the registry. The variable is a list: `name=number`.","properties":{"cookiesStaleSeconds":{"type":"number","minimum":0},"deadAirSeconds":{"type":"number","minimum":0},"execStreamSpeedRatio":{"type":"number","minimum":0},"healthCpuRatio":{"type":"number","minimum":0},"healthDiskCriticalRatio":{"type":"number","minimum":0},"healthDiskRatio":{"type":"number","minimum":0},"healthFailedExports":{"type":"number","minimum":0},"healthLeftoverCount":{"type":"number","minimum":0},"healthLeftoverHours":{"type":"number","minimum":0},"healthLogBytes":{"type":"number","minimum":0},"healthLogSilenceSeconds":{"type":"number","minimum":0},"healthMaxAgeSeconds":{"type":"number","minimum":0},"healthMemoryCriticalRatio":{"type":"number","minimum":0},"healthMemoryRatio":{"type":"number","minimum":0},"healthPipelineCriticalRatio":{"type":"number","minimum":0},"healthPipelineErrorRatio":{"type":"number","minimum":0},"healthPipelineMinimum":{"type":"number","minimum":0},"healthPipelineWindowMinutes":{"type":"number","minimum":0},"healthTimeoutSeconds":{"type":"number","minimum":0},"healthYtDlpAgeDays":{"type":"number","minimum":0},"jobDownloadTimeoutSeconds":{"type":"number","minimum":0},"jobOtherTimeoutSeconds":{"type":"number","minimum":0},"jobQueueCapacity":{"type":"number","minimum":0},"jobSubtitleTimeoutSeconds":{"type":"number","minimum":0},"jobThumbnailTimeoutSeconds":{"type":"number","minimum":0},"jobVideoInfoTimeoutSeconds":{"type":"number","minimum":0},"jobWorkerCapacity":{"type":"number","minimum":0},"sessionStuckSeconds":{"type":"number","minimum":0}},"additionalProperties":false},"captureConsole":{"type":"boolean","description":"Whether what is written with console.* leaves as log records too. Default false."},"appLogs":{"type":"string","description":"What leaves of the application's own log lines (pino, winston, console): all of them, redacted; only level and message; nothing. Default full.","enum":["full","message","off"]},"appLogLevel":{"type":"string","description":"From which level the application's own log lines leave. Default trace: whatever it writes.","enum":["trace","debug","info","warn","error","fatal"]},"healthDetail":{"type":"string","description":"How much health endpoints tell where their handler does not say: `full` has the attempts in `/healthz` too. Default basic.","enum":["basic","full"]},"content":{"type":"string","description":"What leaves of titles, links and file names. Default hash.","enum":["keep","truncate","hash","mask","drop"]},"titles":{"type":"string","description":"What leaves of titles. Default: as content.","enum":["keep","truncate","hash","mask","drop"]},"links":{"type":"string","description":"What leaves of links. Default: as content.","enum":["keep","truncate","hash","mask","drop"]},"fileNames":{"type":"string","description":"What leaves of file names. Default: as content.","enum":["keep","truncate","hash","mask","drop"]},"clientAddress":{"type":"string","description":"What leaves of the addresses of people: the network (/24, /48), a keyed hash that is another every day (UTC), nothing. Default truncate.","enum":["truncate","hash","drop"]},"userAgent":{"type":"string","description":"What leaves of user agents: family and major version, or as for content. Default family.","enum":["family","keep","truncate","hash","mask","drop"]},"doNotTrack":{"type":"boolean","description":"Whether HTTP requests that carry `Sec-GPC: 1` or `DNT: 1` leave no telemetry at all. Default false."},"classes":{"type":"object","description":"What leaves of values by the privacy class of their attribute, where it is not what the class says: of `truncate` and `hash` any of keep, truncate, hash, mask, drop; of `secret` mask, hash, drop. What is kept is still looked through for secrets. Of class content the settings above decide. The variable is a list: `hash=drop,secret=hash`.","properties":{"truncate":{"type":"string","enum":["keep","truncate","hash","mask","drop"]},"hash":{"type":"string","enum":["keep","truncate","hash","mask","drop"]},"secret":{"type":"string","enum":["mask","hash","drop"]}},"additionalProperties":false},"secretKeys":{"type":"array","items":{"type":"string","pattern":"\\S"},"maxItems":200,"description":"Names of attributes, fields, headers and arguments whose values never leave, beside those that are known; capitals, dashes and underscores do not matter. The variable is a list with commas."},"secretPatterns":{"type":"array","items":{"type":"string","pattern":"\\S"},"maxItems":50,"description":"Regular expressions for what never leaves, wherever it stands; capitals do not matter, and `*` and `+` count to 256. The variable is one of them, or a list in JSON."},"allowedKeys":{"type":"array","items":{"type":"string","pattern":"\\S"},"maxItems":200,"description":"Names of attributes whose values leave as they are, whatever they look like; not those of class secret. The variable is a list with commas."},"allowedValues":{"type":"array","items":{"type":"string","pattern":"\\S"},"maxItems":200,"description":"Texts that stay where they would be masked, such as an address of your own: each must be all that was found. The variable is one text, or a list in JSON."},"hashKey":{"type":"string","description":"Key of the keyed hashes. Default: made once, and kept in the state folder.","pattern":"^.{16,}$"},"stateDir":{"type":"string","pattern":"\\S","description":"Folder for what is kept between runs; one that is given keeps the plays that are open, too. Default: in the state folder of the user."},"cookiesStaleAfterSeconds":{"type":"number","description":"Age in seconds from which a cookie file counts as stale. Default 43200 (12 h).","minimum":1,"maximum":31536000},"stageSlowAfterSeconds":{"type":"number","description":"From when on a stage counts as slow, in seconds, where its call does not say. Default 300, of each stage.","minimum":0.001,"maximum":31536000},"sessionStuckAfterSeconds":{"type":"number","description":"From when on a session that has not ended counts as stuck, in seconds. Default 7200 (2 h).","minimum":1,"maximum":31536000},"debug":{"type":"boolean","description":"Whether settings in force and every export are shown on the console, for finding out why nothing arrives. Default false."},"startupLine":{"type":"boolean","description":"Whether one line on stderr says what is sent where. Default true."},"logLevel":{"type":"string","description":"Level of OpenTelemetry's own diagnostics on the console; debug shows every export. Default warn.","enum":["none","error","warn","info","debug","verbose","all"]}},"additionalProperties":false};
const func2 = Object.prototype.hasOwnProperty;
const pattern0 = new RegExp("\\S", "u");
const pattern4 = new RegExp("^https?://[^\\s/]", "u");
const pattern9 = new RegExp("^.{16,}$", "u");

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema11.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.enabled !== undefined){
if(typeof data.enabled !== "boolean"){
const err1 = {instancePath:instancePath+"/enabled",schemaPath:"#/properties/enabled/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.serviceName !== undefined){
let data1 = data.serviceName;
if(typeof data1 === "string"){
if(!pattern0.test(data1)){
const err2 = {instancePath:instancePath+"/serviceName",schemaPath:"#/properties/serviceName/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/serviceName",schemaPath:"#/properties/serviceName/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.serviceNamespace !== undefined){
let data2 = data.serviceNamespace;
if(typeof data2 === "string"){
if(!pattern0.test(data2)){
const err4 = {instancePath:instancePath+"/serviceNamespace",schemaPath:"#/properties/serviceNamespace/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/serviceNamespace",schemaPath:"#/properties/serviceNamespace/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.serviceVersion !== undefined){
let data3 = data.serviceVersion;
if(typeof data3 === "string"){
if(!pattern0.test(data3)){
const err6 = {instancePath:instancePath+"/serviceVersion",schemaPath:"#/properties/serviceVersion/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/serviceVersion",schemaPath:"#/properties/serviceVersion/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.environment !== undefined){
let data4 = data.environment;
if(typeof data4 === "string"){
if(!pattern0.test(data4)){
const err8 = {instancePath:instancePath+"/environment",schemaPath:"#/properties/environment/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/environment",schemaPath:"#/properties/environment/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.endpoint !== undefined){
let data5 = data.endpoint;
if(typeof data5 === "string"){
if(!pattern4.test(data5)){
const err10 = {instancePath:instancePath+"/endpoint",schemaPath:"#/properties/endpoint/pattern",keyword:"pattern",params:{pattern: "^https?://[^\\s/]"},message:"must match pattern \""+"^https?://[^\\s/]"+"\""};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/endpoint",schemaPath:"#/properties/endpoint/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.headers !== undefined){
let data6 = data.headers;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
for(const key1 in data6){
if(typeof data6[key1] !== "string"){
const err12 = {instancePath:instancePath+"/headers/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/headers/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
else {
const err13 = {instancePath:instancePath+"/headers",schemaPath:"#/properties/headers/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.traces !== undefined){
if(typeof data.traces !== "boolean"){
const err14 = {instancePath:instancePath+"/traces",schemaPath:"#/properties/traces/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.metrics !== undefined){
if(typeof data.metrics !== "boolean"){
const err15 = {instancePath:instancePath+"/metrics",schemaPath:"#/properties/metrics/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.logs !== undefined){
if(typeof data.logs !== "boolean"){
const err16 = {instancePath:instancePath+"/logs",schemaPath:"#/properties/logs/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.exportIntervalSeconds !== undefined){
let data11 = data.exportIntervalSeconds;
if((typeof data11 == "number") && (isFinite(data11))){
if(data11 > 3600 || isNaN(data11)){
const err17 = {instancePath:instancePath+"/exportIntervalSeconds",schemaPath:"#/properties/exportIntervalSeconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 3600},message:"must be <= 3600"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(data11 < 0.1 || isNaN(data11)){
const err18 = {instancePath:instancePath+"/exportIntervalSeconds",schemaPath:"#/properties/exportIntervalSeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0.1},message:"must be >= 0.1"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
else {
const err19 = {instancePath:instancePath+"/exportIntervalSeconds",schemaPath:"#/properties/exportIntervalSeconds/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.shutdownTimeoutSeconds !== undefined){
let data12 = data.shutdownTimeoutSeconds;
if((typeof data12 == "number") && (isFinite(data12))){
if(data12 > 120 || isNaN(data12)){
const err20 = {instancePath:instancePath+"/shutdownTimeoutSeconds",schemaPath:"#/properties/shutdownTimeoutSeconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 120},message:"must be <= 120"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(data12 < 0.1 || isNaN(data12)){
const err21 = {instancePath:instancePath+"/shutdownTimeoutSeconds",schemaPath:"#/properties/shutdownTimeoutSeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0.1},message:"must be >= 0.1"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
else {
const err22 = {instancePath:instancePath+"/shutdownTimeoutSeconds",schemaPath:"#/properties/shutdownTimeoutSeconds/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.flushOnExit !== undefined){
if(typeof data.flushOnExit !== "boolean"){
const err23 = {instancePath:instancePath+"/flushOnExit",schemaPath:"#/properties/flushOnExit/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data.instrumentHttp !== undefined){
if(typeof data.instrumentHttp !== "boolean"){
const err24 = {instancePath:instancePath+"/instrumentHttp",schemaPath:"#/properties/instrumentHttp/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.instrumentUndici !== undefined){
if(typeof data.instrumentUndici !== "boolean"){
const err25 = {instancePath:instancePath+"/instrumentUndici",schemaPath:"#/properties/instrumentUndici/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data.hostMetrics !== undefined){
if(typeof data.hostMetrics !== "boolean"){
const err26 = {instancePath:instancePath+"/hostMetrics",schemaPath:"#/properties/hostMetrics/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data.hostMetricsIntervalSeconds !== undefined){
let data17 = data.hostMetricsIntervalSeconds;
if((typeof data17 == "number") && (isFinite(data17))){
if(data17 > 3600 || isNaN(data17)){
const err27 = {instancePath:instancePath+"/hostMetricsIntervalSeconds",schemaPath:"#/properties/hostMetricsIntervalSeconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 3600},message:"must be <= 3600"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if(data17 < 1 || isNaN(data17)){
const err28 = {instancePath:instancePath+"/hostMetricsIntervalSeconds",schemaPath:"#/properties/hostMetricsIntervalSeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
else {
const err29 = {instancePath:instancePath+"/hostMetricsIntervalSeconds",schemaPath:"#/properties/hostMetricsIntervalSeconds/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data.instrumentChildProcess !== undefined){
if(typeof data.instrumentChildProcess !== "boolean"){
const err30 = {instancePath:instancePath+"/instrumentChildProcess",schemaPath:"#/properties/instrumentChildProcess/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data.trackers !== undefined){
let data19 = data.trackers;
if(data19 && typeof data19 == "object" && !Array.isArray(data19)){
for(const key2 in data19){
if(!(func2.call(schema11.properties.trackers.properties, key2))){
const err31 = {instancePath:instancePath+"/trackers",schemaPath:"#/properties/trackers/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data19.session !== undefined){
if(typeof data19.session !== "boolean"){
const err32 = {instancePath:instancePath+"/trackers/session",schemaPath:"#/properties/trackers/properties/session/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data19.download !== undefined){
if(typeof data19.download !== "boolean"){
const err33 = {instancePath:instancePath+"/trackers/download",schemaPath:"#/properties/trackers/properties/download/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data19.cookies !== undefined){
if(typeof data19.cookies !== "boolean"){
const err34 = {instancePath:instancePath+"/trackers/cookies",schemaPath:"#/properties/trackers/properties/cookies/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data19.exec !== undefined){
if(typeof data19.exec !== "boolean"){
const err35 = {instancePath:instancePath+"/trackers/exec",schemaPath:"#/properties/trackers/properties/exec/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data19.play !== undefined){
if(typeof data19.play !== "boolean"){
const err36 = {instancePath:instancePath+"/trackers/play",schemaPath:"#/properties/trackers/properties/play/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data19.stage !== undefined){
if(typeof data19.stage !== "boolean"){
const err37 = {instancePath:instancePath+"/trackers/stage",schemaPath:"#/properties/trackers/properties/stage/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data19.job !== undefined){
if(typeof data19.job !== "boolean"){
const err38 = {instancePath:instancePath+"/trackers/job",schemaPath:"#/properties/trackers/properties/job/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data19.errors !== undefined){
if(typeof data19.errors !== "boolean"){
const err39 = {instancePath:instancePath+"/trackers/errors",schemaPath:"#/properties/trackers/properties/errors/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data19.logs !== undefined){
if(typeof data19.logs !== "boolean"){
const err40 = {instancePath:instancePath+"/trackers/logs",schemaPath:"#/properties/trackers/properties/logs/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data19.health !== undefined){
if(typeof data19.health !== "boolean"){
const err41 = {instancePath:instancePath+"/trackers/health",schemaPath:"#/properties/trackers/properties/health/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
if(data19.host !== undefined){
if(typeof data19.host !== "boolean"){
const err42 = {instancePath:instancePath+"/trackers/host",schemaPath:"#/properties/trackers/properties/host/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data19.adapters !== undefined){
if(typeof data19.adapters !== "boolean"){
const err43 = {instancePath:instancePath+"/trackers/adapters",schemaPath:"#/properties/trackers/properties/adapters/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
if(data19.measure !== undefined){
if(typeof data19.measure !== "boolean"){
const err44 = {instancePath:instancePath+"/trackers/measure",schemaPath:"#/properties/trackers/properties/measure/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
}
else {
const err45 = {instancePath:instancePath+"/trackers",schemaPath:"#/properties/trackers/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data.thresholds !== undefined){
let data33 = data.thresholds;
if(data33 && typeof data33 == "object" && !Array.isArray(data33)){
for(const key3 in data33){
if(!(func2.call(schema11.properties.thresholds.properties, key3))){
const err46 = {instancePath:instancePath+"/thresholds",schemaPath:"#/properties/thresholds/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data33.cookiesStaleSeconds !== undefined){
let data34 = data33.cookiesStaleSeconds;
if((typeof data34 == "number") && (isFinite(data34))){
if(data34 < 0 || isNaN(data34)){
const err47 = {instancePath:instancePath+"/thresholds/cookiesStaleSeconds",schemaPath:"#/properties/thresholds/properties/cookiesStaleSeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
else {
const err48 = {instancePath:instancePath+"/thresholds/cookiesStaleSeconds",schemaPath:"#/properties/thresholds/properties/cookiesStaleSeconds/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
if(data33.deadAirSeconds !== undefined){
let data35 = data33.deadAirSeconds;
if((typeof data35 == "number") && (isFinite(data35))){
if(data35 < 0 || isNaN(data35)){
const err49 = {instancePath:instancePath+"/thresholds/deadAirSeconds",schemaPath:"#/properties/thresholds/properties/deadAirSeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
else {
const err50 = {instancePath:instancePath+"/thresholds/deadAirSeconds",schemaPath:"#/properties/thresholds/properties/deadAirSeconds/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
if(data33.execStreamSpeedRatio !== undefined){
let data36 = data33.execStreamSpeedRatio;
if((typeof data36 == "number") && (isFinite(data36))){
if(data36 < 0 || isNaN(data36)){
const err51 = {instancePath:instancePath+"/thresholds/execStreamSpeedRatio",schemaPath:"#/properties/thresholds/properties/execStreamSpeedRatio/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
else {
const err52 = {instancePath:instancePath+"/thresholds/execStreamSpeedRatio",schemaPath:"#/properties/thresholds/properties/execStreamSpeedRatio/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
if(data33.healthCpuRatio !== undefined){
let data37 = data33.healthCpuRatio;
if((typeof data37 == "number") && (isFinite(data37))){
if(data37 < 0 || isNaN(data37)){
const err53 = {instancePath:instancePath+"/thresholds/healthCpuRatio",schemaPath:"#/properties/thresholds/properties/healthCpuRatio/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
else {
const err54 = {instancePath:instancePath+"/thresholds/healthCpuRatio",schemaPath:"#/properties/thresholds/properties/healthCpuRatio/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
if(data33.healthDiskCriticalRatio !== undefined){
let data38 = data33.healthDiskCriticalRatio;
if((typeof data38 == "number") && (isFinite(data38))){
if(data38 < 0 || isNaN(data38)){
const err55 = {instancePath:instancePath+"/thresholds/healthDiskCriticalRatio",schemaPath:"#/properties/thresholds/properties/healthDiskCriticalRatio/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
else {
const err56 = {instancePath:instancePath+"/thresholds/healthDiskCriticalRatio",schemaPath:"#/properties/thresholds/properties/healthDiskCriticalRatio/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
if(data33.healthDiskRatio !== undefined){
let data39 = data33.healthDiskRatio;
if((typeof data39 == "number") && (isFinite(data39))){
if(data39 < 0 || isNaN(data39)){
const err57 = {instancePath:instancePath+"/thresholds/healthDiskRatio",schemaPath:"#/properties/thresholds/properties/healthDiskRatio/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
else {
const err58 = {instancePath:instancePath+"/thresholds/healthDiskRatio",schemaPath:"#/properties/thresholds/properties/healthDiskRatio/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
if(data33.healthFailedExports !== undefined){
let data40 = data33.healthFailedExports;
if((typeof data40 == "number") && (isFinite(data40))){
if(data40 < 0 || isNaN(data40)){
const err59 = {instancePath:instancePath+"/thresholds/healthFailedExports",schemaPath:"#/properties/thresholds/properties/healthFailedExports/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
else {
const err60 = {instancePath:instancePath+"/thresholds/healthFailedExports",schemaPath:"#/properties/thresholds/properties/healthFailedExports/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
if(data33.healthLeftoverCount !== undefined){
let data41 = data33.healthLeftoverCount;
if((typeof data41 == "number") && (isFinite(data41))){
if(data41 < 0 || isNaN(data41)){
const err61 = {instancePath:instancePath+"/thresholds/healthLeftoverCount",schemaPath:"#/properties/thresholds/properties/healthLeftoverCount/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
else {
const err62 = {instancePath:instancePath+"/thresholds/healthLeftoverCount",schemaPath:"#/properties/thresholds/properties/healthLeftoverCount/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
if(data33.healthLeftoverHours !== undefined){
let data42 = data33.healthLeftoverHours;
if((typeof data42 == "number") && (isFinite(data42))){
if(data42 < 0 || isNaN(data42)){
const err63 = {instancePath:instancePath+"/thresholds/healthLeftoverHours",schemaPath:"#/properties/thresholds/properties/healthLeftoverHours/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
else {
const err64 = {instancePath:instancePath+"/thresholds/healthLeftoverHours",schemaPath:"#/properties/thresholds/properties/healthLeftoverHours/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
if(data33.healthLogBytes !== undefined){
let data43 = data33.healthLogBytes;
if((typeof data43 == "number") && (isFinite(data43))){
if(data43 < 0 || isNaN(data43)){
const err65 = {instancePath:instancePath+"/thresholds/healthLogBytes",schemaPath:"#/properties/thresholds/properties/healthLogBytes/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
else {
const err66 = {instancePath:instancePath+"/thresholds/healthLogBytes",schemaPath:"#/properties/thresholds/properties/healthLogBytes/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
if(data33.healthLogSilenceSeconds !== undefined){
let data44 = data33.healthLogSilenceSeconds;
if((typeof data44 == "number") && (isFinite(data44))){
if(data44 < 0 || isNaN(data44)){
const err67 = {instancePath:instancePath+"/thresholds/healthLogSilenceSeconds",schemaPath:"#/properties/thresholds/properties/healthLogSilenceSeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
else {
const err68 = {instancePath:instancePath+"/thresholds/healthLogSilenceSeconds",schemaPath:"#/properties/thresholds/properties/healthLogSilenceSeconds/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
if(data33.healthMaxAgeSeconds !== undefined){
let data45 = data33.healthMaxAgeSeconds;
if((typeof data45 == "number") && (isFinite(data45))){
if(data45 < 0 || isNaN(data45)){
const err69 = {instancePath:instancePath+"/thresholds/healthMaxAgeSeconds",schemaPath:"#/properties/thresholds/properties/healthMaxAgeSeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
else {
const err70 = {instancePath:instancePath+"/thresholds/healthMaxAgeSeconds",schemaPath:"#/properties/thresholds/properties/healthMaxAgeSeconds/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
}
if(data33.healthMemoryCriticalRatio !== undefined){
let data46 = data33.healthMemoryCriticalRatio;
if((typeof data46 == "number") && (isFinite(data46))){
if(data46 < 0 || isNaN(data46)){
const err71 = {instancePath:instancePath+"/thresholds/healthMemoryCriticalRatio",schemaPath:"#/properties/thresholds/properties/healthMemoryCriticalRatio/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
}
else {
const err72 = {instancePath:instancePath+"/thresholds/healthMemoryCriticalRatio",schemaPath:"#/properties/thresholds/properties/healthMemoryCriticalRatio/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
}
if(data33.healthMemoryRatio !== undefined){
let data47 = data33.healthMemoryRatio;
if((typeof data47 == "number") && (isFinite(data47))){
if(data47 < 0 || isNaN(data47)){
const err73 = {instancePath:instancePath+"/thresholds/healthMemoryRatio",schemaPath:"#/properties/thresholds/properties/healthMemoryRatio/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
else {
const err74 = {instancePath:instancePath+"/thresholds/healthMemoryRatio",schemaPath:"#/properties/thresholds/properties/healthMemoryRatio/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
}
if(data33.healthPipelineCriticalRatio !== undefined){
let data48 = data33.healthPipelineCriticalRatio;
if((typeof data48 == "number") && (isFinite(data48))){
if(data48 < 0 || isNaN(data48)){
const err75 = {instancePath:instancePath+"/thresholds/healthPipelineCriticalRatio",schemaPath:"#/properties/thresholds/properties/healthPipelineCriticalRatio/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
else {
const err76 = {instancePath:instancePath+"/thresholds/healthPipelineCriticalRatio",schemaPath:"#/properties/thresholds/properties/healthPipelineCriticalRatio/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
}
if(data33.healthPipelineErrorRatio !== undefined){
let data49 = data33.healthPipelineErrorRatio;
if((typeof data49 == "number") && (isFinite(data49))){
if(data49 < 0 || isNaN(data49)){
const err77 = {instancePath:instancePath+"/thresholds/healthPipelineErrorRatio",schemaPath:"#/properties/thresholds/properties/healthPipelineErrorRatio/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
}
else {
const err78 = {instancePath:instancePath+"/thresholds/healthPipelineErrorRatio",schemaPath:"#/properties/thresholds/properties/healthPipelineErrorRatio/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
}
if(data33.healthPipelineMinimum !== undefined){
let data50 = data33.healthPipelineMinimum;
if((typeof data50 == "number") && (isFinite(data50))){
if(data50 < 0 || isNaN(data50)){
const err79 = {instancePath:instancePath+"/thresholds/healthPipelineMinimum",schemaPath:"#/properties/thresholds/properties/healthPipelineMinimum/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
}
else {
const err80 = {instancePath:instancePath+"/thresholds/healthPipelineMinimum",schemaPath:"#/properties/thresholds/properties/healthPipelineMinimum/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
}
if(data33.healthPipelineWindowMinutes !== undefined){
let data51 = data33.healthPipelineWindowMinutes;
if((typeof data51 == "number") && (isFinite(data51))){
if(data51 < 0 || isNaN(data51)){
const err81 = {instancePath:instancePath+"/thresholds/healthPipelineWindowMinutes",schemaPath:"#/properties/thresholds/properties/healthPipelineWindowMinutes/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
}
else {
const err82 = {instancePath:instancePath+"/thresholds/healthPipelineWindowMinutes",schemaPath:"#/properties/thresholds/properties/healthPipelineWindowMinutes/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
}
if(data33.healthTimeoutSeconds !== undefined){
let data52 = data33.healthTimeoutSeconds;
if((typeof data52 == "number") && (isFinite(data52))){
if(data52 < 0 || isNaN(data52)){
const err83 = {instancePath:instancePath+"/thresholds/healthTimeoutSeconds",schemaPath:"#/properties/thresholds/properties/healthTimeoutSeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
}
else {
const err84 = {instancePath:instancePath+"/thresholds/healthTimeoutSeconds",schemaPath:"#/properties/thresholds/properties/healthTimeoutSeconds/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
}
if(data33.healthYtDlpAgeDays !== undefined){
let data53 = data33.healthYtDlpAgeDays;
if((typeof data53 == "number") && (isFinite(data53))){
if(data53 < 0 || isNaN(data53)){
const err85 = {instancePath:instancePath+"/thresholds/healthYtDlpAgeDays",schemaPath:"#/properties/thresholds/properties/healthYtDlpAgeDays/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
}
else {
const err86 = {instancePath:instancePath+"/thresholds/healthYtDlpAgeDays",schemaPath:"#/properties/thresholds/properties/healthYtDlpAgeDays/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
}
if(data33.jobDownloadTimeoutSeconds !== undefined){
let data54 = data33.jobDownloadTimeoutSeconds;
if((typeof data54 == "number") && (isFinite(data54))){
if(data54 < 0 || isNaN(data54)){
const err87 = {instancePath:instancePath+"/thresholds/jobDownloadTimeoutSeconds",schemaPath:"#/properties/thresholds/properties/jobDownloadTimeoutSeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
}
else {
const err88 = {instancePath:instancePath+"/thresholds/jobDownloadTimeoutSeconds",schemaPath:"#/properties/thresholds/properties/jobDownloadTimeoutSeconds/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
}
if(data33.jobOtherTimeoutSeconds !== undefined){
let data55 = data33.jobOtherTimeoutSeconds;
if((typeof data55 == "number") && (isFinite(data55))){
if(data55 < 0 || isNaN(data55)){
const err89 = {instancePath:instancePath+"/thresholds/jobOtherTimeoutSeconds",schemaPath:"#/properties/thresholds/properties/jobOtherTimeoutSeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
}
else {
const err90 = {instancePath:instancePath+"/thresholds/jobOtherTimeoutSeconds",schemaPath:"#/properties/thresholds/properties/jobOtherTimeoutSeconds/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
}
if(data33.jobQueueCapacity !== undefined){
let data56 = data33.jobQueueCapacity;
if((typeof data56 == "number") && (isFinite(data56))){
if(data56 < 0 || isNaN(data56)){
const err91 = {instancePath:instancePath+"/thresholds/jobQueueCapacity",schemaPath:"#/properties/thresholds/properties/jobQueueCapacity/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
}
else {
const err92 = {instancePath:instancePath+"/thresholds/jobQueueCapacity",schemaPath:"#/properties/thresholds/properties/jobQueueCapacity/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
}
if(data33.jobSubtitleTimeoutSeconds !== undefined){
let data57 = data33.jobSubtitleTimeoutSeconds;
if((typeof data57 == "number") && (isFinite(data57))){
if(data57 < 0 || isNaN(data57)){
const err93 = {instancePath:instancePath+"/thresholds/jobSubtitleTimeoutSeconds",schemaPath:"#/properties/thresholds/properties/jobSubtitleTimeoutSeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
}
else {
const err94 = {instancePath:instancePath+"/thresholds/jobSubtitleTimeoutSeconds",schemaPath:"#/properties/thresholds/properties/jobSubtitleTimeoutSeconds/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
}
if(data33.jobThumbnailTimeoutSeconds !== undefined){
let data58 = data33.jobThumbnailTimeoutSeconds;
if((typeof data58 == "number") && (isFinite(data58))){
if(data58 < 0 || isNaN(data58)){
const err95 = {instancePath:instancePath+"/thresholds/jobThumbnailTimeoutSeconds",schemaPath:"#/properties/thresholds/properties/jobThumbnailTimeoutSeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
}
else {
const err96 = {instancePath:instancePath+"/thresholds/jobThumbnailTimeoutSeconds",schemaPath:"#/properties/thresholds/properties/jobThumbnailTimeoutSeconds/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
}
if(data33.jobVideoInfoTimeoutSeconds !== undefined){
let data59 = data33.jobVideoInfoTimeoutSeconds;
if((typeof data59 == "number") && (isFinite(data59))){
if(data59 < 0 || isNaN(data59)){
const err97 = {instancePath:instancePath+"/thresholds/jobVideoInfoTimeoutSeconds",schemaPath:"#/properties/thresholds/properties/jobVideoInfoTimeoutSeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
}
else {
const err98 = {instancePath:instancePath+"/thresholds/jobVideoInfoTimeoutSeconds",schemaPath:"#/properties/thresholds/properties/jobVideoInfoTimeoutSeconds/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
}
if(data33.jobWorkerCapacity !== undefined){
let data60 = data33.jobWorkerCapacity;
if((typeof data60 == "number") && (isFinite(data60))){
if(data60 < 0 || isNaN(data60)){
const err99 = {instancePath:instancePath+"/thresholds/jobWorkerCapacity",schemaPath:"#/properties/thresholds/properties/jobWorkerCapacity/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
}
else {
const err100 = {instancePath:instancePath+"/thresholds/jobWorkerCapacity",schemaPath:"#/properties/thresholds/properties/jobWorkerCapacity/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
}
if(data33.sessionStuckSeconds !== undefined){
let data61 = data33.sessionStuckSeconds;
if((typeof data61 == "number") && (isFinite(data61))){
if(data61 < 0 || isNaN(data61)){
const err101 = {instancePath:instancePath+"/thresholds/sessionStuckSeconds",schemaPath:"#/properties/thresholds/properties/sessionStuckSeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
}
else {
const err102 = {instancePath:instancePath+"/thresholds/sessionStuckSeconds",schemaPath:"#/properties/thresholds/properties/sessionStuckSeconds/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
}
}
else {
const err103 = {instancePath:instancePath+"/thresholds",schemaPath:"#/properties/thresholds/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
}
if(data.captureConsole !== undefined){
if(typeof data.captureConsole !== "boolean"){
const err104 = {instancePath:instancePath+"/captureConsole",schemaPath:"#/properties/captureConsole/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
}
if(data.appLogs !== undefined){
let data63 = data.appLogs;
if(typeof data63 !== "string"){
const err105 = {instancePath:instancePath+"/appLogs",schemaPath:"#/properties/appLogs/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
if(!(((data63 === "full") || (data63 === "message")) || (data63 === "off"))){
const err106 = {instancePath:instancePath+"/appLogs",schemaPath:"#/properties/appLogs/enum",keyword:"enum",params:{allowedValues: schema11.properties.appLogs.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
}
if(data.appLogLevel !== undefined){
let data64 = data.appLogLevel;
if(typeof data64 !== "string"){
const err107 = {instancePath:instancePath+"/appLogLevel",schemaPath:"#/properties/appLogLevel/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
if(!((((((data64 === "trace") || (data64 === "debug")) || (data64 === "info")) || (data64 === "warn")) || (data64 === "error")) || (data64 === "fatal"))){
const err108 = {instancePath:instancePath+"/appLogLevel",schemaPath:"#/properties/appLogLevel/enum",keyword:"enum",params:{allowedValues: schema11.properties.appLogLevel.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
}
if(data.healthDetail !== undefined){
let data65 = data.healthDetail;
if(typeof data65 !== "string"){
const err109 = {instancePath:instancePath+"/healthDetail",schemaPath:"#/properties/healthDetail/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
if(!((data65 === "basic") || (data65 === "full"))){
const err110 = {instancePath:instancePath+"/healthDetail",schemaPath:"#/properties/healthDetail/enum",keyword:"enum",params:{allowedValues: schema11.properties.healthDetail.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
}
if(data.content !== undefined){
let data66 = data.content;
if(typeof data66 !== "string"){
const err111 = {instancePath:instancePath+"/content",schemaPath:"#/properties/content/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
if(!(((((data66 === "keep") || (data66 === "truncate")) || (data66 === "hash")) || (data66 === "mask")) || (data66 === "drop"))){
const err112 = {instancePath:instancePath+"/content",schemaPath:"#/properties/content/enum",keyword:"enum",params:{allowedValues: schema11.properties.content.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
}
if(data.titles !== undefined){
let data67 = data.titles;
if(typeof data67 !== "string"){
const err113 = {instancePath:instancePath+"/titles",schemaPath:"#/properties/titles/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
if(!(((((data67 === "keep") || (data67 === "truncate")) || (data67 === "hash")) || (data67 === "mask")) || (data67 === "drop"))){
const err114 = {instancePath:instancePath+"/titles",schemaPath:"#/properties/titles/enum",keyword:"enum",params:{allowedValues: schema11.properties.titles.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
}
if(data.links !== undefined){
let data68 = data.links;
if(typeof data68 !== "string"){
const err115 = {instancePath:instancePath+"/links",schemaPath:"#/properties/links/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
if(!(((((data68 === "keep") || (data68 === "truncate")) || (data68 === "hash")) || (data68 === "mask")) || (data68 === "drop"))){
const err116 = {instancePath:instancePath+"/links",schemaPath:"#/properties/links/enum",keyword:"enum",params:{allowedValues: schema11.properties.links.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
}
if(data.fileNames !== undefined){
let data69 = data.fileNames;
if(typeof data69 !== "string"){
const err117 = {instancePath:instancePath+"/fileNames",schemaPath:"#/properties/fileNames/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
if(!(((((data69 === "keep") || (data69 === "truncate")) || (data69 === "hash")) || (data69 === "mask")) || (data69 === "drop"))){
const err118 = {instancePath:instancePath+"/fileNames",schemaPath:"#/properties/fileNames/enum",keyword:"enum",params:{allowedValues: schema11.properties.fileNames.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
}
if(data.clientAddress !== undefined){
let data70 = data.clientAddress;
if(typeof data70 !== "string"){
const err119 = {instancePath:instancePath+"/clientAddress",schemaPath:"#/properties/clientAddress/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err119];
}
else {
vErrors.push(err119);
}
errors++;
}
if(!(((data70 === "truncate") || (data70 === "hash")) || (data70 === "drop"))){
const err120 = {instancePath:instancePath+"/clientAddress",schemaPath:"#/properties/clientAddress/enum",keyword:"enum",params:{allowedValues: schema11.properties.clientAddress.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err120];
}
else {
vErrors.push(err120);
}
errors++;
}
}
if(data.userAgent !== undefined){
let data71 = data.userAgent;
if(typeof data71 !== "string"){
const err121 = {instancePath:instancePath+"/userAgent",schemaPath:"#/properties/userAgent/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
}
if(!((((((data71 === "family") || (data71 === "keep")) || (data71 === "truncate")) || (data71 === "hash")) || (data71 === "mask")) || (data71 === "drop"))){
const err122 = {instancePath:instancePath+"/userAgent",schemaPath:"#/properties/userAgent/enum",keyword:"enum",params:{allowedValues: schema11.properties.userAgent.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err122];
}
else {
vErrors.push(err122);
}
errors++;
}
}
if(data.doNotTrack !== undefined){
if(typeof data.doNotTrack !== "boolean"){
const err123 = {instancePath:instancePath+"/doNotTrack",schemaPath:"#/properties/doNotTrack/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
}
}
if(data.classes !== undefined){
let data73 = data.classes;
if(data73 && typeof data73 == "object" && !Array.isArray(data73)){
for(const key4 in data73){
if(!(((key4 === "truncate") || (key4 === "hash")) || (key4 === "secret"))){
const err124 = {instancePath:instancePath+"/classes",schemaPath:"#/properties/classes/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err124];
}
else {
vErrors.push(err124);
}
errors++;
}
}
if(data73.truncate !== undefined){
let data74 = data73.truncate;
if(typeof data74 !== "string"){
const err125 = {instancePath:instancePath+"/classes/truncate",schemaPath:"#/properties/classes/properties/truncate/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err125];
}
else {
vErrors.push(err125);
}
errors++;
}
if(!(((((data74 === "keep") || (data74 === "truncate")) || (data74 === "hash")) || (data74 === "mask")) || (data74 === "drop"))){
const err126 = {instancePath:instancePath+"/classes/truncate",schemaPath:"#/properties/classes/properties/truncate/enum",keyword:"enum",params:{allowedValues: schema11.properties.classes.properties.truncate.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err126];
}
else {
vErrors.push(err126);
}
errors++;
}
}
if(data73.hash !== undefined){
let data75 = data73.hash;
if(typeof data75 !== "string"){
const err127 = {instancePath:instancePath+"/classes/hash",schemaPath:"#/properties/classes/properties/hash/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err127];
}
else {
vErrors.push(err127);
}
errors++;
}
if(!(((((data75 === "keep") || (data75 === "truncate")) || (data75 === "hash")) || (data75 === "mask")) || (data75 === "drop"))){
const err128 = {instancePath:instancePath+"/classes/hash",schemaPath:"#/properties/classes/properties/hash/enum",keyword:"enum",params:{allowedValues: schema11.properties.classes.properties.hash.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err128];
}
else {
vErrors.push(err128);
}
errors++;
}
}
if(data73.secret !== undefined){
let data76 = data73.secret;
if(typeof data76 !== "string"){
const err129 = {instancePath:instancePath+"/classes/secret",schemaPath:"#/properties/classes/properties/secret/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err129];
}
else {
vErrors.push(err129);
}
errors++;
}
if(!(((data76 === "mask") || (data76 === "hash")) || (data76 === "drop"))){
const err130 = {instancePath:instancePath+"/classes/secret",schemaPath:"#/properties/classes/properties/secret/enum",keyword:"enum",params:{allowedValues: schema11.properties.classes.properties.secret.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err130];
}
else {
vErrors.push(err130);
}
errors++;
}
}
}
else {
const err131 = {instancePath:instancePath+"/classes",schemaPath:"#/properties/classes/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err131];
}
else {
vErrors.push(err131);
}
errors++;
}
}
if(data.secretKeys !== undefined){
let data77 = data.secretKeys;
if(Array.isArray(data77)){
if(data77.length > 200){
const err132 = {instancePath:instancePath+"/secretKeys",schemaPath:"#/properties/secretKeys/maxItems",keyword:"maxItems",params:{limit: 200},message:"must NOT have more than 200 items"};
if(vErrors === null){
vErrors = [err132];
}
else {
vErrors.push(err132);
}
errors++;
}
const len0 = data77.length;
for(let i0=0; i0<len0; i0++){
let data78 = data77[i0];
if(typeof data78 === "string"){
if(!pattern0.test(data78)){
const err133 = {instancePath:instancePath+"/secretKeys/" + i0,schemaPath:"#/properties/secretKeys/items/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err133];
}
else {
vErrors.push(err133);
}
errors++;
}
}
else {
const err134 = {instancePath:instancePath+"/secretKeys/" + i0,schemaPath:"#/properties/secretKeys/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err134];
}
else {
vErrors.push(err134);
}
errors++;
}
}
}
else {
const err135 = {instancePath:instancePath+"/secretKeys",schemaPath:"#/properties/secretKeys/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err135];
}
else {
vErrors.push(err135);
}
errors++;
}
}
if(data.secretPatterns !== undefined){
let data79 = data.secretPatterns;
if(Array.isArray(data79)){
if(data79.length > 50){
const err136 = {instancePath:instancePath+"/secretPatterns",schemaPath:"#/properties/secretPatterns/maxItems",keyword:"maxItems",params:{limit: 50},message:"must NOT have more than 50 items"};
if(vErrors === null){
vErrors = [err136];
}
else {
vErrors.push(err136);
}
errors++;
}
const len1 = data79.length;
for(let i1=0; i1<len1; i1++){
let data80 = data79[i1];
if(typeof data80 === "string"){
if(!pattern0.test(data80)){
const err137 = {instancePath:instancePath+"/secretPatterns/" + i1,schemaPath:"#/properties/secretPatterns/items/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err137];
}
else {
vErrors.push(err137);
}
errors++;
}
}
else {
const err138 = {instancePath:instancePath+"/secretPatterns/" + i1,schemaPath:"#/properties/secretPatterns/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err138];
}
else {
vErrors.push(err138);
}
errors++;
}
}
}
else {
const err139 = {instancePath:instancePath+"/secretPatterns",schemaPath:"#/properties/secretPatterns/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err139];
}
else {
vErrors.push(err139);
}
errors++;
}
}
if(data.allowedKeys !== undefined){
let data81 = data.allowedKeys;
if(Array.isArray(data81)){
if(data81.length > 200){
const err140 = {instancePath:instancePath+"/allowedKeys",schemaPath:"#/properties/allowedKeys/maxItems",keyword:"maxItems",params:{limit: 200},message:"must NOT have more than 200 items"};
if(vErrors === null){
vErrors = [err140];
}
else {
vErrors.push(err140);
}
errors++;
}
const len2 = data81.length;
for(let i2=0; i2<len2; i2++){
let data82 = data81[i2];
if(typeof data82 === "string"){
if(!pattern0.test(data82)){
const err141 = {instancePath:instancePath+"/allowedKeys/" + i2,schemaPath:"#/properties/allowedKeys/items/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err141];
}
else {
vErrors.push(err141);
}
errors++;
}
}
else {
const err142 = {instancePath:instancePath+"/allowedKeys/" + i2,schemaPath:"#/properties/allowedKeys/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err142];
}
else {
vErrors.push(err142);
}
errors++;
}
}
}
else {
const err143 = {instancePath:instancePath+"/allowedKeys",schemaPath:"#/properties/allowedKeys/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err143];
}
else {
vErrors.push(err143);
}
errors++;
}
}
if(data.allowedValues !== undefined){
let data83 = data.allowedValues;
if(Array.isArray(data83)){
if(data83.length > 200){
const err144 = {instancePath:instancePath+"/allowedValues",schemaPath:"#/properties/allowedValues/maxItems",keyword:"maxItems",params:{limit: 200},message:"must NOT have more than 200 items"};
if(vErrors === null){
vErrors = [err144];
}
else {
vErrors.push(err144);
}
errors++;
}
const len3 = data83.length;
for(let i3=0; i3<len3; i3++){
let data84 = data83[i3];
if(typeof data84 === "string"){
if(!pattern0.test(data84)){
const err145 = {instancePath:instancePath+"/allowedValues/" + i3,schemaPath:"#/properties/allowedValues/items/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err145];
}
else {
vErrors.push(err145);
}
errors++;
}
}
else {
const err146 = {instancePath:instancePath+"/allowedValues/" + i3,schemaPath:"#/properties/allowedValues/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err146];
}
else {
vErrors.push(err146);
}
errors++;
}
}
}
else {
const err147 = {instancePath:instancePath+"/allowedValues",schemaPath:"#/properties/allowedValues/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err147];
}
else {
vErrors.push(err147);
}
errors++;
}
}
if(data.hashKey !== undefined){
let data85 = data.hashKey;
if(typeof data85 === "string"){
if(!pattern9.test(data85)){
const err148 = {instancePath:instancePath+"/hashKey",schemaPath:"#/properties/hashKey/pattern",keyword:"pattern",params:{pattern: "^.{16,}$"},message:"must match pattern \""+"^.{16,}$"+"\""};
if(vErrors === null){
vErrors = [err148];
}
else {
vErrors.push(err148);
}
errors++;
}
}
else {
const err149 = {instancePath:instancePath+"/hashKey",schemaPath:"#/properties/hashKey/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err149];
}
else {
vErrors.push(err149);
}
errors++;
}
}
if(data.stateDir !== undefined){
let data86 = data.stateDir;
if(typeof data86 === "string"){
if(!pattern0.test(data86)){
const err150 = {instancePath:instancePath+"/stateDir",schemaPath:"#/properties/stateDir/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err150];
}
else {
vErrors.push(err150);
}
errors++;
}
}
else {
const err151 = {instancePath:instancePath+"/stateDir",schemaPath:"#/properties/stateDir/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err151];
}
else {
vErrors.push(err151);
}
errors++;
}
}
if(data.cookiesStaleAfterSeconds !== undefined){
let data87 = data.cookiesStaleAfterSeconds;
if((typeof data87 == "number") && (isFinite(data87))){
if(data87 > 31536000 || isNaN(data87)){
const err152 = {instancePath:instancePath+"/cookiesStaleAfterSeconds",schemaPath:"#/properties/cookiesStaleAfterSeconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 31536000},message:"must be <= 31536000"};
if(vErrors === null){
vErrors = [err152];
}
else {
vErrors.push(err152);
}
errors++;
}
if(data87 < 1 || isNaN(data87)){
const err153 = {instancePath:instancePath+"/cookiesStaleAfterSeconds",schemaPath:"#/properties/cookiesStaleAfterSeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err153];
}
else {
vErrors.push(err153);
}
errors++;
}
}
else {
const err154 = {instancePath:instancePath+"/cookiesStaleAfterSeconds",schemaPath:"#/properties/cookiesStaleAfterSeconds/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err154];
}
else {
vErrors.push(err154);
}
errors++;
}
}
if(data.stageSlowAfterSeconds !== undefined){
let data88 = data.stageSlowAfterSeconds;
if((typeof data88 == "number") && (isFinite(data88))){
if(data88 > 31536000 || isNaN(data88)){
const err155 = {instancePath:instancePath+"/stageSlowAfterSeconds",schemaPath:"#/properties/stageSlowAfterSeconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 31536000},message:"must be <= 31536000"};
if(vErrors === null){
vErrors = [err155];
}
else {
vErrors.push(err155);
}
errors++;
}
if(data88 < 0.001 || isNaN(data88)){
const err156 = {instancePath:instancePath+"/stageSlowAfterSeconds",schemaPath:"#/properties/stageSlowAfterSeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0.001},message:"must be >= 0.001"};
if(vErrors === null){
vErrors = [err156];
}
else {
vErrors.push(err156);
}
errors++;
}
}
else {
const err157 = {instancePath:instancePath+"/stageSlowAfterSeconds",schemaPath:"#/properties/stageSlowAfterSeconds/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err157];
}
else {
vErrors.push(err157);
}
errors++;
}
}
if(data.sessionStuckAfterSeconds !== undefined){
let data89 = data.sessionStuckAfterSeconds;
if((typeof data89 == "number") && (isFinite(data89))){
if(data89 > 31536000 || isNaN(data89)){
const err158 = {instancePath:instancePath+"/sessionStuckAfterSeconds",schemaPath:"#/properties/sessionStuckAfterSeconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 31536000},message:"must be <= 31536000"};
if(vErrors === null){
vErrors = [err158];
}
else {
vErrors.push(err158);
}
errors++;
}
if(data89 < 1 || isNaN(data89)){
const err159 = {instancePath:instancePath+"/sessionStuckAfterSeconds",schemaPath:"#/properties/sessionStuckAfterSeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err159];
}
else {
vErrors.push(err159);
}
errors++;
}
}
else {
const err160 = {instancePath:instancePath+"/sessionStuckAfterSeconds",schemaPath:"#/properties/sessionStuckAfterSeconds/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err160];
}
else {
vErrors.push(err160);
}
errors++;
}
}
if(data.debug !== undefined){
if(typeof data.debug !== "boolean"){
const err161 = {instancePath:instancePath+"/debug",schemaPath:"#/properties/debug/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err161];
}
else {
vErrors.push(err161);
}
errors++;
}
}
if(data.startupLine !== undefined){
if(typeof data.startupLine !== "boolean"){
const err162 = {instancePath:instancePath+"/startupLine",schemaPath:"#/properties/startupLine/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err162];
}
else {
vErrors.push(err162);
}
errors++;
}
}
if(data.logLevel !== undefined){
let data92 = data.logLevel;
if(typeof data92 !== "string"){
const err163 = {instancePath:instancePath+"/logLevel",schemaPath:"#/properties/logLevel/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err163];
}
else {
vErrors.push(err163);
}
errors++;
}
if(!(((((((data92 === "none") || (data92 === "error")) || (data92 === "warn")) || (data92 === "info")) || (data92 === "debug")) || (data92 === "verbose")) || (data92 === "all"))){
const err164 = {instancePath:instancePath+"/logLevel",schemaPath:"#/properties/logLevel/enum",keyword:"enum",params:{allowedValues: schema11.properties.logLevel.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err164];
}
else {
vErrors.push(err164);
}
errors++;
}
}
}
else {
const err165 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err165];
}
else {
vErrors.push(err165);
}
errors++;
}
validate10.errors = vErrors;
return errors === 0;
}

export interface Violation { instancePath: string; keyword: string; params: Record<string, unknown> }
export const validateOptions: ((data: unknown) => boolean) & { errors?: Violation[] | null } = validate;
