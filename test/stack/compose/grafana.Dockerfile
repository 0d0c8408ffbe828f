# Grafana cannot be built from its Go module, and so has no stand-in. For the other four to be started by the command
# line as they are for people, something has to answer in its place: this is its health check, and nothing else.
FROM scratch
COPY busybox /bin/sh
COPY busybox /bin/wget
COPY busybox /bin/busybox
COPY www /www
USER 472:0
# As process 1 it would not hear another.
STOPSIGNAL SIGKILL
ENTRYPOINT ["/bin/busybox", "httpd", "-f", "-p", "3000", "-h", "/www"]
