"""The JVM inside this process, with the classes of Tapelake; started at the first use and never twice."""

import os
import pathlib
import shlex
import subprocess


class NoJava(RuntimeError):
    """JPype is not installed, so that Java can only be asked through the command."""


def home():
    """The folder of Tapelake: TAPELAKE_HOME, or the clone that this file is in."""
    named = os.environ.get("TAPELAKE_HOME")
    return pathlib.Path(named) if named else pathlib.Path(__file__).resolve().parents[2]


def command():
    """The tapelake command."""
    path = home() / "bin" / "tapelake"
    if not path.is_file():
        raise FileNotFoundError(f"there is no {path}; set TAPELAKE_HOME to the folder of Tapelake")
    return str(path)


def run_command(*words):
    """What the tapelake command prints; an error of it is one of ours, with its message."""
    done = subprocess.run([command(), *map(str, words)], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise RuntimeError(done.stderr.strip() or f"tapelake {' '.join(map(str, words))} ended with {done.returncode}")
    return done.stdout


def launch_options():
    """The class path and the options with which bin/tapelake starts its JVM; builds what is missing.

    TAPELAKE_CLASSPATH names classes to be used instead, as they are.
    """
    given = os.environ.get("TAPELAKE_CLASSPATH")
    if given:
        return given.split(os.pathsep), []
    file = home() / ".tapelake" / "java.args"
    if not file.is_file() or not os.environ.get("TAPELAKE_NO_BUILD"):
        run_command("--version")
    words = shlex.split(file.read_text(), comments=True)
    jars = words[words.index("-cp") + 1].split(os.pathsep)
    options = []
    rest = iter(word for word in words[words.index("-cp") + 2 :])
    for word in rest:
        # JNI takes an option and its value as one word.
        options.append(f"{word}={next(rest)}" if word in ("--add-opens", "--add-exports") else word)
    return jars, options


def package():
    """The package io.tapelake of the running JVM."""
    try:
        import jpype
    except ImportError as absent:
        raise NoJava("JPype is not installed; on Debian and Ubuntu: apt-get install python3-jpype") from absent
    if not jpype.isJVMStarted():
        jars, options = launch_options()
        # Debian keeps JPype's own classes in a folder that JPype does not look into.
        own = pathlib.Path("/usr/share/java/org.jpype.jar")
        jars = jars + [str(own)] if own.is_file() else jars
        memory = [] if any(word.startswith("-Xmx") for word in options) else ["-XX:MaxRAMPercentage=25"]
        jpype.startJVM(*options, *memory, "-XX:+UseSerialGC", classpath=jars, convertStrings=True)
    return jpype.JPackage("io").tapelake


def raised(error):
    """A Java error as a Python one with its message alone, which says what to do."""
    return RuntimeError(str(error.message() if hasattr(error, "message") else error))
