package io.tapelake.jobs.parquet;

import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.crypto.DecryptionPropertiesFactory;
import org.apache.parquet.crypto.EncryptionPropertiesFactory;
import org.apache.parquet.crypto.FileDecryptionProperties;
import org.apache.parquet.crypto.FileEncryptionProperties;
import org.apache.parquet.hadoop.CodecFactory;
import org.apache.parquet.hadoop.api.WriteSupport.WriteContext;
import org.apache.parquet.hadoop.codec.ZstandardCodec;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * Makes Parquet compress pages with {@link ZstdPageCodec}. Parquet's factory of encryption keys is asked before every file
 * that is written, in the process that writes it, so it is where the codec can be put in place on executors too. Nothing
 * is encrypted.
 *
 * <p>Thread-safe. Made by Parquet, from the setting {@code parquet.crypto.factory.class}.
 */
public final class PageCompression implements EncryptionPropertiesFactory, DecryptionPropertiesFactory {

    /** Made by Parquet. */
    public PageCompression() {}

    /** The Hadoop settings by which files are written with it. */
    public static Map<String, String> hadoopSettings() {
        return Map.of(EncryptionPropertiesFactory.CRYPTO_FACTORY_CLASS_PROPERTY_NAME, PageCompression.class.getName());
    }

    /** Null: not encrypted. Afterwards zstd of the configured level is that of {@link ZstdPageCodec}. */
    @Override
    public FileEncryptionProperties getFileEncryptionProperties(Configuration hadoop, Path file, WriteContext context) {
        new Codecs(hadoop).put(hadoop);
        return null;
    }

    /** Null: not encrypted. */
    @Override
    public FileDecryptionProperties getFileDecryptionProperties(Configuration hadoop, Path file) {
        return null;
    }

    /** Parquet's table of codecs, which its subclasses may see. */
    private static final class Codecs extends CodecFactory {

        private Codecs(Configuration hadoop) {
            super(hadoop, 0);
        }

        void put(Configuration hadoop) {
            String level = hadoop.get(ZstandardCodec.PARQUET_COMPRESS_ZSTD_LEVEL);
            if (level != null) {
                String name = CompressionCodecName.ZSTD.getHadoopCompressionCodecClassName();
                CODEC_BY_NAME.computeIfAbsent(
                        name + ":" + level, key -> ZstdPageCodec.ofLevel(Integer.parseInt(level), hadoop));
            }
        }
    }
}
