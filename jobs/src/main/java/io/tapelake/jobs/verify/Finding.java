package io.tapelake.jobs.verify;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * Something that is not as it should be, or that cannot be proved.
 *
 * @param kind what kind of thing
 * @param subject the input file, the data file, the table or the run it is about
 * @param table the table; null where it is about none
 * @param tradeDate the date; null where it is about none
 * @param columns the columns that differ; empty where it is not about columns
 * @param detail in words, with what was found and what was expected
 */
public record Finding(
        Kind kind, String subject, String table, LocalDate tradeDate, List<String> columns, String detail) {

    /** Kinds of findings. */
    public enum Kind {
        /** The input file is not there any more; its rows cannot be proved. */
        FILE_GONE,
        /** The input file has other content than the one that was taken in; its rows cannot be proved. */
        FILE_CHANGED,
        /** The input is of a kind that is not read here; its rows cannot be proved. */
        NOT_PROVABLE,
        /** {@code ingested_files} gives other counts than the file. */
        LEDGER,
        /** The table has more or fewer rows of the file than it should. */
        ROWS,
        /** Rows of the file have other values. */
        VALUES,
        /** The table has rows of a file that was not taken. */
        NO_FILE,
        /** A data file that the log names is missing, of another size, or cannot be read. */
        DATA_FILE,
        /** {@code quarantine} has more or fewer records of the file than were counted. */
        QUARANTINE,
        /** {@code day_stats} lacks a symbol-day, has one too many, or counts other rows. */
        DAY_STATS,
        /** A run names a version of a table that is not in its log. */
        RUN;

        /** The kind in words as reports write it, for example {@code file-gone}. */
        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Copies the columns. */
    public Finding {
        columns = List.copyOf(columns);
    }

    static Finding of(Kind kind, String subject, String detail) {
        return new Finding(kind, subject, null, null, List.of(), detail);
    }

    static Finding of(Kind kind, String subject, String table, LocalDate tradeDate, String detail) {
        return new Finding(kind, subject, table, tradeDate, List.of(), detail);
    }
}
