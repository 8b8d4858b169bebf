package io.tapelake.jobs.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import io.tapelake.jobs.TestSpark;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.compress.CompressionOutputStream;
import org.apache.parquet.hadoop.CodecFactory;
import org.apache.parquet.hadoop.codec.ZstandardCodec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageCompressionTest {

    private static byte[] page(int length) {
        byte[] bytes = new byte[length];
        Random random = new Random(length);
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) random.nextInt(4);
        }
        return bytes;
    }

    @Test
    void everyPageIsAFrameOfKnownLengthThatParquetsOwnCodecReads() throws IOException {
        Configuration hadoop = new Configuration(false);
        ZstdPageCodec codec = ZstdPageCodec.ofLevel(17, hadoop);
        ZstandardCodec parquet = new ZstandardCodec();
        parquet.setConf(hadoop);
        for (int length : new int[] {0, 1, 1000, 64 << 10, (64 << 10) + 1, 1 << 20}) {
            byte[] page = page(length);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (CompressionOutputStream compressed = codec.createOutputStream(out, codec.createCompressor())) {
                compressed.write(page, 0, length / 3);
                for (int i = length / 3; i < length / 2; i++) {
                    compressed.write(page[i]);
                }
                compressed.write(page, length / 2, length - length / 2);
                compressed.finish();
            }
            byte[] frame = out.toByteArray();
            assertThat(Zstd.getFrameContentSize(frame)).isEqualTo(length);
            assertThat(parquet.createInputStream(new ByteArrayInputStream(frame))
                            .readAllBytes())
                    .isEqualTo(page);
            assertThat(codec.createInputStream(new ByteArrayInputStream(frame)).readAllBytes())
                    .isEqualTo(page);
        }
    }

    @Test
    void filesThatSparkWritesAreCompressedByIt(@TempDir Path folder) {
        TestSpark.session().conf().set(ZstandardCodec.PARQUET_COMPRESS_ZSTD_LEVEL, "14");
        try {
            TestSpark.session()
                    .range(1000)
                    .write()
                    .option("compression", "zstd")
                    .parquet(folder + "/rows");
        } finally {
            TestSpark.session().conf().unset(ZstandardCodec.PARQUET_COMPRESS_ZSTD_LEVEL);
        }

        assertThat(new Table().codec(14)).isInstanceOf(ZstdPageCodec.class);
        assertThat(TestSpark.session().read().parquet(folder + "/rows").count()).isEqualTo(1000);
    }

    private static final class Table extends CodecFactory {

        private Table() {
            super(new Configuration(false), 0);
        }

        Object codec(int level) {
            return CODEC_BY_NAME.get("org.apache.parquet.hadoop.codec.ZstandardCodec:" + level);
        }
    }
}
