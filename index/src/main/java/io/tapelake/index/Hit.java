package io.tapelake.index;

import io.tapelake.index.column.MonthRows;

/** A row that was found. */
record Hit(MonthRows month, int row) {}
