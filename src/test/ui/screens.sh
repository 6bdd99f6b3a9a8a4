#!/usr/bin/env bash
# What a user meets, made by mouse and keyboard in plain ImageJ, with pictures: every dialog opened and closed, the
# guide walked on the sample, and each kind of picture as far as clicks on the sample reach it.
#   mvn -o -q package -DskipTests -Pfiji && src/test/ui/screens.sh target/screens 1366x768
#   src/test/ui/screens.sh target/screens 1280x720 79 dialogs        (parts: dialogs guide pictures keep)
# (from the checkout; CLASSES and CLASSPATH may name compiled classes and jars instead of the package).
# Writes NAME.png for each dialog and table.tsv: command, width, height of the whole window in pixels, and height
# with its Advanced fold open; guideN.png after each step of the guide; picture-NAME.png. Fails, with a list
# (failures), if a dialog is missing, higher than 600 pixels, not all on the screen or not closed by a click on
# Cancel, if the guide does not end with its files, or if a picture does not come.
# With the part keep, docs/images gets them at small size.
# Needs Xvfb, openbox, xdotool, x11-utils, ImageMagick. Takes about 8, 2 and 4 minutes.
# Other window managers will do if they stack dialogs above their owner; twm does not, and clicks miss.
set -u; ij= home=
out=$1; size=${2:-1366x768}; number=${3:-79}; parts=${4:-dialogs guide pictures}
. "$(dirname "$0")/user.sh"
mkdir -p "$out"; : > "$out/failures"
fail() { echo "$1" | tee -a "$out/failures" >&2; }

# begin: ImageJ with the sample cut into regions
begin() {
  imagej; finder_closes=; await ImageJ 60 && sleep 3 || exit 1
  command_ 'BrainDyn Phantom (fMRI, 4-D)' && await 'phantom.*' 60 || exit 1
  sleep 2
  command_ 'BrainDyn Parcellate...' && await 'BrainDyn Parcellate' && ok 'BrainDyn Parcellate'
  await 'signals of phantom.*' 60 || exit 1
  sleep 2
}

# fits LABEL NAME: no part of a dialog is off the screen, and it is not too high; sets whole_height
fits() {
  place "$2"; whole_height=$((HEIGHT + TOP + BOTTOM))
  [ $whole_height -le 600 ] || fail "$1 is $whole_height pixels high"
  [ $((X - LEFT)) -ge 0 ] && [ $((Y - TOP)) -ge 0 ] && [ $((X + WIDTH + RIGHT)) -le "${size%x*}" ] \
    && [ $((Y + HEIGHT + BOTTOM)) -le "${size#*x}" ] || fail "$1 reaches beyond the screen"
}

dialogs() {
  local label name file wide high
  begin; whole "$out/screen-parcellate.png"
  command_ 'BrainDyn Build Graph...' && await 'BrainDyn Build Graph' && ok 'BrainDyn Build Graph'
  await 'graph of signals.*' 60 || exit 1
  sleep 2; whole "$out/screen-graph.png"; : > "$out/table.tsv"
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
  quit
}

guide() {
  local step name='BrainDyn Guide: .*' folder
  imagej; finder_closes=; folder=$home/braindyn-guide; await ImageJ 60 && sleep 3 || exit 1
  command_ 'BrainDyn Guide...' && await 'BrainDyn Guide' && ok 'BrainDyn Guide'
  await "$name" || { fail "no guide"; return; }
  sleep 1; whole "$out/guide0.png"
  for step in 1 2 3 4 5 6 7 8 9; do
    click "$name" 155 -17; xdotool mousemove 2 2; sleep 2
    for _ in $(seq 200); do dark "$name" 105 -28 100 22 && break; sleep 1; done
    sleep 1.5; whole "$out/guide$step.png"
  done
  click "$name" 495 -17; sleep 2; xdotool key Return; sleep 2
  for file in model.npz effect_map.nii.gz report.html braindyn-guide.ijm; do
    [ -s "$folder/$file" ] || fail "the guide left no $file"
  done
  quit
}

# shot FILE: the active window
shot() {
  sleep 1; xdotool mousemove 2 2; sleep 0.4
  import -window "$(xdotool getactivewindow)" "$out/picture-$1.png" && convert "$out/picture-$1.png" +dither -colors 96 -strip "png8:$out/picture-$1.png"
}

# made NAME FILE [SECONDS]: a window that a command made
made() { await "$1" "${3:-60}" && sleep 1 && picture "$1" "$out/picture-$2.png" || fail "no picture $2"; }

# ask LABEL [ROW TEXT]...: a command, its fields, OK
ask() {
  local name=${1%...}
  command_ "$1" && await "$name" 15 || { fail "$1 has no dialog"; return 1; }
  sleep 0.5; shift
  while [ $# -gt 1 ]; do field "$name" "$1" "$2"; shift 2; done
  ok "$name"; gone "$name" 30 || { fail "$name asks again"; whole "$out/again.png"; click "$name" -110 -20; return 1; }
}

pictures() {
  local eeg
  begin
  click 'phantom labels.*' 100 200; sleep 2; whole "$out/picture-selected.png"
  ask 'BrainDyn Carpet Plot...'; made 'carpet of signals of phantom.*' carpet
  ask 'BrainDyn Build Graph...'; made 'graph of signals of phantom.*' graph
  ask 'BrainDyn Figure...'; shot circle
  front 'graph of signals of phantom.*'; ask_glass; shot glass
  ask 'BrainDyn Train...'; made 'Train, .*' train-table 200; whole "$out/picture-verdict.png"
  ask 'BrainDyn Forecast...'; made 'Forecast of .*bars.*' forecast
  ask 'BrainDyn Perturb...'; made 'Effect' effect 120; picture 'effect map [^,]*' "$out/picture-effect-map.png"
  whole "$out/picture-after-perturb.png"
  front 'effect map [^,]*'; ask 'BrainDyn Figure...'; shot map
  ask 'BrainDyn Effective Connectivity...'; made '.*links.*' links 120
  ask 'BrainDyn Plan Stimulation...' 6 'L-Frontal-1'; made 'Plan.*' plan 200
  eeg=$home/eeg; mkdir -p "$eeg"
  ask 'BrainDyn Make EEG Sample...' 1 "$eeg" 3 60; sleep 3
  ask 'BrainDyn Import EEG...' 2 "$eeg/eeg.edf"; await 'eeg.edf.*' 60
  ask 'BrainDyn EEG Viewer...'; made 'EEG of .*' eeg-viewer
  ask 'BrainDyn Scalp Map...'; made '.*(mean|power).*' scalp
  ask 'BrainDyn Clean EEG...'; made 'cleaned .*' eeg-cleaned 120; whole "$out/picture-clean-eeg.png"
  command_ 'BrainDyn Help'; made 'BrainDyn Help.*' help
  quit
}

# ask_glass: the graph as a glass brain: the second field by its first letter
ask_glass() {
  command_ 'BrainDyn Figure...' && await 'BrainDyn Figure' && sleep 0.5 && xdotool key Tab g && sleep 0.3 && ok 'BrainDyn Figure'
  gone 'BrainDyn Figure' 20
}

# small FILE AS [WIDTH]: a picture as docs/images keeps it
small() {
  [ -e "$out/$1.png" ] && convert "$out/$1.png" -resize "${3:-800}x>" +dither -colors 48 -strip "png8:docs/images/$2.png"
}

# keep: what was made before goes to docs/images
keep() {
  local label file step
  mkdir -p docs/images/guide
  while IFS=$'\t' read -r label _; do
    file=$(echo "${label#BrainDyn }" | tr -d . | tr 'A-Z ' 'a-z-'); small "$file" "dialogs/$file"
  done < "$out/table.tsv"
  for file in parcellate train perturb; do
    convert "$out/$file.png" +dither -colors 32 -strip "png8:src/main/resources/org/braindyn/fiji/help/$file.png"
  done
  for step in 1 2 3 4 5 6 7 8 9; do small "guide$step" "guide/step$step"; done
  small guide7 guide; small picture-selected selected; small picture-eeg-viewer eeg_viewer
  small picture-carpet region_signals; small picture-forecast forecast
}

screen "$size" "$number"; trap leave EXIT
for part in $parts; do $part; done
[ ! -s "$out/failures" ] || exit 1
