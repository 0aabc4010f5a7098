package org.vigie.cli.command.crawl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.casework.environment.Here;
import org.vigie.casework.seeds.SeedEntry;
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
  void takesABrowsersBookmarksForSeedsAndSaysSo(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("bookmarks.html"),
        """
        <!DOCTYPE NETSCAPE-Bookmark-file-1>
        <DL><p><DT><H3>Boards</H3><DL><p>
        <DT><A HREF="https://board.example.org/jobs?x=1&amp;y=2" ADD_DATE="1777881600">Jobs</A>
        <DT><A HREF="https://board.example.org/rooms">Rooms</A>
        <DT><A HREF="place:sort=8">Most visited</A></DL></DL>
        """);
    Here here = Here.in(folder);

    assertThat(Seeds.entries(here.environment(), List.of("https://example.org/"), "bookmarks.html"))
        .extracting(SeedEntry::url)
        .containsExactly(
            "https://example.org/",
            "https://board.example.org/jobs?x=1&y=2",
            "https://board.example.org/rooms");
    assertThat(here.err()).contains("taken for a browser's bookmarks, 2 addresses; 1 passed over");
  }

  @Test
  void refusesToStartFromNowhere() {
    assertThatThrownBy(() -> Seeds.parse(List.of("# none"))).isInstanceOf(UserError.class);
  }
}
