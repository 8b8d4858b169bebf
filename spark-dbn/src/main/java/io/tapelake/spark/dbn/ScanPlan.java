package io.tapelake.spark.dbn;

import io.tapelake.databento.dbn.Schema;
import java.util.ArrayList;
import java.util.List;

/**
 * Which files, or parts of files, a scan reads.
 *
 * @param partitions one for each file, or for each group of frames where a file can be split
 * @param filesLeftOut files that cannot have a row that is wanted
 */
record ScanPlan(List<DbnPartition> partitions, int filesLeftOut) {
    /** @throws IllegalArgumentException if the metadata of a file names another schema */
    static ScanPlan of(DbnFiles files, Schema schema, RowFilter filter) {
        files.checkSchema(schema);
        List<DbnPartition> partitions = new ArrayList<>();
        int leftOut = 0;
        for (FileFacts file : files.facts()) {
            if (!file.mayHold(filter, files.options().trustMetadataRange())) {
                leftOut++;
            } else if (file.groups().isEmpty()) {
                partitions.add(new DbnPartition(file.path(), file.bytes(), null));
            } else {
                file.groups().forEach(group -> partitions.add(new DbnPartition(file.path(), file.bytes(), group)));
            }
        }
        return new ScanPlan(List.copyOf(partitions), leftOut);
    }
}
