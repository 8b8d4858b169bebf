package io.tapelake.jobs.scan;

import io.tapelake.jobs.ingest.DatesInLake;
import io.tapelake.lake.Tables;
import io.tapelake.scanner.DayAnalysis;
import io.tapelake.scanner.DayIndexRow;
import io.tapelake.scanner.DayKind;
import io.tapelake.scanner.DayLookback;
import io.tapelake.scanner.DayScanner;
import io.tapelake.scanner.DayStats;
import io.tapelake.scanner.RecordColumns;
import io.tapelake.scanner.ScannedDay;
import io.tapelake.scanner.reset.ResetPoint;
import io.tapelake.scanner.score.DayScore;
import io.tapelake.scanner.score.DayStory;
import io.tapelake.scanner.tape.MinuteTape;
import java.io.Serializable;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;

/**
 * The third pass and its result: the rows of one symbol-day.
 *
 * @param stats its row of {@code day_stats}; null when it failed
 * @param index its row of {@code day_index}; null when it has none
 * @param resetPoints its rows of {@code reset_points}
 * @param counts what the report says of it
 */
record ScannedRows(Row stats, Row index, List<Row> resetPoints, ScanCounts counts) implements Serializable {

    /** Turns days into rows. One per task: it knows the shapes of tables and records. */
    static final class Maker {
        private final ScanFacts facts;
        private final DayScanner scanner;
        private final RecordColumns<DayStats> stats = RecordColumns.of(DayStats.class);
        private final RecordColumns<DayLookback> lookback = RecordColumns.of(DayLookback.class);
        private final RecordColumns<DayIndexRow> index = RecordColumns.of(DayIndexRow.class);
        private final RecordColumns<DayScore> score = RecordColumns.of(DayScore.class);
        private final RecordColumns<DayStory> story = RecordColumns.of(DayStory.class);
        private final RecordColumns<ResetPoint> point = RecordColumns.of(ResetPoint.class);
        private final DayRows statsRows = new DayRows(Tables.DAY_STATS);
        private final DayRows indexRows = new DayRows(Tables.DAY_INDEX);
        private final DayRows pointRows = new DayRows(Tables.RESET_POINTS);

        Maker(ScanFacts facts) {
            this.facts = facts;
            this.scanner = facts.scanner();
        }

        DayScanner scanner() {
            return scanner;
        }

        /**
         * The rows of a day.
         *
         * @param control inclusion probability if the day was drawn as control; null otherwise
         */
        ScannedRows of(SecurityWalk.Day walked, Double control) {
            FoldedRow folded = walked.folded();
            if (walked.failure() != null) {
                return new ScannedRows(null, null, List.of(), ScanCounts.failed(folded, walked.failure()));
            }
            ScannedDay day = walked.scanned();
            Row statsRow = statsRow(day);
            DayKind kind = control == null ? day.kind() : DayKind.CONTROL;
            double probability = control == null ? 1 : control;
            if (kind == DayKind.ORDINARY || kind == DayKind.UNSUITABLE) {
                return new ScannedRows(statsRow, null, List.of(), ScanCounts.day());
            }
            if (!ScanFacts.hasMinutes(folded)) {
                DayIndexRow bare = DayIndexRow.of(
                        kind, probability, day.stats(), day.lookback().measures());
                Row row = indexRows.row(indexValues(bare, folded));
                return new ScannedRows(statsRow, row, List.of(), ScanCounts.indexed(kind));
            }
            try {
                DayAnalysis analysis = scanner.analyze(
                        day,
                        MinuteTape.fromBytes(folded.tape()),
                        kind,
                        probability,
                        facts.coveredUntilNs(folded.tradeDate(), folded.dataset()));
                return rows(statsRow, kind, analysis, folded);
            } catch (RuntimeException e) {
                return new ScannedRows(
                        statsRow, null, List.of(), ScanCounts.failed(folded, "analysis: " + FoldedRow.text(e)));
            }
        }

        private ScannedRows rows(Row statsRow, DayKind kind, DayAnalysis analysis, FoldedRow folded) {
            Map<String, Object> values = indexValues(analysis.index(), folded);
            values.putAll(DayRows.values(score, analysis.score()));
            values.putAll(DayRows.values(story, analysis.story()));
            List<Row> points = new ArrayList<>();
            for (ResetPoint one : analysis.resetPoints()) {
                Map<String, Object> cells = DayRows.values(point, one);
                cells.putAll(more(one.tradeDate(), one.dataset()));
                cells.put("decision_ts", timestamp(one.decisionTsNs()));
                points.add(pointRows.row(cells));
            }
            return new ScannedRows(statsRow, indexRows.row(values), points, ScanCounts.indexed(kind, analysis));
        }

        private Row statsRow(ScannedDay day) {
            Map<String, Object> values = DayRows.values(stats, day.stats());
            values.putAll(DayRows.values(lookback, day.lookback().measures()));
            values.putAll(more(day.stats().tradeDate(), day.stats().dataset()));
            DatesInLake.Coverage covered =
                    facts.covered(day.stats().tradeDate(), day.stats().dataset());
            if (covered != null) {
                values.put("covered_until_ns", covered.untilNs());
            }
            return statsRows.row(values);
        }

        private Map<String, Object> indexValues(DayIndexRow row, FoldedRow folded) {
            Map<String, Object> values = DayRows.values(index, row);
            values.putAll(more(row.tradeDate(), row.dataset()));
            values.put("file_ids", folded.fileIds().toArray());
            return values;
        }

        private Map<String, Object> more(LocalDate date, String dataset) {
            Map<String, Object> more = new HashMap<>();
            DatesInLake.Coverage covered = facts.covered(date, dataset);
            more.put("state", covered == null ? null : covered.state());
            more.put("trade_month", ScanBatches.month(date));
            more.put("run_id", facts.runId());
            return more;
        }

        private static Timestamp timestamp(long ns) {
            return Timestamp.from(java.time.Instant.ofEpochSecond(0, ns));
        }
    }
}
