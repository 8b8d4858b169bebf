package io.tapelake.lake.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.parquet.io.SeekableInputStream;

class LocalInputFileTest {

    @Property(tries = 100)
    void anyMixOfSeeksAndReadsGivesTheBytesOfTheFile(@ForAll long seed, @ForAll @IntRange(max = 100_000) int size)
            throws IOException {
        Random random = new Random(seed);
        byte[] content = new byte[size];
        random.nextBytes(content);
        Path path = Files.createTempFile("input", ".bin");
        try {
            Files.write(path, content);
            try (SeekableInputStream in = LocalInputFile.of(path).newStream()) {
                read(in, content, random);
            }
        } finally {
            Files.delete(path);
        }
    }

    private static void read(SeekableInputStream in, byte[] content, Random random) throws IOException {
        int position = 0;
        for (int i = 0; i < 200; i++) {
            assertThat(in.getPos()).isEqualTo(position);
            switch (random.nextInt(5)) {
                case 0 -> {
                    position = random.nextInt(content.length + 1);
                    in.seek(position);
                }
                case 1 -> {
                    int expected = position < content.length ? content[position] & 0xFF : -1;
                    assertThat(in.read()).isEqualTo(expected);
                    position = Math.min(content.length, position + 1);
                }
                case 2 -> {
                    int wanted = random.nextInt(Math.min(40_000, content.length - position) + 1);
                    byte[] read = new byte[wanted + 2];
                    in.readFully(read, 1, wanted);
                    assertThat(Arrays.copyOfRange(read, 1, 1 + wanted))
                            .isEqualTo(Arrays.copyOfRange(content, position, position + wanted));
                    position += wanted;
                }
                case 3 -> {
                    ByteBuffer direct = ByteBuffer.allocateDirect(1 + random.nextInt(30_000));
                    int read = in.read(direct);
                    assertThat(read).isLessThanOrEqualTo(content.length - position);
                    byte[] got = new byte[Math.max(0, read)];
                    direct.flip().get(got);
                    assertThat(got).isEqualTo(Arrays.copyOfRange(content, position, position + got.length));
                    position += got.length;
                }
                default -> {
                    int beyond = content.length - position + 1;
                    if (beyond < 1000) {
                        assertThatThrownBy(() -> in.readFully(new byte[beyond])).isInstanceOf(EOFException.class);
                        in.seek(position);
                    }
                }
            }
        }
    }
}
