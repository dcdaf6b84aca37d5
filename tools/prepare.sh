#!/bin/sh
# Installs what package-lock.json names, if it isn't installed yet, and builds what has changed.
# Whatever Node the machine has only installs: everything else runs on the Node that is installed here.
set -eu
cd "$(dirname "$0")/.."
stamp=node_modules/.installed-from
if ! cmp -s package-lock.json "$stamp"; then
  echo 'Installing packages (a few minutes the first time) …'
  # Not "npm ci": it refuses a lock file that lacks the binaries of platforms a registry does not carry.
  npm install --no-save --no-audit --no-fund --loglevel=error
  cp package-lock.json "$stamp"
fi
node_modules/.bin/node tools/build.ts
