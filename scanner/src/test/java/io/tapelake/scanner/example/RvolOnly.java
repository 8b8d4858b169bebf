package io.tapelake.scanner.example;

import io.tapelake.scanner.VolumeCurve;
import io.tapelake.scanner.event.MinuteView;
import io.tapelake.scanner.measure.PiecewiseLinear;
import io.tapelake.scanner.reset.SetupScore;
import io.tapelake.scanner.reset.SetupScorer;
import io.tapelake.scanner.reset.TimeBucket;

/** Judges a moment by the volume so far against the usual by this time, and by nothing else. */
public final class RvolOnly implements SetupScorer {
    private static final PiecewiseLinear VOLUME = PiecewiseLinear.score(1, 2, 4, 8);

    @Override
    public SetupScore score(MinuteView view, TimeBucket bucket) {
        VolumeCurve usual = view.lookback().usualVolume();
        double shares = usual == null ? Double.NaN : usual.shares(view.now() + 1);
        double volume = shares > 0 ? VOLUME.at(view.cumVolume(view.now()) / shares) : Double.NaN;
        double none = Double.NaN;
        return new SetupScore(volume, none, volume, none, none, none, none, Double.isNaN(volume) ? "volume" : "");
    }
}
