#!/bin/sh
# read_only.sh WRITABLE FOLDER… -- COMMAND…: run the command in a mount namespace where nothing can be written, as on
# a server's image, neither in the folders nor elsewhere; the folder WRITABLE alone is an empty disk in memory.
set -eu
writable=$1
shift
mount --make-rprivate /
mount -o remount,bind,ro /
while [ "$1" != -- ]; do
    mount --bind "$1" "$1" # it may lie on another file system than the root
    mount -o remount,bind,ro "$1"
    if touch "$1/written" 2>/dev/null; then
        echo "$1 can still be written" >&2
        exit 1
    fi
    shift
done
shift
mount -t tmpfs tmpfs "$writable"
cd "$PWD" # not the folder as it was before
exec "$@"
