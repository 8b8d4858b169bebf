package io.tapelake.databento.dbn;

import io.tapelake.databento.dbn.layout.Field;
import io.tapelake.databento.dbn.layout.HeaderLayout;
import io.tapelake.databento.dbn.layout.LittleEndian;
import io.tapelake.databento.dbn.layout.RecordLayout;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Prints records as the vendor's own JSON does: one object per line, 64-bit numbers and times as strings, characters as
 * one-letter strings or null when unset, reserved bytes left out. Like the vendor's, it takes the fields of a record from
 * its size ({@link RecordLayout#fitting}). Text beyond ASCII is taken as ISO-8859-1. Not
 * thread-safe.
 */
public final class RecordJson {
    private static final int RTYPES = 256;
    private static final List<Member> HEADER = members(RecordLayout.headerFields());
    private static final String TS_RECV = "ts_recv";

    /** By record type, for the size that was last met. */
    private final Shape[] shapes = new Shape[RTYPES];

    private final JsonBuffer json = new JsonBuffer();

    /** A field and the text before its value. */
    private static final class Member {
        private final byte[] prefix;
        private final Field field;

        Member(Field field) {
            this.prefix = ("\"" + field.name() + "\":").getBytes(StandardCharsets.US_ASCII);
            this.field = field;
        }
    }

    /** All that is known beforehand about the JSON of records of one type and size. */
    private record Shape(
            int bytes,
            boolean tsOut,
            boolean hasTsRecv,
            List<Member> members,
            RecordLayout layout,
            List<Member> level) {}

    private RecordJson() {}

    /** A printer with a buffer of its own. */
    public static RecordJson create() {
        return new RecordJson();
    }

    /**
     * Writes a record and a line feed.
     *
     * @return false, with nothing written, when the record type is not known: its fields have no names
     */
    public boolean writeLine(RecordView record, OutputStream out) throws IOException {
        if (!build(record)) {
            return false;
        }
        json.raw('\n');
        out.write(json.bytes(), 0, json.length());
        return true;
    }

    /** The JSON of a record without a line feed, or empty when the record type is not known. */
    public Optional<String> text(RecordView record) {
        return build(record) ? Optional.of(json.toString()) : Optional.empty();
    }

    private boolean build(RecordView record) {
        Shape shape = shape(record);
        if (shape == null) {
            return false;
        }
        byte[] bytes = record.array();
        int offset = record.arrayOffset();
        List<Member> members = shape.members;
        json.clear();
        json.raw('{');
        int next = 0;
        if (shape.hasTsRecv) {
            member(members.get(next++), bytes, offset);
        }
        json.raw("\"hd\":{");
        for (Member member : HEADER) {
            member(member, bytes, offset);
        }
        json.dropLast(',');
        json.raw("},");
        while (next < members.size()) {
            member(members.get(next++), bytes, offset);
        }
        if (shape.layout.levels() > 0) {
            levels(shape, bytes, offset);
        }
        if (record.hasTsOut()) {
            json.raw("\"ts_out\":").quotedDigits(record.tsOut());
        }
        json.dropLast(',');
        json.raw('}');
        return true;
    }

    private void levels(Shape shape, byte[] bytes, int offset) {
        json.raw("\"levels\":[");
        for (int level = 0; level < shape.layout.levels(); level++) {
            json.raw('{');
            int start = offset + shape.layout.levelOffset() + level * shape.layout.levelStride();
            for (Member member : shape.level) {
                member(member, bytes, start);
            }
            json.dropLast(',');
            json.raw("},");
        }
        json.dropLast(',');
        json.raw("],");
    }

    private void member(Member member, byte[] bytes, int offset) {
        Field field = member.field;
        int at = offset + field.offset();
        json.raw(member.prefix);
        switch (field.type()) {
            case U8 -> json.digits(LittleEndian.u8(bytes, at));
            case I8 -> json.number(bytes[at]);
            case U16 -> json.digits(LittleEndian.u16(bytes, at));
            case I16 -> json.number(LittleEndian.i16(bytes, at));
            case U32 -> json.digits(LittleEndian.u32(bytes, at));
            case I32 -> json.number(LittleEndian.i32(bytes, at));
            case U64, TIMESTAMP -> json.quotedDigits(LittleEndian.i64(bytes, at));
            case I64, PRICE -> json.quotedNumber(LittleEndian.i64(bytes, at));
            case CHAR -> {
                if (bytes[at] == 0) {
                    json.raw("null");
                } else {
                    json.string(bytes, at, 1);
                }
            }
            case TEXT -> json.string(bytes, at, LittleEndian.textLength(bytes, at, field.bytes()));
        }
        json.raw(',');
    }

    private Shape shape(RecordView record) {
        int rtype = record.rtype();
        int bytes = record.sizeBytes();
        Shape known = shapes[rtype];
        if (known == null || known.bytes != bytes || known.tsOut != record.hasTsOut()) {
            int structBytes = bytes - (record.hasTsOut() ? HeaderLayout.TS_OUT_BYTES : 0);
            RecordLayout layout = RecordLayout.fitting(rtype, structBytes).orElse(null);
            if (layout == null) {
                return null;
            }
            boolean hasTsRecv =
                    layout.fields().stream().anyMatch(field -> field.name().equals(TS_RECV));
            known = new Shape(
                    bytes,
                    record.hasTsOut(),
                    hasTsRecv,
                    members(layout.fields()),
                    layout,
                    members(layout.levelFields()));
            shapes[rtype] = known;
        }
        return known;
    }

    private static List<Member> members(List<Field> fields) {
        return fields.stream().map(Member::new).toList();
    }
}
