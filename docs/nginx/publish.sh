#!/bin/sh
# Puts a finished build before the readers, whole and at once: docs/xuat-ban.md tells when to run it.
#
#   SITEURL=https://… sh publish.sh BUILT TARGET
#
# BUILT is what `tasks.py build --publish --output BUILT` made with the same SITEURL; it stays as it is. Below TARGET:
#
#   releases/N/web/            what nginx serves; the site itself lies below SITEURL's path
#   releases/N/redirects.map   former addresses for nginx's map, from the build's _redirects
#   current -> releases/N      replaced by one rename, so that no reader meets half a site
#
# Whatever goes wrong before the rename leaves `current` alone: exit 1, or 2 for a wrong call.
set -eu
export LC_ALL=C
umask 022

KEPT=3     # releases that stay, the present one included
CARRIED=7  # days for which the styles of earlier releases stay, for pages that were asked for before the swap

fail() {
    printf '%s\n' "$2" >&2
    exit "$1"
}

numbers() {
    ls "$target/releases" | grep -E '^[1-9][0-9]*$' | sort -n
}

[ $# -eq 2 ] || fail 2 'Cách dùng: SITEURL=https://… sh publish.sh THƯ-MỤC-ĐÃ-DỰNG THƯ-MỤC-CỦA-MÁY-CHỦ'
siteurl=${SITEURL:-}
siteurl=${siteurl%/}
case $siteurl in
    http://?* | https://?*) ;;
    *) fail 2 'Thiếu SITEURL, ví dụ SITEURL=https://lienhiephoi.example: phải giống như lúc dựng trang.' ;;
esac
path=${siteurl#*://}
case $path in
    */*) path=/${path#*/} ;;
    *) path= ;;
esac
case $path/ in
    *[!A-Za-z0-9._~/-]* | *//* | */.*) fail 2 "Đường dẫn trong SITEURL không dùng được: $path" ;;
esac

[ -f "$1/.built-site" ] && [ -f "$1/index.html" ] && [ -f "$1/404.html" ] ||
    fail 2 "$1 không phải là trang đã dựng xong bằng tasks.py build --publish."
grep -qF "<link rel=\"canonical\" href=\"$siteurl/\">" "$1/index.html" ||
    fail 2 "Trang trong $1 không được dựng với --publish và SITEURL=$siteurl; hãy dựng lại."
built=$(cd "$1" && pwd -P)
mkdir -p "$2/releases"
target=$(cd "$2" && pwd -P)

exec 9>"$target/.lock"
flock 9  # one at a time
last=$(numbers | tail -n 1)
new=$target/releases/$((${last:-0} + 1))
site=$new/web$path
trap 'rm -rf "$new"' EXIT
trap 'exit 1' HUP INT TERM

# Hard links where both folders are on one disk: no second copy, and a page that did not change keeps its ETag. The
# build replaces files and never writes into them.
mkdir -p "$site"
cp -al "$built/." "$site/" 2>/dev/null || {
    rm -rf "$new"
    mkdir -p "$site"
    cp -a "$built/." "$site/"
}
find "$site" -mindepth 1 -maxdepth 1 -name '.*' -exec rm -rf {} +  # the build's mark

# nginx looks addresses up decoded; those of folders are asked for with and without the last slash.
touch "$site/_redirects"
awk '
function decoded(text,  before, at) {
    before = ""
    while (at = match(text, /%[0-9A-Fa-f][0-9A-Fa-f]/)) {
        before = before substr(text, 1, at - 1) sprintf("%c", digit(substr(text, at + 1, 1)) * 16 + digit(substr(text, at + 2, 1)))
        text = substr(text, at + 3)
    }
    return before text
}
function digit(letter) { return index("0123456789abcdef", tolower(letter)) - 1 }
function line(address) {
    if (tolower(address) in seen) return
    seen[tolower(address)]
    gsub(/[\\"]/, "\\\\&", address)
    printf "\"%s\" \"%s\";\n", address, target
}
/^[ \t]*(#|$)/ { next }
{
    source = $1; target = $2
    if (source ~ /%([01][0-9A-Fa-f]|7[Ff])/ || source !~ /^\// || target !~ /^(\/([^\/]|$)|https?:\/\/)/ || $3 != 301 || NF != 3) {
        print "_redirects:" FNR ": " $0 > "/dev/stderr"
        failed = 1
        next
    }
    gsub(/\$/, "%24", target); gsub(/"/, "%22", target); gsub(/\\/, "%5C", target)
    source = decoded(source)
    gsub(/\/+/, "/", source)
    line(source)
    if (source ~ /.\/$/) line(substr(source, 1, length(source) - 1))
    else if (source !~ /\.[^\/]*$/) line(source "/")
}
END { exit failed }
' "$site/_redirects" >"$new/redirects.map" || fail 1 'Không hiểu những dòng trên của _redirects; trang đang có vẫn giữ nguyên.'
rm "$site/_redirects"

# Pages outside the site's path are missing as well, and robots.txt counts at the top only.
if [ -n "$path" ]; then
    for name in 404.html robots.txt; do
        [ ! -f "$site/$name" ] || ln "$site/$name" "$new/web/$name"
    done
fi

# A page that a reader got a moment ago still finds its styles, marks and typeface. Nothing else is carried over:
# pictures and data of what was taken down are gone at once. Age counts from the last release that used a file.
if [ -d "$site/assets" ]; then
    find "$site/assets" -type f -exec touch {} +
    old=$target/current/web$path/assets
    [ ! -d "$old" ] || (
        cd "$old"
        find . -type f -mtime "-$CARRIED" \( -name '*.css' -o -name '*.js' -o -name '*.svg' -o -name '*.woff2' \)
    ) | while IFS= read -r file; do
        mkdir -p "$(dirname "$site/assets/$file")"
        [ -e "$site/assets/$file" ] || ln "$old/$file" "$site/assets/$file"
    done
fi

chmod -R a+rX "$new"
same=no
! cmp -s "$target/current/redirects.map" "$new/redirects.map" || same=yes
ln -sfT "releases/${new##*/}" "$target/.next"
mv -T "$target/.next" "$target/current"
trap - EXIT
numbers | head -n "-$KEPT" | while IFS= read -r number; do
    rm -rf "$target/releases/$number"
done

printf 'Đã xuất bản lần %s: %s\n' "${new##*/}" "$siteurl/"
[ "$same" = yes ] || printf '%s\n' 'Danh sách địa chỉ cũ đã đổi: hãy nạp lại nginx (sudo systemctl reload nginx).'
