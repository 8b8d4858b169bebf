package io.tapelake.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The pages in docs/formats say what the registry says. Run with -Dtapelake.writeFormats=true to write them anew. */
class FormatPagesTest {

    private static final Path FORMATS = Path.of("..", "docs", "formats");

    @Test
    void pagesEqualTheRegistry() throws IOException {
        for (Map.Entry<String, String> page : pages().entrySet()) {
            Path file = FORMATS.resolve(page.getKey());
            if (Boolean.getBoolean("tapelake.writeFormats")) {
                Files.createDirectories(FORMATS);
                Files.writeString(file, page.getValue());
            }
            assertThat(file)
                    .as("run this test with -Dtapelake.writeFormats=true and commit docs/formats")
                    .exists()
                    .content()
                    .isEqualTo(page.getValue());
        }
    }

    private static Map<String, String> pages() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("README.md", FormatPage.index());
        for (LakeTable table : Tables.all()) {
            pages.put(table.name() + ".md", FormatPage.of(table));
        }
        return pages;
    }
}
