"""Tables of a run as DataFrames, in the same form whatever read them.

Prices and ratios are floats, dates are datetime64, times are datetime64 in UTC, truth is bool, texts and lists are objects. A
whole number that may be unknown is a float where it is.
"""

from tapelake import engines, java, lake as lakes

_PARTITIONS = {"day_index": "trade_month", "reset_points": "trade_month", "day_stats": "trade_month"}


def days(lake, run="latest", columns=None, start=None, end=None, symbol=None, open=False, engine=None):
    """The days of the index, by trade date, symbol and dataset. Every column is hindsight.

    :param lake: folder or URI of the lake
    :param columns: names of columns, as in docs/formats/day_index.md; None for all
    :param start: first trade date, such as "2025-11-14"
    :param end: last trade date
    :param symbol: a symbol or a list of them
    :param open: true for days of which more data may come too
    :param engine: duckdb, pyarrow or java; None for the first that is installed
    """
    return _frame(lake, "day_index", run, columns, start, end, symbol, open, engine)


def resets(lake, run="latest", columns=None, start=None, end=None, symbol=None, open=False, engine=None, selected=True):
    """The reset points, by trade date, symbol, dataset and time. Columns named hindsight_ were not known at the time.

    Parameters are those of :func:`days`.

    :param selected: true for the points that were drawn; weighted by ``weight`` they stand for all candidates. False for all.
    """
    asked = None if columns is None else list(dict.fromkeys([*columns, *(["selected"] if selected else [])]))
    frame = _frame(lake, "reset_points", run, asked, start, end, symbol, open, engine)
    frame = frame[frame["selected"]].reset_index(drop=True) if selected else frame
    return frame if columns is None else frame[list(columns)]


def table(lake, name, run="latest", columns=None, start=None, end=None, symbol=None, open=False):
    """The rows of any table with duckdb or pyarrow, without dates of which more data may come."""
    engine = engines.choose()
    if engine == "java" and name not in ("day_index", "reset_points"):
        raise RuntimeError(f"table '{name}' is read with duckdb or pyarrow; neither is installed."
                           f" The command can: tapelake table {name} --lake {lake} --format csv")
    return _frame(lake, name, run, columns, start, end, symbol, open, engine)


def bars(lake, symbol, date, interval="1m", run="latest", dataset=None):
    """The bars of one symbol on one trade date, consolidated over nothing: a row per bar and publisher.

    :param interval: 1s, 30s, 1m, 5m, 30m, 1h or 1d
    :param dataset: needed where the run has the day in several
    :return: a DataFrame with start (New York time), open, high, low, close, volume, publisher
    """
    import jpype
    import numpy
    import pandas

    jvm = java.package()
    known = lakes.open_run(lake, run)
    try:
        described = jvm.lake.Tables.named("bars_" + interval)
        if dataset is None:
            found = days(lake, run, ["dataset"], date, date, symbol, True)["dataset"].unique()
            if len(found) != 1:
                raise ValueError(f"{symbol} on {date} is in {len(found)} datasets of the index; name one with dataset=")
            dataset = found[0]
        key = jvm.model.SymbolDay(jpype.java.time.LocalDate.parse(str(date)[:10]), dataset, symbol)
        series = jvm.lake.read.SymbolDayReader.of(known).bars(described, key)
    except jpype.JException as error:
        raise java.raised(error) from None
    rows = range(series.size())
    frame = {"start": numpy.array([series.barStartNs(i) for i in rows], dtype="int64").astype("datetime64[ns]")}
    for column in ("open", "high", "low", "close"):
        nanos = numpy.array([getattr(series, column + "Nanos")(i) for i in rows], dtype="int64")
        frame[column] = numpy.where(nanos == numpy.iinfo("int64").max, numpy.nan, nanos / 1e9)
    frame["volume"] = numpy.array([series.volume(i) for i in rows], dtype="int64")
    frame["publisher"] = numpy.array([series.publisher(i) for i in rows], dtype="int64")
    frame = pandas.DataFrame(frame)
    frame["start"] = frame["start"].dt.tz_localize("UTC").dt.tz_convert("America/New_York")
    return frame


def _frame(lake, name, run, columns, start, end, symbol, open, engine):
    engine = engines.choose(engine)
    if engine == "java":
        return _from_java(lake, name, run, columns, start, end, symbol, open)
    key = ["trade_date", "symbol", "dataset"]
    asked = None if columns is None else list(dict.fromkeys([*columns, *key, *(["state"] if name in _PARTITIONS else [])]))
    paths = lakes.files(lake, name, run, start, end)
    if not paths:
        raise RuntimeError(f"run '{run}' of the lake at {lake} has no table '{name}' on these dates")
    read = engines.read_duckdb if engine == "duckdb" else engines.read_pyarrow
    frame = _plain(read(paths, _PARTITIONS.get(name, "trade_date"), asked))
    keep = frame["trade_date"].notna()
    if start:
        keep &= frame["trade_date"] >= str(start)
    if end:
        keep &= frame["trade_date"] <= str(end)
    if symbol is not None:
        keep &= frame["symbol"].isin([symbol] if isinstance(symbol, str) else list(symbol))
    if not open:
        for date, dataset in lakes.open_dates(lake, run):
            keep &= ~((frame["trade_date"] == date) & (frame["dataset"] == dataset))
        if "state" in frame:
            keep &= frame["state"] != "open"
    frame = frame[keep]
    order = [c for c in (*key, "decision_ts_ns", "detector") if c in frame]
    frame = frame.sort_values(order, kind="stable").reset_index(drop=True)
    return frame if columns is None else frame[list(columns)]


def _plain(frame):
    """The types that all engines share."""
    import datetime
    import decimal

    import pandas

    for name in frame.columns:
        column = frame[name]
        if column.dtype == object:
            first = column.dropna().head(1)
            if len(first) and isinstance(first.iloc[0], decimal.Decimal):
                frame[name] = column.astype(float)
            elif len(first) and isinstance(first.iloc[0], datetime.date):
                frame[name] = pandas.to_datetime(column)
        elif str(column.dtype) == "float32":
            # As the shortest decimal, 0.1 and not 0.10000000149.
            frame[name] = column.map(lambda value: float(str(value)))
    return frame


def _from_java(lake, name, run, columns, start, end, symbol, open):
    import jpype
    import pandas

    jvm = java.package()
    known = lakes.open_run(lake, run)
    try:
        described = jvm.lake.Tables.named(name)
        names = list(columns) if columns is not None else [str(c) for c in described.columnNames()]
        is_days = name == "day_index"
        query = (jvm.index.DayQuery if is_days else jvm.index.ResetPointQuery).all()
        date = jpype.java.time.LocalDate
        if start:
            query = getattr(query, "from_")(date.parse(str(start)[:10]))
        if end:
            query = query.to(date.parse(str(end)[:10]))
        if symbol is not None:
            query = query.symbol([symbol] if isinstance(symbol, str) else list(symbol))
        if open:
            query = query.withOpenDays()
        opened = (jvm.index.DayIndex if is_days else jvm.index.ResetPointIndex).open(known)
        arrays = opened.arrays(query, names)
        return pandas.DataFrame({column: _column(arrays, column, str(described.column(column).type().name())) for column in names})
    except jpype.JException as error:
        raise java.raised(error) from None


def _column(arrays, name, kind):
    import numpy
    import pandas

    if kind == "STRING":
        words = numpy.array([str(word) for word in arrays.dictionary(name)] + [None], dtype=object)
        # -1 stands for unknown and takes the last one.
        return words[numpy.array(arrays.codes(name), dtype="int64")]
    if kind.startswith("ARRAY"):
        return [None if value is None else [int(each) for each in value] for value in arrays.objects(name)]
    if kind in ("BIGINT", "INT", "DATE", "TIMESTAMP", "BOOLEAN"):
        unknown = numpy.iinfo("int64").min
        values = numpy.array(arrays.longs(name, unknown), dtype="int64")
        if kind == "BOOLEAN":
            return values == 1
        if kind == "DATE":
            # The smallest whole number is NaT as well.
            return pandas.to_datetime(pandas.Series(values.astype("datetime64[D]").astype("datetime64[ns]")))
        if kind == "TIMESTAMP":
            return pandas.Series(values.astype("datetime64[us]").astype("datetime64[ns]")).dt.tz_localize("UTC")
        return numpy.where(values == unknown, numpy.nan, values) if (values == unknown).any() else values
    return numpy.array(arrays.doubles(name), dtype="float64")
