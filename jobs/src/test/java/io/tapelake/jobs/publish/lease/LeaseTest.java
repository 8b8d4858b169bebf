package io.tapelake.jobs.publish.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a lease, on a real file and with a clock set by hand. */
class LeaseTest {

    private static final LeaseTerms MINUTE = new LeaseTerms(Duration.ofSeconds(60), Duration.ZERO);

    private final ManualClock clock = new ManualClock();

    @TempDir
    private Path lake;

    private LeaseStore store() {
        return new LocalLeaseStore(lake.resolve(LeaseStore.FILE));
    }

    private Lease take(String job) throws IOException {
        return take(job, MINUTE, duration -> clock.pass(duration));
    }

    private Lease take(String job, LeaseTerms terms, Lease.Pause pause) throws IOException {
        return Lease.take(store(), new Holder("id of " + job, "there", 42, job), terms, clock, () -> 0, pause);
    }

    @Test
    void aSecondJobIsToldWhoHoldsTheLakeAndUntilWhen() throws IOException {
        Lease first = take("nightly");

        assertThatThrownBy(() -> take("scan"))
                .isInstanceOf(LeaseException.class)
                .hasMessageContaining(
                        "job 'nightly' (process 42 on there, since 2025-07-24T22:00:00.123456789Z, token 1)")
                .hasMessageContaining("lasts until 2025-07-24T22:01:00.123456789Z")
                .hasMessageContaining("lake.lease-wait-seconds")
                .hasMessageContaining(lake.resolve("_tapelake/lease.json").toString());
        first.check();
    }

    @Test
    void aLeaseGivenBackIsTakenAtOnceWithTheNextToken() throws IOException {
        Lease first = take("nightly");
        first.close();
        Lease second = take("scan");

        assertThat(second.token()).isEqualTo(first.token() + 1);
        assertThat(second.tookOver()).as("the first said that it was done").isFalse();
        assertThatThrownBy(first::check).isInstanceOf(LeaseException.class).hasMessageContaining("given back");
        first.close();
        second.check();
    }

    @Test
    void heartbeatsKeepALeaseForAsLongAsTheyCome() throws IOException {
        Lease first = take("nightly");
        for (int beat = 0; beat < 10; beat++) {
            clock.pass(Duration.ofSeconds(59));
            assertThatThrownBy(() -> take("scan")).isInstanceOf(LeaseException.class);
            first.renew();
        }
        clock.pass(Duration.ofNanos(59_999_999_999L));
        first.check();
        assertThatThrownBy(() -> take("scan")).isInstanceOf(LeaseException.class);
    }

    @Test
    void anExpiredLeaseIsTakenOverAndTheFirstHolderLearnsWhy() throws IOException {
        Lease first = take("nightly");
        clock.pass(Duration.ofSeconds(60));
        Lease second = take("scan");

        assertThat(second.token()).isEqualTo(first.token() + 1);
        assertThat(second.tookOver()).isTrue();
        assertThatThrownBy(first::check)
                .isInstanceOf(LeaseException.class)
                .hasMessageContaining("held the lake with token 1")
                .hasMessageContaining("expired at 2025-07-24T22:01:00.123456789Z")
                .hasMessageContaining("taken by the job 'scan'")
                .hasMessageContaining("nothing of it is published");
        assertThatThrownBy(first::renew).isInstanceOf(LeaseException.class);
        first.close();
        second.check();

        second.close();
        assertThatThrownBy(first::check).as("nor when the other is done").isInstanceOf(LeaseException.class);
    }

    @Test
    void anExpiredLeaseThatNobodyTookIsStillTheHolders() throws IOException {
        Lease first = take("nightly");
        clock.pass(Duration.ofHours(8));

        first.check();

        assertThatThrownBy(() -> take("scan")).isInstanceOf(LeaseException.class);
    }

    @Test
    void afterAnInterruptionTheNextJobNeedNotWaitButHasToShutTheDoor() throws IOException {
        take("nightly").abandon();

        Lease second = take("scan");

        assertThat(second.tookOver()).isTrue();
        assertThat(second.token()).isEqualTo(2);
    }

    @Test
    void aJobThatWaitsTakesTheLeaseWhenItExpiresAndGivesUpWhenItsTimeIsOver() throws IOException {
        Lease first = take("nightly");
        LeaseTerms patient = new LeaseTerms(Duration.ofSeconds(60), Duration.ofSeconds(90));
        assertThatThrownBy(() -> take("scan", patient, duration -> {
                    clock.pass(duration);
                    renew(first);
                }))
                .isInstanceOf(LeaseException.class)
                .hasMessageContaining("Waited 90 s");

        Instant refused = clock.instant();
        Lease second = take("scan", patient, clock::pass);

        assertThat(second.token()).isEqualTo(2);
        assertThat(Duration.between(refused, clock.instant()))
                .isBetween(Duration.ofSeconds(58), Duration.ofSeconds(62));
    }

    private void renew(Lease lease) {
        try {
            lease.renew();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whereTheFileIsGoneTheTokenStillGrows() throws IOException {
        Lease first = take("nightly");
        Files.delete(lake.resolve(LeaseStore.FILE));

        assertThatThrownBy(first::check).hasMessageContaining("was deleted");
        Lease second =
                Lease.take(store(), new Holder("id", "there", 42, "scan"), MINUTE, clock, () -> 17, duration -> {});
        assertThat(second.token()).isEqualTo(18);
    }

    @Test
    void aDamagedFileIsNotTakenForAFreeLake() throws IOException {
        take("nightly");
        byte[] whole = Files.readAllBytes(lake.resolve(LeaseStore.FILE));
        for (int length : List.of(0, 1, whole.length / 2)) {
            Files.write(lake.resolve(LeaseStore.FILE), Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> take("scan"))
                    .isInstanceOf(LeaseException.class)
                    .hasMessageContaining("is damaged")
                    .hasMessageContaining("delete the file");
        }
    }

    @Test
    void ofManyThatComeAtOnceOneGetsTheLease() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            for (int round = 1; round <= 20; round++) {
                List<Callable<Lease>> takers = new ArrayList<>();
                for (int i = 0; i < 8; i++) {
                    String job = "job " + i;
                    takers.add(() -> take(job));
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
    void theHeartbeatOfALivingJobOutlastsTheLease() throws InterruptedException {
        LeaseTerms brief = new LeaseTerms(Duration.ofMillis(900), Duration.ZERO);
        Configuration hadoop = new Configuration(false);
        String root = lake.toUri().toString();
        try (Lease first = Lease.take(root, hadoop, "nightly", brief, Clock.systemUTC(), () -> 0)) {
            Thread.sleep(2000);
            first.check();
            assertThat(first.token()).isEqualTo(1);
        }
        try (Lease second = Lease.take(root, hadoop, "scan", brief, Clock.systemUTC(), () -> 0)) {
            assertThat(second.token()).isEqualTo(2);
            assertThat(second.tookOver())
                    .as("released by the first, kept alive until then")
                    .isFalse();
        }
    }

    @Test
    void aFileSystemWithoutConditionalPutsIsRefused() {
        Configuration hadoop = new Configuration(false);
        hadoop.set("fs.plain.impl", PlainFileSystem.class.getName());

        assertThatThrownBy(() -> LeaseStore.of("plain://store/lake", hadoop))
                .isInstanceOf(LeaseException.class)
                .hasMessageContaining("plain")
                .hasMessageContaining("Allowed: local disks");
    }

    /** Local files under another scheme: it has no conditional put. */
    public static final class PlainFileSystem extends org.apache.hadoop.fs.RawLocalFileSystem {
        @Override
        public String getScheme() {
            return "plain";
        }

        @Override
        public java.net.URI getUri() {
            return java.net.URI.create("plain://store/");
        }
    }
}
