package io.tapelake.jobs.publish.log;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;

/** The content of a commit, whole before any of it is written: a stream closed half-way would publish half of it. */
final class Lines {

    private Lines() {}

    static byte[] toBytes(Iterator<String> lines) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        while (lines.hasNext()) {
            bytes.writeBytes(lines.next().getBytes(StandardCharsets.UTF_8));
            bytes.write('\n');
        }
        return bytes.toByteArray();
    }
}
