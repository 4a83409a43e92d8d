#!/usr/bin/env bash
# SPDX-License-Identifier: AGPL-3.0-or-later
# Proves the README's two commands on a bare Debian 12: a fresh root with python3 and git and nothing else, no venv
# module, no Qt libraries, no display. Needs root and debootstrap.
#
#   sudo installer/prove_bare_debian.sh FOLDER [COMMAND...]      default commands: demo test
#
# FOLDER receives the root (some 3 GB afterwards). Behind a proxy or with a package index of your own, set
#   BIND="/dir /dir"    folders of this machine that pip's configuration speaks of: seen read-only inside
# pip's configuration, the certificates and the name servers of this machine are used inside as they are here.
# KEEP=1 keeps an earlier root and clone, to show that the second run is quick.
set -euo pipefail

# In a mount namespace of its own: whatever ends this, nothing stays mounted under FOLDER, so that deleting it is safe.
if [ -z "${OWN_MOUNTS:-}" ]; then OWN_MOUNTS=1 exec unshare --mount --propagation private bash "$0" "$@"; fi

root=$1
shift
commands=("${@:-demo}")
[ $# -gt 0 ] || commands=(demo test)
repository=$(cd "$(dirname "$0")/.." && pwd)

if [ ! -x "$root/usr/bin/git" ]; then
    debootstrap --variant=minbase --include=python3,git,ca-certificates bookworm "$root"
fi

attach() {  # attach OPTIONS... TARGET
    local target="$root${*: -1}"
    mkdir -p "$target"
    mount "${@:1:$#-1}" "$target"
}
attach -t proc proc /proc
attach --bind /dev /dev
attach -t tmpfs tmpfs /dev/shm
attach -o ro --bind "$repository" /mnt/repository
for folder in ${BIND:-}; do attach -o ro --bind "$folder" "$folder"; done

cp -L /etc/resolv.conf "$root/etc/resolv.conf"
cp -L /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/ca-certificates.crt"
[ ! -e /etc/pip.conf ] || cp /etc/pip.conf "$root/etc/pip.conf"
if [ -d /etc/xdg/pip ]; then mkdir -p "$root/etc/xdg" && cp -r /etc/xdg/pip "$root/etc/xdg/"; fi
if [ -d "$HOME/.config/pip" ]; then mkdir -p "$root/root/.config" && cp -r "$HOME/.config/pip" "$root/root/.config/"; fi

inside() {
    env -i HOME=/root LANG=C.UTF-8 PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
        SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt PIP_CERT=/etc/ssl/certs/ca-certificates.crt \
        ${PIP_DEFAULT_TIMEOUT:+PIP_DEFAULT_TIMEOUT="$PIP_DEFAULT_TIMEOUT"} \
        chroot "$root" "$@"
}

if [ -z "${KEEP:-}" ]; then
    rm -rf "$root/home/redactor"
    inside git -c safe.directory='*' clone --quiet /mnt/repository /home/redactor
fi
echo "== bare root: $(inside cat /etc/debian_version), $(inside python3 --version), $(inside dpkg-query -f '.\n' -W | wc -l) packages"
inside python3 -c 'import ensurepip' 2>/dev/null && { echo "this root is not bare: it has ensurepip" >&2; [ -n "${KEEP:-}" ] || exit 2; }
for command in "${commands[@]}"; do
    echo "== python3 installer/run.py $command"
    start=$SECONDS
    inside sh -c "cd /home/redactor && python3 installer/run.py $command"
    echo "== $command: exit status 0 after $((SECONDS - start)) s"
done
