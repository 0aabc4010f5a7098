package org.vigie.cli.command.crawl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.files.failure.UserError;

class SeedsTest {
  @Test
  void passesOverBlankLinesCommentsAndRepeats() {
    assertThat(
            Seeds.parse(List.of("# sites", "", " https://example.org/ ", "https://example.org/")))
        .containsExactly(URI.create("https://example.org/"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "example.org",
        "ftp://example.org/",
        "file:///etc/passwd",
        "https://",
        "https://user:secret@example.org/",
        "https://exa mple.org/",
        "javascript:alert(1)"
      })
  void refusesWhatIsNoPublicAddress(String word) {
    assertThatThrownBy(() -> Seeds.parse(List.of(word)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("a seed must be an address such as https://example.org/");
  }

  @Test
  void refusesToStartFromNowhere() {
    assertThatThrownBy(() -> Seeds.parse(List.of("# none"))).isInstanceOf(UserError.class);
  }
}
