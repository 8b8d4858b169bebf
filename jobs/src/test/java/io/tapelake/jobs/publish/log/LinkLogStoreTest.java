package io.tapelake.jobs.publish.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkLogStoreTest {

    private final Configuration hadoop = new Configuration();
    private final LinkLogStore store = new LinkLogStore(hadoop);

    @TempDir
    private Path log;

    private void write(String file, Iterator<String> lines, boolean overwrite) throws IOException {
        store.write(new org.apache.hadoop.fs.Path(log.resolve(file).toUri()), lines, overwrite, hadoop);
    }

    /** The other commit comes when this one has looked already: just where Delta's own store overwrites it. */
    @Test
    void aCommitThatAppearsAfterTheLookIsNotOverwritten() throws IOException {
        Iterator<String> stopped = new Iterator<>() {
            private boolean more = true;

            @Override
            public boolean hasNext() {
                return more;
            }

            @Override
            public String next() {
                more = false;
                try {
                    write("7.json", List.of("other").iterator(), false);
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
                return "mine";
            }
        };

        assertThatThrownBy(() -> write("7.json", stopped, false)).isInstanceOf(FileAlreadyExistsException.class);

        assertThat(Files.readAllLines(log.resolve("7.json"))).containsExactly("other");
        try (var left = Files.list(log)) {
            assertThat(left.map(Path::getFileName).map(Path::toString)).containsExactly("7.json");
        }
    }

    @Test
    void ofManyThatCommitOneVersionOneSucceeds() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            for (int version = 0; version < 50; version++) {
                String file = version + ".json";
                List<Callable<String>> writers = new ArrayList<>();
                for (int i = 0; i < 8; i++) {
                    String text = "writer " + i;
                    writers.add(() -> {
                        write(file, List.of(text).iterator(), false);
                        return text;
                    });
                }
                List<String> done = new ArrayList<>();
                for (Future<String> writer : pool.invokeAll(writers)) {
                    try {
                        done.add(writer.get());
                    } catch (ExecutionException refused) {
                        assertThat(refused).hasCauseInstanceOf(FileAlreadyExistsException.class);
                    }
                }
                assertThat(Files.readAllLines(log.resolve(file)))
                        .isEqualTo(done)
                        .hasSize(1);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void whatMayBeOverwrittenIs() throws IOException {
        write("_last_checkpoint", List.of("one").iterator(), true);
        write("_last_checkpoint", List.of("two").iterator(), true);

        assertThat(Files.readAllLines(log.resolve("_last_checkpoint"))).containsExactly("two");
    }
}
