#!/bin/sh
# read_only.sh WRITABLE COMMAND…: run a command with every file system that holds the course, Python or the home
# read-only, as on a server's image, and only the folder WRITABLE as a disk in memory. In a mount namespace of its own.
set -eu
writable=$1
shift
folders=$(printf '%s\n' / "$HOME" "$PWD" "$NOTEBOOKS" "$PYTHON_PREFIX")
