package io.tapelake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class ErrorLineTest {
    @Test
    void aMissingFileIsPutIntoWords() {
        assertThat(ErrorLine.messageOf(new UncheckedIOException(new NoSuchFileException("day.dbn"))))
                .isEqualTo("no such file or folder: day.dbn");
    }

    @Test
    void anExistingFileIsPutIntoWords() {
        assertThat(ErrorLine.messageOf(new FileAlreadyExistsException("out.dbn")))
                .isEqualTo("already there: out.dbn");
    }

    @Test
    void aLongMessageBecomesOneLine() {
        assertThat(ErrorLine.messageOf(new IOException("first\nsecond\nthird")))
                .isEqualTo("first [...] (--debug shows all)");
    }

    @Test
    void anErrorWithoutAMessageIsNamed() {
        assertThat(ErrorLine.messageOf(new IllegalStateException())).startsWith("IllegalStateException");
    }
}
