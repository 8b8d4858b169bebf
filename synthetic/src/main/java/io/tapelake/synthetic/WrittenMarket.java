package io.tapelake.synthetic;

import io.tapelake.synthetic.market.DayLabel;
import io.tapelake.synthetic.market.PlantedEvent;
import java.nio.file.Path;
import java.util.List;

/**
 * What was written.
 *
 * @param folder where it lies
 * @param files the DBN files, by date and schema
 * @param planted the ground truth, by date, symbol number and time
 * @param days the ground truth of whole symbol-days, by date and symbol number
 */
public record WrittenMarket(Path folder, List<WrittenFile> files, List<PlantedEvent> planted, List<DayLabel> days) {
    /** Copies the lists. */
    public WrittenMarket {
        files = List.copyOf(files);
        planted = List.copyOf(planted);
        days = List.copyOf(days);
    }

    /** Records of all files together. */
    public long records() {
        return files.stream().mapToLong(WrittenFile::records).sum();
    }

    /** Bytes of all DBN files together. */
    public long bytes() {
        return files.stream().mapToLong(WrittenFile::bytes).sum();
    }

    /**
     * One DBN file.
     *
     * @param name its name in the folder
     * @param records number of records
     * @param bytes its size
     * @param sha256 hash of its bytes, as 64 hexadecimal digits
     */
    public record WrittenFile(String name, long records, long bytes, String sha256) {}
}
