#!/bin/bash
# Start or stop a private Dovecot (2.3) on loopback. Usage: dovecot.sh start|stop DIR
#   DIR/mail/<user>/ is the Maildir of <user>; every user's password is "test".
#   Ports: IMAP_PORT (default 31143), IMAPS_PORT (default 31993). Works as root or as a plain user.
set -euo pipefail
cmd=${1:?start|stop}; D=$(realpath -m "${2:?directory}")
PORT=${IMAP_PORT:-31143}; TLSPORT=${IMAPS_PORT:-31993}
U=$(id -un); G=$(id -gn)
# Dovecot refuses mail uid 0: as root, mail belongs to (and imap runs as) MAIL_USER, by default "mail".
if [ "$(id -u)" = 0 ]; then MU=${MAIL_USER:-mail}; INT=dovecot; LOG=dovenull; else MU=$U; INT=$U; LOG=$U; fi
MUID=$(id -u "$MU"); MGID=$(id -g "$MU")
case $cmd in
start)
  mkdir -p "$D/run" "$D/mail"; [ -f "$D/key.pem" ] || openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 \
    -nodes -days 3650 -subj /CN=localhost -addext subjectAltName=DNS:localhost,IP:127.0.0.1 \
    -keyout "$D/key.pem" -out "$D/cert.pem" 2>/dev/null
  { echo "base_dir = $D/run
state_dir = $D/run
log_path = $D/dovecot.log
protocols = imap
listen = 127.0.0.1
ssl = yes
ssl_cert = <$D/cert.pem
ssl_key = <$D/key.pem
disable_plaintext_auth = no
auth_mechanisms = plain login
default_internal_user = $INT
default_internal_group = $([ "$(id -u)" = 0 ] && echo dovecot || echo "$G")
default_login_user = $LOG
first_valid_uid = $MUID
first_valid_gid = $MGID
mail_location = maildir:$D/mail/%u
mail_max_userip_connections = 100
mailbox_idle_check_interval = 1s
passdb {
  driver = static
  args = password=test
}
userdb {
  driver = static
  args = uid=$MUID gid=$MGID home=$D/mail/%u allow_all_users=yes
}
namespace inbox {
  inbox = yes
}
service imap-login {
  inet_listener imap {
    port = $PORT
  }
  inet_listener imaps {
    port = $TLSPORT
    ssl = yes
  }"
    [ "$(id -u)" = 0 ] || echo "  chroot ="
    echo "}"
    [ "$(id -u)" = 0 ] || echo "service anvil {
  chroot =
}"
    echo "service stats {
  chroot =
}"; } > "$D/dovecot.conf"
  chown -R "$MUID:$MGID" "$D/mail" 2>/dev/null || true
  dovecot -c "$D/dovecot.conf"
  for _ in $(seq 50); do (exec 3<>/dev/tcp/127.0.0.1/"$PORT") 2>/dev/null && exit 0; sleep 0.1; done
  echo "dovecot did not come up; see $D/dovecot.log" >&2; exit 1 ;;
stop) # what is not running is stopped already; a number that another program has got since is left alone
  pid=$(cat "$D/run/master.pid" 2>/dev/null) || exit 0
  [ "$(cat "/proc/$pid/comm" 2>/dev/null)" = dovecot ] || exit 0
  kill "$pid"; while kill -0 "$pid" 2>/dev/null; do sleep 0.1; done ;;
esac
