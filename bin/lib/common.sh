# Sourced by the scripts of bin/: checks the JDK and Maven, builds what is missing, and knows where things are.
# Expects ROOT, the root of the clone. Everything made at run time is under $ROOT/.tapelake.

state="$ROOT/.tapelake"
logs="$state/logs"
app_jar="$ROOT/cli/target/tapelake-app.jar"
spark_home="$ROOT/spark-home/target/spark-home"
args_file="$state/java.args"
stamp="$state/built"

say() { printf '%s\n' "$*" >&2; }

fail() {
  say "tapelake: $1"
  shift
  for line in "$@"; do say "  $line"; done
  exit 1
}

java_bin() {
  if [ -n "${JAVA_HOME:-}" ] && [ -x "$JAVA_HOME/bin/java" ]; then
    printf '%s\n' "$JAVA_HOME/bin/java"
  else
    command -v java || true
  fi
}

how_to_install_java=(
  "Debian, Ubuntu:  sudo apt-get install openjdk-17-jdk-headless"
  "macOS:           brew install openjdk@17"
  "anywhere:        unpack any JDK 17 or later and set JAVA_HOME to its folder"
)

how_to_install_maven=(
  "Debian, Ubuntu:  sudo apt-get install maven"
  "macOS:           brew install maven"
  "anywhere:        unpack Apache Maven 3.8 or later and put its bin folder on the PATH"
)

# Sets $java. A Java that passed once is remembered by its path, because asking costs a tenth of a second.
check_java() {
  java=$(java_bin)
  [ -n "$java" ] || fail "there is no Java here; Tapelake needs a JDK 17 or later." "${how_to_install_java[@]}"
  if [ "$(cat "$state/java" 2>/dev/null)" = "$java" ]; then return; fi
  local version major
  version=$("$java" -version 2>&1 | sed -n 's/.*version "\([^"]*\)".*/\1/p' | head -n 1)
  major=${version%%[.-]*}
  case $major in
    '' | *[!0-9]*) fail "cannot tell the version of $java." "${how_to_install_java[@]}" ;;
  esac
  [ "$major" -ge 17 ] || fail "$java is version $version; Tapelake needs 17 or later." "${how_to_install_java[@]}"
  mkdir -p "$state"
  printf '%s\n' "$java" >"$state/java"
}

check_maven() {
  command -v mvn >/dev/null || fail "there is no Maven here; building needs 3.8 or later." "${how_to_install_maven[@]}"
  local compiler=javac
  if [ -n "${JAVA_HOME:-}" ]; then compiler="$JAVA_HOME/bin/javac"; fi
  command -v "$compiler" >/dev/null \
    || fail "there is a Java here but no compiler; building needs a JDK." "${how_to_install_java[@]}"
  local version major minor
  version=$(mvn -version 2>/dev/null | sed -n 's/.*Apache Maven \([0-9.]*\).*/\1/p' | head -n 1)
  major=${version%%.*}
  minor=${version#*.}
  minor=${minor%%.*}
  [ -n "$version" ] || fail "'mvn -version' does not say its version." "${how_to_install_maven[@]}"
  if [ "$major" -lt 3 ] || { [ "$major" -eq 3 ] && [ "$minor" -lt 8 ]; }; then
    fail "Maven is version $version; building needs 3.8 or later." "${how_to_install_maven[@]}"
  fi
}

# True when what was built for $1 (a name) is there and no source is newer.
is_built() {
  local mark="$stamp.$1"
  [ -f "$mark" ] && [ -f "$app_jar" ] && [ -d "$spark_home/jars" ] && [ -f "$args_file" ] || return 1
  [ -z "$(find "$ROOT"/pom.xml "$ROOT"/*/pom.xml "$ROOT"/*/src/main "$ROOT"/conf/tapelake.conf "$ROOT"/conf/spark "$ROOT"/bin/lib \
    -newer "$mark" -print -quit 2>/dev/null)" ]
}

# build NAME MODULES: packages the modules with what they need, unless that is done already. With TAPELAKE_NO_BUILD=1
# what is there is taken as it is, as in a test that is itself part of a build.
build() {
  if [ -n "${TAPELAKE_NO_BUILD:-}" ]; then
    [ -f "$app_jar" ] && [ -d "$spark_home/jars" ] \
      || fail "TAPELAKE_NO_BUILD is set and nothing is built." "run: mvn -pl $2 -am -DskipTests package"
    write_spark_home
    write_java_args "$args_file" "$ROOT"/cli/target/lib/*.jar
    return
  fi
  is_built "$1" && return
  check_maven
  mkdir -p "$logs"
  local lock="$state/build.lock" waited=0
  while ! mkdir "$lock" 2>/dev/null; do
    if ! kill -0 "$(cat "$lock/pid" 2>/dev/null)" 2>/dev/null && [ "$waited" -gt 2 ]; then
      rm -rf "$lock"
      continue
    fi
    [ "$waited" -gt 0 ] || say "tapelake: waiting for another build of this clone"
    sleep 1
    waited=$((waited + 1))
  done
  echo $$ >"$lock/pid"
  trap 'rm -rf "$lock"' EXIT
  is_built "$1" || run_build "$1" "$2"
  rm -rf "$lock"
  trap - EXIT
}

run_build() {
  local log="$logs/build.log" began=$SECONDS started="$state/build.started"
  if [ -f "$app_jar" ]; then
    say "tapelake: building (sources changed) ..."
  else
    say "tapelake: building for the first time; Maven may fetch some 500 MB ..."
  fi
  touch "$started"
  # Copying adds jars and never takes one away: after a change of versions both would be there.
  if [ -n "$(find "$ROOT/pom.xml" "$ROOT/spark-home/pom.xml" -newer "$spark_home/jars" -print -quit 2>/dev/null)" ]; then
    rm -rf "$spark_home/jars"
  fi
  (cd "$ROOT" && exec mvn -B -ntp -pl "$2" -am -Dmaven.test.skip=true -Dspotless.check.skip=true \
    -Denforcer.skip=true package) >"$log" 2>&1 &
  local pid=$! code=0
  # An interrupted build must not go on in the background.
  trap 'kill "$pid" 2>/dev/null; rm -rf "$state/build.lock"; exit 130' INT TERM
  if [ -t 2 ]; then
    while kill -0 "$pid" 2>/dev/null; do
      printf '\r\033[K  %3ds  %s' $((SECONDS - began)) \
        "$(sed -n 's/^\[INFO\] Building Tapelake \([^ ]*\).*\(\[.*\]\)$/\2 \1/p' "$log" | tail -n 1)" >&2
      sleep 0.5
    done
    printf '\r\033[K' >&2
  fi
  wait "$pid" || code=$?
  trap - INT TERM
  if [ "$code" -ne 0 ]; then
    grep '^\[ERROR\]' "$log" | sed 's/^/  /; /-> \[Help 1\]/q' | head -n 12 >&2
    fail "the build failed after $((SECONDS - began)) s." "The whole output is in $log"
  fi
  write_spark_home
  write_java_args "$args_file" "$ROOT"/cli/target/lib/*.jar
  mv "$started" "$stamp.$1"
  say "tapelake: built in $((SECONDS - began)) s"
}

write_spark_home() {
  mkdir -p "$spark_home/bin" "$spark_home/conf"
  cp "$ROOT"/conf/spark/* "$spark_home/conf/"
  cp "$ROOT"/bin/lib/spark-class "$spark_home/bin/"
  chmod +x "$spark_home/bin/spark-class"
}

# write_java_args FILE JAR...: an argument file, because 180 jars with a long root overflow the command line of some
# systems, and paths may hold spaces. The order of the class path is fixed: the given jars, ours, Spark's.
write_java_args() {
  local file=$1 separator='' jar
  shift
  {
    printf -- '-cp "'
    for jar in "$@" "$app_jar" "$spark_home"/jars/*.jar; do
      printf '%s%s' "$separator" "$(quoted "$jar")"
      separator=:
    done
    printf '"\n'
    printf -- '-Dtapelake.home="%s"\n' "$(quoted "$ROOT")"
    printf -- '-Dtapelake.logs="%s"\n' "$(quoted "$logs")"
    printf -- '-Dlog4j2.configurationFile="%s"\n' "$(quoted "$ROOT/conf/log4j2.xml")"
    cat "$ROOT/bin/lib/jvm.options"
  } >"$file.$$"
  mv "$file.$$" "$file"
}

quoted() { printf '%s' "$1" | sed 's/[\\"]/\\&/g'; }

# What runs notebooks headless, as Debian calls it.
notebook_packages=(python3-pandas python3-matplotlib python3-jpype jupyter-nbconvert python3-ipykernel)

# True if a Python has what the notebooks need.
runs_notebooks() {
  "$1" -c 'import pandas, matplotlib, jpype, nbconvert, ipykernel' 2>/dev/null
}
