package io.tapelake.jobs.publish.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapelake.jobs.publish.log.ConditionalPutLogStore;
import io.tapelake.lake.S3Server;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lease and the log of a table on a real S3 server. */
class S3LeaseTest {

    private static final LeaseTerms MINUTE = new LeaseTerms(Duration.ofSeconds(60), Duration.ZERO);

    private static S3Server server;
    private static Configuration hadoop;

    private final ManualClock clock = new ManualClock();

    @BeforeAll
    static void start(@TempDir Path folder) {
        server = S3Server.start(folder);
        server.createBucket("bucket");
        hadoop = server.configuration();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private Lease take(String lake, String job) throws IOException {
        LeaseStore store = LeaseStore.of("s3a://bucket/" + lake, hadoop);
        return Lease.take(store, new Holder("id of " + job, "there", 42, job), MINUTE, clock, () -> 0, clock::pass);
    }

    @Test
    void aLeaseIsTakenRenewedTakenOverAndGivenBack() throws IOException {
        Lease first = take("one", "nightly");
        clock.pass(Duration.ofSeconds(59));
        first.renew();
        first.check();
        assertThatThrownBy(() -> take("one", "scan"))
                .isInstanceOf(LeaseException.class)
                .hasMessageContaining("job 'nightly'")
                .hasMessageContaining("s3a://bucket/one/_tapelake/lease.json");

        clock.pass(Duration.ofSeconds(60));
        Lease second = take("one", "scan");

        assertThat(second.token()).isEqualTo(2);
        assertThat(second.tookOver()).isTrue();
        assertThatThrownBy(first::check).hasMessageContaining("taken by the job 'scan'");
        assertThatThrownBy(first::renew).isInstanceOf(LeaseException.class);
        second.close();
        assertThat(take("one", "nightly").tookOver()).isFalse();
    }

    @Test
    void ofManyThatComeAtOnceOneGetsTheLease() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            for (int round = 1; round <= 5; round++) {
                List<Callable<Lease>> takers = new ArrayList<>();
                for (int i = 0; i < 4; i++) {
                    String job = "job " + i;
                    takers.add(() -> take("many", job));
                }
                List<Lease> taken = new ArrayList<>();
                for (Future<Lease> taker : pool.invokeAll(takers)) {
                    try {
                        taken.add(taker.get());
                    } catch (ExecutionException refused) {
                        assertThat(refused).hasCauseInstanceOf(LeaseException.class);
                    }
                }
                assertThat(taken).hasSize(1);
                assertThat(taken.get(0).token()).isEqualTo(round);
                taken.get(0).close();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void ofTwoThatCommitOneVersionTheSecondIsRefusedAndTheFirstStays() throws IOException {
        ConditionalPutLogStore log = new ConditionalPutLogStore(hadoop);
        var version = new org.apache.hadoop.fs.Path("s3a://bucket/table/_delta_log/00000000000000000007.json");

        log.write(version, List.of("first", "of two").iterator(), false, hadoop);
        assertThatThrownBy(() -> log.write(version, List.of("second").iterator(), false, hadoop))
                .isInstanceOf(FileAlreadyExistsException.class);
        log.write(version, List.of("first", "of two").iterator(), false, hadoop);

        assertThat(lines(log, version))
                .as("a put whose answer was lost is no conflict")
                .containsExactly("first", "of two");
        log.write(version, List.of("third").iterator(), true, hadoop);
        assertThat(lines(log, version)).containsExactly("third");
    }

    private static List<String> lines(ConditionalPutLogStore log, org.apache.hadoop.fs.Path path) throws IOException {
        List<String> lines = new ArrayList<>();
        try (var read = log.read(path, hadoop)) {
            read.forEachRemaining(lines::add);
        }
        return lines;
    }
}
