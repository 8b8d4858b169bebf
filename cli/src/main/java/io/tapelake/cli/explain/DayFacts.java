package io.tapelake.cli.explain;

import io.tapelake.cli.explain.ExplainedDay.Fact;
import io.tapelake.scanner.DayAnalysis;
import io.tapelake.scanner.DayLookback;
import io.tapelake.scanner.DayStats;
import io.tapelake.scanner.ScannedDay;
import io.tapelake.scanner.score.DayStory;
import java.util.ArrayList;
import java.util.List;

/** The measures of a day that explain it, in the order in which they are read. What is absent is shown as a dash. */
final class DayFacts {

    private static final String ABSENT = "–";

    private final List<Fact> facts = new ArrayList<>();

    private DayFacts() {}

    static List<Fact> of(ScannedDay day, DayAnalysis analysis) {
        DayFacts facts = new DayFacts();
        facts.movement(day.stats(), day.lookback().measures());
        facts.volume(day.stats(), day.lookback().measures(), analysis.story());
        facts.best(analysis.story());
        facts.data(day, analysis);
        return facts.facts;
    }

    private void movement(DayStats s, DayLookback l) {
        add("movement", percent(l.movement()));
        add("gap, splits adjusted", Shown.change(l.gapSplitAdjusted()));
        add("regular range", percent(s.rangeRegular()));
        add("day range", percent(s.rangeDay()));
        add("run-up", Shown.change(s.runup()) + between(s.runupLowNs(), s.runupHighNs()));
        add("draw-down", Shown.change(s.drawdown()) + between(s.drawdownHighNs(), s.drawdownLowNs()));
        add("prior close", price(l.prevCloseNanos()) + (l.prevDate() == null ? "" : " on " + l.prevDate()));
        add("open, close", price(s.regOpenNanos()) + ", " + price(s.regCloseNanos()));
        add("clean high, low", price(s.cleanDayHighNanos()) + ", " + price(s.cleanDayLowNanos()));
        add("raw high, low", price(s.dayHighNanos()) + ", " + price(s.dayLowNanos()));
        add("vwap", price(s.vwapNanos()));
        add("ATR 14 of prior days", price(l.atr14Nanos()));
    }

    private void volume(DayStats s, DayLookback l, DayStory story) {
        add("volume", count(s.volume()));
        add(
                "before, in, after hours",
                count(s.preVolume()) + ", " + count(s.regularVolume()) + ", " + count(s.postVolume()));
        add("dollar volume", s.dollarVolume() < 0 ? ABSENT : "$" + count(s.dollarVolume()));
        add("RVOL, median of prior days", times(l.rvol()));
        add("RVOL, mean of prior days", times(l.rvolMean()));
        add(
                "RVOL by 09:35, 10:00, 12:00",
                times(story.rvol0935()) + ", " + times(story.rvol1000()) + ", " + times(story.rvol1200()));
        add(
                "median spread",
                Double.isFinite(s.medianSpreadBps()) ? Shown.number(s.medianSpreadBps()) + " bps" : ABSENT);
    }

    private void best(DayStory story) {
        add("largest run", Shown.change(story.runReturn()) + between(story.runStartNs(), story.runEndNs()));
        add("of it given back", percent(story.runRetrace()));
        add("best 15 minutes", Shown.change(story.best15mReturn()) + from(story.best15mStartNs()));
        add("best 30 minutes", Shown.change(story.best30mReturn()) + from(story.best30mStartNs()));
        add("best 60 minutes", Shown.change(story.best60mReturn()) + from(story.best60mStartNs()));
    }

    private void data(ScannedDay day, DayAnalysis analysis) {
        DayStats s = day.stats();
        add(
                "halts",
                s.haltCount() < 0
                        ? ABSENT
                        : s.haltCount() + (s.haltEvidence() == null ? "" : ", by " + s.haltEvidence()));
        add("bad prints", count(s.badPrints()));
        add("data grade", analysis.score().dataGrade());
        add("doubts", s.qualityFlags().isEmpty() ? "none" : s.qualityFlags());
        add("missing components", analysis.score().componentsMissing());
        add("kind of day", day.kind().text());
        add("prior days", count(day.lookback().measures().lookbackDays()));
        add("made of", s.sourceSchema() == null ? ABSENT : s.sourceSchema());
        add("spread from", s.quoteSchema() == null ? ABSENT : s.quoteSchema());
    }

    private void add(String name, String value) {
        facts.add(new Fact(name, value == null || value.isEmpty() ? ABSENT : value));
    }

    private static String percent(double share) {
        return Double.isFinite(share) ? Shown.percent(share) : ABSENT;
    }

    private static String times(double ratio) {
        return Double.isFinite(ratio) ? Shown.number(ratio) + "x" : ABSENT;
    }

    private static String price(long nanos) {
        return Shown.price(DayExplanation.price(nanos));
    }

    private static String count(long value) {
        return value < 0 ? ABSENT : Shown.count(value);
    }

    private static String between(long startNs, long endNs) {
        return startNs < 0 || endNs < 0 ? "" : "  " + Shown.time(startNs) + " to " + Shown.time(endNs);
    }

    private static String from(long startNs) {
        return startNs < 0 ? "" : "  from " + Shown.time(startNs);
    }
}
