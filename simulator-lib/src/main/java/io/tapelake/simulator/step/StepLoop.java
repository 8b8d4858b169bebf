package io.tapelake.simulator.step;

/**
 * Runs a day instant by instant. Within one instant: market events, resting orders, the agent's view and action, orders that
 * become due. An order therefore never fills against a market that the agent had not yet lived through, and an agent sees
 * what its earlier orders did before it acts again.
 */
public final class StepLoop {
    private StepLoop() {}

    /**
     * Runs from where the cursor is, that instant included, to the end of the cursor or of the episode.
     *
     * @param untilNs the last instant at which anything may happen
     * @return the number of times that the agent acted
     */
    public static long run(Cursor cursor, long untilNs, StepParticipant participant) {
        long steps = 0;
        long now = cursor.nowNs();
        boolean agentActs = true;
        while (now <= untilNs) {
            participant.marketEvents(now);
            participant.restingOrders(now);
            if (agentActs) {
                steps++;
                if (!participant.agent(now)) {
                    return steps;
                }
            }
            participant.dueOrders(now);
            long due = participant.nextDueNs(now);
            if (due <= now) {
                throw new IllegalStateException("an order is due at " + due + ", not after the present instant " + now
                        + "; what is due now belongs into dueOrders");
            }
            long next = cursor.peek();
            agentActs = next <= due;
            if (agentActs && !cursor.next()) {
                return steps;
            }
            now = Math.min(next, due);
        }
        return steps;
    }
}
