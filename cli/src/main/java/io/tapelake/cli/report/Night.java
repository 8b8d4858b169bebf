package io.tapelake.cli.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tapelake.index.DayQuery;
import io.tapelake.index.DayRecord;
import io.tapelake.index.Filter;
import io.tapelake.index.IndexStats;
import io.tapelake.index.ResetPointIndex;
import io.tapelake.index.RunDiff;
import io.tapelake.lake.LakeException;
import io.tapelake.lake.Tables;
import io.tapelake.lake.read.Lake;
import io.tapelake.lake.read.LakeRun;
import io.tapelake.lake.read.PublishedRun;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What there is to say about a run: what came in, what it found on the dates it changed, and what is other than before.
 *
 * @param run the run as published
 * @param counts its counts by name; empty where it keeps none
 * @param dates the trade dates that it changed
 * @param files the files that it took in or refused, by dataset and schema
 * @param quarantine what it put in quarantine, by reason
 * @param stats what the index has on those dates; empty without an index
 * @param top the first days of those dates by movement
 * @param before the run it started from; empty for the first
 * @param diff what is other than in that run; empty without one
 * @param statsBefore what the index of that run has altogether; empty without one
 * @param statsAll what the index of this run has altogether; empty without an index
 */
record Night(
        LakeRun lake,
        PublishedRun run,
        JsonNode counts,
        SortedSet<LocalDate> dates,
        List<FileGroup> files,
        List<QuarantineGroup> quarantine,
        Optional<IndexStats> stats,
        List<DayRecord> top,
        Optional<PublishedRun> before,
        Optional<RunDiff> diff,
        Optional<IndexStats> statsBefore,
        Optional<IndexStats> statsAll) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Reads it all; {@code top} is how many days to show. */
    static Night of(Lake lake, LakeRun run, int top) {
        PublishedRun published = lake.published(run.id());
        SortedSet<LocalDate> dates = changed(published);
        DayQuery ofNight = DayQuery.all().where(on(dates));
        Optional<ResetPointIndex> index = index(run);
        Optional<LakeRun> base = base(lake, published);
        return new Night(
                run,
                published,
                json(published, published.counts().orElse("{}")),
                dates,
                FileGroup.of(run),
                QuarantineGroup.of(run),
                index.map(points -> IndexStats.of(points, ofNight)),
                index.map(points -> points.days().find(ofNight.top(top)).toList())
                        .orElse(List.of()),
                base.map(known -> lake.published(known.id())),
                base.map(known -> RunDiff.between(lake, known.id(), run.id(), top)),
                base.flatMap(Night::index).map(points -> IndexStats.of(points, DayQuery.all())),
                index.map(points -> IndexStats.of(points, DayQuery.all())));
    }

    /** A count of the run; 0 where it has none of this name. */
    long count(String name) {
        return counts.path(name).asLong(0);
    }

    private static Filter on(SortedSet<LocalDate> dates) {
        return Filter.anyOf(dates.stream()
                .map(date -> Filter.between("trade_date", date, date))
                .toArray(Filter[]::new));
    }

    private static Optional<ResetPointIndex> index(LakeRun run) {
        return run.has(Tables.DAY_INDEX) && run.has(Tables.RESET_POINTS)
                ? Optional.of(ResetPointIndex.open(run))
                : Optional.empty();
    }

    /** The run it started from, if its files are still there. */
    private static Optional<LakeRun> base(Lake lake, PublishedRun run) {
        try {
            return run.baseRunId().map(lake::run);
        } catch (LakeException letGo) {
            return Optional.empty();
        }
    }

    private static SortedSet<LocalDate> changed(PublishedRun run) {
        SortedSet<LocalDate> dates = new TreeSet<>();
        for (Map.Entry<String, JsonNode> date :
                json(run, run.dates().orElse("{}")).properties()) {
            if (date.getValue().path("changed").asBoolean(true)
                    && !date.getValue().path("lookback_only").asBoolean(false)) {
                dates.add(LocalDate.parse(date.getKey()));
            }
        }
        return dates;
    }

    private static JsonNode json(PublishedRun run, String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new LakeException("run '" + run.runId() + "' says of itself what is no JSON: " + text, e);
        }
    }
}
