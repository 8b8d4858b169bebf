package io.tapelake.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapelake.databento.dbn.Schema;
import io.tapelake.databento.dbn.layout.LittleEndian;
import io.tapelake.databento.dbn.layout.OhlcvLayout;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class RunMergerTest {
    private static final SchemaForm FORM = SchemaForm.of(Schema.OHLCV_1S);

    @Property(tries = 300)
    void mergeEqualsAStableSort(@ForAll @Size(max = 8) List<@Size(max = 20) List<@IntRange(max = 9) Integer>> times)
            throws IOException {
        List<RunCursor> cursors = new ArrayList<>();
        List<long[]> expected = new ArrayList<>();
        long serial = 0;
        for (List<Integer> run : times) {
            RecordRun records = new RecordRun(FORM, new DayIds(1, 2, 5), 1);
            for (int time : run.stream().sorted().toList()) {
                int at = records.append(66, time, time);
                records.i64(at + OhlcvLayout.VOLUME, serial);
                expected.add(new long[] {time, serial++});
            }
            cursors.add(RunCursor.of(FORM, records.bytes(), 0, records.size()));
        }
        expected.sort(Comparator.comparingLong(pair -> pair[0]));
        List<long[]> merged = new ArrayList<>();
        RunMerger.merge(
                FORM,
                cursors,
                (bytes, offset, length) -> merged.add(new long[] {
                    LittleEndian.i64(bytes, offset + FORM.indexOffset()),
                    LittleEndian.i64(bytes, offset + OhlcvLayout.VOLUME)
                }));
        assertThat(merged).hasSameSizeAs(expected);
        for (int i = 0; i < merged.size(); i++) {
            assertThat(merged.get(i)).isEqualTo(expected.get(i));
        }
    }

    @Property
    void cutLiesBeforeTheFirstRecordNotBeforeTheInstant(
            @ForAll @Size(max = 30) List<@IntRange(max = 9) Integer> times, @ForAll @IntRange(max = 10) int instant) {
        RecordRun records = new RecordRun(FORM, new DayIds(1, 2, instant), 4);
        times.stream().sorted().forEach(time -> records.append(66, time, time));
        long before = times.stream().filter(time -> time < instant).count();
        assertThat(records.firstNotBefore(instant)).isEqualTo((int) before * FORM.bytes());
    }
}
