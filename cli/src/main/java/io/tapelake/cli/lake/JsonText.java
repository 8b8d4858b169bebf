package io.tapelake.cli.lake;

/**
 * A list or map, as JSON.
 *
 * @param text the JSON
 */
record JsonText(String text) {

    @Override
    public String toString() {
        return text;
    }
}
