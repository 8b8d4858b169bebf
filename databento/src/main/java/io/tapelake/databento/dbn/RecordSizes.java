package io.tapelake.databento.dbn;

import io.tapelake.databento.dbn.layout.HeaderLayout;
import io.tapelake.databento.dbn.layout.RecordLayout;

/** The least bytes that a record of each type must have. */
final class RecordSizes {
    private static final int RTYPES = 256;
    private static final RecordSizes[][] ALL = new RecordSizes[RecordLayout.MAX_VERSION + 1][2];

    static {
        for (int version = RecordLayout.MIN_VERSION; version <= RecordLayout.MAX_VERSION; version++) {
            ALL[version][0] = new RecordSizes(version, false);
            ALL[version][1] = new RecordSizes(version, true);
        }
    }

    private final int[] least = new int[RTYPES];

    private RecordSizes(int version, boolean tsOut) {
        for (int rtype = 0; rtype < RTYPES; rtype++) {
            least[rtype] = RecordLayout.bytesOf(rtype, version) + (tsOut ? HeaderLayout.TS_OUT_BYTES : 0);
        }
    }

    static RecordSizes of(int version, boolean tsOut) {
        return ALL[version][tsOut ? 1 : 0];
    }

    /** By rtype; not to be written to. */
    int[] table() {
        return least;
    }

    int least(byte rtype) {
        return least[rtype & 0xFF];
    }
}
