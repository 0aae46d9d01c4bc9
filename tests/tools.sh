#!/bin/sh
# Install the programs that tests drive, or name the one command that does.
set -eu
missing=""
for tool in "$@"; do
	command -v "$tool" > /dev/null || PATH="$PATH:/usr/sbin" command -v "$tool" > /dev/null || missing="$missing $tool"
done
[ -z "$missing" ] && exit 0
packages=$(echo "$missing" | sed 's/nginx/nginx-light/')
install="apt-get update -qq && apt-get install -y -qq$packages"
if command -v apt-get > /dev/null && [ "$(id -u)" = 0 ]; then
	echo "Installing$missing for the tests …"
	sh -c "DEBIAN_FRONTEND=noninteractive $install" > /dev/null
else
	echo "The tests need$missing. On Debian or Ubuntu: sudo sh -c '$install'" >&2
	exit 1
fi
