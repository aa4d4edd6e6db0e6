#!/bin/bash
# enter.sh ROOT COMMAND...: the first process of new mount, process and IPC namespaces. It mounts what a system needs
# into ROOT, runs the command there and reaps orphans. What it mounts and starts ends with it, however it ends.
# Job control (-m) leaves SIGINT as it is for the command: it would be ignored in a plain background process.
set -em
root=$1
shift

mount -t proc proc "$root/proc"
mount --rbind /sys "$root/sys"
mount -t tmpfs -o mode=755,nosuid tmpfs "$root/dev"
while read -r name minor; do mknod -m 666 "$root/dev/$name" c 1 "$minor"; done <<< $'null 3\nzero 5\nfull 7\nrandom 8\nurandom 9'
mknod -m 666 "$root/dev/tty" c 5 0
mkdir "$root/dev/pts" "$root/dev/shm"
mount -t devpts -o newinstance,ptmxmode=0666,mode=620,gid=5 devpts "$root/dev/pts"
mount -t tmpfs -o mode=1777,nosuid,nodev tmpfs "$root/dev/shm"
ln -s pts/ptmx "$root/dev/ptmx"
ln -s /proc/self/fd "$root/dev/fd"
for number in 0:stdin 1:stdout 2:stderr; do ln -s "/proc/self/fd/${number%:*}" "$root/dev/${number#*:}"; done

chroot "$@" < /dev/null &
job=$!
trap 'kill -INT -- "-$job"' INT
trap 'kill -TERM -- "-$job"' TERM
# A signal interrupts the wait, not the command.
while
  code=0
  wait "$job" || code=$?
  kill -0 "$job" 2> /dev/null
do :; done
exit "$code"
