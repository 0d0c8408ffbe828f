// Generated from src/options/schema.ts by npm run generate; do not edit.
// @ts-nocheck
const validate = validate10;
const schema11 = {"$schema":"http://json-schema.org/draft-07/schema#","title":"Settings of otel-media","type":"object","properties":{"enabled":{"type":"boolean","description":"Whether telemetry is set up at all. Default true."},"serviceName":{"type":"string","pattern":"\\S","description":"Name of the service. Default: the npm package or script name."},"serviceNamespace":{"type":"string","pattern":"\\S","description":"Group that the service belongs to."},"serviceVersion":{"type":"string","pattern":"\\S","description":"Version of the service."},"environment":{"type":"string","pattern":"\\S","description":"Deployment environment: production, staging, …"},"endpoint":{"type":"string","description":"Where OTLP over HTTP is sent. Default http://127.0.0.1:4318.","pattern":"^https?://[^\\s/]"},"headers":{"type":"object","description":"Headers sent along, such as the credentials of a hosted Collector. The variable is a list: a=b,c=d.","additionalProperties":{"type":"string"}},"traces":{"type":"boolean","description":"Whether traces are sent. Default true."},"metrics":{"type":"boolean","description":"Whether metrics are sent. Default true."},"logs":{"type":"boolean","description":"Whether logs and events are sent. Default true."},"exportIntervalSeconds":{"type":"number","description":"How often metrics are sent, in seconds. Default 15. The variable is in milliseconds.","minimum":0.1,"maximum":3600},"shutdownTimeoutSeconds":{"type":"number","description":"How long sending what is left may take at the end, in seconds, in all. Default 5.","minimum":0.1,"maximum":120},"flushOnExit":{"type":"boolean","description":"Whether SIGTERM, SIGINT and crashes wait for telemetry to be sent. Default true."},"instrumentHttp":{"type":"boolean","description":"Whether http and https get spans. Default true."},"instrumentUndici":{"type":"boolean","description":"Whether fetch and undici get spans. Default true."},"hostMetrics":{"type":"boolean","description":"Whether figures of host, process and event loop are sent. Default true."},"hostMetricsIntervalSeconds":{"type":"number","description":"How often the host is looked at, in seconds. Default: as often as metrics are sent.","minimum":1,"maximum":3600},"instrumentChildProcess":{"type":"boolean","description":"Whether yt-dlp, ffmpeg and their like get spans where they are started by node:child_process. Default false."},"trackers":{"type":"object","description":"Which parts make signals; each is on unless switched off. The variable is a list: `-play,-host` switches those off, `download,exec` all the others.","additionalProperties":false,"patternProperties":{"^(?:session|download|cookies|exec|play|stage|job|errors|logs|health|host|adapters|measure)$":{"type":"boolean"}}},"thresholds":{"type":"object","description":"Numbers that the process decides by, and those of the alert rules (see `otel-media alerts`), where they differ from those of the registry. The variable is a list: `name=number`.","additionalProperties":false,"patternProperties":{"^(?:budgetFastBurnRate|budgetSlowBurnRate|trafficSurgeRatio)$":{"type":"number","minimum":1,"maximum":1000},"^(?:budgetFastLongMinutes|budgetFastShortMinutes|budgetSlowLongMinutes|budgetSlowShortMinutes|cacheWindowMinutes|cookiesRejectedWindowMinutes|downloadToolWindowMinutes|downloadUnknownWindowMinutes|downloadWindowMinutes|healthWindowMinutes|playErrorWindowMinutes|processingErrorWindowMinutes|stageSlowWindowMinutes|stationFreshMinutes|telemetryWindowMinutes|trafficWindowMinutes)$":{"type":"integer","minimum":1,"maximum":10080},"^(?:cacheHitRateFallRatio|collectorQueueRatio|downloadBlockedRatio|downloadObjectiveRatio|downloadSuccessRatio|downloadUnknownRatio|execStreamSpeedRatio|healthCpuRatio|healthDiskCriticalRatio|healthDiskRatio|healthMemoryCriticalRatio|healthMemoryRatio|jobQueueFullRatio|playErrorRatio|playUptimeRatio|processingErrorCriticalRatio|processingErrorRatio|trafficCollapseRatio)$":{"type":"number","minimum":0,"maximum":1},"^(?:cacheMinimumRequests|downloadBlockedMinimum|downloadMinimumAttempts|downloadUnknownMinimum|healthLeftoverCount|jobQueueLongCount|playErrorMinimum|processingErrorMinimum|trafficMinimumCount)$":{"type":"integer","minimum":0,"maximum":1000000},"^(?:cachePastHours|healthLeftoverHours|jobWorkerMemoryHours|telemetryMemoryHours)$":{"type":"integer","minimum":1,"maximum":720},"^(?:cookiesExpiringSeconds|cookiesStaleSeconds|healthLogSilenceSeconds|jobWorkerSilentSeconds|telemetrySilentSeconds)$":{"type":"number","minimum":1,"maximum":31536000},"^(?:deadAirSeconds)$":{"type":"number","minimum":0.001,"maximum":86400},"^(?:execStreamWindowSeconds|healthMaxAgeSeconds|healthTimeoutSeconds|jobDownloadTimeoutSeconds|jobOtherTimeoutSeconds|jobSubtitleTimeoutSeconds|jobThumbnailTimeoutSeconds|jobVideoInfoTimeoutSeconds|sessionStuckSeconds|stageAnalysisSlowSeconds|stageCleanupSlowSeconds|stageCompressionSlowSeconds|stageMergingSlowSeconds|stageOtherSlowSeconds|stagePreparationSlowSeconds|stageStorageUploadSlowSeconds|stageUploadSlowSeconds)$":{"type":"number","minimum":0.001,"maximum":604800},"^(?:healthFailedExports|jobQueueCapacity|jobWorkerCapacity)$":{"type":"integer","minimum":1,"maximum":1000000},"^(?:healthHoldMinutes|holdMinutes|hostCpuHoldMinutes|telemetryHoldMinutes)$":{"type":"integer","minimum":0,"maximum":1440},"^(?:healthLogBytes)$":{"type":"integer","minimum":1,"maximum":1000000000000000},"^(?:healthYtDlpAgeDays)$":{"type":"integer","minimum":1,"maximum":3650},"^(?:trafficMinimumDays|trafficPastDays)$":{"type":"integer","minimum":1,"maximum":29}}},"captureConsole":{"type":"boolean","description":"Whether what is written with console.* leaves as log records too. Default false."},"appLogs":{"type":"string","description":"What leaves of the application's own log lines (pino, winston, console): all of them, redacted; only level and message; nothing. Default full.","enum":["full","message","off"]},"appLogLevel":{"type":"string","description":"From which level the application's own log lines leave. Default trace: whatever it writes.","enum":["trace","debug","info","warn","error","fatal"]},"healthDetail":{"type":"string","description":"How much health endpoints tell where their handler does not say: `full` has the attempts in `/healthz` too. Default basic.","enum":["basic","full"]},"content":{"type":"string","description":"What leaves of titles, links and file names. Default hash.","enum":["keep","truncate","hash","mask","drop"]},"titles":{"type":"string","description":"What leaves of titles. Default: as content.","enum":["keep","truncate","hash","mask","drop"]},"links":{"type":"string","description":"What leaves of links. Default: as content.","enum":["keep","truncate","hash","mask","drop"]},"fileNames":{"type":"string","description":"What leaves of file names. Default: as content.","enum":["keep","truncate","hash","mask","drop"]},"clientAddress":{"type":"string","description":"What leaves of the addresses of people: the network (/24, /48), a keyed hash that is another every day (UTC), nothing. Default truncate.","enum":["truncate","hash","drop"]},"userAgent":{"type":"string","description":"What leaves of user agents: family and major version, or as for content. Default family.","enum":["family","keep","truncate","hash","mask","drop"]},"doNotTrack":{"type":"boolean","description":"Whether HTTP requests that carry `Sec-GPC: 1` or `DNT: 1` leave no telemetry at all. Default false."},"classes":{"type":"object","description":"What leaves of values by the privacy class of their attribute, where it is not what the class says: of `truncate` and `hash` any of keep, truncate, hash, mask, drop; of `secret` mask, hash, drop. What is kept is still looked through for secrets. Of class content the settings above decide. The variable is a list: `hash=drop,secret=hash`.","additionalProperties":false,"patternProperties":{"^(?:truncate|hash)$":{"type":"string","enum":["keep","truncate","hash","mask","drop"]},"^(?:secret)$":{"type":"string","enum":["mask","hash","drop"]}}},"secretKeys":{"type":"array","items":{"type":"string","pattern":"\\S"},"maxItems":200,"description":"Names of attributes, fields, headers and arguments whose values never leave, beside those that are known; capitals, dashes and underscores do not matter. The variable is a list with commas."},"secretPatterns":{"type":"array","items":{"type":"string","pattern":"\\S"},"maxItems":50,"description":"Regular expressions for what never leaves, wherever it stands; capitals do not matter, and `*` and `+` count to 256. The variable is one of them, or a list in JSON."},"allowedKeys":{"type":"array","items":{"type":"string","pattern":"\\S"},"maxItems":200,"description":"Names of attributes whose values leave as they are, whatever they look like; not those of class secret. The variable is a list with commas."},"allowedValues":{"type":"array","items":{"type":"string","pattern":"\\S"},"maxItems":200,"description":"Texts that stay where they would be masked, such as an address of your own: each must be all that was found. The variable is one text, or a list in JSON."},"hashKey":{"type":"string","description":"Key of the keyed hashes. Default: made once, and kept in the state folder.","pattern":"^.{16,}$"},"stateDir":{"type":"string","pattern":"\\S","description":"Folder for what is kept between runs; one that is given keeps the plays that are open, too. Default: in the state folder of the user."},"debug":{"type":"boolean","description":"Whether settings in force and every export are shown on the console, for finding out why nothing arrives. Default false."},"startupLine":{"type":"boolean","description":"Whether one line on stderr says what is sent where. Default true."},"logLevel":{"type":"string","description":"Level of OpenTelemetry's own diagnostics on the console; debug shows every export. Default warn.","enum":["none","error","warn","info","debug","verbose","all"]}},"additionalProperties":false};
const func2 = Object.prototype.hasOwnProperty;
const pattern0 = new RegExp("\\S", "u");
const pattern4 = new RegExp("^https?://[^\\s/]", "u");
const pattern5 = new RegExp("^(?:session|download|cookies|exec|play|stage|job|errors|logs|health|host|adapters|measure)$", "u");
const pattern7 = new RegExp("^(?:budgetFastBurnRate|budgetSlowBurnRate|trafficSurgeRatio)$", "u");
const pattern8 = new RegExp("^(?:budgetFastLongMinutes|budgetFastShortMinutes|budgetSlowLongMinutes|budgetSlowShortMinutes|cacheWindowMinutes|cookiesRejectedWindowMinutes|downloadToolWindowMinutes|downloadUnknownWindowMinutes|downloadWindowMinutes|healthWindowMinutes|playErrorWindowMinutes|processingErrorWindowMinutes|stageSlowWindowMinutes|stationFreshMinutes|telemetryWindowMinutes|trafficWindowMinutes)$", "u");
const pattern9 = new RegExp("^(?:cacheHitRateFallRatio|collectorQueueRatio|downloadBlockedRatio|downloadObjectiveRatio|downloadSuccessRatio|downloadUnknownRatio|execStreamSpeedRatio|healthCpuRatio|healthDiskCriticalRatio|healthDiskRatio|healthMemoryCriticalRatio|healthMemoryRatio|jobQueueFullRatio|playErrorRatio|playUptimeRatio|processingErrorCriticalRatio|processingErrorRatio|trafficCollapseRatio)$", "u");
const pattern10 = new RegExp("^(?:cacheMinimumRequests|downloadBlockedMinimum|downloadMinimumAttempts|downloadUnknownMinimum|healthLeftoverCount|jobQueueLongCount|playErrorMinimum|processingErrorMinimum|trafficMinimumCount)$", "u");
const pattern11 = new RegExp("^(?:cachePastHours|healthLeftoverHours|jobWorkerMemoryHours|telemetryMemoryHours)$", "u");
const pattern12 = new RegExp("^(?:cookiesExpiringSeconds|cookiesStaleSeconds|healthLogSilenceSeconds|jobWorkerSilentSeconds|telemetrySilentSeconds)$", "u");
const pattern13 = new RegExp("^(?:deadAirSeconds)$", "u");
const pattern14 = new RegExp("^(?:execStreamWindowSeconds|healthMaxAgeSeconds|healthTimeoutSeconds|jobDownloadTimeoutSeconds|jobOtherTimeoutSeconds|jobSubtitleTimeoutSeconds|jobThumbnailTimeoutSeconds|jobVideoInfoTimeoutSeconds|sessionStuckSeconds|stageAnalysisSlowSeconds|stageCleanupSlowSeconds|stageCompressionSlowSeconds|stageMergingSlowSeconds|stageOtherSlowSeconds|stagePreparationSlowSeconds|stageStorageUploadSlowSeconds|stageUploadSlowSeconds)$", "u");
const pattern15 = new RegExp("^(?:healthFailedExports|jobQueueCapacity|jobWorkerCapacity)$", "u");
const pattern16 = new RegExp("^(?:healthHoldMinutes|holdMinutes|hostCpuHoldMinutes|telemetryHoldMinutes)$", "u");
const pattern17 = new RegExp("^(?:healthLogBytes)$", "u");
const pattern18 = new RegExp("^(?:healthYtDlpAgeDays)$", "u");
const pattern19 = new RegExp("^(?:trafficMinimumDays|trafficPastDays)$", "u");
const pattern33 = new RegExp("^(?:truncate|hash)$", "u");
const pattern34 = new RegExp("^(?:secret)$", "u");
const pattern41 = new RegExp("^.{16,}$", "u");

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
if(!(pattern5.test(key2))){
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
for(const key3 in data19){
if(pattern5.test(key3)){
if(typeof data19[key3] !== "boolean"){
const err32 = {instancePath:instancePath+"/trackers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/trackers/patternProperties/%5E(%3F%3Asession%7Cdownload%7Ccookies%7Cexec%7Cplay%7Cstage%7Cjob%7Cerrors%7Clogs%7Chealth%7Chost%7Cadapters%7Cmeasure)%24/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
}
}
else {
const err33 = {instancePath:instancePath+"/trackers",schemaPath:"#/properties/trackers/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data.thresholds !== undefined){
let data21 = data.thresholds;
if(data21 && typeof data21 == "object" && !Array.isArray(data21)){
for(const key4 in data21){
if(!(((((((((((((pattern7.test(key4)) || (pattern8.test(key4))) || (pattern9.test(key4))) || (pattern10.test(key4))) || (pattern11.test(key4))) || (pattern12.test(key4))) || (pattern13.test(key4))) || (pattern14.test(key4))) || (pattern15.test(key4))) || (pattern16.test(key4))) || (pattern17.test(key4))) || (pattern18.test(key4))) || (pattern19.test(key4)))){
const err34 = {instancePath:instancePath+"/thresholds",schemaPath:"#/properties/thresholds/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
for(const key5 in data21){
if(pattern7.test(key5)){
let data22 = data21[key5];
if((typeof data22 == "number") && (isFinite(data22))){
if(data22 > 1000 || isNaN(data22)){
const err35 = {instancePath:instancePath+"/thresholds/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/thresholds/patternProperties/%5E(%3F%3AbudgetFastBurnRate%7CbudgetSlowBurnRate%7CtrafficSurgeRatio)%24/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},message:"must be <= 1000"};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
if(data22 < 1 || isNaN(data22)){
const err36 = {instancePath:instancePath+"/thresholds/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/thresholds/patternProperties/%5E(%3F%3AbudgetFastBurnRate%7CbudgetSlowBurnRate%7CtrafficSurgeRatio)%24/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
else {
const err37 = {instancePath:instancePath+"/thresholds/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/thresholds/patternProperties/%5E(%3F%3AbudgetFastBurnRate%7CbudgetSlowBurnRate%7CtrafficSurgeRatio)%24/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
}
for(const key6 in data21){
if(pattern8.test(key6)){
let data23 = data21[key6];
if(!(((typeof data23 == "number") && (!(data23 % 1) && !isNaN(data23))) && (isFinite(data23)))){
const err38 = {instancePath:instancePath+"/thresholds/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/thresholds/patternProperties/%5E(%3F%3AbudgetFastLongMinutes%7CbudgetFastShortMinutes%7CbudgetSlowLongMinutes%7CbudgetSlowShortMinutes%7CcacheWindowMinutes%7CcookiesRejectedWindowMinutes%7CdownloadToolWindowMinutes%7CdownloadUnknownWindowMinutes%7CdownloadWindowMinutes%7ChealthWindowMinutes%7CplayErrorWindowMinutes%7CprocessingErrorWindowMinutes%7CstageSlowWindowMinutes%7CstationFreshMinutes%7CtelemetryWindowMinutes%7CtrafficWindowMinutes)%24/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
if((typeof data23 == "number") && (isFinite(data23))){
if(data23 > 10080 || isNaN(data23)){
const err39 = {instancePath:instancePath+"/thresholds/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/thresholds/patternProperties/%5E(%3F%3AbudgetFastLongMinutes%7CbudgetFastShortMinutes%7CbudgetSlowLongMinutes%7CbudgetSlowShortMinutes%7CcacheWindowMinutes%7CcookiesRejectedWindowMinutes%7CdownloadToolWindowMinutes%7CdownloadUnknownWindowMinutes%7CdownloadWindowMinutes%7ChealthWindowMinutes%7CplayErrorWindowMinutes%7CprocessingErrorWindowMinutes%7CstageSlowWindowMinutes%7CstationFreshMinutes%7CtelemetryWindowMinutes%7CtrafficWindowMinutes)%24/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10080},message:"must be <= 10080"};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
if(data23 < 1 || isNaN(data23)){
const err40 = {instancePath:instancePath+"/thresholds/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/thresholds/patternProperties/%5E(%3F%3AbudgetFastLongMinutes%7CbudgetFastShortMinutes%7CbudgetSlowLongMinutes%7CbudgetSlowShortMinutes%7CcacheWindowMinutes%7CcookiesRejectedWindowMinutes%7CdownloadToolWindowMinutes%7CdownloadUnknownWindowMinutes%7CdownloadWindowMinutes%7ChealthWindowMinutes%7CplayErrorWindowMinutes%7CprocessingErrorWindowMinutes%7CstageSlowWindowMinutes%7CstationFreshMinutes%7CtelemetryWindowMinutes%7CtrafficWindowMinutes)%24/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
}
}
for(const key7 in data21){
if(pattern9.test(key7)){
let data24 = data21[key7];
if((typeof data24 == "number") && (isFinite(data24))){
if(data24 > 1 || isNaN(data24)){
const err41 = {instancePath:instancePath+"/thresholds/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/thresholds/patternProperties/%5E(%3F%3AcacheHitRateFallRatio%7CcollectorQueueRatio%7CdownloadBlockedRatio%7CdownloadObjectiveRatio%7CdownloadSuccessRatio%7CdownloadUnknownRatio%7CexecStreamSpeedRatio%7ChealthCpuRatio%7ChealthDiskCriticalRatio%7ChealthDiskRatio%7ChealthMemoryCriticalRatio%7ChealthMemoryRatio%7CjobQueueFullRatio%7CplayErrorRatio%7CplayUptimeRatio%7CprocessingErrorCriticalRatio%7CprocessingErrorRatio%7CtrafficCollapseRatio)%24/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1"};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
if(data24 < 0 || isNaN(data24)){
const err42 = {instancePath:instancePath+"/thresholds/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/thresholds/patternProperties/%5E(%3F%3AcacheHitRateFallRatio%7CcollectorQueueRatio%7CdownloadBlockedRatio%7CdownloadObjectiveRatio%7CdownloadSuccessRatio%7CdownloadUnknownRatio%7CexecStreamSpeedRatio%7ChealthCpuRatio%7ChealthDiskCriticalRatio%7ChealthDiskRatio%7ChealthMemoryCriticalRatio%7ChealthMemoryRatio%7CjobQueueFullRatio%7CplayErrorRatio%7CplayUptimeRatio%7CprocessingErrorCriticalRatio%7CprocessingErrorRatio%7CtrafficCollapseRatio)%24/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
else {
const err43 = {instancePath:instancePath+"/thresholds/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/thresholds/patternProperties/%5E(%3F%3AcacheHitRateFallRatio%7CcollectorQueueRatio%7CdownloadBlockedRatio%7CdownloadObjectiveRatio%7CdownloadSuccessRatio%7CdownloadUnknownRatio%7CexecStreamSpeedRatio%7ChealthCpuRatio%7ChealthDiskCriticalRatio%7ChealthDiskRatio%7ChealthMemoryCriticalRatio%7ChealthMemoryRatio%7CjobQueueFullRatio%7CplayErrorRatio%7CplayUptimeRatio%7CprocessingErrorCriticalRatio%7CprocessingErrorRatio%7CtrafficCollapseRatio)%24/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
}
for(const key8 in data21){
if(pattern10.test(key8)){
let data25 = data21[key8];
if(!(((typeof data25 == "number") && (!(data25 % 1) && !isNaN(data25))) && (isFinite(data25)))){
const err44 = {instancePath:instancePath+"/thresholds/" + key8.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/thresholds/patternProperties/%5E(%3F%3AcacheMinimumRequests%7CdownloadBlockedMinimum%7CdownloadMinimumAttempts%7CdownloadUnknownMinimum%7ChealthLeftoverCount%7CjobQueueLongCount%7CplayErrorMinimum%7CprocessingErrorMinimum%7CtrafficMinimumCount)%24/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
if((typeof data25 == "number") && (isFinite(data25))){
if(data25 > 1000000 || isNaN(data25)){
const err45 = {instancePath:instancePath+"/thresholds/" + key8.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/thresholds/patternProperties/%5E(%3F%3AcacheMinimumRequests%7CdownloadBlockedMinimum%7CdownloadMinimumAttempts%7CdownloadUnknownMinimum%7ChealthLeftoverCount%7CjobQueueLongCount%7CplayErrorMinimum%7CprocessingErrorMinimum%7CtrafficMinimumCount)%24/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000"};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
if(data25 < 0 || isNaN(data25)){
const err46 = {instancePath:instancePath+"/thresholds/" + key8.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/thresholds/patternProperties/%5E(%3F%3AcacheMinimumRequests%7CdownloadBlockedMinimum%7CdownloadMinimumAttempts%7CdownloadUnknownMinimum%7ChealthLeftoverCount%7CjobQueueLongCount%7CplayErrorMinimum%7CprocessingErrorMinimum%7CtrafficMinimumCount)%24/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
}
}
for(const key9 in data21){
if(pattern11.test(key9)){
let data26 = data21[key9];
if(!(((typeof data26 == "number") && (!(data26 % 1) && !isNaN(data26))) && (isFinite(data26)))){
const err47 = {instancePath:instancePath+"/thresholds/" + key9.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/thresholds/patternProperties/%5E(%3F%3AcachePastHours%7ChealthLeftoverHours%7CjobWorkerMemoryHours%7CtelemetryMemoryHours)%24/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
if((typeof data26 == "number") && (isFinite(data26))){
if(data26 > 720 || isNaN(data26)){
const err48 = {instancePath:instancePath+"/thresholds/" + key9.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/thresholds/patternProperties/%5E(%3F%3AcachePastHours%7ChealthLeftoverHours%7CjobWorkerMemoryHours%7CtelemetryMemoryHours)%24/maximum",keyword:"maximum",params:{comparison: "<=", limit: 720},message:"must be <= 720"};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
if(data26 < 1 || isNaN(data26)){
const err49 = {instancePath:instancePath+"/thresholds/" + key9.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/thresholds/patternProperties/%5E(%3F%3AcachePastHours%7ChealthLeftoverHours%7CjobWorkerMemoryHours%7CtelemetryMemoryHours)%24/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
}
}
for(const key10 in data21){
if(pattern12.test(key10)){
let data27 = data21[key10];
if((typeof data27 == "number") && (isFinite(data27))){
if(data27 > 31536000 || isNaN(data27)){
const err50 = {instancePath:instancePath+"/thresholds/" + key10.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/thresholds/patternProperties/%5E(%3F%3AcookiesExpiringSeconds%7CcookiesStaleSeconds%7ChealthLogSilenceSeconds%7CjobWorkerSilentSeconds%7CtelemetrySilentSeconds)%24/maximum",keyword:"maximum",params:{comparison: "<=", limit: 31536000},message:"must be <= 31536000"};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
if(data27 < 1 || isNaN(data27)){
const err51 = {instancePath:instancePath+"/thresholds/" + key10.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/thresholds/patternProperties/%5E(%3F%3AcookiesExpiringSeconds%7CcookiesStaleSeconds%7ChealthLogSilenceSeconds%7CjobWorkerSilentSeconds%7CtelemetrySilentSeconds)%24/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
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
const err52 = {instancePath:instancePath+"/thresholds/" + key10.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/thresholds/patternProperties/%5E(%3F%3AcookiesExpiringSeconds%7CcookiesStaleSeconds%7ChealthLogSilenceSeconds%7CjobWorkerSilentSeconds%7CtelemetrySilentSeconds)%24/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
}
for(const key11 in data21){
if(pattern13.test(key11)){
let data28 = data21[key11];
if((typeof data28 == "number") && (isFinite(data28))){
if(data28 > 86400 || isNaN(data28)){
const err53 = {instancePath:instancePath+"/thresholds/" + key11.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/thresholds/patternProperties/%5E(%3F%3AdeadAirSeconds)%24/maximum",keyword:"maximum",params:{comparison: "<=", limit: 86400},message:"must be <= 86400"};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
if(data28 < 0.001 || isNaN(data28)){
const err54 = {instancePath:instancePath+"/thresholds/" + key11.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/thresholds/patternProperties/%5E(%3F%3AdeadAirSeconds)%24/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0.001},message:"must be >= 0.001"};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
else {
const err55 = {instancePath:instancePath+"/thresholds/" + key11.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/thresholds/patternProperties/%5E(%3F%3AdeadAirSeconds)%24/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
}
for(const key12 in data21){
if(pattern14.test(key12)){
let data29 = data21[key12];
if((typeof data29 == "number") && (isFinite(data29))){
if(data29 > 604800 || isNaN(data29)){
const err56 = {instancePath:instancePath+"/thresholds/" + key12.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/thresholds/patternProperties/%5E(%3F%3AexecStreamWindowSeconds%7ChealthMaxAgeSeconds%7ChealthTimeoutSeconds%7CjobDownloadTimeoutSeconds%7CjobOtherTimeoutSeconds%7CjobSubtitleTimeoutSeconds%7CjobThumbnailTimeoutSeconds%7CjobVideoInfoTimeoutSeconds%7CsessionStuckSeconds%7CstageAnalysisSlowSeconds%7CstageCleanupSlowSeconds%7CstageCompressionSlowSeconds%7CstageMergingSlowSeconds%7CstageOtherSlowSeconds%7CstagePreparationSlowSeconds%7CstageStorageUploadSlowSeconds%7CstageUploadSlowSeconds)%24/maximum",keyword:"maximum",params:{comparison: "<=", limit: 604800},message:"must be <= 604800"};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
if(data29 < 0.001 || isNaN(data29)){
const err57 = {instancePath:instancePath+"/thresholds/" + key12.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/thresholds/patternProperties/%5E(%3F%3AexecStreamWindowSeconds%7ChealthMaxAgeSeconds%7ChealthTimeoutSeconds%7CjobDownloadTimeoutSeconds%7CjobOtherTimeoutSeconds%7CjobSubtitleTimeoutSeconds%7CjobThumbnailTimeoutSeconds%7CjobVideoInfoTimeoutSeconds%7CsessionStuckSeconds%7CstageAnalysisSlowSeconds%7CstageCleanupSlowSeconds%7CstageCompressionSlowSeconds%7CstageMergingSlowSeconds%7CstageOtherSlowSeconds%7CstagePreparationSlowSeconds%7CstageStorageUploadSlowSeconds%7CstageUploadSlowSeconds)%24/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0.001},message:"must be >= 0.001"};
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
const err58 = {instancePath:instancePath+"/thresholds/" + key12.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/thresholds/patternProperties/%5E(%3F%3AexecStreamWindowSeconds%7ChealthMaxAgeSeconds%7ChealthTimeoutSeconds%7CjobDownloadTimeoutSeconds%7CjobOtherTimeoutSeconds%7CjobSubtitleTimeoutSeconds%7CjobThumbnailTimeoutSeconds%7CjobVideoInfoTimeoutSeconds%7CsessionStuckSeconds%7CstageAnalysisSlowSeconds%7CstageCleanupSlowSeconds%7CstageCompressionSlowSeconds%7CstageMergingSlowSeconds%7CstageOtherSlowSeconds%7CstagePreparationSlowSeconds%7CstageStorageUploadSlowSeconds%7CstageUploadSlowSeconds)%24/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
}
for(const key13 in data21){
if(pattern15.test(key13)){
let data30 = data21[key13];
if(!(((typeof data30 == "number") && (!(data30 % 1) && !isNaN(data30))) && (isFinite(data30)))){
const err59 = {instancePath:instancePath+"/thresholds/" + key13.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/thresholds/patternProperties/%5E(%3F%3AhealthFailedExports%7CjobQueueCapacity%7CjobWorkerCapacity)%24/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
if((typeof data30 == "number") && (isFinite(data30))){
if(data30 > 1000000 || isNaN(data30)){
const err60 = {instancePath:instancePath+"/thresholds/" + key13.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/thresholds/patternProperties/%5E(%3F%3AhealthFailedExports%7CjobQueueCapacity%7CjobWorkerCapacity)%24/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000"};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
if(data30 < 1 || isNaN(data30)){
const err61 = {instancePath:instancePath+"/thresholds/" + key13.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/thresholds/patternProperties/%5E(%3F%3AhealthFailedExports%7CjobQueueCapacity%7CjobWorkerCapacity)%24/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
}
}
for(const key14 in data21){
if(pattern16.test(key14)){
let data31 = data21[key14];
if(!(((typeof data31 == "number") && (!(data31 % 1) && !isNaN(data31))) && (isFinite(data31)))){
const err62 = {instancePath:instancePath+"/thresholds/" + key14.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/thresholds/patternProperties/%5E(%3F%3AhealthHoldMinutes%7CholdMinutes%7ChostCpuHoldMinutes%7CtelemetryHoldMinutes)%24/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
if((typeof data31 == "number") && (isFinite(data31))){
if(data31 > 1440 || isNaN(data31)){
const err63 = {instancePath:instancePath+"/thresholds/" + key14.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/thresholds/patternProperties/%5E(%3F%3AhealthHoldMinutes%7CholdMinutes%7ChostCpuHoldMinutes%7CtelemetryHoldMinutes)%24/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1440},message:"must be <= 1440"};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
if(data31 < 0 || isNaN(data31)){
const err64 = {instancePath:instancePath+"/thresholds/" + key14.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/thresholds/patternProperties/%5E(%3F%3AhealthHoldMinutes%7CholdMinutes%7ChostCpuHoldMinutes%7CtelemetryHoldMinutes)%24/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
}
}
for(const key15 in data21){
if(pattern17.test(key15)){
let data32 = data21[key15];
if(!(((typeof data32 == "number") && (!(data32 % 1) && !isNaN(data32))) && (isFinite(data32)))){
const err65 = {instancePath:instancePath+"/thresholds/" + key15.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/thresholds/patternProperties/%5E(%3F%3AhealthLogBytes)%24/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
if((typeof data32 == "number") && (isFinite(data32))){
if(data32 > 1000000000000000 || isNaN(data32)){
const err66 = {instancePath:instancePath+"/thresholds/" + key15.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/thresholds/patternProperties/%5E(%3F%3AhealthLogBytes)%24/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000000000000},message:"must be <= 1000000000000000"};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
if(data32 < 1 || isNaN(data32)){
const err67 = {instancePath:instancePath+"/thresholds/" + key15.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/thresholds/patternProperties/%5E(%3F%3AhealthLogBytes)%24/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
}
}
for(const key16 in data21){
if(pattern18.test(key16)){
let data33 = data21[key16];
if(!(((typeof data33 == "number") && (!(data33 % 1) && !isNaN(data33))) && (isFinite(data33)))){
const err68 = {instancePath:instancePath+"/thresholds/" + key16.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/thresholds/patternProperties/%5E(%3F%3AhealthYtDlpAgeDays)%24/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
if((typeof data33 == "number") && (isFinite(data33))){
if(data33 > 3650 || isNaN(data33)){
const err69 = {instancePath:instancePath+"/thresholds/" + key16.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/thresholds/patternProperties/%5E(%3F%3AhealthYtDlpAgeDays)%24/maximum",keyword:"maximum",params:{comparison: "<=", limit: 3650},message:"must be <= 3650"};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
if(data33 < 1 || isNaN(data33)){
const err70 = {instancePath:instancePath+"/thresholds/" + key16.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/thresholds/patternProperties/%5E(%3F%3AhealthYtDlpAgeDays)%24/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
}
}
}
for(const key17 in data21){
if(pattern19.test(key17)){
let data34 = data21[key17];
if(!(((typeof data34 == "number") && (!(data34 % 1) && !isNaN(data34))) && (isFinite(data34)))){
const err71 = {instancePath:instancePath+"/thresholds/" + key17.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/thresholds/patternProperties/%5E(%3F%3AtrafficMinimumDays%7CtrafficPastDays)%24/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
if((typeof data34 == "number") && (isFinite(data34))){
if(data34 > 29 || isNaN(data34)){
const err72 = {instancePath:instancePath+"/thresholds/" + key17.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/thresholds/patternProperties/%5E(%3F%3AtrafficMinimumDays%7CtrafficPastDays)%24/maximum",keyword:"maximum",params:{comparison: "<=", limit: 29},message:"must be <= 29"};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
if(data34 < 1 || isNaN(data34)){
const err73 = {instancePath:instancePath+"/thresholds/" + key17.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/thresholds/patternProperties/%5E(%3F%3AtrafficMinimumDays%7CtrafficPastDays)%24/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
}
}
}
else {
const err74 = {instancePath:instancePath+"/thresholds",schemaPath:"#/properties/thresholds/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
}
if(data.captureConsole !== undefined){
if(typeof data.captureConsole !== "boolean"){
const err75 = {instancePath:instancePath+"/captureConsole",schemaPath:"#/properties/captureConsole/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
if(data.appLogs !== undefined){
let data36 = data.appLogs;
if(typeof data36 !== "string"){
const err76 = {instancePath:instancePath+"/appLogs",schemaPath:"#/properties/appLogs/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
if(!(((data36 === "full") || (data36 === "message")) || (data36 === "off"))){
const err77 = {instancePath:instancePath+"/appLogs",schemaPath:"#/properties/appLogs/enum",keyword:"enum",params:{allowedValues: schema11.properties.appLogs.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
}
if(data.appLogLevel !== undefined){
let data37 = data.appLogLevel;
if(typeof data37 !== "string"){
const err78 = {instancePath:instancePath+"/appLogLevel",schemaPath:"#/properties/appLogLevel/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
if(!((((((data37 === "trace") || (data37 === "debug")) || (data37 === "info")) || (data37 === "warn")) || (data37 === "error")) || (data37 === "fatal"))){
const err79 = {instancePath:instancePath+"/appLogLevel",schemaPath:"#/properties/appLogLevel/enum",keyword:"enum",params:{allowedValues: schema11.properties.appLogLevel.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
}
if(data.healthDetail !== undefined){
let data38 = data.healthDetail;
if(typeof data38 !== "string"){
const err80 = {instancePath:instancePath+"/healthDetail",schemaPath:"#/properties/healthDetail/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
if(!((data38 === "basic") || (data38 === "full"))){
const err81 = {instancePath:instancePath+"/healthDetail",schemaPath:"#/properties/healthDetail/enum",keyword:"enum",params:{allowedValues: schema11.properties.healthDetail.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
}
if(data.content !== undefined){
let data39 = data.content;
if(typeof data39 !== "string"){
const err82 = {instancePath:instancePath+"/content",schemaPath:"#/properties/content/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
if(!(((((data39 === "keep") || (data39 === "truncate")) || (data39 === "hash")) || (data39 === "mask")) || (data39 === "drop"))){
const err83 = {instancePath:instancePath+"/content",schemaPath:"#/properties/content/enum",keyword:"enum",params:{allowedValues: schema11.properties.content.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
}
if(data.titles !== undefined){
let data40 = data.titles;
if(typeof data40 !== "string"){
const err84 = {instancePath:instancePath+"/titles",schemaPath:"#/properties/titles/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
if(!(((((data40 === "keep") || (data40 === "truncate")) || (data40 === "hash")) || (data40 === "mask")) || (data40 === "drop"))){
const err85 = {instancePath:instancePath+"/titles",schemaPath:"#/properties/titles/enum",keyword:"enum",params:{allowedValues: schema11.properties.titles.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
}
if(data.links !== undefined){
let data41 = data.links;
if(typeof data41 !== "string"){
const err86 = {instancePath:instancePath+"/links",schemaPath:"#/properties/links/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
if(!(((((data41 === "keep") || (data41 === "truncate")) || (data41 === "hash")) || (data41 === "mask")) || (data41 === "drop"))){
const err87 = {instancePath:instancePath+"/links",schemaPath:"#/properties/links/enum",keyword:"enum",params:{allowedValues: schema11.properties.links.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
}
if(data.fileNames !== undefined){
let data42 = data.fileNames;
if(typeof data42 !== "string"){
const err88 = {instancePath:instancePath+"/fileNames",schemaPath:"#/properties/fileNames/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
if(!(((((data42 === "keep") || (data42 === "truncate")) || (data42 === "hash")) || (data42 === "mask")) || (data42 === "drop"))){
const err89 = {instancePath:instancePath+"/fileNames",schemaPath:"#/properties/fileNames/enum",keyword:"enum",params:{allowedValues: schema11.properties.fileNames.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
}
if(data.clientAddress !== undefined){
let data43 = data.clientAddress;
if(typeof data43 !== "string"){
const err90 = {instancePath:instancePath+"/clientAddress",schemaPath:"#/properties/clientAddress/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
if(!(((data43 === "truncate") || (data43 === "hash")) || (data43 === "drop"))){
const err91 = {instancePath:instancePath+"/clientAddress",schemaPath:"#/properties/clientAddress/enum",keyword:"enum",params:{allowedValues: schema11.properties.clientAddress.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
}
if(data.userAgent !== undefined){
let data44 = data.userAgent;
if(typeof data44 !== "string"){
const err92 = {instancePath:instancePath+"/userAgent",schemaPath:"#/properties/userAgent/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
if(!((((((data44 === "family") || (data44 === "keep")) || (data44 === "truncate")) || (data44 === "hash")) || (data44 === "mask")) || (data44 === "drop"))){
const err93 = {instancePath:instancePath+"/userAgent",schemaPath:"#/properties/userAgent/enum",keyword:"enum",params:{allowedValues: schema11.properties.userAgent.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
}
if(data.doNotTrack !== undefined){
if(typeof data.doNotTrack !== "boolean"){
const err94 = {instancePath:instancePath+"/doNotTrack",schemaPath:"#/properties/doNotTrack/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
}
if(data.classes !== undefined){
let data46 = data.classes;
if(data46 && typeof data46 == "object" && !Array.isArray(data46)){
for(const key18 in data46){
if(!((pattern33.test(key18)) || (pattern34.test(key18)))){
const err95 = {instancePath:instancePath+"/classes",schemaPath:"#/properties/classes/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key18},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
}
for(const key19 in data46){
if(pattern33.test(key19)){
let data47 = data46[key19];
if(typeof data47 !== "string"){
const err96 = {instancePath:instancePath+"/classes/" + key19.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/classes/patternProperties/%5E(%3F%3Atruncate%7Chash)%24/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
if(!(((((data47 === "keep") || (data47 === "truncate")) || (data47 === "hash")) || (data47 === "mask")) || (data47 === "drop"))){
const err97 = {instancePath:instancePath+"/classes/" + key19.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/classes/patternProperties/%5E(%3F%3Atruncate%7Chash)%24/enum",keyword:"enum",params:{allowedValues: schema11.properties.classes.patternProperties["^(?:truncate|hash)$"].enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
}
}
for(const key20 in data46){
if(pattern34.test(key20)){
let data48 = data46[key20];
if(typeof data48 !== "string"){
const err98 = {instancePath:instancePath+"/classes/" + key20.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/classes/patternProperties/%5E(%3F%3Asecret)%24/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
if(!(((data48 === "mask") || (data48 === "hash")) || (data48 === "drop"))){
const err99 = {instancePath:instancePath+"/classes/" + key20.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/classes/patternProperties/%5E(%3F%3Asecret)%24/enum",keyword:"enum",params:{allowedValues: schema11.properties.classes.patternProperties["^(?:secret)$"].enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
}
}
}
else {
const err100 = {instancePath:instancePath+"/classes",schemaPath:"#/properties/classes/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
}
if(data.secretKeys !== undefined){
let data49 = data.secretKeys;
if(Array.isArray(data49)){
if(data49.length > 200){
const err101 = {instancePath:instancePath+"/secretKeys",schemaPath:"#/properties/secretKeys/maxItems",keyword:"maxItems",params:{limit: 200},message:"must NOT have more than 200 items"};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
const len0 = data49.length;
for(let i0=0; i0<len0; i0++){
let data50 = data49[i0];
if(typeof data50 === "string"){
if(!pattern0.test(data50)){
const err102 = {instancePath:instancePath+"/secretKeys/" + i0,schemaPath:"#/properties/secretKeys/items/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
}
else {
const err103 = {instancePath:instancePath+"/secretKeys/" + i0,schemaPath:"#/properties/secretKeys/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
}
}
else {
const err104 = {instancePath:instancePath+"/secretKeys",schemaPath:"#/properties/secretKeys/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
}
if(data.secretPatterns !== undefined){
let data51 = data.secretPatterns;
if(Array.isArray(data51)){
if(data51.length > 50){
const err105 = {instancePath:instancePath+"/secretPatterns",schemaPath:"#/properties/secretPatterns/maxItems",keyword:"maxItems",params:{limit: 50},message:"must NOT have more than 50 items"};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
const len1 = data51.length;
for(let i1=0; i1<len1; i1++){
let data52 = data51[i1];
if(typeof data52 === "string"){
if(!pattern0.test(data52)){
const err106 = {instancePath:instancePath+"/secretPatterns/" + i1,schemaPath:"#/properties/secretPatterns/items/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
}
else {
const err107 = {instancePath:instancePath+"/secretPatterns/" + i1,schemaPath:"#/properties/secretPatterns/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
}
}
else {
const err108 = {instancePath:instancePath+"/secretPatterns",schemaPath:"#/properties/secretPatterns/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
}
if(data.allowedKeys !== undefined){
let data53 = data.allowedKeys;
if(Array.isArray(data53)){
if(data53.length > 200){
const err109 = {instancePath:instancePath+"/allowedKeys",schemaPath:"#/properties/allowedKeys/maxItems",keyword:"maxItems",params:{limit: 200},message:"must NOT have more than 200 items"};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
const len2 = data53.length;
for(let i2=0; i2<len2; i2++){
let data54 = data53[i2];
if(typeof data54 === "string"){
if(!pattern0.test(data54)){
const err110 = {instancePath:instancePath+"/allowedKeys/" + i2,schemaPath:"#/properties/allowedKeys/items/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
}
else {
const err111 = {instancePath:instancePath+"/allowedKeys/" + i2,schemaPath:"#/properties/allowedKeys/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
}
}
else {
const err112 = {instancePath:instancePath+"/allowedKeys",schemaPath:"#/properties/allowedKeys/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
}
if(data.allowedValues !== undefined){
let data55 = data.allowedValues;
if(Array.isArray(data55)){
if(data55.length > 200){
const err113 = {instancePath:instancePath+"/allowedValues",schemaPath:"#/properties/allowedValues/maxItems",keyword:"maxItems",params:{limit: 200},message:"must NOT have more than 200 items"};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
const len3 = data55.length;
for(let i3=0; i3<len3; i3++){
let data56 = data55[i3];
if(typeof data56 === "string"){
if(!pattern0.test(data56)){
const err114 = {instancePath:instancePath+"/allowedValues/" + i3,schemaPath:"#/properties/allowedValues/items/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
}
else {
const err115 = {instancePath:instancePath+"/allowedValues/" + i3,schemaPath:"#/properties/allowedValues/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
}
}
else {
const err116 = {instancePath:instancePath+"/allowedValues",schemaPath:"#/properties/allowedValues/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
}
if(data.hashKey !== undefined){
let data57 = data.hashKey;
if(typeof data57 === "string"){
if(!pattern41.test(data57)){
const err117 = {instancePath:instancePath+"/hashKey",schemaPath:"#/properties/hashKey/pattern",keyword:"pattern",params:{pattern: "^.{16,}$"},message:"must match pattern \""+"^.{16,}$"+"\""};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
}
else {
const err118 = {instancePath:instancePath+"/hashKey",schemaPath:"#/properties/hashKey/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
}
if(data.stateDir !== undefined){
let data58 = data.stateDir;
if(typeof data58 === "string"){
if(!pattern0.test(data58)){
const err119 = {instancePath:instancePath+"/stateDir",schemaPath:"#/properties/stateDir/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err119];
}
else {
vErrors.push(err119);
}
errors++;
}
}
else {
const err120 = {instancePath:instancePath+"/stateDir",schemaPath:"#/properties/stateDir/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err120];
}
else {
vErrors.push(err120);
}
errors++;
}
}
if(data.debug !== undefined){
if(typeof data.debug !== "boolean"){
const err121 = {instancePath:instancePath+"/debug",schemaPath:"#/properties/debug/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
}
}
if(data.startupLine !== undefined){
if(typeof data.startupLine !== "boolean"){
const err122 = {instancePath:instancePath+"/startupLine",schemaPath:"#/properties/startupLine/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err122];
}
else {
vErrors.push(err122);
}
errors++;
}
}
if(data.logLevel !== undefined){
let data61 = data.logLevel;
if(typeof data61 !== "string"){
const err123 = {instancePath:instancePath+"/logLevel",schemaPath:"#/properties/logLevel/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
}
if(!(((((((data61 === "none") || (data61 === "error")) || (data61 === "warn")) || (data61 === "info")) || (data61 === "debug")) || (data61 === "verbose")) || (data61 === "all"))){
const err124 = {instancePath:instancePath+"/logLevel",schemaPath:"#/properties/logLevel/enum",keyword:"enum",params:{allowedValues: schema11.properties.logLevel.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err124];
}
else {
vErrors.push(err124);
}
errors++;
}
}
}
else {
const err125 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err125];
}
else {
vErrors.push(err125);
}
errors++;
}
validate10.errors = vErrors;
return errors === 0;
}

export interface Violation { instancePath: string; keyword: string; params: Record<string, unknown> }
export const validateOptions: ((data: unknown) => boolean) & { errors?: Violation[] | null } = validate;
