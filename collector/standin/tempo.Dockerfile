# As grafana/tempo 2.8: a data folder of its own user. (The real one also has a busybox shell, which nothing here uses.)
FROM scratch
COPY --chown=10001:10001 empty /var/tempo
COPY tempo /tempo
USER 10001:10001
ENTRYPOINT ["/tempo"]
