package io.tapelake.databento.dbn;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/**
 * What {@link SeekTable} needs of a file: its length and bytes from anywhere. Two lines implement it for a stream of any
 * file system.
 */
public interface SeekableInput {
    /** The length of the file in bytes. */
    long length() throws IOException;

    /**
     * Reads {@code length} bytes that begin at {@code position}.
     *
     * @throws EOFException if the file ends before them
     */
    void readFully(long position, byte[] target, int offset, int length) throws IOException;

    /** The same over a channel, whose position is moved. */
    static SeekableInput of(SeekableByteChannel channel) {
        return new SeekableInput() {
            @Override
            public long length() throws IOException {
                return channel.size();
            }

            @Override
            public void readFully(long position, byte[] target, int offset, int length) throws IOException {
                channel.position(position);
                ByteBuffer buffer = ByteBuffer.wrap(target, offset, length);
                while (buffer.hasRemaining()) {
                    if (channel.read(buffer) < 0) {
                        throw new EOFException("the file ends at byte " + (position + buffer.position() - offset)
                                + ", before byte " + (position + length));
                    }
                }
            }
        };
    }
}
