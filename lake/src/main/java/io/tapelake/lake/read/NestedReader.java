package io.tapelake.lake.read;

import io.tapelake.lake.LakeType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.parquet.column.ColumnReader;

/**
 * Fills vectors from a list, or from a map whose keys and values are two Parquet columns.
 *
 * <p>A value begins at repetition level 0. Below the level at which the list itself is defined it is null; at that level it
 * is empty.
 */
final class NestedReader implements ColumnFiller {

    private final LakeType type;
    private final int listDefinedAt;
    private final List<ColumnReader> leaves;
    private final List<Function<ColumnReader, Object>> elements;

    private NestedReader(
            LakeType type,
            int listDefinedAt,
            List<ColumnReader> leaves,
            List<Function<ColumnReader, Object>> elements) {
        this.type = type;
        this.listDefinedAt = listDefinedAt;
        this.leaves = leaves;
        this.elements = elements;
    }

    static NestedReader of(LakeType type, boolean optional, List<ColumnReader> leaves) {
        List<LakeType> elementTypes =
                switch (type) {
                    case MAP_STRING_BIGINT -> List.of(LakeType.STRING, LakeType.BIGINT);
                    case ARRAY_BIGINT -> List.of(LakeType.BIGINT);
                    case ARRAY_STRING -> List.of(LakeType.STRING);
                    case ARRAY_DATE -> List.of(LakeType.DATE);
                    default -> throw new IllegalStateException(type + " is not nested");
                };
        return new NestedReader(
                type,
                optional ? 1 : 0,
                leaves,
                elementTypes.stream().map(VectorReader::element).toList());
    }

    @Override
    public void fill(Vector into, int rows, boolean[] keep) {
        int row = 0;
        for (int i = 0; i < rows; i++) {
            List<List<Object>> read = new ArrayList<>();
            for (int leaf = 0; leaf < leaves.size(); leaf++) {
                read.add(next(leaves.get(leaf), elements.get(leaf)));
            }
            if (keep != null && !keep[i]) {
                continue;
            }
            if (read.get(0) == null) {
                into.setNull(row);
            } else {
                into.nulls[row] = false;
                into.objects[row] = type == LakeType.MAP_STRING_BIGINT
                        ? map(read.get(0), read.get(1))
                        : Collections.unmodifiableList(read.get(0));
            }
            row++;
        }
    }

    private List<Object> next(ColumnReader from, Function<ColumnReader, Object> element) {
        int definedAt = from.getDescriptor().getMaxDefinitionLevel();
        List<Object> values = from.getCurrentDefinitionLevel() < listDefinedAt ? null : new ArrayList<>();
        do {
            int level = from.getCurrentDefinitionLevel();
            if (level == definedAt) {
                values.add(element.apply(from));
            } else if (level > listDefinedAt) {
                values.add(null);
            }
            from.consume();
        } while (from.getCurrentRepetitionLevel() > 0);
        return values;
    }

    private static Map<String, Long> map(List<Object> keys, List<Object> values) {
        Map<String, Long> map = new LinkedHashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            map.put((String) keys.get(i), (Long) values.get(i));
        }
        return Collections.unmodifiableMap(map);
    }
}
