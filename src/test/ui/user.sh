# What a user does, by mouse and keyboard: sourced by the scripts beside it. Needs Xvfb, xdotool, ImageMagick.
# Works in plain ImageJ, without a window manager.

# win NAME: the visible window of this name (a regular expression)
win() { xdotool search --onlyvisible --name "^$1\$" 2>/dev/null | tail -1; }

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

# click NAME X Y: clicks into a window; negative numbers count from its right and lower edge
click() {
  local w x=$2 y=$3; w=$(win "$1"); [ -n "$w" ] || { echo "no window $1" >&2; return 1; }
  eval "$(xdotool getwindowgeometry --shell "$w")"
  [ "$x" -lt 0 ] && x=$((WIDTH + x)); [ "$y" -lt 0 ] && y=$((HEIGHT + y))
  xdotool mousemove $((X + x)) $((Y + y)) click 1; sleep 0.4
}

# finder: opens ImageJ's list of commands, which stays open; before any image is
finder() {
  local try
  for try in 1 2 3 4; do
    click ImageJ 300 66; sleep 0.3; xdotool key l
    await 'Command Finder' 3 2>/dev/null && return 0
  done
  return 1
}

# command_ LABEL [ROW]: starts a command as one does who knows its name: types it into the list, Enter;
# or double-clicks a row, where the list finds several
command_() {
  xdotool windowraise "$(win 'Command Finder')"; sleep 0.3
  click 'Command Finder' 300 10; xdotool key ctrl+a; xdotool type --delay 8 "$1"; sleep 0.5
  
  if [ -n "${2:-}" ]; then click 'Command Finder' 100 $((31 + 16 * $2)); xdotool click 1 click 1; else xdotool key Return; fi
  sleep 0.6
}

# picture NAME FILE: a window as a small PNG
picture() {
  xdotool windowraise "$(win "$1")"; sleep 0.3
  import -window "$(win "$1")" "$2" && convert "$2" -colors 64 -strip "png8:$2"
}

# height NAME: width and height of a window in pixels
size() { eval "$(xdotool getwindowgeometry --shell "$(win "$1")")"; echo "$WIDTH $HEIGHT"; }
