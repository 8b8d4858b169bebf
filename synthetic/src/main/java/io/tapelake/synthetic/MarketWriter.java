package io.tapelake.synthetic;

import io.tapelake.databento.dbn.Schema;
import io.tapelake.synthetic.WrittenMarket.WrittenFile;
import io.tapelake.synthetic.market.DayLabel;
import io.tapelake.synthetic.market.MarketModel;
import io.tapelake.synthetic.market.PlantedEvent;
import io.tapelake.synthetic.market.SymbolDayTape;
import io.tapelake.synthetic.market.TradeDay;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Writes a market with several threads. Symbol-days are made in parallel and taken in order, so the files do not depend on
 * the number of threads. Files are finished in the background while the next date is made, one date behind at most.
 */
final class MarketWriter {
    private record Made(Map<Schema, RecordRun> runs, List<PlantedEvent> planted, List<DayLabel> label) {}

    private final Path folder;
    private final MarketSpec spec;
    private final MarketModel model;
    private final SecurityEvents securities;
    private final InstrumentIds ids;
    private final BatchFiles files;
    private final Progress progress;
    private final List<PlantedEvent> planted = new ArrayList<>();
    private final List<DayLabel> labels = new ArrayList<>();
    private final List<WrittenFile> written = new ArrayList<>();
    private final SortedSet<LocalDate> datesWithData = new TreeSet<>();

    MarketWriter(
            Path folder,
            MarketSpec spec,
            MarketModel model,
            SecurityEvents securities,
            InstrumentIds ids,
            BatchFiles files,
            Progress progress) {
        this.folder = folder;
        this.spec = spec;
        this.model = model;
        this.securities = securities;
        this.ids = ids;
        this.files = files;
        this.progress = progress;
    }

    WrittenMarket write(int threads) throws IOException {
        ExecutorService pool = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "synthetic-market");
            thread.setDaemon(true);
            return thread;
        });
        boolean done = false;
        try {
            writeDays(pool, threads);
            done = true;
        } finally {
            pool.shutdownNow();
            if (!done) {
                awaitEnd(pool);
                files.discard();
            }
        }
        writeSupport();
        return new WrittenMarket(folder, written, planted, labels);
    }

    private static void awaitEnd(ExecutorService pool) {
        try {
            pool.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void writeDays(ExecutorService pool, int threads) throws IOException {
        List<Future<WrittenFile>> finishing = new ArrayList<>();
        for (int day = 0; day < model.days().size(); day++) {
            makeDay(pool, threads, day);
            collect(finishing);
            for (Callable<WrittenFile> work : files.completeBefore(dateAfter(day))) {
                finishing.add(pool.submit(work));
            }
        }
        collect(finishing);
    }

    private LocalDate dateAfter(int day) {
        boolean last = day + 1 == model.days().size();
        return last ? LocalDate.MAX : model.days().get(day + 1).date();
    }

    private void makeDay(ExecutorService pool, int threads, int day) throws IOException {
        LocalDate tradeDate = model.days().get(day).date();
        Deque<Future<Made>> ahead = new ArrayDeque<>();
        int next = 0;
        for (int symbol = 0; symbol < model.symbolCount(); symbol++) {
            while (next < model.symbolCount() && ahead.size() < 3 * threads) {
                int index = next++;
                ahead.add(pool.submit(() -> make(index, day)));
            }
            Made made = result(ahead.remove());
            files.add(tradeDate, made.runs());
            planted.addAll(made.planted());
            labels.addAll(made.label());
            progress.at(
                    (long) day * model.symbolCount() + symbol + 1,
                    (long) model.days().size() * model.symbolCount());
        }
    }

    private Made make(int symbolIndex, int dayIndex) {
        if (!securities.trades(symbolIndex, dayIndex)) {
            return new Made(Map.of(), List.of(), List.of());
        }
        SymbolDayTape tape = model.tape(symbolIndex, dayIndex)
                .as(securities.symbolOn(symbolIndex, dayIndex), securities.perShare(symbolIndex, dayIndex));
        LocalDate date = tape.day().date();
        DayIds dayIds = new DayIds(
                ids.id(symbolIndex, date),
                ids.id(symbolIndex, date.plusDays(1)),
                BatchFile.midnightNs(date.plusDays(1)));
        return new Made(
                SymbolDayEncoder.encode(tape, dayIds, SyntheticMarket.schemasOf(spec, symbolIndex)),
                tape.planted(),
                List.of(tape.label()));
    }

    private void collect(List<Future<WrittenFile>> finishing) throws IOException {
        for (Future<WrittenFile> file : finishing) {
            written.add(result(file));
        }
        finishing.clear();
    }

    private void writeSupport() throws IOException {
        written.sort(Comparator.comparing(WrittenFile::name));
        for (TradeDay day : model.days()) {
            datesWithData.add(day.date());
            if (day.sessions().postCloseNs() > BatchFile.midnightNs(day.date().plusDays(1))) {
                datesWithData.add(day.date().plusDays(1));
            }
        }
        SupportFiles support = new SupportFiles(folder, spec, datesWithData.first(), datesWithData.last());
        support.condition(datesWithData);
        support.symbology(securities, ids, datesWithData);
        support.manifest(written);
        support.metadata();
        GroundTruth.write(folder, planted, labels);
        new ReferenceFiles(folder, securities).write();
    }

    private static <T> T result(Future<T> future) throws IOException {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a market was made", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException io) {
                throw io;
            }
            if (e.getCause() instanceof RuntimeException bug) {
                throw bug;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException("a symbol-day could not be made", e.getCause());
        }
    }
}
