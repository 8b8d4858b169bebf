package io.tapelake.databento.dbn.layout;

/**
 * A named field of a record. Immutable.
 *
 * @param name the official name, in snake case
 * @param offset bytes from the start of the record
 * @param bytes width in bytes
 * @param type how the bytes are read
 */
public record Field(String name, int offset, int bytes, FieldType type) {
    /** The same field {@code distance} bytes later, under another name. */
    Field moved(String newName, int distance) {
        return new Field(newName, offset + distance, bytes, type);
    }
}
