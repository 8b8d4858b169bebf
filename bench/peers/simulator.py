"""The peer of bench 'simulator': the same questions to the same columns, the NumPy way and the DataFrame way.

The fast NumPy way holds one array per field and day, finds rows with searchsorted, and takes windows as differences of
cumulative sums. Prints one line per figure: name, tab, nanoseconds per call (the best of five rounds). Needs Debian's
python3-numpy; the DataFrame way python3-pandas, and is left out where that is missing.
"""

import math
import sys
import time
from pathlib import Path

import numpy as np

SECOND = 1_000_000_000
folder = Path(sys.argv[1])


def column(name, kind):
    return np.fromfile(folder / name, dtype=kind)


print_ts = column("print_ts", "<i8")
price = column("print_price", "<f8")
size = column("print_size", "<f8")
side = column("print_side", "<f8")
quote_ts = column("quote_ts", "<i8")
bid = column("bid", "<f8")
ask = column("ask", "<f8")
bid_size = column("bid_size", "<f8")
ask_size = column("ask_size", "<f8")
flow = column("flow", "<f8")
open_ns, close_ns = column("sessions", "<i8").tolist()

volume = np.cumsum(size)
dollars = np.cumsum(np.nan_to_num(price) * size)
bought = np.cumsum(size * (side > 0))
sold = np.cumsum(size * (side < 0))
large = np.cumsum(size * (price * size >= 10_000))
high = np.fmax.accumulate(price)
low = np.fmin.accumulate(price)
event_ts = np.union1d(print_ts, quote_ts)
minute_close = price[np.maximum(0, np.searchsorted(print_ts, np.arange(open_ns, close_ns, 60 * SECOND), "right") - 1)]
instants = np.random.default_rng(9).integers(open_ns, close_ns, 4096).tolist()
HORIZONS = np.array([1, 5, 10, 30, 60, 300, 900]) * SECOND
QUOTE_HORIZONS = np.array([1, 10, 60]) * SECOND
out = np.zeros(3 * 70, dtype=np.float32)


def locate(t):
    return quote_ts.searchsorted(t, "right")


def state(t):
    q = quote_ts.searchsorted(t, "right") - 1
    p = print_ts.searchsorted(t, "right") - 1
    return (price[p], t - print_ts[p], size[p], volume[p], dollars[p] / volume[p], high[p], low[p], bid[q], ask[q],
            bid_size[q], ask_size[q], t - quote_ts[q], ask[q] - bid[q], t < open_ns, t >= close_ns, p, q)


def features(t):
    last, age, _, vol, vwap, day_high, day_low, b, a, bs, as_, quote_age, spread, *_, p, q = state(t)
    ago = print_ts.searchsorted(t - HORIZONS, "right") - 1
    quote_ago = quote_ts.searchsorted(t - QUOTE_HORIZONS, "right") - 1
    out[0:7] = np.log(last / price[ago])
    out[7:14] = (volume[p] - volume[ago]) / HORIZONS
    out[14:21] = (p - ago) / HORIZONS
    buys = bought[p] - bought[ago]
    sells = sold[p] - sold[ago]
    out[21:28] = (buys - sells) / np.maximum(buys + sells, 1)
    out[28:35] = (large[p] - large[ago]) / np.maximum(volume[p] - volume[ago], 1)
    out[35:38] = (flow[q] - flow[quote_ago]) * 2 / max(bs + as_, 1)
    out[38:41] = (q - quote_ago) / QUOTE_HORIZONS
    mid = (b + a) / 2
    out[41:60] = (last / vwap - 1, last / day_high - 1, last / day_low - 1, (last - day_low) / max(day_high - day_low, 1e-9),
                  spread / mid * 1e4, spread / 0.01, math.log1p(bs), math.log1p(as_), (bs - as_) / max(bs + as_, 1),
                  last / mid - 1, math.log1p(vol), math.log1p(age / SECOND), math.log1p(quote_age / SECOND),
                  (t - open_ns) / SECOND, (close_ns - t) / SECOND, t >= open_ns, last, mid, 1)
    out[70:140] = np.isfinite(out[0:70])
    np.nan_to_num(out, copy=False)
    return out


def reset(t):
    values = features(t)
    minute = int((t - open_ns) // (60 * SECOND))
    bars = minute_close[max(0, minute - 20):minute]
    p = print_ts.searchsorted(t - 60 * SECOND, "right")
    q = quote_ts.searchsorted(t - 60 * SECOND, "right")
    return values, bars, p, q


class Steps:
    """Goes from event to event."""

    def __init__(self):
        self.at = 0
        self.second = open_ns

    def sparse(self, _):
        self.at = (self.at + 1) % len(event_ts)
        t = event_ts[self.at]
        return quote_ts.searchsorted(t, "right"), print_ts.searchsorted(t, "right")

    def sparse_features(self, _):
        self.at = (self.at + 1) % len(event_ts)
        return features(event_ts[self.at])

    def uniform(self, _):
        self.second = self.second + SECOND if self.second < close_ns else open_ns
        return state(self.second)


def measure(name, call, rounds=5, calls=4000):
    best = math.inf
    for _ in range(rounds):
        start = time.perf_counter_ns()
        for i in range(calls):
            call(instants[i % len(instants)])
        best = min(best, (time.perf_counter_ns() - start) / calls)
    print(f"{name}\t{best:.1f}", flush=True)


np.seterr(all="ignore")
steps = Steps()
measure("numpy.locate", locate)
measure("numpy.state", state)
measure("numpy.reset-with-observation", reset)
measure("numpy.sparse-step", steps.sparse)
measure("numpy.sparse-step-with-features", steps.sparse_features)
measure("numpy.uniform-step", steps.uniform)

try:
    import pandas as pd
except ImportError:
    sys.exit(0)

quotes = pd.DataFrame({"bid": bid, "ask": ask, "bid_size": bid_size, "ask_size": ask_size}, index=quote_ts)
prints = pd.DataFrame({"price": price, "size": size, "side": side, "volume": volume, "dollars": dollars, "high": high,
                       "low": low}, index=print_ts)


def frame_state(t):
    q = quotes.iloc[quotes.index.searchsorted(t, "right") - 1]
    p = prints.iloc[prints.index.searchsorted(t, "right") - 1]
    return (p["price"], p["size"], p["volume"], p["dollars"] / p["volume"], p["high"], p["low"], q["bid"], q["ask"],
            q["bid_size"], q["ask_size"], q["ask"] - q["bid"])


def frame_features(t):
    values = list(frame_state(t))
    for horizon in HORIZONS.tolist():
        window = prints.loc[t - horizon:t]
        shares = window["size"].sum()
        signed = (window["size"] * window["side"]).sum()
        values += [shares, len(window), signed / max(shares, 1),
                   math.log(values[0] / window["price"].iloc[0]) if len(window) else 0]
    for horizon in QUOTE_HORIZONS.tolist():
        values.append(len(quotes.loc[t - horizon:t]))
    return values


def frame_sparse(_):
    steps.at = (steps.at + 1) % len(event_ts)
    t = event_ts[steps.at]
    return quotes.iloc[quotes.index.searchsorted(t, "right") - 1], prints.iloc[prints.index.searchsorted(t, "right") - 1]


def frame_sparse_features(_):
    steps.at = (steps.at + 1) % len(event_ts)
    return frame_features(event_ts[steps.at])


measure("dataframe.locate", lambda t: quotes.index.searchsorted(t, "right"), calls=1000)
measure("dataframe.state", frame_state, calls=1000)
measure("dataframe.reset-with-observation", frame_features, calls=200)
measure("dataframe.sparse-step", frame_sparse, calls=1000)
measure("dataframe.sparse-step-with-features", frame_sparse_features, calls=200)
measure("dataframe.uniform-step", lambda t: frame_state(t), calls=1000)
