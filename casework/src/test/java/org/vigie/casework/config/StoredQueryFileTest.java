package org.vigie.casework.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.advert.Severity;
import org.vigie.files.failure.UserError;
import org.vigie.search.StoredQuery;

class StoredQueryFileTest {
  @TempDir Path folder;

  @Test
  void readsQueries() throws IOException {
    assertThat(read("queries: [{name: complaints, query: genre:complaint, severity: notice}]"))
        .containsExactly(new StoredQuery("complaints", "1", "genre:complaint", Severity.NOTICE));
  }

  /** Their alerts would have the same ids, so that one would overwrite the other. */
  @ParameterizedTest
  @ValueSource(strings = {"complaint", "campaign"})
  void refusesTheNameOfARuleWhoseAlertsHaveItInTheirIds(String rule) {
    assertThatThrownBy(() -> read("queries: [{name: %s, query: passport}]".formatted(rule)))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "queries.yaml: a stored query needs a name that no rule has, but one is named "
                + rule
                + ": give it another name");
  }

  private List<StoredQuery> read(String text) throws IOException {
    return StoredQueryFile.read(Files.writeString(folder.resolve("queries.yaml"), text));
  }
}
