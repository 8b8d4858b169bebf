"""The lake in a notebook: days, reset points and bars of a published run as pandas DataFrames.

    import tapelake
    days = tapelake.days("lake")                       # the momentum days, a row each
    points = tapelake.resets("lake", columns=["symbol", "pattern", "time_bucket", "setup_quality", "weight"])
    bars = tapelake.bars("lake", "ABCD", "2025-03-12") # one day of one symbol
    tapelake.files("lake", "day_index")                # exactly the Parquet files of the run, for your own tools

``run`` is the id of a published run, or "latest". Rows of dates of which more data may come are left out unless ``open`` is true.
Rows are read with the duckdb or pyarrow that is installed, else with the Java library through JPype; the list of files always
comes from the lake's own reader, because the folder of a table also holds files that no run has any more.
"""

from tapelake.frames import bars, days, resets, table
from tapelake.lake import files, open_dates, runs
from tapelake.spark import register_views

__all__ = ["bars", "days", "files", "open_dates", "register_views", "resets", "runs", "table"]
