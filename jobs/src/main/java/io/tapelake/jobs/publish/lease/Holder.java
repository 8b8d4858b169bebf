package io.tapelake.jobs.publish.lease;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Who takes a lease.
 *
 * @param id random
 * @param host name of the machine
 * @param pid process on it
 * @param job what it does
 */
record Holder(String id, String host, long pid, String job) {

    static Holder thisProcess(String job) {
        String host;
        try {
            host = InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            host = "unknown host";
        }
        return new Holder(
                UUID.randomUUID().toString(), host, ProcessHandle.current().pid(), job);
    }

    LeaseRecord lease(long token, Instant now, Duration duration) {
        return new LeaseRecord(token, LeaseRecord.State.HELD, id, host, pid, job, now, now, now.plus(duration));
    }
}
