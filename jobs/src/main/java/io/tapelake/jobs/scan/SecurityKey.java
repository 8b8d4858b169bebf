package io.tapelake.jobs.scan;

import io.tapelake.model.CorporateAction;
import io.tapelake.model.Securities;
import java.time.LocalDate;
import java.util.List;

/** A security of a dataset as the key of a shuffle: what brings days together that look back at each other. */
final class SecurityKey {

    private SecurityKey() {}

    static String of(Securities securities, String dataset, String symbol, LocalDate date) {
        return dataset + "\n" + securities.securityOf(symbol, date);
    }

    /** The splits of the security of a key. */
    static List<CorporateAction> splits(Securities securities, String key) {
        return securities.splitsOf(key.substring(key.indexOf('\n') + 1));
    }
}
