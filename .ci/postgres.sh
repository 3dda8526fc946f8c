#!/usr/bin/env bash
# A throw-away PostgreSQL 17 with pgvector for the integration tests, on Debian 12, whose own packages have no pgvector 0.8: apt resolves the
# newer release's packages into a private folder, dpkg-deb unpacks them there and chroot runs them. The machine's packages stay untouched.
#   postgres.sh start | stop        as root; PGV_HOME (default /var/tmp/waymark-postgres), PGV_PORT (default 54329)
set -euo pipefail
home=${PGV_HOME:-/var/tmp/waymark-postgres} port=${PGV_PORT:-54329}
root=$home/root bin=/usr/lib/postgresql/17/bin

# No login user is needed: the server runs under a number of its own.
run() { env -i PATH=$bin:/usr/bin:/bin HOME=/tmp LC_ALL=C.UTF-8 TZ=UTC /usr/sbin/chroot --userspec=1999:1999 "$root" "$@"; }

install() {
  [ -e "$home/.installed" ] && return
  rm -rf "$home"; mkdir -p "$home"/{state/lists/partial,cache/archives/partial,etc} "$root"; : > "$home/status"
  local mirror options deb
  mirror=$(sed -n 's/^URIs: //p' /etc/apt/sources.list.d/debian.sources | head -n 1)  # the mirror that this machine already uses
  echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror trixie main" > "$home/etc/sources.list"
  options=(-o Dir::Etc::sourcelist="$home/etc/sources.list" -o Dir::Etc::sourceparts=/dev/null -o Dir::Etc::preferencesparts=/dev/null
    -o Dir::State="$home/state" -o Dir::State::status="$home/status" -o Dir::Cache="$home/cache" -o APT::Install-Recommends=false
    -o APT::Sandbox::User=root -o Acquire::Languages=none)
  apt-get "${options[@]}" -qq update
  apt-get "${options[@]}" -qq -y --download-only install postgresql-17 postgresql-17-pgvector dash libc-bin tzdata
  mkdir -p "$root"/usr/{bin,sbin,lib,lib64}; ln -s usr/bin usr/sbin usr/lib usr/lib64 "$root"/
  for deb in "$home"/cache/archives/*.deb; do dpkg-deb --fsys-tarfile "$deb" | tar -x -C "$root" --keep-directory-symlink --no-same-owner; done
  mkdir -p "$root"/{tmp,data,dev,proc,etc}; chmod 1777 "$root/tmp"
  printf 'root:x:0:0::/root:/bin/sh\npostgres:x:1999:1999::/data:/bin/sh\n' > "$root/etc/passwd"
  printf 'root:x:0:\npostgres:x:1999:\n' > "$root/etc/group"
  mknod -m 666 "$root/dev/null" c 1 3; mknod -m 666 "$root/dev/urandom" c 1 9; mknod -m 666 "$root/dev/zero" c 1 5
  chown 1999:1999 "$root/data"; rm -rf "$home/cache" "$home/state" "$root"/usr/share/{doc,man,locale}
  ln -sf /usr/share/zoneinfo/Etc/UTC "$root/etc/localtime"; /usr/sbin/chroot "$root" /sbin/ldconfig || true
  run initdb -D /data/pg -U postgres --auth=trust --locale-provider=builtin --builtin-locale=C.UTF-8 -E UTF8 >/dev/null
  # Nothing in it outlives a test run, so it need not reach the disk. Memory as PostgreSQL's manual advises.
  cat >> "$root/data/pg/postgresql.conf" <<CONF
port=$port
listen_addresses='127.0.0.1'
unix_socket_directories='/tmp'
dynamic_shared_memory_type=mmap
jit=off
fsync=off
synchronous_commit=off
full_page_writes=off
shared_buffers=1GB
maintenance_work_mem=512MB
max_connections=100
CONF
  touch "$home/.installed"
}

case "${1:-start}" in
  start)
    install
    run pg_ctl -D /data/pg -w -t 30 -l /data/log status >/dev/null 2>&1 || run pg_ctl -D /data/pg -w -t 60 -l /data/log start >/dev/null
    echo "postgresql://postgres@127.0.0.1:$port/postgres"
    ;;
  stop) run pg_ctl -D /data/pg -m fast -w stop ;;
  *) echo "postgres.sh start | stop" >&2; exit 2 ;;
esac
