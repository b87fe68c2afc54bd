#!/usr/bin/env bash
# Sees to a Chromium for the browser tests; without one they are skipped, never failed.
set -u

for name in chromium chromium-browser google-chrome; do
  if command -v "$name" >/dev/null 2>&1; then exit 0; fi
done

skip() {
  echo "Không có Chromium: $1. Các phép thử trong trình duyệt sẽ được bỏ qua." >&2
  exit 0
}

command -v apt-get >/dev/null 2>&1 || skip "máy này không dùng apt-get"
if [ "$(id -u)" -eq 0 ]; then
  as_root=(env)
elif sudo -n true 2>/dev/null; then
  as_root=(sudo -n env)
else
  skip "cần quyền quản trị để cài gói chromium"
fi

apt=(DEBIAN_FRONTEND=noninteractive apt-get -y -qq -o Acquire::Retries=5
  -o Acquire::http::Timeout=120 -o DPkg::Lock::Timeout=300)
echo "Cài Chromium cho các phép thử trong trình duyệt…" >&2
"${as_root[@]}" "${apt[@]}" update </dev/null >/dev/null || skip "apt-get update không thành công"
# DejaVu has every Vietnamese letter.
"${as_root[@]}" "${apt[@]}" install --no-install-recommends chromium fonts-dejavu-core \
  </dev/null >/dev/null || skip "apt-get install không thành công"
