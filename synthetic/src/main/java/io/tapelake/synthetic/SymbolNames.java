package io.tapelake.synthetic;

import java.time.LocalDate;

/** What a symbol number is called. */
interface SymbolNames {

    /** The name on a UTC date; null when nobody has it under any. */
    String symbol(int symbolIndex, LocalDate utcDate);
}
