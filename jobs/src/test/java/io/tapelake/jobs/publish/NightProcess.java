package io.tapelake.jobs.publish;

import io.tapelake.jobs.TestSpark;
import io.tapelake.jobs.scan.SmallMarket;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A night in a process of its own, which can be killed and stopped. It ends as a command does: errors are one line, exit code 1. */
final class NightProcess implements AutoCloseable {

    private static final long TOO_LONG_SECONDS = 1800;

    private final Process process;
    private final Path output;

    private NightProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** Arguments: lake, a file to wait for or "-", lease-seconds, input files. */
    public static void main(String[] args) throws InterruptedException {
        TestSpark.interpreting();
        while (!args[1].equals("-") && !Files.exists(Path.of(args[1]))) {
            Thread.sleep(20);
        }
        int exitCode = 0;
        try {
            SmallMarket.lake(Path.of(args[0]), "lake.lease-seconds=" + args[2])
                    .jobs()
                    .nightly(List.of(args).subList(3, args.length));
            System.out.println("published");
        } catch (RuntimeException e) {
            System.out.println("tapelake: " + e.getMessage());
            exitCode = 1;
        }
        System.exit(exitCode);
    }

    /**
     * Starts a night.
     *
     * @param after it begins when this file is there; null for at once
     * @param environment variables of the process
     */
    static NightProcess start(
            Path lake, List<Path> files, int leaseSeconds, Path after, Map<String, String> environment)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-Xmx512m",
                "-Duser.timezone=UTC"));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--add-opens"))
                .forEach(command::add);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), NightProcess.class.getName()));
        command.addAll(List.of(lake.toString(), after == null ? "-" : after.toString(), "" + leaseSeconds));
        files.forEach(file -> command.add(file.toString()));
        Path output = Files.createTempFile(lake.getParent(), "night", ".out");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        return new NightProcess(builder.start(), output);
    }

    /** Waits for the end; the exit code, which is 128 and the signal's number after a signal. */
    int exitCode() throws InterruptedException {
        if (!process.waitFor(TOO_LONG_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("the night does not end: " + output());
        }
        return process.exitValue();
    }

    long pid() {
        return process.pid();
    }

    /** What it printed. */
    String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            return "no output: " + e;
        }
    }

    /** Waits until it was stopped. */
    void awaitStop() throws IOException, InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(TOO_LONG_SECONDS);
        while (!state().equals("T")) {
            if (!process.isAlive() || System.nanoTime() > until) {
                throw new AssertionError("the night was not stopped: " + output());
            }
            Thread.sleep(20);
        }
    }

    /** Its state as the system calls it: T for stopped. */
    private String state() throws IOException {
        String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
        return Arrays.asList(stat.substring(stat.lastIndexOf(')') + 2).split(" "))
                .get(0);
    }

    void signal(String signal) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    /** SIGKILL. */
    @Override
    public void close() {
        process.destroyForcibly();
    }
}
