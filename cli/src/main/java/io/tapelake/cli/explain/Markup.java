package io.tapelake.cli.explain;

import java.util.Locale;

/** Builds XML-shaped text: every value is escaped, every element is closed. */
public final class Markup {

    private final StringBuilder out = new StringBuilder(1 << 16);

    /** Text that is markup already. */
    public Markup raw(String markup) {
        out.append(markup);
        return this;
    }

    public Markup raw(Markup other) {
        out.append(other.out);
        return this;
    }

    /** An opening tag; attributes come as name, value, name, value. A null value leaves its attribute out. */
    public Markup open(String name, Object... attributes) {
        tag(name, attributes);
        out.append('>');
        return this;
    }

    public Markup close(String name) {
        out.append("</").append(name).append('>');
        return this;
    }

    /** An element without content, in the form that is also good XML. */
    public Markup empty(String name, Object... attributes) {
        tag(name, attributes);
        out.append("/>");
        return this;
    }

    /** An element that holds nothing but text. */
    public Markup text(String name, String text, Object... attributes) {
        return open(name, attributes).text(text).close(name);
    }

    public Markup text(String text) {
        out.append(escaped(text));
        return this;
    }

    private void tag(String name, Object... attributes) {
        out.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            if (attributes[i + 1] != null) {
                out.append(' ').append(attributes[i]).append("=\"").append(escaped(plain(attributes[i + 1])));
                out.append('"');
            }
        }
    }

    /** Coordinates need no more than a tenth of a pixel. */
    public static String plain(Object value) {
        if (value instanceof Double number) {
            String text = String.format(Locale.ROOT, "%.1f", number);
            return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
        }
        return String.valueOf(value);
    }

    public static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c < ' ' && c != '\n' && c != '\t' ? '\uFFFD' : c);
            }
        }
        return escaped.toString();
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
