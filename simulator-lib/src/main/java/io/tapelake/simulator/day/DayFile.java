package io.tapelake.simulator.day;

import io.tapelake.model.DaySessions;
import io.tapelake.model.SymbolDay;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A loaded day as a file that is mapped into memory: for hosts that run many workers on one day. It is written once; every
 * process that maps it shares the same pages. The columns are those of the day in memory, so nothing is parsed but a few
 * hundred bytes. A file is for machines of the same build: its first number is the version of the layout.
 */
public final class DayFile {
    private static final long VERSION = 0x5441504544415901L;

    private DayFile() {}

    /**
     * Writes a day. The file appears whole or not at all; one that is there is replaced.
     *
     * @throws IOException when it cannot be written
     */
    public static void write(SimulatorDay day, Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path temporary = Files.createTempFile(folder, "." + file.getFileName(), ".part");
        try {
            try (DataOutputStream out =
                    new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(temporary)))) {
                ColumnSink sink = new ColumnSink(out);
                write(day, sink);
                sink.flush();
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void write(SimulatorDay day, ColumnSink sink) {
        sink.number(VERSION);
        sink.number(day.key().tradeDate().toEpochDay());
        sink.text(day.key().dataset());
        sink.text(day.key().symbol());
        sessions(day.sessions(), sink);
        sink.number(day.dayStartNs());
        sink.number(day.feedDelayNs());
        sink.number(day.openingRangeMinutes());
        int[] publishers = new int[day.publisherCount()];
        for (int i = 0; i < publishers.length; i++) {
            publishers[i] = day.publisherId(i);
        }
        sink.ints(IntBuffer.wrap(publishers));
        sink.longs(LongBuffer.wrap(new long[] {
            day.prior().highNanos(), day.prior().lowNanos(), day.prior().closeNanos()
        }));
        day.prints().write(sink);
        day.quotes().write(sink);
        day.status().write(sink);
        day.highs().write(sink);
        day.minutes().write(sink);
        day.measures().write(sink);
        sink.number(day.priorDays().size());
        for (PriorDay prior : day.priorDays()) {
            sink.number(prior.tradeDate().toEpochDay());
            sink.text(prior.symbol());
            sessions(prior.sessions(), sink);
            prior.bars().write(sink);
        }
    }

    private static void sessions(DaySessions sessions, ColumnSink sink) {
        sink.number(sessions.preOpenNs());
        sink.number(sessions.openNs());
        sink.number(sessions.closeNs());
        sink.number(sessions.postCloseNs());
        sink.number(sessions.earlyClose() ? 1 : 0);
    }

    /**
     * Maps a day. The mapping lives as long as the day does.
     *
     * @throws IOException when it cannot be read, or is no day file of this build
     */
    public static SimulatorDay map(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            ColumnSource source = new ColumnSource(bytes);
            if (bytes.limit() < Long.BYTES || source.number() != VERSION) {
                throw new IOException(file + " is no day file of this build; write it anew");
            }
            return read(source);
        } catch (RuntimeException e) {
            throw new IOException(file + " is damaged: " + e.getMessage() + "; write it anew", e);
        }
    }

    private static SimulatorDay read(ColumnSource source) {
        SimulatorDay.Parts parts = new SimulatorDay.Parts();
        LocalDate date = LocalDate.ofEpochDay(source.number());
        String dataset = source.text();
        parts.key = new SymbolDay(date, dataset, source.text());
        parts.sessions = sessions(source);
        parts.dayStartNs = source.number();
        parts.feedDelayNs = source.number();
        parts.openingRangeMinutes = (int) source.number();
        IntBuffer publishers = source.ints();
        parts.publishers = new int[publishers.limit()];
        publishers.get(0, parts.publishers);
        LongBuffer prior = source.longs();
        parts.prior = new SimulatorDay.PriorLevels(prior.get(0), prior.get(1), prior.get(2));
        parts.prints = PrintColumns.read(source);
        parts.quotes = QuoteColumns.read(source);
        parts.status = StatusColumns.read(source);
        parts.highs = SessionHighs.read(source);
        parts.minutes = MinuteBars.read(source);
        parts.measures = MinuteMeasures.read(source);
        int days = (int) source.number();
        List<PriorDay> priorDays = new ArrayList<>();
        for (int i = 0; i < days; i++) {
            LocalDate of = LocalDate.ofEpochDay(source.number());
            String symbol = source.text();
            DaySessions sessions = sessions(source);
            priorDays.add(new PriorDay(of, symbol, sessions, MinuteBars.read(source)));
        }
        parts.priorDays = priorDays;
        return new SimulatorDay(parts);
    }

    private static DaySessions sessions(ColumnSource source) {
        return new DaySessions(
                source.number(), source.number(), source.number(), source.number(), source.number() == 1);
    }
}
