/** What tells on a record that the Collector had to mask something in it, and of which family. */
export const FAMILY_ATTRIBUTE = 'otel_media.redaction.family';

/**
 * Names of attributes from OpenTelemetry's semantic conventions (1.40 and, for HTTP, network and source code, before
 * 1.23) that tell by themselves that no secret is due there. Their values are looked at all the same.
 */
export const COMMON_KEYS: readonly string[] = (
  'client.address,client.port,code.column,code.column.number,code.file.path,code.filepath,code.function,code.function.name,' +
  'code.line.number,code.lineno,code.namespace,code.stacktrace,container.id,container.image.name,container.name,db.collection.name,' +
  'db.name,db.namespace,db.operation,db.operation.batch.size,db.operation.name,db.query.summary,db.query.text,' +
  'db.response.status_code,db.statement,db.system,db.system.name,deployment.environment,deployment.environment.name,error.type,' +
  'event.name,exception.escaped,exception.message,exception.stacktrace,exception.type,faas.name,http.client_ip,http.flavor,http.host,' +
  'http.method,http.request.body.size,http.request.method,http.request.method_original,http.request.resend_count,' +
  'http.request_content_length,http.response.body.size,http.response.status_code,http.response_content_length,http.route,http.scheme,' +
  'http.server_name,http.status_code,http.status_text,http.target,http.url,http.user_agent,k8s.cluster.name,k8s.container.name,' +
  'k8s.deployment.name,k8s.namespace.name,k8s.node.name,k8s.pod.name,k8s.pod.uid,log.file.name,log.iostream,logger.name,' +
  'messaging.batch.message_count,messaging.consumer.group.name,messaging.destination.name,messaging.message.id,' +
  'messaging.operation.name,messaging.operation.type,messaging.system,net.host.name,net.host.port,net.peer.ip,net.peer.name,' +
  'net.peer.port,net.sock.peer.addr,net.sock.peer.port,net.transport,network.interface.name,network.io.direction,' +
  'network.local.address,network.local.port,network.peer.address,network.peer.port,network.protocol.name,network.protocol.version,' +
  'network.transport,network.type,os.description,os.name,os.type,os.version,peer.service,process.pid,process.runtime.description,' +
  'process.runtime.name,process.runtime.version,rpc.method,rpc.service,rpc.system,server.address,server.port,service.instance.id,' +
  'service.name,service.namespace,service.peer.name,service.version,system.device,telemetry.distro.name,telemetry.distro.version,' +
  'telemetry.sdk.language,telemetry.sdk.name,telemetry.sdk.version,thread.id,thread.name,url.domain,url.fragment,url.full,url.path,' +
  'url.query,url.scheme,url.template,user_agent.name,user_agent.original,user_agent.synthetic.type,user_agent.version'
).split(',');
