#!/bin/bash
# Times an ingest command against mbsync + notmuch on the same IMAP mailbox, in alternation; see README.md.
# Usage: run.sh [-n COUNT] [-r ROUNDS] [-f yes|no] [-c CHECK] [-- COMMAND [ARG...]]
set -euo pipefail
HERE=$(cd "$(dirname "$0")" && pwd)
WORK=${BENCH_DIR:-${TMPDIR:-/tmp}/purrebot-bench}
PATH=$PATH:/usr/sbin:/sbin # daemons lie there, which is not on everybody's PATH
NODE=${NODE:-node}
COUNT=10000 ROUNDS=3 FSYNC=yes CHECK=
while getopts n:r:f:c: o; do
  case $o in n) COUNT=$OPTARG ;; r) ROUNDS=$OPTARG ;; f) FSYNC=$OPTARG ;; c) CHECK=$OPTARG ;; *) exit 2 ;; esac
done
shift $((OPTIND - 1))
for t in dovecot doveadm mbsync notmuch openssl /usr/bin/time "$NODE"; do
  command -v "$t" >/dev/null || { echo "run.sh: $t is missing (apt-get install dovecot-imapd isync notmuch openssl time)" >&2; exit 1; }
done

export IMAP_HOST=127.0.0.1 IMAP_PORT=${IMAP_PORT:-31143} IMAPS_PORT=${IMAPS_PORT:-31993} IMAP_USER=bench IMAP_PASS=test
export IMAP_CA=$WORK/dovecot/cert.pem STATE_DIR=$WORK/state MESSAGE_COUNT=$COUNT
export CORPUS=$WORK/corpus-$COUNT TRUTH=$WORK/corpus-$COUNT.truth.jsonl MAIL_USER=${MAIL_USER:-mail}
mkdir -p "$WORK/dovecot/mail"
exec 9>"$WORK/lock" # two runs in one folder would empty each other's mailbox
flock -n 9 || { echo "run.sh: another run works in $WORK; wait for it, or set BENCH_DIR" >&2; exit 1; }
[ -f "$TRUTH.done" ] || { rm -rf "$CORPUS"; "$NODE" "$HERE/corpus.mjs" "$CORPUS" "$COUNT"; touch "$TRUTH.done"; }
[ "$(id -u)" != 0 ] || chown -R "$MAIL_USER" "$CORPUS"
# Only the corpus is kept. Stopped first: a run that was killed may have left its server behind.
finish() { "$HERE/dovecot.sh" stop "$WORK/dovecot"; rm -rf "$WORK/dovecot/mail/bench" "$STATE_DIR"; }
finish
trap finish EXIT
"$HERE/dovecot.sh" start "$WORK/dovecot" 9>&-
find "$CORPUS/cur" -type f -exec cat {} + >/dev/null # page cache: the disk's first read is nobody's score

# A new mailbox (hard links: seen flags live in file names) and an empty state directory before every run.
fresh() {
  rm -rf "$WORK/dovecot/mail/bench" "$STATE_DIR"
  cp -al "$CORPUS" "$WORK/dovecot/mail/bench"
  [ "$(id -u)" != 0 ] || chown "$MAIL_USER" "$WORK/dovecot/mail/bench" "$WORK/dovecot/mail/bench"/*
  mkdir -p "$STATE_DIR"
  doveadm -c "$WORK/dovecot/dovecot.conf" mailbox status -u bench messages INBOX >/dev/null
  sync
}
baseline() {
  cat >"$STATE_DIR/mbsyncrc" <<EOF
FSync $FSYNC
SyncState *

IMAPAccount a
Host $IMAP_HOST
Port $IMAP_PORT
User $IMAP_USER
Pass $IMAP_PASS
SSLType None
AuthMechs LOGIN

IMAPStore far
Account a

MaildirStore near
Inbox $STATE_DIR/mail/INBOX

Channel c
Far :far:
Near :near:
Patterns INBOX
Sync Pull New
Create Near
EOF
  printf '[database]\npath=%s\n[user]\nname=x\nprimary_email=svar@bot.example\n[maildir]\nsynchronize_flags=false\n' "$STATE_DIR/mail" >"$STATE_DIR/nmrc"
  mkdir -p "$STATE_DIR/mail"
  timed mbsync mbsync -q -c "$STATE_DIR/mbsyncrc" c
  NOTMUCH_CONFIG=$STATE_DIR/nmrc timed notmuch notmuch new --quiet
  [ "$(NOTMUCH_CONFIG=$STATE_DIR/nmrc notmuch count '*')" = "$COUNT" ] || { echo "run.sh: notmuch holds the wrong number of messages" >&2; exit 1; }
}
timed() { # LABEL COMMAND...: appends "LABEL wall cpu rss" to the results
  local label=$1; shift
  /usr/bin/time -o "$WORK/t" -f '%e %U %S %M' "$@" >"$WORK/$label.log" 2>&1 || { echo "run.sh: $label failed:" >&2; tail -20 "$WORK/$label.log" >&2; exit 1; }
  awk -v l="$label" '{ printf "%s %.2f %.2f %.0f\n", l, $1, $2 + $3, $4 / 1024 }' "$WORK/t" | tee -a "$WORK/results"
}
median() { awk -v l="$1" -v f="$2" '$1 == l { print $f }' "$WORK/results" | sort -n | awk '{ a[NR] = $1 } END { if (NR) print NR % 2 ? a[(NR + 1) / 2] : (a[NR / 2] + a[NR / 2 + 1]) / 2; else print 0 }'; }

: >"$WORK/results"
echo "$COUNT messages, $ROUNDS rounds, mbsync FSync $FSYNC; columns: what, wall s, cpu s, peak MiB"
for _ in $(seq "$ROUNDS"); do
  fresh; baseline
  [ $# = 0 ] || { fresh; timed ours "$@"; [ -z "$CHECK" ] || bash -c "$CHECK" || { echo "run.sh: check failed" >&2; exit 1; }; }
done
echo "--- medians"
for l in mbsync notmuch ours; do
  [ "$(median $l 2)" = 0 ] || echo "$l $(median $l 2) s wall, $(median $l 3) s cpu, $(median $l 4) MiB, $(awk -v n="$COUNT" -v s="$(median $l 2)" 'BEGIN { printf "%.0f", n / s }') messages/s"
done
[ $# = 0 ] || awk -v a="$(median ours 2)" -v m="$(median mbsync 2)" -v n="$(median notmuch 2)" 'BEGIN { printf "ours / (mbsync + notmuch) = %.3f; ours / mbsync = %.3f\n", a / (m + n), a / m }'
