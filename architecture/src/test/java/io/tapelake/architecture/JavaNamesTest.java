package io.tapelake.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JavaNamesTest {
    @Test
    void importsAndQualifiedNamesAreFoundWithTheirLines() {
        String source = "package io.tapelake.scanner;\n"
                + "import org.apache.spark.sql.Row;\n"
                + "import static java.util.Objects.*;\n"
                + "class A { org.apache.spark.sql.Dataset<Row> rows; }\n";

        assertThat(JavaNames.in(source))
                .extracting(name -> name.line() + " " + name.name())
                .containsExactly("2 org.apache.spark.sql.Row", "3 java.util.Objects", "4 org.apache.spark.sql.Dataset");
    }

    @Test
    void commentsAndTextsDoNotCount() {
        String source = "// see org.apache.spark.sql.Row\n"
                + "/* org.apache.spark.sql.Row\n * org.apache.spark.sql.Row */\n"
                + "class A { String a = \"org.apache.spark.sql.Row \\\" // \"; char c = '\"'; }\n";

        assertThat(JavaNames.in(source)).isEmpty();
    }

    @Test
    void chainsOfCallsAreNotLibraries() {
        assertThat(JavaNames.in("class A { int a = this.some.value.call(); }")).isEmpty();
    }
}
