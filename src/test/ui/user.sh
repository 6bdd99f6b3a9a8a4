# What a user does, by mouse and keyboard: sourced by the scripts beside it.
# Needs Xvfb, openbox, xdotool, x11-utils and ImageMagick.

# screen SIZE NUMBER: a screen with a window manager, as a desktop has; sets DISPLAY, screen_x, screen_wm
screen() {
  Xvfb ":$2" -screen 0 "${1}x24" > /dev/null 2>&1 & screen_x=$!
  export DISPLAY=":$2"; sleep 1
  openbox > /dev/null 2>&1 & screen_wm=$!
  sleep 0.5
}

# win NAME: the newest visible window of this name (a regular expression)
win() { xdotool search --onlyvisible --name "^$1\$" 2> /dev/null | tail -1; }

# await NAME [SECONDS]: waits for a window
await() {
  for _ in $(seq $((${2:-20} * 5))); do [ -n "$(win "$1")" ] && return 0; sleep 0.2; done
  echo "no window $1" >&2; return 1
}

# gone NAME [SECONDS]: waits until a window is away
gone() {
  for _ in $(seq $((${2:-60} * 5))); do [ -z "$(win "$1")" ] && return 0; sleep 0.2; done
  echo "still there: $1" >&2; return 1
}

# front NAME: brings a window before the others, as a click on its title does
front() {
  local w; w=$(win "$1"); [ -n "$w" ] || { echo "no window $1" >&2; return 1; }
  timeout 3 xdotool windowactivate --sync "$w" 2> /dev/null; sleep 0.2
}

# place NAME: sets X, Y, WIDTH, HEIGHT of a window's inside, and LEFT, RIGHT, TOP, BOTTOM of its frame
place() {
  local w; w=$(win "$1"); [ -n "$w" ] || { echo "no window $1" >&2; return 1; }
  read -r X Y WIDTH HEIGHT < <(xwininfo -id "$w" | awk '/Absolute|Width|Height/ { printf "%s ", $NF }')
  read -r LEFT RIGHT TOP BOTTOM < <(xprop -id "$w" _NET_FRAME_EXTENTS | sed 's/.*= //; s/,//g')
}

# click NAME X Y [TIMES]: clicks into a window; negative numbers count from its right and lower edge
click() {
  local x=$2 y=$3; front "$1" && place "$1" || return 1
  [ "$x" -lt 0 ] && x=$((WIDTH + x)); [ "$y" -lt 0 ] && y=$((HEIGHT + y))
  xdotool mousemove $((X + x)) $((Y + y)); sleep 0.1
  xdotool click --repeat "${4:-1}" --delay 60 1; sleep 0.3
}

# rows: all commands, as the list of commands sorts them
rows() { sed -n 's/^[^#"]*"\(BrainDyn [^"]*\)",.*/\1/p' plugins.config | sort -f; }

# row LABEL: where a command stands among those that the list finds for its words
row() {
  rows | awk -v label="$1" 'BEGIN { n = split(tolower(label), w, " ") }
    { hit = 1; for (k = 1; k <= n; k++) if (!index(tolower($0), w[k])) hit = 0
      if (hit) { r++; if ($0 == label) print r } }'
}

# field NAME ROW TEXT: types into a row of a dialog, counted from the top, presets too
field() {
  place "$1" && click "$1" $((WIDTH - 282)) $((21 + 26 * $2)) 3 && xdotool key ctrl+a && xdotool type --delay 8 "$3"
  sleep 0.3
}

# ok NAME: the dialog's OK
ok() { click "$1" -45 -20; }

# command_ LABEL: starts a command as one does who knows its name: the key L, its name, a double click in the list
command_() {
  front ImageJ && xdotool key l && await 'Command Finder' 10 && front 'Command Finder' || return 1
  [ -n "${finder_closes:-}" ] || { click 'Command Finder' 145 -50; finder_closes=1; click 'Command Finder' 300 10; }
  xdotool key ctrl+a; xdotool type --delay 10 "$1"; sleep 0.5
  click 'Command Finder' 100 $((31 + 16 * $(row "$1"))) 2
  gone 'Command Finder' 5
}

# picture NAME FILE: the inside of a window as a small PNG
picture() {
  front "$1"; xdotool mousemove 2 2; sleep 0.4
  import -window "$(win "$1")" "$2" && convert "$2" +dither -colors 64 -strip "png8:$2"
}

# whole FILE: the screen as a PNG
whole() { import -window root "$1" && convert "$1" +dither -colors 128 -strip "png8:$1"; }

# imagej: plain ImageJ with the plugin in a home of its own; sets ij (its process) and home
imagej() {
  local jars; home=$(mktemp -d); mkdir -p "$home/ij/plugins"
  if [ -n "${CLASSES:-}" ]; then
    jar cf "$home/ij/plugins/BrainDyn_-screens.jar" -C "$CLASSES" .; jars=$CLASSPATH
    [ -d "$CLASSES/sample-images" ] || jar uf "$home/ij/plugins/BrainDyn_-screens.jar" sample-images
  else
    cp $(ls target/BrainDyn_-*.jar | grep -ve -sources -e -tests) "$home/ij/plugins"
    jars=$(find "$HOME/.m2" -name 'ij-1.54p.jar'):$(find target/Fiji.app/jars -name '*.jar' 2> /dev/null | tr '\n' ':')
  fi
  java -Xmx1500m -Duser.home="$home" -Dplugins.dir="$home/ij" -cp "$jars" ij.ImageJ > "$home/log" 2>&1 & ij=$!
}

# dark NAME X Y WIDE HIGH: true if a part of a window holds black letters, as a button that can be pressed does
dark() {
  local least; place "$1" || return 1
  least=$(import -window "$(win "$1")" -crop "$4x$5+$(($2 < 0 ? WIDTH + $2 : $2))+$(($3 < 0 ? HEIGHT + $3 : $3))" +repage -colorspace Gray -format '%[fx:round(255*minima)]' info:-)
  [ "${least:-255}" -lt 70 ]
}

# quit: ends ImageJ; leave: the screen too
quit() { kill "$ij" 2> /dev/null; wait "$ij" 2> /dev/null; rm -rf "$home"; sleep 1; }
leave() { quit; kill "$screen_wm" "$screen_x" 2> /dev/null; }
