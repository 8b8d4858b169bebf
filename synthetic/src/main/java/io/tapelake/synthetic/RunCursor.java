package io.tapelake.synthetic;

import io.tapelake.databento.dbn.layout.LittleEndian;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Walks over the records of one sorted run, in memory or in a file. */
final class RunCursor implements AutoCloseable {
    private static final int FILE_BUFFER_RECORDS = 2_048;

    private final SchemaForm form;
    private final InputStream rest;
    private final byte[] bytes;
    private int at;
    private int end;

    private RunCursor(SchemaForm form, byte[] bytes, int from, int to, InputStream rest) {
        this.form = form;
        this.bytes = bytes;
        this.at = from - form.bytes();
        this.end = to;
        this.rest = rest;
    }

    static RunCursor of(SchemaForm form, byte[] bytes, int from, int to) {
        return new RunCursor(form, bytes, from, to, InputStream.nullInputStream());
    }

    static RunCursor of(SchemaForm form, Path file) throws IOException {
        byte[] buffer = new byte[FILE_BUFFER_RECORDS * form.bytes()];
        return new RunCursor(form, buffer, 0, 0, Files.newInputStream(file));
    }

    /** Moves to the next record, at first to the first one; false when there is none. */
    boolean next() throws IOException {
        at += form.bytes();
        if (at < end) {
            return true;
        }
        at = 0;
        end = rest.readNBytes(bytes, 0, bytes.length / form.bytes() * form.bytes());
        return end > 0;
    }

    long indexNs() {
        return LittleEndian.i64(bytes, at + form.indexOffset());
    }

    byte[] bytes() {
        return bytes;
    }

    int offset() {
        return at;
    }

    @Override
    public void close() throws IOException {
        rest.close();
    }
}
