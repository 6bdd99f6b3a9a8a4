#!/usr/bin/env bash
# Pictures of every dialog, made as a user makes them: by mouse and keyboard in plain ImageJ under Xvfb.
#   mvn -o -q package -DskipTests -Pfiji && src/test/ui/screens.sh target/screens 1366x768
# (from the checkout; CLASSES and CLASSPATH may name compiled classes and jars instead of the package).
# Writes NAME.png for each dialog and table.tsv: command, width, height in pixels.
# Needs Xvfb, twm, xdotool and ImageMagick. Takes about 4 minutes.
set -u
out=$1; screen=${2:-1366x768}; number=${3:-79}
here=$(dirname "$0"); . "$here/user.sh"
mkdir -p "$out"; home=$(mktemp -d); plugins=$home/ij/plugins; mkdir -p "$plugins"
trap 'kill $ij $wm $x 2>/dev/null; rm -rf "$home"' EXIT
if [ -n "${CLASSES:-}" ]; then jar cf "$plugins/BrainDyn_-screens.jar" -C "$CLASSES" .; jars=$CLASSPATH
else cp $(ls target/BrainDyn_-*.jar | grep -ve -sources -e -tests) "$plugins"; jars=$(find "$HOME/.m2" -name 'ij-1.54p.jar'):$(find target/Fiji.app/jars -name '*.jar' 2>/dev/null | tr '\n' ':'); fi
Xvfb ":$number" -screen 0 "${screen}x24" > /dev/null 2>&1 & x=$!
export DISPLAY=":$number"; sleep 1
printf 'RandomPlacement\nNoGrabServer\nDecorateTransients\nShowIconManager {}\nBorderWidth 1\nTitleFont "fixed"\n' > "$home/twmrc"
sed -i '/IconManager/d' "$home/twmrc"
twm -f "$home/twmrc" > /dev/null 2>&1 & wm=$!
java -Xmx1500m -Duser.home="$home" -Dplugins.dir="$home/ij" -cp "$jars" ij.ImageJ > "$home/log" 2>&1 & ij=$!
await ImageJ 60 && sleep 3 && finder || exit 1
command_ 'BrainDyn Phantom'; await 'phantom.*' 60; sleep 3
command_ 'BrainDyn Parcellate...'; await 'BrainDyn Parcellate' && click 'BrainDyn Parcellate' -45 -20
await 'signals of phantom.*' 60; sleep 2; import -window root "$out/screen-parcellate.png"
command_ 'BrainDyn Build Graph...'; await 'BrainDyn Build Graph' && click 'BrainDyn Build Graph' -45 -20
await 'graph of signals.*' 60; sleep 1
: > "$out/table.tsv"
grep -o '"BrainDyn [^"]*\.\.\."' plugins.config | tr -d '"' | while read -r label; do
  name=${label%...}; file=$(echo "${name#BrainDyn }" | tr 'A-Z ' 'a-z-')
  case $label in *'Make Sample'*) row=2;; *) row=;; esac # "Make EEG Sample" is found first
  command_ "$label" $row; await "$name" 15 || { import -window root "$out/missing-$file.png"; continue; }
  sleep 0.7; picture "$name" "$out/$file.png"
  printf '%s\t%s\n' "$label" "$(size "$name" | tr ' ' '\t')" >> "$out/table.tsv"
  xdotool mousemove_relative 1 0; click "$name" -120 -20
  gone "$name" 5 || xdotool key Escape
done
sort -t$'\t' -k3 -n -r "$out/table.tsv" | head -3
