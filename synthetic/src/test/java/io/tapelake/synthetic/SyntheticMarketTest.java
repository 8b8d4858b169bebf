package io.tapelake.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.tapelake.databento.dbn.Metadata;
import io.tapelake.databento.dbn.SymbolMapping;
import io.tapelake.databento.dbn.UtcDate;
import io.tapelake.databento.dbn.layout.BboLayout;
import io.tapelake.databento.dbn.layout.DefinitionLayout;
import io.tapelake.databento.dbn.layout.LevelLayout;
import io.tapelake.databento.dbn.layout.MbpLayout;
import io.tapelake.databento.dbn.layout.OhlcvLayout;
import io.tapelake.databento.dbn.layout.StatusLayout;
import io.tapelake.databento.dbn.layout.TradeLayout;
import io.tapelake.model.NewYork;
import io.tapelake.synthetic.Records.Named;
import io.tapelake.synthetic.WrittenMarket.WrittenFile;
import io.tapelake.synthetic.market.PlantedEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads back a small market that goes over a change of the clocks: two trade dates in winter time, two in summer time. */
class SyntheticMarketTest {
    private static final long SECOND = 1_000_000_000L;
    private static final int SYMBOLS = 8;

    @TempDir
    private static Path base;

    private static Path folder;
    private static WrittenMarket market;

    @BeforeAll
    static void write() throws IOException {
        folder = base.resolve("utc");
        market = SyntheticMarket.of(spec()).write(folder, Progress.NONE);
    }

    private static MarketSpec spec() {
        return MarketSpec.of(SYMBOLS, 4, 77)
                .withFrom(LocalDate.of(2025, 3, 6))
                .withSchemas(MarketSpec.SUPPORTED)
                .withEventRate(10)
                .withActivity(0.15);
    }

    @Test
    void everyRecordIsInItsFilesDateInOrderAndHasASymbol() {
        Set<String> symbols = new HashSet<>(SyntheticMarket.of(spec()).model().symbols());
        for (WrittenFile file : market.files()) {
            List<Named> records = Records.read(folder.resolve(file.name()));
            assertThat(records).as(file.name()).hasSize((int) file.records());
            int date = Integer.parseInt(file.name().substring(9, 17));
            long last = Long.MIN_VALUE;
            for (Named record : records) {
                assertThat(record.symbol()).isIn(symbols);
                assertThat(UtcDate.of(record.indexNs())).isEqualTo(date);
                assertThat(record.indexNs()).isGreaterThanOrEqualTo(last);
                last = record.indexNs();
            }
            Metadata metadata = Records.metadata(folder.resolve(file.name()));
            assertThat(metadata.dataset()).isEqualTo("EQUS.ALL");
            assertThat(metadata.schema().orElseThrow().text())
                    .isEqualTo(file.name().split("\\.")[1]);
            assertThat(records.get(0).indexNs()).isGreaterThanOrEqualTo(metadata.startNs());
            assertThat(last).isLessThan(metadata.endNs());
        }
    }

    @Test
    void winterEveningLiesInTheNextFileAndSummerEveningDoesNot() {
        List<String> names = Records.files(folder, "bbo-1s").stream()
                .map(f -> f.getFileName().toString())
                .toList();
        assertThat(names)
                .containsExactly(
                        "equs-all-20250306.bbo-1s.dbn.zst",
                        "equs-all-20250307.bbo-1s.dbn.zst",
                        "equs-all-20250308.bbo-1s.dbn.zst",
                        "equs-all-20250310.bbo-1s.dbn.zst",
                        "equs-all-20250311.bbo-1s.dbn.zst");
        Set<LocalDate> inFriday = new HashSet<>();
        for (Named record : Records.read(folder.resolve(names.get(1)))) {
            inFriday.add(NewYork.tradeDateOf(record.indexNs()));
        }
        assertThat(inFriday).containsExactlyInAnyOrder(LocalDate.of(2025, 3, 6), LocalDate.of(2025, 3, 7));
    }

    @Test
    void barsAreTheTradesBucketedByReceipt() {
        List<Named> trades = Records.all(folder, "trades");
        for (Map.Entry<String, Long> bars : Map.of(
                        "ohlcv-1s", SECOND, "ohlcv-1m", 60 * SECOND, "ohlcv-1h", 3_600 * SECOND)
                .entrySet()) {
            Map<String, long[]> expected = new TreeMap<>();
            for (Named trade : trades) {
                long startNs = trade.indexNs() / bars.getValue() * bars.getValue();
                long price = trade.i64(TradeLayout.PRICE);
                long[] bar = expected.computeIfAbsent(trade.symbol() + " " + trade.publisher() + " " + startNs, key ->
                        new long[] {price, price, price, 0, 0});
                bar[1] = Math.max(bar[1], price);
                bar[2] = Math.min(bar[2], price);
                bar[3] = price;
                bar[4] += trade.u32(TradeLayout.SIZE);
            }
            List<Named> written = Records.all(folder, bars.getKey());
            assertThat(written).hasSize(expected.size());
            for (Named bar : written) {
                assertThat(new long[] {
                            bar.i64(OhlcvLayout.OPEN),
                            bar.i64(OhlcvLayout.HIGH),
                            bar.i64(OhlcvLayout.LOW),
                            bar.i64(OhlcvLayout.CLOSE),
                            bar.i64(OhlcvLayout.VOLUME)
                        })
                        .isEqualTo(expected.get(bar.symbol() + " " + bar.publisher() + " " + bar.tsEvent()));
            }
        }
    }

    @Test
    void volumeOfTheFilesIsTheVolumeOfTheModel() {
        Map<String, Long> inFiles = new TreeMap<>();
        for (Named trade : Records.all(folder, "trades")) {
            String key = trade.symbol() + NewYork.tradeDateOf(trade.indexNs());
            inFiles.merge(key, trade.u32(TradeLayout.SIZE), Long::sum);
        }
        Map<String, Long> inModel = new TreeMap<>();
        SyntheticMarket again = SyntheticMarket.of(spec());
        for (int symbol = 0; symbol < SYMBOLS; symbol++) {
            for (int day = 0; day < 4; day++) {
                var tape = again.model().tape(symbol, day);
                inModel.put(tape.symbol() + tape.day().date(), tape.trades().volume());
            }
        }
        assertThat(inFiles).isEqualTo(inModel);
    }

    @Test
    void tbboAndTheTradesOfMbp1AreTheTrades() {
        List<String> trades = new ArrayList<>();
        for (Named trade : Records.all(folder, "trades")) {
            trades.add(tradePart(trade));
        }
        List<String> tbbo = new ArrayList<>();
        for (Named trade : Records.all(folder, "tbbo")) {
            tbbo.add(tradePart(trade));
        }
        List<String> mbp = new ArrayList<>();
        List<String> full = new ArrayList<>();
        for (Named event : Records.all(folder, "mbp-1")) {
            if (event.c(MbpLayout.ACTION) == 'T') {
                mbp.add(tradePart(event));
                full.add(event.anonymous());
            }
        }
        assertThat(tbbo).isEqualTo(trades);
        assertThat(mbp).isEqualTo(trades);
        assertThat(Records.all(folder, "tbbo").stream().map(Named::anonymous)).isEqualTo(full);
    }

    private static String tradePart(Named record) {
        return record.symbol() + record.publisher() + " " + record.tsEvent() + " "
                + record.i64(TradeLayout.PRICE) + " " + record.i64(TradeLayout.SIZE) + " "
                + record.indexNs() + " " + record.i64(TradeLayout.TS_IN_DELTA);
    }

    @Test
    void samplesAreTheLastBookAndTradeOfTheirSecond() {
        Map<String, Named> lastEvent = new TreeMap<>();
        Map<String, String> lastTrade = new TreeMap<>();
        Map<String, String> expected = new TreeMap<>();
        for (Named event : Records.all(folder, "mbp-1")) {
            String venue = event.symbol() + " " + NewYork.tradeDate(event.indexNs()) + " " + event.publisher();
            if (event.c(MbpLayout.ACTION) == 'T') {
                lastTrade.put(
                        venue,
                        event.tsEvent() + " " + event.i64(MbpLayout.PRICE) + " " + event.u32(MbpLayout.SIZE)
                                + event.c(MbpLayout.SIDE));
            }
            lastEvent.put(venue, event);
            long endNs = (event.indexNs() / SECOND + 1) * SECOND;
            expected.put(
                    event.symbol() + event.publisher() + " " + endNs,
                    levels(event) + lastTrade.getOrDefault(venue, "-1 " + Long.MAX_VALUE + " 0N"));
        }
        Map<String, String> written = new TreeMap<>();
        for (Named sample : Records.all(folder, "bbo-1s")) {
            String before = written.put(
                    sample.symbol() + sample.publisher() + " " + sample.indexNs(),
                    levels(sample) + sample.tsEvent() + " " + sample.i64(BboLayout.PRICE) + " "
                            + sample.u32(BboLayout.SIZE) + sample.c(BboLayout.SIDE));
            assertThat(before).isNull();
        }
        assertThat(lastEvent).isNotEmpty();
        assertThat(written).isEqualTo(expected);
    }

    private static String levels(Named record) {
        int at = BboLayout.LEVELS;
        return record.i64(at + LevelLayout.BID_PX) + " " + record.i64(at + LevelLayout.ASK_PX) + " "
                + record.i64(at + LevelLayout.BID_SZ) + " " + record.i64(at + LevelLayout.BID_CT) + " ";
    }

    @Test
    void idsMoveFromSymbolToSymbolEveryUtcDate() {
        Set<Map<String, String>> deals = new HashSet<>();
        for (Path file : Records.files(folder, "bbo-1s")) {
            Map<String, String> ids = new TreeMap<>();
            for (SymbolMapping mapping : Records.metadata(file).mappings()) {
                assertThat(mapping.intervals()).hasSize(1);
                ids.put(mapping.rawSymbol(), mapping.intervals().get(0).symbol());
            }
            assertThat(new HashSet<>(ids.values())).hasSize(SYMBOLS);
            deals.add(ids);
        }
        assertThat(deals).hasSize(5);
    }

    @Test
    void statusTellsThePlantedPausesAndNoTradeIsReceivedInThem() {
        List<PlantedEvent> halts = market.planted().stream()
                .filter(event -> event.kind() == PlantedEvent.Kind.HALT && !event.decoy())
                .toList();
        assertThat(halts).isNotEmpty();
        List<Named> status = Records.all(folder, "status");
        List<Named> trades = Records.all(folder, "trades");
        for (PlantedEvent halt : halts) {
            List<String> told = new ArrayList<>();
            for (Named record : status) {
                if (record.symbol().equals(halt.symbol())
                        && record.tsEvent() >= halt.startNs()
                        && record.tsEvent() <= halt.endNs()) {
                    told.add(record.tsEvent() - halt.startNs() + ":" + record.u16(StatusLayout.ACTION) + "/"
                            + record.u16(StatusLayout.REASON) + record.c(StatusLayout.IS_TRADING));
                }
            }
            long length = halt.endNs() - halt.startNs();
            assertThat(told).containsExactly("0:9/50N", length - 60 * SECOND + ":3/50N", length + ":7/50Y");
            assertThat(trades)
                    .noneMatch(trade -> trade.symbol().equals(halt.symbol())
                            && trade.indexNs() >= halt.startNs()
                            && trade.indexNs() < halt.endNs());
        }
    }

    @Test
    void everySymbolHasADefinitionPerTradeDate() {
        Set<String> seen = new HashSet<>();
        for (Named record : Records.all(folder, "definition")) {
            String raw = new String(
                            record.bytes(),
                            DefinitionLayout.RAW_SYMBOL,
                            DefinitionLayout.RAW_SYMBOL_WIDTH,
                            java.nio.charset.StandardCharsets.US_ASCII)
                    .trim();
            assertThat(raw).isEqualTo(record.symbol());
            assertThat(record.u32(DefinitionLayout.MIN_LOT_SIZE_ROUND_LOT)).isEqualTo(100);
            seen.add(raw + NewYork.tradeDateOf(record.indexNs()));
        }
        assertThat(seen).hasSize(SYMBOLS * 4);
    }

    @Test
    void groundTruthFileHoldsEveryPlantedEventAndEverySymbolDay() throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("ground-truth.jsonl"));
        List<String> events = lines.stream()
                .filter(line -> !line.contains("\"kind\":\"day\""))
                .toList();
        assertThat(events).hasSize(market.planted().size()).isNotEmpty();
        for (int i = 0; i < events.size(); i++) {
            PlantedEvent event = market.planted().get(i);
            assertThat(events.get(i))
                    .startsWith("{\"symbol\":\"" + event.symbol() + "\",\"trade_date\":\"" + event.tradeDate()
                            + "\",\"kind\":\"" + event.kind().text() + "\",\"decoy\":" + event.decoy()
                            + ",\"start_ns\":" + event.startNs() + ",\"end_ns\":" + event.endNs()
                            + ",\"amplitude\":")
                    .endsWith("}}");
        }
        assertThat(market.days()).hasSize(SYMBOLS * 4);
        assertThat(lines).hasSize(events.size() + market.days().size());
        assertThat(lines.get(lines.size() - 1))
                .contains("\"kind\":\"day\",\"decoy\":false,\"start_ns\":")
                .containsPattern("\"expected\":\\[(\"[A-Z]+\"(,\"[A-Z]+\")*)?\\],\"parameters\":\\{.*\\}\\}$");
    }

    @Test
    void supportFilesNameEveryFileAndDate() throws IOException {
        String manifest = Files.readString(folder.resolve("manifest.json"));
        for (WrittenFile file : market.files()) {
            assertThat(manifest).contains("\"" + file.name() + "\"").contains("sha256:" + file.sha256());
            assertThat(Files.size(folder.resolve(file.name()))).isEqualTo(file.bytes());
        }
        assertThat(Files.readString(folder.resolve("condition.json")))
                .contains("{\"date\":\"2025-03-08\",\"condition\":\"available\",\"last_modified_date\":\"2025-03-09\"}")
                .contains("{\"date\":\"2025-03-09\",\"condition\":\"missing\",\"last_modified_date\":null}");
        assertThat(Files.readString(folder.resolve("symbology.json"))).contains("\"d0\":\"2025-03-06\"");
        assertThat(Files.readString(folder.resolve("metadata.json"))).contains("\"seed\":77");
        try (var all = Files.list(folder)) {
            assertThat(all.filter(f -> f.getFileName().toString().startsWith(".")))
                    .isEmpty();
        }
    }

    @Test
    void newYorkSplitHoldsTheSameRecords() throws IOException {
        Path other = base.resolve("ny");
        SyntheticMarket.of(spec().withSplit(FileSplit.NY_DATE)).write(other, Progress.NONE);
        assertThat(Records.files(other, "bbo-1s").stream()
                        .map(f -> f.getFileName().toString()))
                .containsExactly(
                        "equs-all-20250306-20250307.bbo-1s.dbn.zst",
                        "equs-all-20250307-20250308.bbo-1s.dbn.zst",
                        "equs-all-20250310.bbo-1s.dbn.zst",
                        "equs-all-20250311.bbo-1s.dbn.zst");
        for (String schema : List.of("trades", "bbo-1s", "ohlcv-1s", "status")) {
            assertThat(Records.all(other, schema).stream().map(Named::anonymous))
                    .isEqualTo(Records.all(folder, schema).stream()
                            .map(Named::anonymous)
                            .toList());
        }
    }

    @Test
    void ticksOfTheFirstSymbolsOnlyLeaveTheOtherFilesAlone() throws IOException {
        Path other = base.resolve("few");
        SyntheticMarket.of(spec().withTickSymbols(2)).write(other, Progress.NONE);
        assertThat(Records.metadata(Records.files(other, "trades").get(0)).symbols())
                .hasSize(2);
        assertThat(Records.all(other, "trades").stream().map(Named::symbol).distinct())
                .hasSize(2);
        assertThat(Files.mismatch(
                        Records.files(other, "ohlcv-1s").get(0),
                        Records.files(folder, "ohlcv-1s").get(0)))
                .isEqualTo(-1);
    }

    @Test
    void folderWithAnythingInItIsRefused() throws IOException {
        Path taken = Files.createDirectories(base.resolve("taken"));
        Files.writeString(taken.resolve("note.txt"), "mine");
        assertThatIOException()
                .isThrownBy(() -> SyntheticMarket.of(spec()).write(taken, Progress.NONE))
                .withMessageContaining("not empty");
    }

    @Test
    void failureLeavesNoTemporaryFiles() throws IOException {
        Path other = base.resolve("failed");
        SyntheticMarket again = SyntheticMarket.of(spec());
        assertThatIllegalStateException()
                .isThrownBy(() -> again.write(
                        other,
                        (done, total) -> {
                            if (done == total / 2) {
                                throw new IllegalStateException("stopped");
                            }
                        },
                        2,
                        1L << 20))
                .withMessage("stopped");
        try (var left = Files.list(other)) {
            assertThat(left.map(f -> f.getFileName().toString())).allMatch(name -> name.startsWith("equs-all-"));
        }
    }
}
