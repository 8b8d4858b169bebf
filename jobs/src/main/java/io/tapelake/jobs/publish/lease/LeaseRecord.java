package io.tapelake.jobs.publish.lease;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * What the lease file says.
 *
 * @param token grows by one with every holder, and never shrinks
 * @param state what has become of the holder, as far as it said so itself
 * @param holder random id of the holder
 * @param host machine of the holder
 * @param pid its process
 * @param job what it does
 * @param acquired when it took the lease
 * @param heartbeat when it last said that it is alive
 * @param expires from this instant on another job may take the lease
 */
record LeaseRecord(
        long token,
        State state,
        String holder,
        String host,
        long pid,
        String job,
        Instant acquired,
        Instant heartbeat,
        Instant expires) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What a holder said of itself last. */
    enum State {
        /** It is at work, or has died without a word. */
        HELD,
        /** It is done and writes nothing any more. */
        RELEASED,
        /** Its process is ending; a commit may still be under way. */
        INTERRUPTED
    }

    /** True if somebody else may take the lease. */
    boolean isFree(Instant now) {
        return state != State.HELD || !now.isBefore(expires);
    }

    LeaseRecord renewed(Instant now, Duration duration) {
        return new LeaseRecord(token, state, holder, host, pid, job, acquired, now, now.plus(duration));
    }

    LeaseRecord ended(State how, Instant now) {
        return new LeaseRecord(token, how, holder, host, pid, job, acquired, now, now);
    }

    /** Who holds it, as in "is held by ...". */
    String who() {
        return "the job '" + job + "' (process " + pid + " on " + host + ", since " + acquired + ", token " + token
                + ")";
    }

    byte[] toBytes() {
        ObjectNode json = JSON.createObjectNode()
                .put("token", token)
                .put("state", state.name().toLowerCase(Locale.ROOT))
                .put("holder", holder)
                .put("host", host)
                .put("pid", pid)
                .put("job", job)
                .put("acquired", acquired.toString())
                .put("heartbeat", heartbeat.toString())
                .put("expires", expires.toString());
        try {
            return (JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n")
                    .getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a plain object has no JSON: " + json, e);
        }
    }

    /**
     * The record that was written.
     *
     * @throws IllegalArgumentException if it is not whole
     */
    static LeaseRecord of(byte[] bytes) {
        try {
            JsonNode json = JSON.readTree(bytes);
            return new LeaseRecord(
                    json.required("token").asLong(),
                    State.valueOf(json.required("state").asText().toUpperCase(Locale.ROOT)),
                    json.required("holder").asText(),
                    json.required("host").asText(),
                    json.required("pid").asLong(),
                    json.required("job").asText(),
                    Instant.parse(json.required("acquired").asText()),
                    Instant.parse(json.required("heartbeat").asText()),
                    Instant.parse(json.required("expires").asText()));
        } catch (java.io.IOException | RuntimeException e) {
            throw new IllegalArgumentException("not a lease: " + e.getMessage(), e);
        }
    }
}
