#!/usr/bin/env bash
# The guide walked in its window on five kinds of data, and its saved macros replayed headless: same files, byte by byte.
# After `mvn package -DskipTests dependency:build-classpath -Dmdep.includeScope=test -Dmdep.outputFile=target/classpath.txt`:
#   src/test/shell/guide-tour.sh FOLDER [sample fmri table eeg movie]
# Needs Xvfb. Pictures of 1366 x 768 screens: FOLDER/KIND/*.png.
set -eu
out=$(mkdir -p "$1" && cd "$1" && pwd); shift
jar=$(ls target/BrainDyn_-*.jar | grep -ve -sources -e -tests)
cp="target/test-classes:$jar:$(cat "${CLASSPATH_FILE:-target/classpath.txt}")"
home=$(mktemp -d); mkdir -p "$home/plugins"; cp "$jar" "$home/plugins/"
display=:$((RANDOM % 400 + 100))
Xvfb $display -screen 0 1366x768x24 >/dev/null 2>&1 & screen=$!
trap 'kill $screen' EXIT
sleep 2
DISPLAY=$display java -Xmx2g -ea --add-opens=java.base/java.lang=ALL-UNNAMED -Dplugins.dir="$home" \
  -Djava.util.prefs.userRoot="$home" -cp "$cp" org.braindyn.packaged.GuideTour "$out" "$@"
[ $# -gt 0 ] || set -- sample fmri table eeg movie
for kind in "$@"; do
  java -Xmx2g -cp "$cp" org.braindyn.packaged.RunMacro "$out/$kind/guide.ijm" "$out/$kind/replayed" >"$out/$kind/replayed.log" 2>&1
  answer=effect_map.nii.gz; [ -e "$out/$kind/walked/effect.csv" ] && answer=effect.csv
  for file in model.npz $answer; do
    cmp "$out/$kind/walked/$file" "$out/$kind/replayed/$file" && echo "$kind: $file is the same"
  done
done
