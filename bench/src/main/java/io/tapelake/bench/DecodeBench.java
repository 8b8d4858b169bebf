package io.tapelake.bench;

import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;

/** How fast DBN files are read. */
final class DecodeBench implements Bench {
    private static final long MEGABYTE = 1_000_000;

    @Override
    public String name() {
        return "decode";
    }

    @Override
    public String measures() {
        return "MB/s and records/s of DBN with 300 MiB of ohlcv-1s and of mbp-1 records, every field summed and checked: .zst"
                + " beside zstd-jni's stream alone, raw beside a plain read-and-sum loop, slices in turn, the"
                + " median slice; .cpu = all of it per CPU second; --set mib=N, rounds=N";
    }

    @Override
    public void run(BenchContext context, Report report) throws IOException {
        long bytes = context.size("mib", 300) * 1024 * 1024;
        int rounds = Math.toIntExact(context.size("rounds", 7));
        List<Supplier<Tape>> tapes = List.of(BarTape::new, QuoteTape::new);
        for (Supplier<Tape> maker : tapes) {
            Tape tape = maker.get();
            context.say("making or finding " + bytes / MEGABYTE + " MB of "
                    + tape.schema().text() + " ...");
            TapeFile file = TapeFile.of(tape, context.scratch(), bytes);
            String prefix = "decode." + tape.schema().text();
            context.say("measuring, " + rounds + " rounds ...");
            report(
                    prefix + ".zst",
                    file,
                    Duel.fight(
                            () -> Contender.records(tape, file.zstd()),
                            file.sum(),
                            () -> Contender.zstdAlone(file.zstdOfPeer()),
                            rounds),
                    report);
            report(
                    prefix + ".raw",
                    file,
                    Duel.fight(
                            () -> Contender.records(tape, file.raw()),
                            file.sum(),
                            () -> Contender.readAndSum(file.rawOfPeer()),
                            rounds),
                    report);
        }
    }

    private static void report(String name, TapeFile file, Duel.Speeds speeds, Report report) {
        double recordBytes = (double) file.recordBytes() / file.records();
        report.add(Figure.of(name, speeds.ours(), "MB/s", speeds.peer()));
        report.add(Figure.of(name + ".cpu", speeds.oursCpu(), "MB/s", speeds.peerCpu()));
        report.add(Figure.of(name + ".records", speeds.ours() * MEGABYTE / recordBytes, "records/s"));
    }
}
