package org.vigie.lab.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.vigie.capture.extract.AdvertExtractor;
import org.vigie.casework.Readme;

/** The page of channels says what the program reads. */
class ChannelsPageTest {
  private final String page = page();

  @Test
  void listsTheReadersInTheirOrder() {
    String table = page.substring(0, page.indexOf("The next page:"));

    assertThat(matches("(?m)^\\|`([a-z-]+)`\\|", table)).isEqualTo(AdvertExtractor.channels());
    assertThat(table).contains("(`site-template`) comes first");
  }

  @Test
  void namesThePlatformsWhoseMarkupIsKnown() throws IOException {
    String known = page.substring(page.indexOf("### Platforms")).replace("\n", " ");
    try (InputStream in =
        Objects.requireNonNull(AdvertExtractor.class.getResourceAsStream("site/platforms.yaml"))) {
      for (JsonNode platform : new YAMLMapper().readTree(in)) {
        String name = platform.path("platform").asText().replaceFirst("(,|'s ).*", "");
        assertThat(known).contains(name);
      }
    }
  }

  private static List<String> matches(String pattern, String text) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map((MatchResult found) -> found.group(1))
        .toList();
  }

  private static String page() {
    try {
      return Files.readString(Readme.project().resolve("docs/reference/channels.md"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
