"""Which runs a lake has, and which files belong to one."""

import json

from tapelake import java


def _settings():
    """Access to S3 as the command takes it from the environment."""
    import jpype

    jvm = java.package()
    return jvm.lake.files.ObjectStoreSettings.of(
        jpype.java.lang.System.getenv(), jpype.java.util.HashMap()
    )


def open_lake(lake):
    """The lake of the Java library."""
    jvm = java.package()
    return jvm.lake.read.Lake.open(str(lake), _settings())


def open_run(lake, run):
    """A run of the Java library."""
    import jpype

    try:
        return open_lake(lake).run(run or "latest")
    except jpype.JException as error:
        raise java.raised(error) from None


def _has_jpype():
    try:
        import jpype  # noqa: F401
    except ImportError:
        return False
    return True


def files(lake, table, run="latest", start=None, end=None):
    """The Parquet files that hold a table at a run, these and no others, each as a path or URI.

    The partition column (such as ``trade_month=2025-11``) is in the path of a file and not in the file.

    :param start: only files that may hold this trade date or later ones, such as "2025-11-14"
    :param end: only files that may hold this trade date or earlier ones
    """
    if not _has_jpype():
        words = ["files", table, "--lake", lake, "--run", run or "latest"]
        words += ["--from", start] if start else []
        words += ["--to", end] if end else []
        return java.run_command(*words).splitlines()
    import jpype

    jvm = java.package()
    known = open_run(lake, run)
    try:
        described = jvm.lake.Tables.named(table)
        if table != "runs" and not known.has(described):
            return []
        snapshot = open_lake(lake).runsTable() if table == "runs" else known.table(described)
        date = jpype.java.time.LocalDate
        held = (
            snapshot.files(date.parse(str(start or "0001-01-01")), date.parse(str(end or "9999-12-31")))
            if start or end
            else snapshot.files()
        )
    except jpype.JException as error:
        raise java.raised(error) from None
    return [str(file.path()).removeprefix("file:") for file in held]


def open_dates(lake, run="latest"):
    """The dates of which more data may come, as (date, dataset) pairs of texts."""
    if not _has_jpype():
        shown = json.loads(java.run_command("runs", "show", run or "latest", "--lake", lake, "--format", "json"))
        return [(date, dataset) for date, known in shown["dates"].items() for dataset in known.get("open_datasets", [])]
    return [
        (str(entry.getKey()), str(dataset))
        for entry in open_run(lake, run).openDays().byDate().entrySet()
        for dataset in entry.getValue()
    ]


def runs(lake):
    """All published runs, newest first, as a DataFrame."""
    import pandas

    lines = java.run_command("runs", "list", "--lake", lake, "--format", "json").splitlines()
    return pandas.DataFrame([json.loads(line) for line in lines])
