"""Reading Parquet files with the libraries that a user has."""

import importlib.util


def choose(engine=None):
    """The engine asked for, or the first of duckdb, pyarrow and java that is installed."""
    known = ("duckdb", "pyarrow", "java")
    if engine is not None and engine not in known:
        raise ValueError(f"engine '{engine}' is not one of {', '.join(known)}")
    if engine:
        return engine
    for name in known[:-1]:
        if importlib.util.find_spec(name):
            return name
    return "java"


def uri(path):
    """A path as DuckDB and pyarrow write it: s3 for what Hadoop calls s3a."""
    return "s3://" + path.split("://", 1)[1] if path.startswith(("s3a://", "s3n://")) else path


def duckdb_sql(paths, partition, columns=None):
    """The query that reads these files in DuckDB, with the partition column as text."""
    names = ", ".join('"' + name + '"' for name in columns) if columns else "*"
    # A name is taken as a pattern: what stands for other characters is put in brackets.
    masked = ["".join(f"[{c}]" if c in "[*?" else c for c in uri(path)) for path in paths]
    listed = ", ".join("'" + path.replace("'", "''") + "'" for path in masked)
    hive = f", hive_partitioning = true, hive_types = {{{partition}: VARCHAR}}" if partition else ""
    return f"SELECT {names} FROM read_parquet([{listed}], union_by_name = true{hive})"


def read_duckdb(paths, partition, columns=None):
    """A DataFrame of these files."""
    import duckdb

    return duckdb.sql(duckdb_sql(paths, partition, columns)).df()


def read_pyarrow(paths, partition, columns=None):
    """A DataFrame of these files."""
    import pyarrow
    import pyarrow.dataset

    hive = pyarrow.dataset.partitioning(pyarrow.schema([(partition, pyarrow.string())]), flavor="hive") if partition else None
    dataset = pyarrow.dataset.dataset([uri(path) for path in paths], format="parquet", partitioning=hive)
    return dataset.to_table(columns=columns).to_pandas()
