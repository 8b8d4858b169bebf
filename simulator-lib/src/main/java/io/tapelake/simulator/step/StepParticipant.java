package io.tapelake.simulator.step;

/**
 * What takes part in an instant, in the order of its methods. Times are nanoseconds UTC. An implementation may throw; the loop
 * does not catch.
 */
public interface StepParticipant {
    /** The market has changed to what is known at the instant. */
    void marketEvents(long nowNs);

    /** Orders that rest may fill against that market. */
    void restingOrders(long nowNs);

    /**
     * The agent sees the market and its fills, and acts. Called at the instants of the cursor only, not at those at which
     * merely an order becomes due.
     *
     * @return false to end
     */
    boolean agent(long nowNs);

    /** Orders that become due at the instant reach the market, those just sent without latency among them. */
    void dueOrders(long nowNs);

    /** When the next order becomes due, after the instant; {@link EventTimes#NONE} when none will. */
    long nextDueNs(long nowNs);
}
