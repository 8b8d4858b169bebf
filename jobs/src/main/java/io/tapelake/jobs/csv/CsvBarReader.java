package io.tapelake.jobs.csv;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads the bars of a CSV file one by one. The first line names the columns timestamp, open, high, low, close and volume, in
 * any order and case, others beside them; empty lines are passed over. Memory does not grow with the file. Not thread-safe.
 *
 * <p>A CSV file has no end mark: one that was cut between two lines, or inside its last number, cannot be told from a whole
 * one. A last line without a newline and with too few fields is told.
 */
public final class CsvBarReader implements Closeable {

    /** Reason of a file without the columns of bars. */
    public static final String BAD_HEADER = "csv-header";

    /** Reason of a file that ends within a line. */
    public static final String TRUNCATED = "truncated";

    private static final List<String> COLUMNS = List.of("timestamp", "open", "high", "low", "close", "volume");
    private static final int MOST_LINE_BYTES = 4_096;

    private final InputStream in;
    private final CsvTimes times;
    private final int[] places = new int[COLUMNS.size()];
    private final int width;

    private long offset;
    private long nextOffset;
    private byte[] line;
    private boolean ended;

    private CsvBarReader(InputStream in, ZoneId zone) throws IOException, CsvFault {
        this.in = in;
        this.times = new CsvTimes(zone);
        this.width = readHeader();
    }

    /**
     * Begins to read.
     *
     * @param in the file; closed with this reader, and when this fails
     * @param zone of timestamps that name none
     * @throws CsvFault when the first line does not name the columns
     */
    public static CsvBarReader of(InputStream in, ZoneId zone) throws IOException, CsvFault {
        InputStream buffered = new BufferedInputStream(in, 1 << 16);
        try {
            return new CsvBarReader(buffered, zone);
        } catch (IOException | CsvFault | RuntimeException e) {
            buffered.close();
            throw e;
        }
    }

    private int readHeader() throws IOException, CsvFault {
        String header = readLine() ? text().replace("\uFEFF", "") : "";
        List<String> names = new ArrayList<>();
        fields(header).forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
        for (int i = 0; i < places.length; i++) {
            places[i] = names.indexOf(COLUMNS.get(i));
            if (places[i] < 0 || names.lastIndexOf(COLUMNS.get(i)) != places[i]) {
                throw new CsvFault(
                        BAD_HEADER,
                        "the first line is '" + header + "'; needed are the columns " + String.join(", ", COLUMNS)
                                + ", each once");
            }
        }
        return names.size();
    }

    /** Goes to the next line that is not empty; false at the end. */
    public boolean next() throws IOException {
        while (readLine()) {
            if (line.length > 0) {
                return true;
            }
        }
        return false;
    }

    /** Byte of the file where the line begins. */
    public long offset() {
        return offset;
    }

    /** The bytes of the line without its end. */
    public byte[] raw() {
        return line.clone();
    }

    /** The line as text. */
    public String text() {
        return new String(line, StandardCharsets.UTF_8);
    }

    /**
     * The line as a bar.
     *
     * @throws CsvFault when it is none; {@link #TRUNCATED} if the file ends within it
     */
    public CsvBar bar() throws CsvFault {
        List<String> fields = fields(text());
        if (fields.size() != width) {
            if (ended && fields.size() < width) {
                throw new CsvFault(TRUNCATED, "the file ends within the line '" + text() + "'");
            }
            throw new CsvFault("bad-line", "the line has " + fields.size() + " fields, the header " + width);
        }
        long startNs = times.parse(fields.get(places[0]));
        long[] prices = new long[4];
        for (int i = 0; i < prices.length; i++) {
            prices[i] = CsvNumbers.priceNanos(fields.get(places[i + 1]), COLUMNS.get(i + 1));
        }
        return new CsvBar(
                startNs, prices[0], prices[1], prices[2], prices[3], CsvNumbers.volume(fields.get(places[5])));
    }

    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>(8);
        int from = 0;
        for (int comma = line.indexOf(','); comma >= 0; comma = line.indexOf(',', from)) {
            fields.add(field(line, from, comma));
            from = comma + 1;
        }
        fields.add(field(line, from, line.length()));
        return fields;
    }

    /** Quotes around a field are taken off; a comma within them is none of these files. */
    private static String field(String line, int from, int to) {
        String field = line.substring(from, to).strip();
        boolean quoted = field.length() > 1 && field.startsWith("\"") && field.endsWith("\"");
        return quoted ? field.substring(1, field.length() - 1) : field;
    }

    /** False at the end. What is longer than any line of bars is cut, and then has too few fields or bad ones. */
    private boolean readLine() throws IOException {
        if (ended) {
            return false;
        }
        offset = nextOffset;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(96);
        int b = in.read();
        for (; b >= 0 && b != '\n'; b = in.read()) {
            nextOffset++;
            if (bytes.size() < MOST_LINE_BYTES) {
                bytes.write(b);
            }
        }
        nextOffset++;
        ended = b < 0;
        line = bytes.toByteArray();
        if (line.length > 0 && line[line.length - 1] == '\r') {
            line = java.util.Arrays.copyOf(line, line.length - 1);
        }
        return !ended || line.length > 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
