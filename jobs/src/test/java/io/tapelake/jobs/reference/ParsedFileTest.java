package io.tapelake.jobs.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What lines of files say. */
class ParsedFileTest {

    private static final String SPLIT =
            """
            {"ts_record":"2023-10-10T03:37:14Z","event_unique_id":"U-4-1","event_id":"E-9-RSPLT","listing_id":"L-1",\
            "security_id":"S-4","event_action":"U","event":"RSPLT","event_date":"2023-10-10","event_created_date":"2023-09-30",\
            "ex_date":"2023-10-10","listing_country":"US","symbol":null,"nasdaq_symbol":"BRQS","local_code":"BRQS",\
            "payment_type":"S","option_id":"1","serial_id":"1","ratio_old":12.0,"ratio_new":1.0,"rate_info":{}}""";

    private static final String MASTER =
            """
            {"ts_record":"2009-05-12T13:44:05Z","ts_effective":"2000-07-04T00:00:00Z","listing_id":"L-2","security_id":"S-5",\
            "listing_status":"L","listing_date":"1996-09-30","delisting_date":null,"listing_country":"US",\
            "symbol":"SLF","nasdaq_symbol":"SLF","local_code":"SOLA"}""";

    private static ParsedFile parse(String... lines) throws IOException {
        return ParsedFile.of("file", new BufferedReader(new StringReader(String.join("\n", lines))));
    }

    @Test
    void aCsvOfActions() throws IOException {
        ParsedFile file = parse(
                "\uFEFFsymbol,ex_date,type,ratio,cash_amount,source",
                "AAPL,2014-06-09,split,7,,lean factor_files",
                "",
                "ACHV,2017-08-03,split,0.0909090909090909,,\"daily, splits\"",
                "AAPL,2014-08-07,dividend,,0.4700,");
        assertThat(file.actions())
                .containsExactly(
                        new ActionRow(
                                null,
                                null,
                                "AAPL",
                                LocalDate.of(2014, 6, 9),
                                "split",
                                new BigDecimal("7.000000000"),
                                null,
                                "lean factor_files",
                                null),
                        new ActionRow(
                                null,
                                null,
                                "ACHV",
                                LocalDate.of(2017, 8, 3),
                                "split",
                                new BigDecimal("0.090909091"),
                                null,
                                "daily, splits",
                                null),
                        new ActionRow(
                                null,
                                null,
                                "AAPL",
                                LocalDate.of(2014, 8, 7),
                                "dividend",
                                null,
                                new BigDecimal("0.470000000"),
                                null,
                                null));
        assertThat(file.report(3, 0))
                .isEqualTo(new ReferenceFile(
                        "file", "corporate_actions", 3, 3, 0, 0, java.util.Map.of(), 0, java.util.Map.of()));
    }

    @Test
    void aBadLineIsNamedAndTheRestIsTaken() throws IOException {
        ParsedFile file = parse(
                "symbol,ex_date,type,ratio,cash_amount,source",
                "AAA,2014-06-31,split,7,,",
                "AAA,2014-06-09,splitt,7,,",
                "AAA,2014-06-09,split,0,,",
                "AAA,2014-06-09,split,7,",
                ",2014-06-09,split,7,,",
                "AAA,2014-06-09,dividend,,-1,",
                "AAA,2014-06-09,split,\"7,,",
                "AAA,2014-06-09,split,seven,,",
                "AAA,2014-06-09,split,7,,good");
        ReferenceFile report = file.report(1, 0);
        assertThat(file.actions()).hasSize(1);
        assertThat(report.lines()).isEqualTo(9);
        assertThat(report.faulty()).isEqualTo(8);
        assertThat(report.balanced()).isTrue();
        assertThat(report.faults())
                .containsEntry(
                        2L, "ex_date is '2014-06-31'; allowed is a date such as 2025-11-14, of the years 1900 to 2199")
                .containsEntry(3L, "type is 'splitt'; allowed are split and dividend")
                .containsEntry(5L, "the line has 5 fields, the header 6")
                .containsEntry(6L, "symbol is missing");
        assertThat(report.faults().get(4L)).startsWith("ratio is 0").contains("0.1 for a reverse split");
    }

    @Test
    void aFileThatIsNeitherIsAFaultAsAWhole() throws IOException {
        ReferenceFile report =
                parse("ticker,date", "AAA,2014-06-09", "BBB,2014-06-09").report(0, 0);
        assertThat(report.kind()).isEmpty();
        assertThat(report.faulty()).isEqualTo(3).isEqualTo(report.lines());
        assertThat(report.faults().get(1L))
                .contains("ticker,date")
                .contains("ex_date")
                .contains("from_date");
        assertThat(parse("symbol,ex_date,type,ratios").report(0, 0).faults().get(1L))
                .contains("'ratios'")
                .contains("ratio, cash_amount");
    }

    @Test
    void aCsvOfNames() throws IOException {
        ParsedFile file = parse(
                "security_id,symbol,from_date,to_date,status",
                "1,OLD,2020-01-01,2022-06-09,",
                "1,NEW,2022-06-09,,cancelled",
                "1,NEW,2022-06-09,2022-06-09,");
        assertThat(file.names())
                .extracting(NameStatement::symbol, NameStatement::until, NameStatement::isCancelled)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("OLD", LocalDate.of(2022, 6, 9), false),
                        org.assertj.core.groups.Tuple.tuple("NEW", null, true));
        assertThat(file.report(0, 0).faults().get(4L)).startsWith("to_date is 2022-06-09");
    }

    @Test
    void aSplitOfDatabentosIsNewSharesPerOld() throws IOException {
        ActionRow row = parse(SPLIT).actions().get(0);
        assertThat(row)
                .isEqualTo(new ActionRow(
                        "E-9-RSPLT",
                        "S-4",
                        "BRQS",
                        LocalDate.of(2023, 10, 10),
                        "split",
                        new BigDecimal("0.083333333"),
                        null,
                        "databento corporate_actions",
                        1_696_909_034_000_000_000L));
        ActionRow forward = parse(SPLIT.replace("RSPLT", "FSPLT")
                        .replace("\"ratio_old\":12.0,\"ratio_new\":1.0", "\"ratio_old\":1.0,\"ratio_new\":4.0"))
                .actions()
                .get(0);
        assertThat(forward.ratio()).isEqualByComparingTo("4");
    }

    @Test
    void aRecordThatIsCalledOffOrHasLostItsTermsTakesTheSplitBack() throws IOException {
        for (String called : new String[] {"C", "D", "P", "Q"}) {
            assertThat(parse(SPLIT.replace("\"event_action\":\"U\"", "\"event_action\":\"" + called + "\""))
                            .actions()
                            .get(0)
                            .isCancelled())
                    .isTrue();
        }
        assertThat(parse(SPLIT.replace("\"ratio_new\":1.0", "\"ratio_new\":null"))
                        .actions()
                        .get(0)
                        .isCancelled())
                .isTrue();
        assertThat(parse(SPLIT.replace("\"ex_date\":\"2023-10-10\"", "\"ex_date\":null"))
                        .actions()
                        .get(0)
                        .isCancelled())
                .isTrue();
    }

    @Test
    void dividendsInCashAreTakenAndOtherEventsAndCountriesCounted() throws IOException {
        String dividend = SPLIT.replace("RSPLT", "DIV")
                .replace("\"payment_type\":\"S\"", "\"payment_type\":\"C\"")
                .replace("\"rate_info\":{}", "\"rate_info\":{\"gross_dividend\":0.145}");
        ParsedFile file = parse(
                dividend,
                dividend.replace("\"option_id\":\"1\"", "\"option_id\":\"2\""),
                SPLIT.replace("RSPLT", "SHOCH"),
                SPLIT.replace("\"listing_country\":\"US\"", "\"listing_country\":\"CA\""),
                "{\"event\":\"RSPLT\"",
                SPLIT.replace("\"event_action\":\"U\"", "\"event_action\":\"X\""));
        assertThat(file.actions())
                .extracting(ActionRow::cashAmount, ActionRow::eventId)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(new BigDecimal("0.145000000"), "E-9-DIV"),
                        org.assertj.core.groups.Tuple.tuple(new BigDecimal("0.145000000"), "E-9-DIV/2/1"));
        ReferenceFile report = file.report(2, 0);
        assertThat(report.ignored()).containsOnlyKeys("event SHOCH", "country CA");
        assertThat(report.faults()).containsOnlyKeys(5L, 6L);
        assertThat(report.balanced()).isTrue();
    }

    @Test
    void aSecurityMasterSaysFromWhenANameHoldsAndWhenItEnds() throws IOException {
        ParsedFile file = parse(
                MASTER,
                MASTER.replace("\"listing_status\":\"L\"", "\"listing_status\":\"D\"")
                        .replace("\"delisting_date\":null", "\"delisting_date\":\"2001-02-03\""));
        assertThat(file.report(0, 0).kind()).isEqualTo("symbology");
        assertThat(file.names())
                .extracting(NameStatement::securityId, NameStatement::symbol, NameStatement::date)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("S-5", "SLF", LocalDate.of(2000, 7, 4)),
                        org.assertj.core.groups.Tuple.tuple("S-5", null, LocalDate.of(2001, 2, 3)));
    }
}
