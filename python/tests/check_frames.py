"""Holds what the module gives against the Java library and against DuckDB's SQL on the same lake. check_frames.py LAKE"""

import sys

import jpype
import numpy
import pandas

import tapelake
from tapelake import engines, java, lake as lakes


def duckdb_rows(paths, partition, columns):
    """The rows that the module's SQL gives, run by the DuckDB of the class path."""
    connection = jpype.java.sql.DriverManager.getConnection("jdbc:duckdb:")
    found = connection.createStatement().executeQuery(engines.duckdb_sql(paths, partition, columns))
    rows = []
    while found.next():
        rows.append(tuple(str(found.getObject(i + 1)) for i in range(len(columns))))
    connection.close()
    return rows


def main(lake):
    days = tapelake.days(lake, engine="java")
    known = [str(c) for c in java.package().lake.Tables.named("day_index").columnNames()]
    assert list(days.columns) == known, days.columns
    assert str(days.trade_date.dtype) == "datetime64[ns]" and days.movement.dtype == float
    assert len(days) > 0 and days.movement.max() > 0.1

    key = ["trade_date", "symbol", "trade_month"]
    theirs = duckdb_rows(tapelake.files(lake, "day_index"), "trade_month", key)
    ours = [(str(row.trade_date.date()), row.symbol, row.trade_month) for row in days.itertuples()]
    opened = tapelake.days(lake, open=True, columns=key, engine="java")
    assert sorted((str(r.trade_date.date()), r.symbol, r.trade_month) for r in opened.itertuples()) == sorted(theirs)
    assert set(ours) <= set(theirs)

    points = tapelake.resets(lake, columns=["symbol", "decision_ts", "setup_quality", "cum_volume"])
    every = tapelake.resets(lake, columns=["symbol", "selected"], selected=False)
    assert list(points.columns) == ["symbol", "decision_ts", "setup_quality", "cum_volume"]
    assert len(points) == every.selected.sum() and every.selected.dtype == bool
    assert str(points.decision_ts.dtype) == "datetime64[ns, UTC]"

    best = days.sort_values("movement").iloc[-1]
    bars = tapelake.bars(lake, best.symbol, best.trade_date.date(), "1s")
    assert len(bars) > 10 and abs(bars.close.iloc[-1] - best.day_close) < 1e-9, (bars.tail(1), best.day_close)
    assert bars.volume.sum() == best.volume

    one = tapelake.days(lake, columns=["symbol"], symbol=best.symbol, start=best.trade_date, end=best.trade_date)
    assert list(one.symbol) == [best.symbol]
    assert lakes.files(lake, "bars_1h") == []

    plain = engines.duckdb_sql(["/a'b/x[1].parquet", "s3a://bucket/y"], "trade_month", ["c"])
    assert plain == ("SELECT \"c\" FROM read_parquet(['/a''b/x[[]1].parquet', 's3://bucket/y'], union_by_name = true,"
                     " hive_partitioning = true, hive_types = {trade_month: VARCHAR})"), plain
    assert engines.choose("java") == "java"
    for wrong in (lambda: tapelake.days(lake, columns=["movment"], engine="java"), lambda: engines.choose("polars"),
                  lambda: tapelake.files(lake, "day_indx"), lambda: tapelake.days(lake, run="nope", engine="java")):
        try:
            wrong()
        except (RuntimeError, ValueError) as error:
            assert any(word in str(error) for word in ("movement", "polars", "day_index", "nope")), error
        else:
            raise AssertionError("a mistake was taken")
    assert numpy.isfinite(days.quality.dropna()).all() and pandas.isna(days.loc[days.rvol.isna(), "rvol"]).all()
    print("all good:", len(days), "days,", len(points), "points")


if __name__ == "__main__":
    main(sys.argv[1])
