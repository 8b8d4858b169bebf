package io.tapelake.scanner.event;

/** What is known of a symbol-day at the end of a minute. */
public final class MinuteView {}
