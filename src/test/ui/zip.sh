#!/usr/bin/env bash
# Starts the Linux zip as a user gets it: unpacked over a folder with what every Fiji has, headless, one macro.
#   mvn package -DskipTests -Pupdate-site && src/test/ui/zip.sh target/BrainDyn-*-linux.zip
# Libraries of Fiji itself come from the local Maven repository (CLASSPATH may name them).
set -eu
zip=$1; home=$(mktemp -d); trap 'rm -rf "$home"' EXIT
unzip -q "$zip" -d "$home"
own='/(ij|scijava-common|parsington|imglib2|commons-math3|commons-io|commons-codec|commons-lang3|commons-collections4|commons-compress|gson|slf4j-api|javassist|ij1-patcher)-[0-9][^/]*\.jar$'
fiji=$(echo "${CLASSPATH:-}" | tr ':' '\n' | grep -E "$own" || find "$HOME/.m2" -name '*.jar' | grep -E "$own" | grep -v 'sources\|javadoc')
agent=$(find "$HOME/.m2" -name 'ij1-patcher-2*.jar' | head -1)
cp "$agent" "$home/Fiji.app/plugins/"
cat > "$home/m.ijm" <<'M'
run("BrainDyn Phantom (fMRI, 4-D)");
run("BrainDyn Parcellate...", "scan=phantom labels=[phantom labels]");
run("BrainDyn Train...", "signals=[signals of phantom] variant=[linear skip] epochs=2 stride=20 model=" + getArgument() + "/m.npz");
run("BrainDyn Forecast...", "signals=[signals of phantom] model=" + getArgument() + "/m.npz horizon=5");
run("BrainDyn Save...", "image=[forecast of signals of phantom] file=" + getArgument() + "/forecast.csv");
M
java "-javaagent:$agent=init" --add-opens=java.base/java.lang=ALL-UNNAMED -Djava.awt.headless=true -Dplugins.dir="$home/Fiji.app" \
  -cp "$(echo "$fiji" | tr '\n' ':')$(find "$home/Fiji.app" -name '*.jar' | tr '\n' ':')" ij.ImageJ -batch "$home/m.ijm" "$home" 2>&1 | grep -v '^\[INFO\]' | tail -12
wc -l "$home/forecast.csv"
