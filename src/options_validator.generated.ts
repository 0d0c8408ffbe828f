// Generated from src/options_schema.ts by npm run generate; do not edit.
// @ts-nocheck
const validate = validate10;
const schema11 = {"$schema":"http://json-schema.org/draft-07/schema#","title":"Settings of otel-media","type":"object","properties":{"enabled":{"type":"boolean","description":"Whether telemetry is set up at all. Default true."},"serviceName":{"type":"string","pattern":"\\S","description":"Name of the service. Default: the npm package or script name."},"serviceNamespace":{"type":"string","pattern":"\\S","description":"Group that the service belongs to."},"serviceVersion":{"type":"string","pattern":"\\S","description":"Version of the service."},"environment":{"type":"string","pattern":"\\S","description":"Deployment environment: production, staging, …"},"endpoint":{"type":"string","description":"Where OTLP over HTTP is sent. Default http://127.0.0.1:4318.","pattern":"^https?://[^\\s/]"},"headers":{"type":"object","description":"Headers sent along, such as the credentials of a hosted Collector. The variable is a list: a=b,c=d.","additionalProperties":{"type":"string"}},"traces":{"type":"boolean","description":"Whether traces are sent. Default true."},"metrics":{"type":"boolean","description":"Whether metrics are sent. Default true."},"logs":{"type":"boolean","description":"Whether logs and events are sent. Default true."},"exportIntervalSeconds":{"type":"number","description":"How often metrics are sent, in seconds. Default 15. The variable is in milliseconds.","minimum":0.1,"maximum":3600},"shutdownTimeoutSeconds":{"type":"number","description":"How long sending what is left may take at the end, in seconds, in all. Default 5.","minimum":0.1,"maximum":120},"flushOnExit":{"type":"boolean","description":"Whether SIGTERM, SIGINT and crashes wait for telemetry to be sent. Default true."},"instrumentHttp":{"type":"boolean","description":"Whether http and https get spans. Default true."},"instrumentUndici":{"type":"boolean","description":"Whether fetch and undici get spans. Default true."},"hostMetrics":{"type":"boolean","description":"Whether figures of host, process and event loop are sent. Default true."},"hostMetricsIntervalSeconds":{"type":"number","description":"How often the host is looked at, in seconds. Default: as often as metrics are sent.","minimum":1,"maximum":3600},"content":{"type":"string","description":"What leaves of titles, links, file names and user agents. Default hash.","enum":["keep","hash","mask","drop"]},"hashKey":{"type":"string","description":"Key of the keyed hashes. Default: made once, and kept in the state folder.","pattern":"^.{16,}$"},"stateDir":{"type":"string","pattern":"\\S","description":"Folder for what is kept between runs; one that is given keeps the plays that are open, too. Default: in the state folder of the user."},"cookiesStaleAfterSeconds":{"type":"number","description":"Age in seconds from which a cookie file counts as stale. Default 43200 (12 h).","minimum":1,"maximum":31536000},"stageSlowAfterSeconds":{"type":"number","description":"From when on a stage counts as slow, in seconds, where its call does not say. Default 300, of each stage.","minimum":0.001,"maximum":31536000},"sessionStuckAfterSeconds":{"type":"number","description":"From when on a session that has not ended counts as stuck, in seconds. Default 7200 (2 h).","minimum":1,"maximum":31536000},"startupLine":{"type":"boolean","description":"Whether one line on stderr says what is sent where. Default true."},"logLevel":{"type":"string","description":"Level of OpenTelemetry's own diagnostics on the console; debug shows every export. Default warn.","enum":["none","error","warn","info","debug","verbose","all"]}},"additionalProperties":false};
const func2 = Object.prototype.hasOwnProperty;
const pattern0 = new RegExp("\\S", "u");
const pattern4 = new RegExp("^https?://[^\\s/]", "u");
const pattern5 = new RegExp("^.{16,}$", "u");

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
if(data.content !== undefined){
let data18 = data.content;
if(typeof data18 !== "string"){
const err30 = {instancePath:instancePath+"/content",schemaPath:"#/properties/content/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
if(!((((data18 === "keep") || (data18 === "hash")) || (data18 === "mask")) || (data18 === "drop"))){
const err31 = {instancePath:instancePath+"/content",schemaPath:"#/properties/content/enum",keyword:"enum",params:{allowedValues: schema11.properties.content.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data.hashKey !== undefined){
let data19 = data.hashKey;
if(typeof data19 === "string"){
if(!pattern5.test(data19)){
const err32 = {instancePath:instancePath+"/hashKey",schemaPath:"#/properties/hashKey/pattern",keyword:"pattern",params:{pattern: "^.{16,}$"},message:"must match pattern \""+"^.{16,}$"+"\""};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
else {
const err33 = {instancePath:instancePath+"/hashKey",schemaPath:"#/properties/hashKey/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data.stateDir !== undefined){
let data20 = data.stateDir;
if(typeof data20 === "string"){
if(!pattern0.test(data20)){
const err34 = {instancePath:instancePath+"/stateDir",schemaPath:"#/properties/stateDir/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
else {
const err35 = {instancePath:instancePath+"/stateDir",schemaPath:"#/properties/stateDir/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data.cookiesStaleAfterSeconds !== undefined){
let data21 = data.cookiesStaleAfterSeconds;
if((typeof data21 == "number") && (isFinite(data21))){
if(data21 > 31536000 || isNaN(data21)){
const err36 = {instancePath:instancePath+"/cookiesStaleAfterSeconds",schemaPath:"#/properties/cookiesStaleAfterSeconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 31536000},message:"must be <= 31536000"};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
if(data21 < 1 || isNaN(data21)){
const err37 = {instancePath:instancePath+"/cookiesStaleAfterSeconds",schemaPath:"#/properties/cookiesStaleAfterSeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
else {
const err38 = {instancePath:instancePath+"/cookiesStaleAfterSeconds",schemaPath:"#/properties/cookiesStaleAfterSeconds/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data.stageSlowAfterSeconds !== undefined){
let data22 = data.stageSlowAfterSeconds;
if((typeof data22 == "number") && (isFinite(data22))){
if(data22 > 31536000 || isNaN(data22)){
const err39 = {instancePath:instancePath+"/stageSlowAfterSeconds",schemaPath:"#/properties/stageSlowAfterSeconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 31536000},message:"must be <= 31536000"};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
if(data22 < 0.001 || isNaN(data22)){
const err40 = {instancePath:instancePath+"/stageSlowAfterSeconds",schemaPath:"#/properties/stageSlowAfterSeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0.001},message:"must be >= 0.001"};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
else {
const err41 = {instancePath:instancePath+"/stageSlowAfterSeconds",schemaPath:"#/properties/stageSlowAfterSeconds/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
if(data.sessionStuckAfterSeconds !== undefined){
let data23 = data.sessionStuckAfterSeconds;
if((typeof data23 == "number") && (isFinite(data23))){
if(data23 > 31536000 || isNaN(data23)){
const err42 = {instancePath:instancePath+"/sessionStuckAfterSeconds",schemaPath:"#/properties/sessionStuckAfterSeconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 31536000},message:"must be <= 31536000"};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
if(data23 < 1 || isNaN(data23)){
const err43 = {instancePath:instancePath+"/sessionStuckAfterSeconds",schemaPath:"#/properties/sessionStuckAfterSeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
else {
const err44 = {instancePath:instancePath+"/sessionStuckAfterSeconds",schemaPath:"#/properties/sessionStuckAfterSeconds/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data.startupLine !== undefined){
if(typeof data.startupLine !== "boolean"){
const err45 = {instancePath:instancePath+"/startupLine",schemaPath:"#/properties/startupLine/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data.logLevel !== undefined){
let data25 = data.logLevel;
if(typeof data25 !== "string"){
const err46 = {instancePath:instancePath+"/logLevel",schemaPath:"#/properties/logLevel/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
if(!(((((((data25 === "none") || (data25 === "error")) || (data25 === "warn")) || (data25 === "info")) || (data25 === "debug")) || (data25 === "verbose")) || (data25 === "all"))){
const err47 = {instancePath:instancePath+"/logLevel",schemaPath:"#/properties/logLevel/enum",keyword:"enum",params:{allowedValues: schema11.properties.logLevel.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
}
else {
const err48 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
validate10.errors = vErrors;
return errors === 0;
}

export interface Violation { instancePath: string; keyword: string; params: Record<string, unknown> }
export const validateOptions: ((data: unknown) => boolean) & { errors?: Violation[] | null } = validate;
