package io.tapelake.bench.simulator;

import io.tapelake.model.Prices;
import io.tapelake.simulator.day.PrintColumns;
import io.tapelake.simulator.day.QuoteColumns;
import io.tapelake.simulator.day.SimulatorDay;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;

/** The columns of a day as raw little-endian files of eight bytes a value, which NumPy reads at once. */
final class PeerFiles {
    private final Path folder;

    private PeerFiles(Path folder) {
        this.folder = folder;
    }

    static void write(SimulatorDay day, Path folder) throws IOException {
        Files.createDirectories(folder);
        PeerFiles files = new PeerFiles(folder);
        PrintColumns prints = day.prints();
        QuoteColumns quotes = day.quotes();
        int p = prints.size();
        int q = quotes.size();
        files.longs("print_ts", p, prints::knownNs);
        files.doubles("print_price", p, i -> Prices.toDouble(prints.cleanPriceNanos(i)));
        files.doubles("print_size", p, prints::shares);
        files.doubles("print_side", p, i -> prints.side(i) == 'B' ? 1 : prints.side(i) == 'A' ? -1 : 0);
        files.longs("quote_ts", q, quotes::knownNs);
        // Best over venues as of each row: what a peer would have computed once per day.
        files.doubles("bid", q, i -> Prices.toDouble(bid(day, i)));
        files.doubles("ask", q, i -> Prices.toDouble(ask(day, i)));
        files.doubles("bid_size", q, i -> size(quotes, row(day, i, true), true));
        files.doubles("ask_size", q, i -> size(quotes, row(day, i, false), false));
        files.doubles("flow", q, quotes::orderFlow);
        files.longs(
                "sessions",
                2,
                i -> i == 0 ? day.sessions().openNs() : day.sessions().closeNs());
    }

    private static int row(SimulatorDay day, int i, boolean bids) {
        long now = day.quotes().knownNs(i);
        int print = day.prints().rowAt(now);
        return bids
                ? day.quotes().bestBidRow(i, now, day.prints(), print)
                : day.quotes().bestAskRow(i, now, day.prints(), print);
    }

    private static long bid(SimulatorDay day, int i) {
        int row = row(day, i, true);
        return row < 0 ? Prices.UNDEF : day.quotes().bidNanos(row);
    }

    private static long ask(SimulatorDay day, int i) {
        int row = row(day, i, false);
        return row < 0 ? Prices.UNDEF : day.quotes().askNanos(row);
    }

    private static double size(QuoteColumns quotes, int row, boolean bids) {
        return row < 0 ? 0 : bids ? quotes.bidSizeShares(row) : quotes.askSizeShares(row);
    }

    private void doubles(String name, int count, IntToDoubleFunction value) throws IOException {
        longs(name, count, i -> Double.doubleToRawLongBits(value.applyAsDouble(i)));
    }

    private void longs(String name, int count, IntToLongFunction value) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < count; i++) {
            bytes.putLong(value.applyAsLong(i));
        }
        Files.write(folder.resolve(name), bytes.array());
    }
}
