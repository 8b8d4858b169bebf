package io.tapelake.synthetic;

/** The little JSON that the files beside the data need. */
final class JsonText {
    private static final long MICRO = 1_000_000;

    private JsonText() {}

    /** A string in quotes; plain ASCII without control characters is all that occurs here. */
    static String quote(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /** A number with six decimals, written from an integer because the text of a double differs between Java versions. */
    static String number(double value) {
        long micros = Math.round(value * MICRO);
        long whole = Math.abs(micros) / MICRO;
        String decimals = Long.toString(MICRO + Math.abs(micros) % MICRO).substring(1);
        return (micros < 0 ? "-" : "") + whole + "." + decimals;
    }
}
