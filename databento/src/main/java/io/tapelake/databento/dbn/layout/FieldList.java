package io.tapelake.databento.dbn.layout;

import java.util.ArrayList;
import java.util.List;

/** Collects the fields of a layout in order. */
final class FieldList {
    private final List<Field> fields = new ArrayList<>();

    FieldList u8(String name, int offset) {
        return add(name, offset, FieldType.U8);
    }

    FieldList i8(String name, int offset) {
        return add(name, offset, FieldType.I8);
    }

    FieldList u16(String name, int offset) {
        return add(name, offset, FieldType.U16);
    }

    FieldList i16(String name, int offset) {
        return add(name, offset, FieldType.I16);
    }

    FieldList u32(String name, int offset) {
        return add(name, offset, FieldType.U32);
    }

    FieldList i32(String name, int offset) {
        return add(name, offset, FieldType.I32);
    }

    FieldList u64(String name, int offset) {
        return add(name, offset, FieldType.U64);
    }

    FieldList i64(String name, int offset) {
        return add(name, offset, FieldType.I64);
    }

    FieldList price(String name, int offset) {
        return add(name, offset, FieldType.PRICE);
    }

    FieldList timestamp(String name, int offset) {
        return add(name, offset, FieldType.TIMESTAMP);
    }

    FieldList character(String name, int offset) {
        return add(name, offset, FieldType.CHAR);
    }

    FieldList text(String name, int offset, int width) {
        fields.add(new Field(name, offset, width, FieldType.TEXT));
        return this;
    }

    List<Field> build() {
        return List.copyOf(fields);
    }

    private FieldList add(String name, int offset, FieldType type) {
        fields.add(new Field(name, offset, type.bytes(), type));
        return this;
    }
}
