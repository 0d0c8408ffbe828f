#!/bin/sh
# Usage: build.sh BIN_DIR BUSYBOX. See README.md.
set -eu
bin=$1
busybox=$2
here=$(cd "$(dirname "$0")" && pwd)
# The image names of the compose file, so that versions are written once.
images=$(sed -n 's/^ *image: //p' "$here/../../docker-compose.yml" | sort -u)
for name in collector prometheus loki tempo; do
  context=$(mktemp -d)
  mkdir "$context/empty"
  cp "$bin/$name" "$context/"
  if [ $name = prometheus ]; then cp "$bin/promtool" "$context/"; cp "$busybox" "$context/busybox"; fi
  tag=$(echo "$images" | grep "$name")
  docker build --quiet --file "$here/$name.Dockerfile" --tag "$tag" "$context"
  rm -r "$context"
done
