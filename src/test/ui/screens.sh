#!/usr/bin/env bash
# Every dialog opened and closed by mouse and keyboard in plain ImageJ, on the sample, with a picture of each.
#   mvn -o -q package -DskipTests -Pfiji && src/test/ui/screens.sh target/screens 1366x768
# (from the checkout; CLASSES and CLASSPATH may name compiled classes and jars instead of the package).
# Writes NAME.png for each dialog and table.tsv: command, width, height of the whole window in pixels, and
# height with its Advanced fold open. Fails, with a list, if a dialog is missing, higher than 600 pixels, not
# all on the screen, or does not close by a click on Cancel.
# Needs Xvfb, openbox, xdotool, x11-utils, ImageMagick. Takes about 8 minutes.
# Other window managers will do if they stack dialogs above their owner; twm does not, and clicks miss.
set -u
out=$1; size=${2:-1366x768}; number=${3:-79}
. "$(dirname "$0")/user.sh"
mkdir -p "$out"; : > "$out/table.tsv"; : > "$out/failures"
fail() { echo "$1" | tee -a "$out/failures" >&2; }

screen "$size" "$number"; imagej; trap leave EXIT
await ImageJ 60 && sleep 3 || exit 1
command_ 'BrainDyn Phantom (fMRI, 4-D)' && await 'phantom.*' 60 || exit 1
sleep 2; place 'phantom labels.*'
command_ 'BrainDyn Parcellate...' && await 'BrainDyn Parcellate' && click 'BrainDyn Parcellate' -45 -20
await 'signals of phantom.*' 60 || exit 1
sleep 2; whole "$out/screen-parcellate.png"
command_ 'BrainDyn Build Graph...' && await 'BrainDyn Build Graph' && click 'BrainDyn Build Graph' -45 -20
await 'graph of signals.*' 60 || exit 1
sleep 2; whole "$out/screen-graph.png"

# fits LABEL NAME: no part of a dialog is off the screen, and it is not too high; sets whole_height
fits() {
  place "$2"; whole_height=$((HEIGHT + TOP + BOTTOM))
  [ $whole_height -le 600 ] || fail "$1 is $whole_height pixels high"
  [ $((X - LEFT)) -ge 0 ] && [ $((Y - TOP)) -ge 0 ] && [ $((X + WIDTH + RIGHT)) -le "${size%x*}" ] \
    && [ $((Y + HEIGHT + BOTTOM)) -le "${size#*x}" ] || fail "$1 reaches beyond the screen"
}

while read -r label; do
  name=${label%...}; file=$(echo "${name#BrainDyn }" | tr 'A-Z ' 'a-z-')
  command_ "$label" && await "$name" 15 || { fail "$label has no dialog"; whole "$out/missing-$file.png"; continue; }
  sleep 0.5; fits "$label" "$name"; picture "$name" "$out/$file.png"
  wide=$WIDTH high=$whole_height
  click "$name" 40 -58; fits "$label, Advanced" "$name"
  [ $whole_height -eq $high ] || picture "$name" "$out/advanced-$file.png"
  printf '%s\t%s\t%s\t%s\n' "$label" "$wide" "$high" "$whole_height" >> "$out/table.tsv"
  click "$name" -110 -20
  gone "$name" 5 || { fail "$label does not close by Cancel"; xdotool key Escape; gone "$name" 5; }
done < <(grep -o '"BrainDyn [^"]*\.\.\."' plugins.config | tr -d '"')
sort -t$'\t' -k3 -n -r "$out/table.tsv" | head -3
[ ! -s "$out/failures" ] || exit 1
