package org.vigie.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredQueryCheckTest {
  @TempDir Path folder;

  @Test
  void namesAStoredQueryThatARunWouldStopAt() throws Exception {
    Path file = folder.resolve("queries.yaml");
    Files.writeString(file, "queries: [{name: documents, query: passport AND}]");

    DoctorFinding found = new StoredQueryCheck(file).finding();

    assertThat(found.fit()).isFalse();
    assertThat(found.found()).startsWith("queries.yaml: stored query documents: the query must");
  }

  @Test
  void countsThoseThatAreUnderstood() throws Exception {
    Path file = folder.resolve("queries.yaml");
    assertThat(new StoredQueryCheck(file).finding().found()).isEqualTo("0 stored queries");
    Files.writeString(file, "queries: [{name: documents, query: passport}]");

    assertThat(new StoredQueryCheck(file).finding())
        .isEqualTo(DoctorFinding.ok("queries", "1 stored query"));
  }
}
