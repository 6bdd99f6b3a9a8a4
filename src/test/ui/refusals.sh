#!/usr/bin/env bash
# Wrong values typed into open dialogs: each must ask again, filled as it was, in place of a box or a lost dialog.
#   src/test/ui/refusals.sh target/refusals 1366x768
# As screens.sh beside it; a picture of every refusal. Fails if a dialog closed. Takes about 3 minutes.
set -u; ij= home=
out=$1; size=${2:-1366x768}; number=${3:-77}
. "$(dirname "$0")/user.sh"
mkdir -p "$out"; failed=0
screen "$size" "$number"; imagej; trap leave EXIT
await ImageJ 60 && sleep 3 || exit 1
command_ 'BrainDyn Phantom (fMRI, 4-D)' && await 'phantom.*' 60 || exit 1
sleep 2
command_ 'BrainDyn Parcellate...' && await 'BrainDyn Parcellate' && click 'BrainDyn Parcellate' -45 -20
await 'signals of phantom.*' 60 || exit 1
sleep 2
command_ 'BrainDyn Train...' && await 'BrainDyn Train' && click 'BrainDyn Train' -45 -20
gone 'BrainDyn Train' 20; await 'Train, .*' 200 || exit 1
sleep 2
# label, row of the field from the top (presets count), what is typed
while IFS='|' read -r label row text; do
  name=${label%...}; file=$(echo "${name#BrainDyn }" | tr 'A-Z ' 'a-z-')
  command_ "$label" && await "$name" 15 || { failed=1; continue; }
  sleep 0.5; field "$name" "$row" "$text"; ok "$name"; sleep 4
  if [ -n "$(win "$name")" ] && [ -z "$(win BrainDyn)" ]; then echo "asks again: $label $text"; else echo "LOST: $label $text"; failed=1; fi
  picture "$name" "$out/$file.png"; click "$name" -110 -20; gone "$name" 5 || xdotool key Escape
done << 'LIST'
BrainDyn Plan Stimulation...|6|Nowhere
BrainDyn Plan Cut...|3|Nowhere
BrainDyn Plan Added Power...|4|Nowhere
BrainDyn Perturb...|6|Nowhere
BrainDyn Perturb...|7|0
BrainDyn Build Graph...|3|abc
BrainDyn Train...|6|5000
BrainDyn Forecast...|5|0
BrainDyn Fill Gaps...|2|Nowhere
BrainDyn Clean Signals...|5|9
BrainDyn Figure...|6|/nowhere/figure.pdf
BrainDyn Report...|8|/nowhere/report.pdf
BrainDyn Import Signals...|1|/nowhere.csv
LIST
exit $failed
